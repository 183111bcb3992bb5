"""Which areas contain a town, by official keys of any length."""

import pytest

from ingest.xzufi.areas import best, specificity

TOWN = "059990001001"


@pytest.mark.parametrize(
    ("area", "fit"),
    [
        (TOWN, 5),
        ("059990001", 4),
        ("05999", 3),
        ("059990000000", 3),
        ("05", 1),
        ("050000000000", 1),
        ("00", 0),
        ("000000000000", 0),
        ("05999001", 5),
        ("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:059990001001", 5),
    ],
)
def test_an_area_that_contains_the_town_fits_the_better_the_smaller_it_is(area: str, fit: int) -> None:
    assert specificity(area, TOWN) == fit


@pytest.mark.parametrize("area", ["06", "05998", "059990001002", "059990002", "05999002", "08111000"])
def test_an_area_elsewhere_does_not_fit(area: str) -> None:
    assert specificity(area, TOWN) is None


def test_a_states_zero_is_no_filling() -> None:
    """Saarland is 10; cut down to "1" it would contain Berlin, Brandenburg and Saxony."""
    assert specificity("100000000000", "120640000000") is None
    assert specificity("100000000000", "100410100100") == 1


def test_a_part_of_a_city_state_belongs_to_it() -> None:
    assert specificity("110010001001", "110000000000") == 1


def test_a_town_may_be_named_by_its_short_key() -> None:
    assert specificity("059990001001", "05999001") == 5
    assert specificity("059990001002", "05999001") is None


def test_what_is_no_official_key_excludes_nothing() -> None:
    assert specificity("Nordkreis", TOWN) == 0


def test_of_several_areas_the_best_counts_and_none_means_everywhere() -> None:
    assert best(["06", "05", TOWN], [TOWN]) == 5
    assert best([], [TOWN]) == 0
    assert best(["06"], []) == 0
    assert best(["06", "07"], [TOWN]) is None
    assert best(["064350014014"], [TOWN, "064350014014"]) == 5
