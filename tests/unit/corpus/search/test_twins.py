"""Pages that say the same are offered once; those that differ in a value stand apart."""

from datetime import date

import pytest

from corpus.records import Audience, Document, Section, SectionKind
from corpus.search.twins import are_twins, without_twins

TEXT = (
    "Sperrmüll holen wir zweimal im Jahr kostenlos ab. Melden Sie die Abholung spätestens 14 Tage vorher an. "
    "Stellen Sie die Sachen am Abend vorher an den Straßenrand. Elektrogeräte nehmen wir getrennt mit. "
    "Eine dritte Abholung kostet 35 Euro."
)


def page(key: str, text: str = TEXT, title: str = "Sperrmüll anmelden", **more: object) -> Document:
    section = Section(kind=SectionKind.DESCRIPTION, heading="", text=text)
    given = {"id": key, "city": "kleinstadt", "source": "website", "title": title, "sections": (section,)}
    return Document.model_validate({**given, "url": f"https://www.kleinstadt.example/{key}", **more})


@pytest.mark.parametrize(
    "other",
    [
        page("druck"),
        page("druck", title="Druckansicht: Sperrmüll anmelden"),
        page("druck", TEXT.replace("Stellen Sie die Sachen", "Bitte stellen Sie die Sachen")),
        page("druck", TEXT.replace(". ", ".\n")),
        page("druck", valid_until=date(2099, 1, 1)),
    ],
    ids=["copy", "print view", "a word more", "other lines", "other validity"],
)
def test_pages_that_say_the_same_are_twins(other: Document) -> None:
    assert are_twins(page("seite"), other)
    assert are_twins(other, page("seite"))


@pytest.mark.parametrize(
    "other",
    [
        page("neu", TEXT.replace("35 Euro", "40 Euro")),
        page("neu", TEXT.replace("14 Tage", "35 Tage").replace("35 Euro", "14 Euro")),
        page("neu", language="en"),
        page("neu", simple=True),
        page("neu", audience=Audience.INTERNAL),
        page("neu", title="Grünschnitt abgeben"),
        page("neu", TEXT.split(". ")[0]),
        page("neu", "Die Bücherei leiht Bücher, Spiele und Filme. Der Ausweis gilt zwölf Monate lang. " * 3),
    ],
    ids=["fee", "swapped", "language", "simple", "internal", "title", "part", "subject"],
)
def test_pages_that_differ_in_what_matters_are_not(other: Document) -> None:
    assert not are_twins(page("seite"), other)
    assert not are_twins(other, page("seite"))


def test_pages_without_a_word_are_no_twins() -> None:
    assert not are_twins(page("leer", "", title=""), page("leer2", "", title=""))


def test_of_twins_only_the_first_stays() -> None:
    books = page("bücher", "Die Bücherei leiht Bücher, Spiele und Filme.", "Bücherei")
    found = [page("a"), page("b"), books, page("c")]
    assert [one.id for one in without_twins(found)] == ["a", "bücher"]


def test_nothing_found_stays_nothing() -> None:
    assert without_twins([]) == ()
