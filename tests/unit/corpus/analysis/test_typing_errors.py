"""Mistyped words find those that were meant, the likeliest first, and others find none."""

import pytest

from corpus.analysis.typing_errors import corrections, distance

VOCABULARY = [
    (word, 3)
    for word in ("anmeld", "abmeld", "heirat", "gewerb", "wohngeld", "wohnung", "kindergeld", "bibliothek")
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anmled", "anmeld"),
        ("heirad", "heirat"),
        ("gewarb", "gewerb"),
        ("wohngled", "wohngeld"),
        ("wohnunk", "wohnung"),
        ("kindergled", "kindergeld"),
        ("bibliotek", "bibliothek"),
        ("bibloitek", "bibliothek"),
    ],
)
def test_a_slip_is_forgiven(typed: str, meant: str) -> None:
    assert corrections(typed, VOCABULARY)[0].word == meant


def test_a_word_that_nobody_says_stays_alone() -> None:
    assert corrections("wolkenkuckuck", VOCABULARY) == []
    assert corrections("wohngift", VOCABULARY) == []


def test_short_words_may_be_one_edit_away_and_long_ones_two() -> None:
    assert corrections("heirda", [("heirat", 1)]) == []
    assert [one.word for one in corrections("kindrgeldd", [("kindergeld", 1)])] == ["kindergeld"]


def test_the_first_two_letters_are_typed_right() -> None:
    assert corrections("nameld", [("anmeld", 1)]) == []


def test_at_most_three_are_given_and_the_frequent_ones_before_the_rare() -> None:
    near = [("gebuhra", 1), ("gebuhrb", 9), ("gebuhrc", 5), ("gebuhrd", 7)]
    assert [one.word for one in corrections("gebuhr", near)] == ["gebuhrb", "gebuhrd", "gebuhrc"]


def test_swapped_doubled_and_neighbouring_letters_cost_less_than_others() -> None:
    assert distance("geld", "gled") == distance("geld", "gelld") == distance("geld", "gekd") < 1
    assert distance("geld", "gexd") == 1


@pytest.mark.parametrize("other", ["kindergeld", "kindrgeld", "kidnergelld", "kinderbett", "kiosk", "kinder"])
@pytest.mark.parametrize("most", [1, 2])
def test_a_search_that_stops_early_finds_the_same_distances_within_its_reach(other: str, most: int) -> None:
    exact, stopped = distance("kindergeld", other), distance("kindergeld", other, most)
    assert stopped == exact if exact <= most else stopped > most
