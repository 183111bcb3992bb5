"""The loop of scheduled updates: one after the other, whatever they end with."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from api.cli.watch import Watch
from corpus.city import City, Hotline, State
from corpus.sources import WebsiteSource
from ingest.schedule import ScheduledRun

BERLIN = ZoneInfo("Europe/Berlin")


class Clock:
    """A time that passes only when told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 6, 1, 2, 0, tzinfo=BERLIN)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **passed: float) -> None:
        self.time += timedelta(**passed)


def city(name: str, schedule: str | None) -> City:
    url = f"https://www.{name}.example"
    return City(
        id=name,
        name=name.title(),
        state=State.HE,
        website=url,
        hotline=Hotline(telephone="069 90009-115"),
        sources=(WebsiteSource(type="website", name="website", start=(url,)),),
        schedule=schedule,
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


MakeWatch = Callable[..., Watch]


@pytest.fixture
def watch(tmp_path: Path, clock: Clock) -> MakeWatch:
    def make(update: Callable[[City], int], *cities: City) -> Watch:
        return Watch(tmp_path, lambda: {one.id: one for one in cities}, update, clock)

    return make


def test_a_city_runs_at_its_time_and_not_in_between(watch: MakeWatch, clock: Clock) -> None:
    runs: list[datetime] = []
    loop = watch(lambda _: runs.append(clock()) or 0, city("stadt", "30 2 * * *"))
    loop.round()  # never read before: at once
    for _ in range(60 * 24):
        clock.forward(minutes=1)
        loop.round()
    assert [run.strftime("%H:%M") for run in runs] == ["02:00", "02:30"]


def test_a_run_that_takes_longer_than_the_interval_does_not_overlap(watch: MakeWatch, clock: Clock) -> None:
    starts: list[str] = []

    def slow(_: City) -> int:
        starts.append(clock().strftime("%H:%M"))
        clock.forward(minutes=40)
        return 0

    loop = watch(slow, city("stadt", "*/15 * * * *"))
    for _ in range(3):
        clock.forward(seconds=loop.round())
        while clock().minute % 15 or clock().second:
            clock.forward(seconds=1)
    assert starts == ["02:00", "02:45", "03:30"]


def test_a_run_that_fails_is_remembered_and_the_next_one_comes(
    watch: MakeWatch, clock: Clock, tmp_path: Path
) -> None:
    codes = iter([-9, 2, 0])
    loop = watch(lambda _: next(codes), city("stadt", "0 * * * *"))
    for expected in (-9, 2, 0):
        loop.round()
        run = ScheduledRun.read(tmp_path, "stadt")
        assert run is not None
        assert run.code == expected
        clock.forward(hours=1)


def test_cities_have_schedules_of_their_own(watch: MakeWatch, clock: Clock) -> None:
    runs: list[str] = []
    loop = watch(
        lambda one: runs.append(one.id) or 0,
        city("stadt", "0 3 * * *"),
        city("dorf", "0 4 * * *"),
        city("weiler", None),
    )
    loop.round()
    clock.forward(hours=1)
    loop.round()
    clock.forward(hours=1)
    loop.round()
    assert runs == ["stadt", "dorf", "stadt", "dorf"]


def test_the_loop_looks_again_soon_and_in_time(watch: MakeWatch, clock: Clock) -> None:
    loop = watch(lambda _: 0, city("stadt", "30 2 * * *"))
    assert loop.round() == 30.0  # clocks are put right, machines wake up
    clock.forward(minutes=29, seconds=50)
    assert loop.round() == pytest.approx(10.0)
