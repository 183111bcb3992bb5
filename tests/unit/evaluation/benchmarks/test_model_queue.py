"""Who counts as overtaken in the benchmark of the model's queue."""

from evaluation.benchmarks.model_queue import Served, overtaken


def served(began: float, sent: float, first: float) -> Served:
    return Served(began, sent, first, whole=True)


def test_whoever_reached_the_server_first_and_is_answered_later_is_overtaken() -> None:
    early, late, last = served(0, 1, 9), served(2, 3, 7), served(4, 5, 8)
    assert overtaken([early, late, last]) == 2
    assert overtaken([last, early, late]) == 2


def test_answers_in_the_order_of_arrival_overtake_nobody() -> None:
    assert overtaken([served(0, 1, 5), served(2, 3, 6), served(4, 5, 7)]) == 0


def test_requests_on_their_way_at_the_same_time_have_no_order() -> None:
    assert overtaken([served(0, 2, 9), served(1, 3, 7)]) == 0
