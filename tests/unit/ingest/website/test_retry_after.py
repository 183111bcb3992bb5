"""The pause that a busy server asks for."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from ingest.website.patience import retry_after


def test_seconds_are_seconds() -> None:
    assert retry_after(b" 17 ") == 17.0


def test_a_date_is_the_time_until_then() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True).encode()
    assert 95 < (retry_after(soon) or 0) <= 100
    assert retry_after(b"Thu, 01 Jan 2026 00:00:00 GMT") == 0.0


@pytest.mark.parametrize("value", [None, b"", b"bald", b"-5", "½".encode()])
def test_anything_else_says_nothing(value: bytes | None) -> None:
    assert retry_after(value) is None
