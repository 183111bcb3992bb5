"""Without a terminal long work says a line now and then, for every stage."""

import pytest

from api.cli.progress import PAUSE, Lines


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_stage_is_said_when_it_begins_and_every_few_seconds(clock: Clock) -> None:
    said: list[str] = []
    lines = Lines(said.append, clock)
    for done in range(101):
        clock.now = done / 25 * PAUSE
        lines("Seiten lesen", done, 200)
    assert said[0] == "Seiten lesen …"
    assert len(said) == 1 + 100 // 25
    assert said[1] == "Seiten lesen: 25 von 200 (5,0/s, noch 35 s)"


def test_a_stage_ends_with_how_far_it_came_when_the_next_one_begins(clock: Clock) -> None:
    said: list[str] = []
    lines = Lines(said.append, clock)
    lines("Lesen", 0)
    clock.now += 2
    lines("Lesen", 8)
    lines("Bauen", 0, 8)
    lines.finish()
    assert said == ["Lesen …", "Lesen: 8 (4,0/s)", "Bauen …", "Bauen: 0 von 8"]
