"""Debian's Chromium, as tests, screenshots and the report on accessibility start it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, sync_playwright

MISSING = "Chromium fehlt: Bitte als root „apt-get install chromium“ ausführen."
CONTEXT: dict[str, Any] = {"locale": "de-DE", "reduced_motion": "reduce"}
_ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb")


class ChromiumMissing(Exception):
    """There is no Chromium on this machine; the message says what to do."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium for the length of a `with`; raises `ChromiumMissing`."""
    executable = shutil.which("chromium")
    if executable is None:
        raise ChromiumMissing(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
        yield browser
        browser.close()
