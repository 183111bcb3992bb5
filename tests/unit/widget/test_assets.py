"""What a browser fetches."""

import base64
import gzip
import hashlib
from collections.abc import Callable

import pytest

from widget.assets import (
    STYLESHEETS,
    embed_hash,
    embed_script,
    embed_version,
    stylesheet,
    terminal_script,
)


def test_the_hash_is_that_of_the_script() -> None:
    algorithm, _, digest = embed_hash().partition("-")
    assert algorithm == "sha384"
    assert base64.b64decode(digest) == hashlib.sha384(embed_script()).digest()


def test_the_version_is_short_and_fits_into_an_address() -> None:
    assert len(embed_version()) == 12
    assert set(embed_version()) <= set("0123456789abcdef")


def test_the_script_stays_under_20_kilobytes_compressed() -> None:
    assert len(gzip.compress(embed_script())) < 20_000


@pytest.mark.parametrize("script", [embed_script, terminal_script])
@pytest.mark.parametrize(
    "forbidden",
    ["innerHTML", "document.cookie", "localStorage", "sessionStorage", "eval(", "new Function"],
)
def test_the_scripts_use_nothing_that_a_strict_policy_or_our_promises_forbid(
    forbidden: str, script: Callable[[], bytes]
) -> None:
    assert forbidden not in script().decode()


def test_the_terminals_script_carries_the_licence_of_what_others_wrote() -> None:
    head = terminal_script().decode().split("*/")[0]
    assert "uqr" in head
    assert "Permission is hereby granted, free of charge" in head


@pytest.mark.parametrize("name", STYLESHEETS)
def test_style_sheets_fetch_nothing(name: str) -> None:
    sheet = stylesheet(name).decode()
    assert "url(" not in sheet
    assert "@import" not in sheet


@pytest.mark.parametrize("name", ["../pages.py", "chat.css", "none.css", ""])
def test_only_the_style_sheets_of_the_pages_are_served(name: str) -> None:
    with pytest.raises(KeyError):
        stylesheet(name)
