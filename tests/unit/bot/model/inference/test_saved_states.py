"""Which saved states serve a prompt, and which are kept."""

import pytest

from bot.model.fixed_messages import leading_system_messages, marked_messages
from bot.model.inference.saved_states import SavedState, SavedStates, Tokens

GERMAN: Tokens = tuple(range(100, 140))
ENGLISH: Tokens = tuple(range(200, 240))
QUESTION: Tokens = (7, 8, 9)


def state(tokens: Tokens, size: int = 10) -> SavedState:
    return SavedState(tokens, bytes(size))


def test_the_state_that_spares_most_is_taken() -> None:
    states = SavedStates(1000)
    for tokens in (GERMAN, ENGLISH, ENGLISH[:20]):
        states.put(state(tokens))
    assert states.best(ENGLISH + QUESTION) == state(ENGLISH)
    assert states.best(QUESTION) is None


def test_the_last_token_of_a_prompt_is_always_read() -> None:
    assert SavedStates(1000).spares(state(GERMAN), GERMAN) == len(GERMAN) - 1


def test_a_state_that_cannot_be_cut_back_serves_only_what_begins_with_all_of_it() -> None:
    states = SavedStates(1000, whole=True)
    states.put(state(GERMAN))
    assert states.best(GERMAN[:30] + QUESTION) is None
    assert states.best(GERMAN) is None
    assert states.best(GERMAN + QUESTION) == state(GERMAN)


def test_the_least_recently_used_goes_when_the_bytes_are_used_up() -> None:
    states = SavedStates(25)
    states.put(state(GERMAN))
    states.put(state(ENGLISH))
    states.best(GERMAN + QUESTION)
    states.put(state(tuple(range(300, 340))))
    assert states.best(GERMAN + QUESTION) is not None
    assert states.best(ENGLISH + QUESTION) is None
    assert (len(states), states.bytes) == (2, 20)


def test_what_is_larger_than_the_limit_pushes_nothing_out() -> None:
    states = SavedStates(25)
    states.put(state(GERMAN))
    states.put(state(ENGLISH, size=26))
    assert (len(states), states.bytes) == (1, 10)


def test_saving_again_does_not_count_twice() -> None:
    states = SavedStates(25)
    states.put(state(GERMAN))
    states.put(state(GERMAN, size=12))
    assert (len(states), states.bytes) == (1, 12)


def test_what_is_marked_is_saved_at_once_and_the_rest_when_it_comes_again() -> None:
    states = SavedStates(1000)
    assert states.worth_saving(GERMAN, sure=True)
    assert not states.worth_saving(ENGLISH, sure=False)
    assert states.worth_saving(ENGLISH, sure=False)


def test_what_is_saved_or_short_or_not_wanted_is_not_saved() -> None:
    states = SavedStates(1000)
    states.put(state(GERMAN))
    assert not states.worth_saving(GERMAN, sure=True)
    assert not states.worth_saving(GERMAN[:30], sure=True)
    assert not states.worth_saving(QUESTION, sure=True)
    assert not SavedStates(0).worth_saving(ENGLISH, sure=True)


@pytest.mark.parametrize(
    ("header", "count", "marked"),
    [
        ("1", 2, 1),
        ("2", 3, 2),
        (None, 2, None),
        ("0", 2, None),
        ("2", 2, None),
        ("-1", 2, None),
        ("²", 9, None),
    ],
)
def test_a_mark_counts_only_where_it_fits_the_messages(
    header: str | None, count: int, marked: int | None
) -> None:
    assert marked_messages(header, count) == marked


def test_without_a_mark_the_leading_system_messages_may_be_fixed() -> None:
    assert leading_system_messages(["system", "system", "user", "system"]) == 2
    assert leading_system_messages(["user", "system"]) == 0
