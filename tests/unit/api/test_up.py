"""`lotse up` says an address that a browser can open."""

import pytest

from api.cli.up import address_of
from api.settings import Settings


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:8080"),
        ("::1", "http://[::1]:8080"),
    ],
)
def test_the_address_can_be_opened(host: str, address: str) -> None:
    assert address_of(Settings.model_validate({"host": host, "port": 8080})) == address
