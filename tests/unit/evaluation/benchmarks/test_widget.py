"""The comparison of chats tells what each does, and where ours misses its limits."""

import json
import urllib.request

import pytest

from evaluation.benchmarks.widget.candidates import OURS, candidates
from evaluation.benchmarks.widget.host import STRICT, serving
from evaluation.benchmarks.widget.measuring import Behaviour
from evaluation.benchmarks.widget.report import LARGEST, Measured, missed, table

CALM = Behaviour(
    requests=3,
    kilobytes=60.0,
    elsewhere=0,
    cookies=0,
    stored=0,
    shift=0.0,
    axe=(),
    live_region=True,
    refused=0,
    works_strictly=True,
)
GOOD = Measured(
    name=OURS,
    version="",
    raw=57_000,
    gzip=LARGEST,
    brotli=18_000,
    shown_ms=27.3,
    opened_ms=50.0,
    behaviour=CALM,
)


def test_ours_within_its_limits_misses_nothing() -> None:
    assert missed([GOOD]) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"gzip": LARGEST + 1}, "20001 bytes"),
        ({"shown_ms": 50.0}, "50.0 ms"),
        ({"behaviour": {**CALM.__dict__, "shift": 0.01}}, "moves by 0.01"),
        ({"behaviour": {**CALM.__dict__, "elsewhere": 1}}, "1 requests go elsewhere"),
        ({"behaviour": {**CALM.__dict__, "stored": 1}}, "1 things are stored"),
        ({"behaviour": {**CALM.__dict__, "axe": ("region: …",)}}, "region: …"),
        ({"behaviour": {**CALM.__dict__, "live_region": False}}, "no live region"),
        ({"behaviour": {**CALM.__dict__, "works_strictly": False}}, "strict policy"),
    ],
)
def test_each_missed_limit_is_named(changed: dict[str, object], sentence: str) -> None:
    said = missed([Measured.model_validate({**GOOD.model_dump(), **changed})])
    assert len(said) == 1
    assert sentence in said[0]


def test_each_chat_is_a_column_and_each_property_a_row() -> None:
    other = GOOD.model_copy(update={"name": "other", "version": "1.2", "opened_ms": None})
    drawn = table([GOOD, other])
    assert drawn.headers == ("", OURS, "other 1.2")
    assert {len(row) for row in drawn.rows} == {3}
    assert ("main thread to open it, ms", "50.0", "–") in drawn.rows


def test_the_host_page_embeds_the_chat_and_serves_it_from_the_same_place() -> None:
    ours = candidates()[0]
    with serving(ours) as url:
        page = _read(url).decode()
        assert ours.body in page
        assert _read(f"{url}/chat.js") == ours.script.read_bytes()
        assert json.loads(_read(f"{url}/api/v1/cities/musterstadt"))["id"] == "musterstadt"
        with urllib.request.urlopen(f"{url}/strict") as answer:
            assert answer.headers["Content-Security-Policy"] == STRICT


def test_without_a_chat_the_page_has_none() -> None:
    with serving(None) as url:
        assert "<script" not in _read(url).decode()


def _read(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        body: bytes = answer.read()
    return body
