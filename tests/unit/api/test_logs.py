"""Logs tell where something failed, never with which values."""

import io
import logging

from api.logs import ValueFreeFormatter, places

SECRET = "Bin ich Vater von Kind 4711?"


def raised() -> RuntimeError:
    def fail(text: str) -> None:
        try:
            int(text)
        except ValueError as error:
            raise RuntimeError(text) from error

    try:
        fail(SECRET)
    except RuntimeError as error:
        return error
    raise AssertionError("nothing was raised")


def test_places_name_the_kinds_and_lines_without_values() -> None:
    text = places(raised())
    assert SECRET not in text
    assert "ValueError" in text
    assert "RuntimeError" in text
    assert "test_logs.py" in text


def test_a_logged_exception_keeps_its_values_to_itself() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ValueFreeFormatter("%(message)s"))
    log = logging.getLogger("lotse-test")
    log.addHandler(handler)
    log.error("Exception in ASGI application", exc_info=raised())
    assert SECRET not in stream.getvalue()
    assert "RuntimeError" in stream.getvalue()
