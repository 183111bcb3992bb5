"""When a city was read last, how that ended, and when it is read next."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import typer
from pydantic import BaseModel, ConfigDict

from corpus.city import City
from corpus.generations.shelf import Shelf
from corpus.values.hours import BERLIN
from ingest.lock import Holder, lock_holder
from ingest.report import last_report, summary
from ingest.schedule import next_run


class Status(BaseModel):
    """What `lotse ingest --status` tells of a city; times are aware."""

    model_config = ConfigDict(frozen=True)

    city: str
    running: Holder | None
    last: datetime | None
    good: bool | None
    summary: str
    schedule: str | None
    next: datetime | None
    held_since: datetime | None


def city_status(city: City, data: Path, now: datetime) -> Status:
    """Gather what is known of a city's updates."""
    report = last_report(data, city.id)
    held = Shelf(data / "generations" / city.id).held()
    return Status(
        city=city.id,
        running=lock_holder(data, city.id),
        last=report.started if report else None,
        good=report.good if report else None,
        summary=summary(report) if report else "",
        schedule=city.schedule,
        next=next_run(city.schedule, now) if city.schedule else None,
        held_since=held.since if held else None,
    )


def print_status(data: Path, cities: Iterable[City], *, as_json: bool) -> None:
    """Print the status of each city, as lines or a JSON object each."""
    now = datetime.now(UTC)
    for city in cities:
        status = city_status(city, data, now)
        typer.echo(status.model_dump_json() if as_json else "\n".join(_lines(city, status)))


def _lines(city: City, status: Status) -> list[str]:
    lines = [f"{city.name}:"]
    if status.running:
        lines.append(f"  Es wird gerade eingelesen ({status.running}).")
    if status.last is None:
        lines.append("  Letzter Lauf: noch keiner.")
    else:
        lines.append(f"  Letzter Lauf: {_time(status.last)}.")
        lines.extend(f"    {line}" for line in status.summary.splitlines())
    if status.next is None:
        lines.append("  Nächster Lauf: nur von Hand („schedule“ steht nicht in city.toml).")
    else:
        lines.append(f"  Nächster Lauf: {_time(status.next)} („{status.schedule}“).")
    if status.held_since:
        lines.append(
            f"  Seit {_time(status.held_since)} gehen neue Generationen nicht in Betrieb, weil "
            "zurückgegangen wurde; „lotse generations resume“ hebt das auf."
        )
    return lines


def _time(when: datetime) -> str:
    return f"{when.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr"
