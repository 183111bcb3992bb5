"""When a city is read: on time in German time, once for what was missed, never twice at once."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ingest.schedule import ScheduledRun, is_due, next_run

BERLIN = ZoneInfo("Europe/Berlin")
NIGHTLY = "30 2 * * *"


def german(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def finished(text: str, minutes: int = 5) -> ScheduledRun:
    return ScheduledRun(started=german(text), finished=german(text) + timedelta(minutes=minutes), code=0)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-06-01T12:00", "2026-06-02T00:30+00:00"),
        ("2026-01-10T12:00", "2026-01-11T01:30+00:00"),
        # 2:30 doesn't exist on 29 March 2026: right after the gap, at 3:00 summer time.
        ("2026-03-28T12:00", "2026-03-29T01:00+00:00"),
        ("2026-03-29T03:00", "2026-03-30T00:30+00:00"),
        # 2:30 comes twice on 25 October 2026: the first counts.
        ("2026-10-24T12:00", "2026-10-25T00:30+00:00"),
        ("2026-10-25T02:30", "2026-10-26T01:30+00:00"),
    ],
)
def test_a_nightly_run_keeps_german_time_across_summer_time(after: str, expected: str) -> None:
    assert next_run(NIGHTLY, german(after)) == datetime.fromisoformat(expected)


def test_every_half_hour_goes_on_through_the_repeated_hour() -> None:
    times, now = [], german("2026-10-25T01:45")
    for _ in range(5):
        now = next_run("*/30 * * * *", now)
        times.append(now)
    assert {later - earlier for earlier, later in pairwise(times)} == {timedelta(minutes=30)}


def test_a_city_that_was_never_read_is_due_at_once() -> None:
    assert is_due(NIGHTLY, None, None, german("2026-06-01T12:00"))


def test_between_two_times_nothing_is_due() -> None:
    assert not is_due(NIGHTLY, finished("2026-06-01T02:30"), None, german("2026-06-02T02:29"))
    assert is_due(NIGHTLY, finished("2026-06-01T02:30"), None, german("2026-06-02T02:30"))


def test_nights_that_were_missed_are_made_up_for_once() -> None:
    now = german("2026-06-05T09:00")
    assert is_due(NIGHTLY, finished("2026-06-01T02:30"), None, now)
    assert not is_due(NIGHTLY, finished("2026-06-05T09:00"), None, now + timedelta(hours=1))


def test_an_update_by_hand_counts_too() -> None:
    assert not is_due(
        NIGHTLY, finished("2026-06-01T02:30"), german("2026-06-03T08:00"), german("2026-06-03T09:00")
    )


def test_times_that_passed_during_a_long_run_are_left_out() -> None:
    run = finished("2026-06-01T10:00", minutes=42)
    assert not is_due("*/15 * * * *", run, None, german("2026-06-01T10:43"))
    assert is_due("*/15 * * * *", run, None, german("2026-06-01T10:45"))


def test_a_run_that_was_cut_off_is_tried_once_more_and_then_at_its_next_time(tmp_path: Path) -> None:
    now = german("2026-06-01T03:00")
    ScheduledRun.begin(tmp_path, "stadt", german("2026-06-01T02:30"))
    assert is_due(NIGHTLY, ScheduledRun.read(tmp_path, "stadt"), None, now)
    ScheduledRun.begin(tmp_path, "stadt", now)
    again = ScheduledRun.read(tmp_path, "stadt")
    assert again is not None
    assert again.attempts == 2
    assert not is_due(NIGHTLY, again, None, now + timedelta(minutes=1))
    assert is_due(NIGHTLY, again, None, german("2026-06-02T02:30"))


def test_a_run_that_ended_starts_the_count_anew(tmp_path: Path) -> None:
    ScheduledRun.begin(tmp_path, "stadt", german("2026-06-01T02:30"))
    run = ScheduledRun.begin(tmp_path, "stadt", german("2026-06-01T02:40"))
    run.end(tmp_path, "stadt", german("2026-06-01T02:50"), 0)
    assert ScheduledRun.begin(tmp_path, "stadt", german("2026-06-02T02:30")).attempts == 1


def test_a_clock_that_was_wrong_does_not_stop_the_updates() -> None:
    wrong, now = datetime(2036, 1, 1, tzinfo=UTC), german("2026-06-01T12:00")
    assert is_due(NIGHTLY, finished("2036-01-01T00:00"), None, now)
    assert not is_due(NIGHTLY, finished("2026-06-01T11:59", minutes=0), wrong, now)
