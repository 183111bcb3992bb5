"""Meta robots and X-Robots-Tag: what a page forbids us, and what it forbids others only."""

from datetime import UTC, datetime

import pytest

from ingest.website.directives import Directives, of_headers, of_metas, of_rules


@pytest.mark.parametrize(
    ("values", "noindex", "nofollow"),
    [
        (["noindex"], True, False),
        (["NOINDEX, nofollow"], True, True),
        (["none"], True, True),
        (["all"], False, False),
        (["noarchive, nosnippet"], False, False),
        (["stadtlotse: noindex"], True, False),
        (["*: noindex"], True, False),
        (["googlebot: noindex"], False, False),
        (["googlebot: nofollow", "stadtlotse: noindex, nofollow"], True, True),
        (["nofollow", "otherbot: none"], False, True),
        (["max-snippet: 50, noindex"], True, False),
        ([], False, False),
    ],
)
def test_headers_count_for_us_and_for_everybody(values: list[str], noindex: bool, nofollow: bool) -> None:
    found = of_headers(values)
    assert (found.noindex, found.nofollow) == (noindex, nofollow)


def test_meta_elements_count_by_their_name() -> None:
    assert of_metas([("ROBOTS", "NoIndex")]).noindex
    assert of_metas([("stadtlotse", "noindex")]).noindex
    assert not of_metas([("googlebot", "noindex"), ("description", "noindex")]).noindex


@pytest.mark.parametrize(
    "rule",
    [
        "unavailable_after: 25 Jun 2026 15:00:00 GMT",
        "unavailable_after: 2026-06-25T15:00:00+00:00",
        "unavailable_after: Thu, 25 Jun 2026 15:00:00 +0000",
        "unavailable_after: 25-Jun-2026 15:00:00 GMT",
        "nofollow, unavailable_after: 25 Jun 2026 15:00:00 GMT, noarchive",
    ],
)
def test_a_page_says_until_when_it_wants_to_be_found(rule: str) -> None:
    assert of_rules(rule).until == datetime(2026, 6, 25, 15, tzinfo=UTC)


def test_a_date_that_is_none_forbids_nothing() -> None:
    assert of_rules("unavailable_after: bald") == Directives()
    assert of_rules("unavailable_after: bald, noindex").noindex


def test_the_stricter_rule_wins() -> None:
    early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    joined = Directives(noindex=True, until=late).and_also(Directives(nofollow=True, until=early))
    assert joined == Directives(noindex=True, nofollow=True, until=early)
