"""`lotse ingest --watch`: starts an update of each city when its schedule says so, one after the other."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from api.cities import choose_cities, load_cities
from api.cli.child import end, start_lotse
from api.cli.terminal import fail
from api.logs import configure_logs
from api.settings import Settings
from corpus.city import City, CityError
from ingest.lock import watch_lock
from ingest.report import last_report
from ingest.schedule import ScheduledRun, is_due, next_run

POLITE = 10
"""Added to the process's niceness: answering goes before reading."""
_LONGEST_SLEEP = 30.0
"""Seconds; clocks are put right and machines wake up, so the time is looked at again and again."""

log = structlog.get_logger(__name__)


def watch_cities(settings: Settings, city: str | None) -> None:
    """Run until ended. Each update is a process of its own, so that none can end this one.

    Ends with `fail` if no city has a schedule; raises `UpdateRunning` if another process does the same.
    """
    cities = {one.id: one for one in choose_cities(load_cities(settings.cities), city)}
    if not any(one.schedule for one in cities.values()):
        fail('Keine Stadt hat einen „schedule“ in city.toml. Beispiel: schedule = "15 3 * * *" für 3:15 Uhr.')
    configure_logs()
    os.nice(POLITE)
    with watch_lock(settings.data):
        watch = Watch(settings.data, lambda: _reload(settings, city), _update)
        while True:
            time.sleep(watch.round())


@dataclass
class Watch:
    """The loop's work: `update` runs one city's update and gives its exit code; it must not raise."""

    data: Path
    cities: Callable[[], Mapping[str, City]]
    update: Callable[[City], int]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def round(self) -> float:
        """Run what is due, and give the seconds until the next look."""
        scheduled = [(one, one.schedule) for one in self.cities().values() if one.schedule]
        for city, schedule in scheduled:
            if is_due(schedule, ScheduledRun.read(self.data, city.id), self._updated(city), self.now()):
                self._run(city, schedule)
        now = self.now()
        waits = [(next_run(schedule, now) - now).total_seconds() for _, schedule in scheduled]
        return max(0.1, min([*waits, _LONGEST_SLEEP]))

    def _run(self, city: City, schedule: str) -> None:
        run = ScheduledRun.begin(self.data, city.id, self.now())
        code = self.update(city)
        ended = self.now()
        run.end(self.data, city.id, ended, code)
        log.info("update", city=city.id, code=code, next=next_run(schedule, ended).isoformat())

    def _updated(self, city: City) -> datetime | None:
        report = last_report(self.data, city.id)
        return report.started + timedelta(seconds=report.seconds) if report else None


def _update(city: City) -> int:
    child = start_lotse(["ingest", "--quiet", "--city", city.id])
    try:
        return child.wait()
    finally:
        end(child)


def _reload(settings: Settings, city: str | None) -> Mapping[str, City]:
    """The cities as their files say now; a file that is just being edited is said and left for later."""
    try:
        return {one.id: one for one in choose_cities(load_cities(settings.cities), city)}
    except CityError as error:
        log.warning("city", problem=str(error))
        return {}
