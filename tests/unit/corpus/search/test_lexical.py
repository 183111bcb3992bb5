"""The lexical index finds German words however they are written, and is exact about its own tokens."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.records import Audience
from corpus.search.lexical import Entry, LexicalIndex, LexicalWriter
from corpus.search.query import weighted_tokens
from corpus.search.weights import FieldWeights, TokenWeights

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL
ENTRIES = (
    Entry("hund", PUBLIC, "Hundesteuer", ("Hund",), ("Gebühren",), ("Die Steuer beträgt 60 Euro im Jahr.",)),
    Entry(
        "pass",
        PUBLIC,
        "Reisepass",
        ("Ausweis",),
        ("Unterlagen",),
        ("Bringen Sie ein biometrisches Foto mit.",),
    ),
    Entry(
        "haus",
        PUBLIC,
        "Baugenehmigung",
        (),
        ("Verfahren",),
        ("Den Zwinger für einen Hund bauen Sie ohne Genehmigung.",),
    ),
)
EVEN = FieldWeights()
ALL = frozenset(Audience)


def build(folder: Path, *entries: Entry) -> LexicalIndex:
    writer = LexicalWriter(folder)
    writer.add(entries)
    writer.finish()
    return LexicalIndex(folder)


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    return build(tmp_path / "index", *ENTRIES)


def tokens(question: str) -> dict[str, float]:
    """The question's tokens, none of them weighed down."""
    return weighted_tokens(question, (), TokenWeights(filler=1.0, gram=1.0, official=1.0))


def found(index: LexicalIndex, query: str, weights: FieldWeights = EVEN) -> list[str]:
    return [match.id for match in index.search(tokens(query), 10, weights, ALL)]


@pytest.mark.parametrize("query", ["Reisepässe", "REISEPASS", "reisepaß", "Was kostet der Reisepass?"])
def test_a_word_is_found_in_every_spelling(index: LexicalIndex, query: str) -> None:
    assert found(index, query)[0] == "pass"


def test_the_parts_of_a_compound_are_found(index: LexicalIndex) -> None:
    assert found(index, "Genehmigung")[0] == "haus"
    assert found(index, "Hundebesitzer") == ["hund"]


@pytest.mark.parametrize("query", ["", "???", "der die das", "Quantenphysik"])
def test_a_query_without_a_known_word_finds_nothing(index: LexicalIndex, query: str) -> None:
    assert found(index, query) == []


@pytest.mark.parametrize("query", ['title:Hund AND "x', "Hund~2 +[a TO b]", "Hund\x00", "(((", "🐕 Hund"])
def test_nothing_in_a_question_is_taken_for_query_syntax(index: LexicalIndex, query: str) -> None:
    assert "pass" not in found(index, query)


def test_a_match_in_a_heavier_field_counts_more(index: LexicalIndex) -> None:
    assert found(index, "Hunde", FieldWeights(title=5, keywords=5, heading=0.1, body=0.1))[0] == "hund"
    assert found(index, "Hunde", FieldWeights(title=0.01, keywords=0.01, heading=0.1, body=5))[0] == "haus"


def test_scores_are_ordered_and_the_limit_holds(index: LexicalIndex) -> None:
    matches = index.search(tokens("Hund Steuer Foto Genehmigung"), 2, EVEN, ALL)
    assert len(matches) == 2
    assert matches[0].score >= matches[1].score > 0


def test_the_same_entries_give_the_same_scores(index: LexicalIndex, tmp_path: Path) -> None:
    again = build(tmp_path / "again", *ENTRIES)
    assert again.search(tokens("Hundesteuer"), 10, EVEN, ALL) == index.search(
        tokens("Hundesteuer"), 10, EVEN, ALL
    )


def test_only_what_the_audience_may_see_is_found_and_scores_stay_the_same(tmp_path: Path) -> None:
    note = Entry("vermerk", INTERNAL, "Hundesteuer", (), (), ("Interner Vermerk zur Hundesteuer.",))
    index = build(tmp_path / "index", *ENTRIES, note)
    public = index.search(tokens("Hundesteuer"), 10, EVEN, {PUBLIC})
    assert [match.id for match in public] == ["hund"]
    assert [match.id for match in index.search(tokens("Hundesteuer"), 10, EVEN, {INTERNAL})] == ["vermerk"]
    assert set(public) <= set(index.search(tokens("Hundesteuer"), 10, EVEN, ALL))


def test_a_token_of_few_entries_is_rarer_than_one_of_many(index: LexicalIndex) -> None:
    by_rarity = [index.rarity(token) for token in ("quantenphysik", "hund")]
    assert by_rarity == sorted(by_rarity, reverse=True)
    assert by_rarity[0] > by_rarity[-1] > 0


def test_many_threads_search_at_once(index: LexicalIndex) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: found(index, "Hundesteuer"), range(200)))
    assert answers == [answers[0]] * 200


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".+"):
        LexicalIndex(tmp_path)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    index = build(tmp_path / "leer")
    assert len(index) == 0
    assert found(index, "Hund") == []


def test_scores_are_the_same_whether_or_not_an_index_has_to_look_who_may_see_an_entry(tmp_path: Path) -> None:
    """Beside an internal entry all are checked; an index without one leaves that out."""
    public = build(tmp_path / "public", *ENTRIES)
    note = Entry("vermerk", INTERNAL, "Zwinger", (), ("Vermerk",), ("Nur für die Hotline.",))
    both = build(tmp_path / "both", *ENTRIES, note)
    wanted = tokens("Hund Steuer Reisepass")
    assert public.search(wanted, 10, EVEN, [PUBLIC]) == public.search(wanted, 10, EVEN, ALL)
    assert [match.id for match in both.search(wanted, 10, EVEN, [PUBLIC])] == [
        match.id for match in public.search(wanted, 10, EVEN, [PUBLIC])
    ]
    assert [match.id for match in both.search(tokens("Zwinger"), 10, EVEN, ALL)] == ["vermerk", "haus"]
    assert [match.id for match in both.search(tokens("Zwinger"), 10, EVEN, [PUBLIC])] == ["haus"]


def test_an_entry_that_is_found_again_has_the_same_id(index: LexicalIndex) -> None:
    assert found(index, "Hundesteuer Reisepass") == found(index, "Hundesteuer Reisepass")
    assert set(found(index, "Hundesteuer Reisepass Baugenehmigung")) == {"hund", "pass", "haus"}
