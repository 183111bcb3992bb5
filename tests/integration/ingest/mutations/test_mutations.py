"""Spoilt pages, PDFs and transfers: a document or one clear sentence, soon, and no frame as text."""

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.records import Document
from tests.integration.ingest.mutations.mutators import MUTATORS, Format, spoilt
from tests.integration.ingest.mutations.worker import Outcome, Reader

pytestmark = pytest.mark.slow

Originals = dict[Format, list[bytes]]

#: How many of each are spoilt, and the share of them that must still give a document: if nothing could be
#: read, nothing would have been tested.
NUMBERS = {Format.PAGE: 1300, Format.PDF: 500, Format.XZUFI: 500}
READABLE = {Format.PAGE: 0.6, Format.PDF: 0.3, Format.XZUFI: 0.05}
#: Words of the sample site's frame that none of its texts has.
FRAME = (
    "Diese Website verwendet Cookies",
    "This website uses cookies",
    "Alle akzeptieren",
    "Nur notwendige",
    "Zum Inhalt springen",
    "Skip to content",
    "Folgen Sie uns",
    "Seite vorlesen",
    "Druckansicht",
    "War diese Seite hilfreich",
    "Untermenü",
    "Häufig gesucht",
    "© 2026",
)
_SENTENCE = re.compile(r".*[.)!?]$", re.DOTALL)


def test_the_frame_is_in_the_pages_and_not_in_their_texts(originals: Originals, reader: Reader) -> None:
    pages = b"\n".join(originals[Format.PAGE]).decode("utf-8", "replace")
    assert [words for words in FRAME if words not in pages] == []
    for page in originals[Format.PAGE]:
        outcome = reader.read(Format.PAGE, page)
        assert outcome.crash == ""
        assert frame_in(outcome.documents) == []


@pytest.mark.parametrize("what", list(Format))
def test_what_is_spoilt_is_read_or_refused(what: Format, originals: Originals, reader: Reader) -> None:
    read, problems = 0, []
    for seed in range(NUMBERS[what]):
        chance = random.Random(seed)
        outcome = reader.read(what, spoilt(chance.choice(originals[what]), what, chance))
        read += bool(outcome.documents)
        problems.extend(f"{what} {seed}: {problem}" for problem in wrong(outcome, what))
    assert problems == []
    assert read >= READABLE[what] * NUMBERS[what]


def test_the_seeded_corpus_has_more_than_2000_files() -> None:
    assert sum(NUMBERS.values()) > 2000


@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(what=st.sampled_from(list(Format)), data=st.data())
def test_whatever_is_done_in_whatever_order(
    what: Format, data: st.DataObject, originals: Originals, reader: Reader
) -> None:
    file = data.draw(st.sampled_from(range(len(originals[what]))), label="file")
    steps = data.draw(st.lists(st.sampled_from(range(len(MUTATORS[what]))), max_size=6), label="mutators")
    chance = random.Random(data.draw(st.integers(0, 10_000), label="seed"))
    spoiled = originals[what][file]
    for step in steps:
        spoiled = MUTATORS[what][step](spoiled, chance)
    outcome = reader.read(what, spoiled)
    assert outcome.crash == ""
    assert outcome.documents or outcome.refused or what is Format.XZUFI


@settings(max_examples=150, deadline=None, derandomize=True)
@given(what=st.sampled_from(list(Format)), data=st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(what: Format, data: bytes, reader: Reader) -> None:
    assert reader.read(what, data).crash == ""


def wrong(outcome: Outcome, what: Format) -> list[str]:
    """Say what is wrong with an outcome."""
    found = [outcome.crash] if outcome.crash else []
    if outcome.refused and not _SENTENCE.match(outcome.refused):
        found.append(f"no sentence: {outcome.refused}")
    if any(not document.title for document in outcome.documents):
        found.append("no title")
    if what is Format.PAGE:
        found.extend(f"frame: {words}" for words in frame_in(outcome.documents))
    return found


def frame_in(documents: tuple[Document, ...]) -> list[str]:
    text = "\n".join(section.text for document in documents for section in document.sections)
    return [words for words in FRAME if words in text]
