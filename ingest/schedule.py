"""When a city is read again: its schedule, what of it was missed, and what is remembered between runs."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cronsim import CronSim
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.generations.durable import write_text
from corpus.values.hours import BERLIN

SCHEDULE = "schedule"
_ATTEMPTS = 2
"""A run that was cut off, with the machine or by a kill, is tried once more, and then at its next time."""


class ScheduledRun(BaseModel):
    """The last scheduled run of a city; without `finished` it is running, or was cut off."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    started: datetime
    finished: datetime | None = None
    code: int | None = None
    attempts: int = 1

    @classmethod
    def read(cls, data: Path, city: str) -> Self | None:
        """What is remembered; None before the first run, or if it can't be read."""
        try:
            return cls.model_validate_json(_path(data, city).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, ValidationError):
            return None

    @classmethod
    def begin(cls, data: Path, city: str, now: datetime) -> Self:
        """Remember that a run begins."""
        before = cls.read(data, city)
        again = before is not None and before.finished is None
        run = cls(started=now, attempts=before.attempts + 1 if before is not None and again else 1)
        run.write(data, city)
        return run

    def end(self, data: Path, city: str, now: datetime, code: int) -> None:
        """Remember how the run ended."""
        self.model_copy(update={"finished": now, "code": code}).write(data, city)

    def write(self, data: Path, city: str) -> None:
        """Keep it under `data/schedule/`."""
        path = _path(data, city)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, self.model_dump_json(indent=2))


def next_run(schedule: str, after: datetime) -> datetime:
    """The first time of a schedule (five cron fields, German time) later than `after`; aware, in UTC.

    Where clocks are put forward, a time that doesn't exist is made up for right after; where they are put
    back, a fixed time comes once (cronsim follows Debian's cron).
    """
    return next(CronSim(schedule, after.astimezone(BERLIN))).astimezone(UTC)


def is_due(schedule: str, last: ScheduledRun | None, updated: datetime | None, now: datetime) -> bool:
    """Whether to run now. `updated` is the end of the city's latest update, whoever started it.

    Times that passed while a run was under way are left out; those that passed while nothing ran (the machine
    was off) are made up for by one run.
    """
    if last is not None and last.finished is None and (updated is None or updated < last.started):
        return last.attempts < _ATTEMPTS or next_run(schedule, last.started) <= now
    # A time to come is of a clock that has been put right since: it says nothing.
    ends = [one for one in (last.finished if last else None, updated) if one is not None and one <= now]
    return not ends or next_run(schedule, max(ends)) <= now


def _path(data: Path, city: str) -> Path:
    return data / SCHEDULE / f"{city}.json"
