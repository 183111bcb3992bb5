"""Reports are kept, the latest of them, and one that can't be read stands in nobody's way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ingest.report import Report, last_report, read_report, run_name, run_names, write_report

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def report(days: int = 0, city: str = "stadt") -> Report:
    started = NOON + timedelta(days=days)
    return Report(city=city, run=run_name(started), started=started, seconds=1.5, sources=())


def test_the_last_report_is_the_youngest(tmp_path: Path) -> None:
    for days in (3, 1, 2):
        write_report(report(days), tmp_path)
    assert last_report(tmp_path, "stadt") == report(3)
    assert last_report(tmp_path, "dorf") is None


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    for days in range(5):
        write_report(report(days), tmp_path, keep=3)
    assert run_names(tmp_path, "stadt") == [report(days).run for days in (2, 3, 4)]


def test_what_a_killed_run_left_behind_is_removed(tmp_path: Path) -> None:
    path = write_report(report(), tmp_path)
    path.with_name("20260601T000000-000000.json.new").write_text("{")
    write_report(report(1), tmp_path)
    assert sorted(one.suffix for one in path.parent.iterdir()) == [".json", ".json"]


def test_a_broken_report_is_passed_over(tmp_path: Path) -> None:
    write_report(report(), tmp_path)
    write_report(report(1), tmp_path).write_text("{")
    assert last_report(tmp_path, "stadt") == report()


def test_fields_of_a_newer_version_do_not_stand_in_the_way(tmp_path: Path) -> None:
    path = write_report(report(), tmp_path)
    path.write_text(path.read_text().replace('"format": 1', '"format": 1, "mood": "good"'))
    assert read_report(tmp_path, "stadt", report().run) == report()
