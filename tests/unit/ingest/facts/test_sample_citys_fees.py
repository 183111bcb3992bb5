"""The sample city's pages, read as they are built: no two fees of one page look alike."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.musterstadt.build import build
from corpus.musterstadt.content import default_folder, read_content
from corpus.musterstadt.gold import gold_paths
from corpus.records import Document, FactKind
from ingest.reader.page import read_page

URL = "http://musterstadt.example"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every page with a gold text, built and read without a crawl."""
    folder = tmp_path_factory.mktemp("musterstadt")
    build(read_content(default_folder()), folder, URL)
    return dict(_read(folder))


def _read(folder: Path) -> Iterator[tuple[str, Document]]:
    for path in gold_paths():
        if path.endswith(".html"):
            html = (folder / path.removeprefix("/")).read_bytes()
            yield path, read_page(html, URL + path, city="musterstadt", source="website")


# "5 Prozent des Werts, höchstens 50 Euro" is two values for one thing.
_BOUNDS = ("mindestens", "höchstens")


def test_no_two_fees_of_a_page_share_a_label_with_different_values(pages: dict[str, Document]) -> None:
    clashes = {}
    number = 0
    for path, document in pages.items():
        by_label: dict[str, set[str]] = defaultdict(set)
        for fact in document.facts:
            if fact.kind is FactKind.FEE and not fact.value.startswith(_BOUNDS):
                by_label[fact.label].add(fact.value)
                number += 1
        if shared := {label: values for label, values in by_label.items() if len(values) > 1}:
            clashes[path] = shared
    assert number > 150
    assert clashes == {}


def test_the_passports_fees_name_the_age(pages: dict[str, Document]) -> None:
    passport = pages["/dienstleistungen/reisepass.html"]
    fees = {fact.label: fact.value for fact in passport.facts if fact.kind is FactKind.FEE}
    assert fees["32 Seiten, unter 24 Jahren"] == "37,50 Euro"
    assert fees["32 Seiten, ab 24 Jahren"] == "70,00 Euro"


def test_every_facts_words_stand_in_its_section(pages: dict[str, Document]) -> None:
    facts = [
        (document.sections[fact.section], fact) for document in pages.values() for fact in document.facts
    ]
    timed = {FactKind.FEE, FactKind.DEADLINE, FactKind.DURATION}
    assert [fact for section, fact in facts if fact.kind in timed and fact.words not in section.text] == []
    assert [fact for _, fact in facts if fact.kind in timed and fact.value not in fact.words] == []
