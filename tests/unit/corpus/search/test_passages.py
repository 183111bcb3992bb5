"""Documents are cut into passages that lose nothing and end where a reader would pause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Document, Section, SectionKind
from corpus.search.passages import LONGEST_WORDS, TARGET_WORDS, cut, pieces

SENTENCE = "Bringen Sie bitte Ihren gültigen Personalausweis oder Reisepass zum Termin mit."


def document(*sections: Section) -> Document:
    return Document(
        id="hund",
        city="musterstadt",
        source="Website",
        title="Hundesteuer",
        url="https://musterstadt.example/hund",
        keywords=("Hund", "Steuer"),
        sections=sections,
    )


def section(text: str, kind: SectionKind = SectionKind.DESCRIPTION) -> Section:
    return Section(kind=kind, heading="Überblick", text=text)


def test_a_short_section_is_one_passage_with_all_that_search_needs() -> None:
    (passage,) = cut(document(Section(kind=SectionKind.FEES, heading="Gebühren", text="60 Euro im Jahr.")))
    assert passage.id == "hund#0.0"
    assert (passage.document_id, passage.section, passage.kind) == ("hund", 0, SectionKind.FEES)
    assert (passage.title, passage.heading, passage.text) == ("Hundesteuer", "Gebühren", "60 Euro im Jahr.")
    assert passage.keywords == ("Hund", "Steuer")


def test_sections_are_never_mixed_and_empty_ones_have_no_passage() -> None:
    found = cut(document(section("Eins."), section("  \n"), section("Drei.")))
    assert [(passage.id, passage.text) for passage in found] == [("hund#0.0", "Eins."), ("hund#2.0", "Drei.")]


def test_a_long_list_is_cut_between_its_items() -> None:
    items = [f"- {number}. Unterlage: {SENTENCE}" for number in range(40)]
    found = pieces("\n".join(items))
    assert len(found) > 2
    assert [line for piece in found for line in piece.splitlines()] == items


def test_a_long_paragraph_is_cut_between_its_sentences() -> None:
    found = pieces(" ".join([SENTENCE] * 40))
    assert len(found) > 2
    assert all(piece.startswith("Bringen") and piece.endswith("mit.") for piece in found)


def test_the_pieces_of_a_section_are_about_equally_long() -> None:
    lengths = [len(piece.split()) for piece in pieces("\n".join([SENTENCE] * 17))]  # 187 words: just too long
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) <= 2 * len(SENTENCE.split())


def test_an_endless_sentence_is_cut_between_words() -> None:
    words = [f"wort{number}" for number in range(1000)]
    found = pieces(" ".join(words))
    assert " ".join(found).split() == words
    assert max(len(piece.split()) for piece in found) <= LONGEST_WORDS


@pytest.mark.parametrize("words", [1, TARGET_WORDS, LONGEST_WORDS])
def test_a_section_up_to_the_limit_stays_whole(words: int) -> None:
    assert pieces(" ".join(["Wort"] * words)) == [" ".join(["Wort"] * words)]


LINES = st.lists(st.text(alphabet="ab .!?\tÄß1-", max_size=400), max_size=30)


@given(LINES.map("\n".join))
def test_no_word_is_lost_or_moved_and_no_piece_is_too_long(text: str) -> None:
    found = pieces(text)
    assert " ".join(found).split() == text.split()
    assert all(0 < len(piece.split()) <= LONGEST_WORDS for piece in found)
