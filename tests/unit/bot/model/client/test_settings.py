"""Which model to ask, and how patiently, is checked where it is read."""

import pytest
from pydantic import ValidationError

from bot.model.client.connect import connect
from bot.model.client.settings import ModelSettings


@pytest.mark.parametrize("given", ["http://modell:8090", "http://modell:8090/", "http://modell:8090/v1/"])
def test_the_address_is_taken_with_and_without_the_version(given: str) -> None:
    assert ModelSettings(url=given).url == "http://modell:8090/v1"


@pytest.mark.parametrize("given", ["", "modell:8090", "ftp://modell", "http://"])
def test_what_is_no_address_is_refused_with_a_sentence(given: str) -> None:
    with pytest.raises(ValidationError, match="keine Adresse eines Modellservers"):
        ModelSettings(url=given)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost:1", True),
        ("http://modell.example:1", False),
        ("http://10.0.0.7:1", False),
    ],
)
def test_a_server_on_this_machine_is_known_as_such(url: str, local: bool) -> None:
    assert ModelSettings(url=url).on_this_machine is local


def test_the_key_is_not_printed() -> None:
    assert "geheim" not in repr(ModelSettings(url="http://modell", api_key="geheim"))
    assert "geheim" not in repr(connect(ModelSettings(url="http://modell", api_key="geheim")))
