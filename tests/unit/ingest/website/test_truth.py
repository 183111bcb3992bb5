"""Servers are believed as far as they proved right."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.website.state.file import open_state
from ingest.website.state.notes import Notes
from ingest.website.state.records import Answer
from ingest.website.truth import Truth

FETCHED = datetime(2026, 6, 1, 12, tzinfo=UTC).timestamp()
MAY, JUNE = datetime(2026, 5, 4, tzinfo=UTC), datetime(2026, 6, 3, tzinfo=UTC)
KNOWN = Answer(
    "http://k.example/a", "hash", "text/html", is_pdf=False, fetched=FETCHED, checked=FETCHED,
    etag='"1"', last_modified="Mon, 04 May 2026 10:00:00 GMT", lastmod=MAY.isoformat(),
)  # fmt: skip


@pytest.fixture
def truth(tmp_path: Path) -> Iterator[Truth]:
    connection = open_state(tmp_path)
    yield Truth(Notes(connection))
    connection.close()


def announce(truth: Truth, times: int) -> None:
    for _ in range(times):
        assert not truth.judge(KNOWN, '"2"', "", JUNE)


def test_a_validator_is_believed_until_it_was_the_same_for_two_contents(truth: Truth) -> None:
    assert truth.believes_validators(KNOWN.url)
    assert truth.judge(KNOWN, '"1"', "", None)
    assert not truth.believes_validators(KNOWN.url)
    assert truth.believes_validators("http://other.example/")


def test_a_last_modified_counts_where_there_is_no_etag(truth: Truth) -> None:
    assert not truth.judge(KNOWN, '"2"', KNOWN.last_modified, None)
    assert truth.judge(KNOWN, "", KNOWN.last_modified, None)


def test_the_sitemaps_date_is_believed_after_three_changes_that_it_announced(truth: Truth) -> None:
    announce(truth, 2)
    assert not truth.believes_date(KNOWN, MAY)
    announce(truth, 1)
    assert truth.believes_date(KNOWN, MAY)
    assert not truth.believes_date(KNOWN, JUNE), "another date means another content"
    assert not truth.believes_date(KNOWN, None)


def test_a_page_fetched_on_the_very_day_may_have_changed_once_more(truth: Truth) -> None:
    announce(truth, 3)
    today = replace(KNOWN, lastmod=datetime(2026, 6, 1, tzinfo=UTC).isoformat())
    assert not truth.believes_date(today, datetime(2026, 6, 1, tzinfo=UTC))


def test_a_change_that_the_sitemap_kept_quiet_costs_it_all_trust(truth: Truth) -> None:
    announce(truth, 3)
    assert truth.judge(KNOWN, '"2"', "", MAY)
    announce(truth, 40)
    assert not truth.believes_date(KNOWN, MAY)


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    connection = open_state(tmp_path)
    with connection:
        Truth(Notes(connection)).judge(KNOWN, '"1"', "", None)
    connection.close()
    again = open_state(tmp_path)
    assert not Truth(Notes(again)).believes_validators(KNOWN.url)
    again.close()
