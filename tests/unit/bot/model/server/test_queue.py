"""The waiting line: one at a time, in order, bounded, and everybody knows their place."""

import pytest

from bot.model.inference.engine import Order
from bot.model.server.queue import Event, Failed, LineClosed, LineFull, Place, Ticket, WaitingLine

ORDER = Order(tokens=(1,))


class Model:
    """Remembers what it was told to begin with."""

    def __init__(self) -> None:
        self.begun: list[Ticket] = []

    def __call__(self, ticket: Ticket) -> None:
        self.begun.append(ticket)


def heard(ticket: Ticket) -> list[Event]:
    return [ticket.events.get_nowait() for _ in range(ticket.events.qsize())]


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def line(model: Model) -> WaitingLine:
    return WaitingLine(2, model)


def test_the_first_begins_at_once_and_the_others_wait(line: WaitingLine, model: Model) -> None:
    first, second, third = (line.enter(ORDER) for _ in range(3))
    assert model.begun == [first]
    assert [heard(ticket) for ticket in (first, second, third)] == [[Place(0)], [Place(1)], [Place(2)]]
    assert (line.busy, line.length) == (True, 2)


def test_when_one_is_finished_the_next_begins_and_the_rest_move_up(line: WaitingLine, model: Model) -> None:
    first, second, third = (line.enter(ORDER) for _ in range(3))
    line.finished(first)
    assert model.begun == [first, second]
    assert heard(second) == [Place(1), Place(0)]
    assert heard(third) == [Place(2), Place(1)]


def test_who_leaves_the_queue_makes_room_and_is_never_begun(line: WaitingLine, model: Model) -> None:
    first, second, third = (line.enter(ORDER) for _ in range(3))
    second.leave()
    assert heard(third) == [Place(2), Place(1)]
    line.finished(first)
    assert model.begun == [first, third]


def test_who_leaves_while_being_answered_keeps_the_model_until_it_has_stopped(
    line: WaitingLine, model: Model
) -> None:
    first, second = line.enter(ORDER), line.enter(ORDER)
    first.leave()
    assert first.left
    assert model.begun == [first]
    line.finished(first)
    assert model.begun == [first, second]


def test_the_line_is_bounded(line: WaitingLine) -> None:
    for _ in range(3):
        line.enter(ORDER)
    with pytest.raises(LineFull):
        line.enter(ORDER)


def test_a_line_without_places_still_answers_one(model: Model) -> None:
    line = WaitingLine(0, model)
    line.finished(line.enter(ORDER))
    line.enter(ORDER)
    with pytest.raises(LineFull):
        line.enter(ORDER)


def test_finishing_twice_or_out_of_turn_begins_nobody(line: WaitingLine, model: Model) -> None:
    first, second, third = (line.enter(ORDER) for _ in range(3))
    line.finished(third)
    assert model.begun == [first]
    line.finished(first)
    line.finished(first)
    assert model.begun == [first, second]


def test_closing_tells_everybody_and_lets_nobody_in(line: WaitingLine, model: Model) -> None:
    first, second = line.enter(ORDER), line.enter(ORDER)
    line.close()
    for ticket in (first, second):
        assert isinstance(heard(ticket)[-1], Failed)
        assert ticket.left
    with pytest.raises(LineClosed):
        line.enter(ORDER)
    line.finished(first)
    assert model.begun == [first]
