"""Serves the sample city's website beside the server, so that there is something to crawl and to cite."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpx

from api.cities import uses_sample_site
from api.cli.terminal import fail
from corpus.city import City

_WAIT_SECONDS = 30
_STEP = 0.1


@contextmanager
def sample_site(cities: Iterable[City]) -> Iterator[str | None]:
    """Serve the website while the block runs, unless no city needs it or somebody serves it already."""
    city = next((city for city in cities if uses_sample_site(city)), None)
    if city is None:
        yield None
        return
    url = str(city.website)
    if _serves(url):
        yield url
        return
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "corpus.musterstadt.serve",
            "--port",
            str(city.website.port),
            "--end-with-parent",
        ],
        # Held open, never written to: it closes with this process, however that ends.
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait(process, url)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(process: "subprocess.Popen[str]", url: str) -> None:
    for _ in range(int(_WAIT_SECONDS / _STEP)):
        if process.poll() is not None:
            said = process.stderr.read().strip() if process.stderr else ""
            fail(said.splitlines()[-1] if said else f"Die Musterstadt lässt sich unter {url} nicht zeigen.")
        if _serves(url):
            return
        try:
            process.wait(timeout=_STEP)
        except subprocess.TimeoutExpired:
            continue
    fail(f"Die Musterstadt war nach {_WAIT_SECONDS} Sekunden unter {url} nicht zu erreichen.")


def _serves(url: str) -> bool:
    try:
        response = httpx.get(url, timeout=2.0, trust_env=False)
    except httpx.HTTPError:
        return False
    return "Musterstadt" in response.text
