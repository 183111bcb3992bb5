"""Readability is measured by whose wording it is."""

import pytest

from bot.answer import Answer, Block, Contact, Origin, Sentence, Status, Style
from corpus.records import Audience, Document, Section, SectionKind
from evaluation.readability.case import Text, text_of_page, texts_of
from evaluation.readability.figures import figures_of

OURS = "Das steht nicht auf der Seite. Bitte rufen Sie im Amt an."
THEIRS = "Die Ausstellung der Bescheinigung erfolgt nach persönlicher Vorsprache im Fachbereich."
WORDED = "Sie bekommen die Bescheinigung, wenn Sie selbst ins Amt kommen."


def answer(language: str = "de") -> Answer:
    sentences = (
        Sentence(text=OURS, origin=Origin.FRAME, language=language),
        Sentence(text=THEIRS, origin=Origin.SOURCE),
        Sentence(text=WORDED, origin=Origin.MODEL, language=language),
        Sentence(text="Was eine Redakteurin oder ein Redakteur selbst schreibt.", origin=Origin.EDITOR),
    )
    return Answer(
        id="a",
        city="c",
        status=Status.ANSWERED,
        language=language,
        style=Style.EINFACH,
        blocks=(Block(sentences=sentences),),
        contact=(Contact(name="Amt"),),
        footnote="Das ist nur eine Auskunft.",
    )


def page(text: str, **more: object) -> Document:
    section = Section(kind=SectionKind.DESCRIPTION, heading="Ablauf", text=text)
    fields = {"id": "d", "city": "c", "source": "s", "title": "T", "url": "https://c.example/d"}
    return Document.model_validate({**fields, "sections": (section,), **more})


def test_each_text_counts_for_who_wrote_it() -> None:
    assert list(texts_of(answer())) == [
        Text("own", "einfach", f"{OURS}\nDas ist nur eine Auskunft."),
        Text("original", "einfach", THEIRS),
        Text("generated", "einfach", WORDED),
    ]


def test_what_is_not_german_is_not_measured_with_a_german_formula() -> None:
    assert [text.whose for text in texts_of(answer("en"))] == ["original"]
    assert text_of_page(page(THEIRS, language="en")) is None


def test_internal_pages_are_no_sources() -> None:
    assert text_of_page(page(THEIRS)) == Text("sources", "", THEIRS)
    assert text_of_page(page(THEIRS, audience=Audience.INTERNAL)) is None


def test_a_few_words_are_not_measured() -> None:
    assert text_of_page(page("Bürgerbüro, Rathausplatz 1")) is None


def test_figures_are_medians_by_whose_and_style() -> None:
    texts = [Text("own", "standard", OURS), Text("own", "standard", THEIRS), Text("own", "einfach", OURS)]
    figures = figures_of(texts)
    assert figures["own", "standard"].texts == 2
    plain, both = figures["own", "einfach"], figures["own", "standard"]
    assert plain.wiener < both.wiener < both.wiener_p90
    assert plain.lix == pytest.approx(plain.lix_p90)
