"""Text is released when it is certain, and not before."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.model.inference.text_pieces import TextPieces


def test_a_character_in_two_tokens_comes_out_whole_with_the_second() -> None:
    pieces = TextPieces()
    first, second = "ü".encode()[:1], "ü".encode()[1:]
    assert pieces.add(b"Geb" + first) == "Geb"
    assert pieces.add(second + b"hr") == "ühr"


def test_bytes_that_never_become_valid_are_replaced() -> None:
    pieces = TextPieces()
    assert pieces.add(b"a\xffb") == "a\ufffdb"


def test_a_character_cut_off_at_the_end_is_dropped() -> None:
    pieces = TextPieces()
    assert pieces.add(b"37 \xe2\x82") == "37 "
    assert pieces.rest() == ""


def test_nothing_from_the_stop_sequence_on_is_released() -> None:
    pieces = TextPieces(["ENDE", "\n\n"])
    assert pieces.add(b"Das kostet 37 Euro.\n\nUnd ENDE") == "Das kostet 37 Euro."
    assert pieces.stopped
    assert pieces.add(b"noch mehr") == ""
    assert pieces.rest() == ""


def test_what_may_begin_a_stop_sequence_is_held_back_and_released_when_it_does_not() -> None:
    pieces = TextPieces(["###"])
    assert pieces.add(b"eins#") == "eins"
    assert pieces.add(b"#zwei") == "##zwei"
    assert pieces.add(b"#") == ""
    assert pieces.rest() == "#"


@given(text=st.text(), cuts=st.lists(st.integers(0, 200)))
def test_valid_text_comes_out_as_it_went_in_however_it_is_cut(text: str, cuts: list[int]) -> None:
    raw, pieces, out = text.encode("utf-8", "ignore"), TextPieces(["<stop>"]), ""
    edges = sorted({0, len(raw), *(cut for cut in cuts if cut < len(raw))})
    for start, end in itertools.pairwise(edges):
        out += pieces.add(raw[start:end])
    out += pieces.rest()
    assert out == raw.decode().partition("<stop>")[0]


@given(st.lists(st.binary(max_size=8)))
def test_no_bytes_whatever_make_it_fail_or_release_half_characters(tokens: list[bytes]) -> None:
    pieces = TextPieces()
    out = "".join(pieces.add(token) for token in tokens) + pieces.rest()
    whole = b"".join(tokens).decode("utf-8", "replace")
    assert whole.startswith(out)
    assert len(whole) - len(out) <= 1
