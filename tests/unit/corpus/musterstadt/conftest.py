"""The sample city, served once for all tests of this folder, and a small town to spoil."""

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from corpus.musterstadt.content import Content, default_folder, read_content
from corpus.musterstadt.serve import SampleSite


@pytest.fixture(scope="session")
def content() -> Content:
    return read_content(default_folder())


@pytest.fixture(scope="session")
def site() -> Iterator[SampleSite]:
    with SampleSite() as served:
        yield served


@pytest.fixture(scope="session")
def client(site: SampleSite) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.url, trust_env=False) as opened:
        yield opened


@pytest.fixture
def town(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of content with one service, one office and the start page; `files` change or add."""
    site = (default_folder() / "site.yaml").read_text(encoding="utf-8").split("# What makes")[0]
    site = "\n".join("popular: []" if line.startswith("popular:") else line for line in site.splitlines())
    usual = {
        "site.yaml": site,
        "pages/start.md": "---\ntitle: Willkommen\nurl: /\nmodified: 2026-01-01\n---\nHallo.\n",
        "offices/amt.md": "---\ntitle: Amt\nmodified: 2026-01-01\n---\nDas Amt.\n",
        "services/angeln.md": """\
            ---
            title: Angelschein
            topic: Freizeit
            offices: [amt]
            modified: 2026-01-02
            ---
            Wer angeln will, braucht einen Schein.

            ## Was kostet das? {#kosten .fees}
            | Dauer | Gebühr |
            | --- | --- |
            | ein Jahr | 27,00 Euro |
            """,
    }

    def write(**files: str) -> Path:
        named = {name.replace("__", "/") + ".md": text for name, text in files.items()}
        for name, text in (usual | named).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        return tmp_path

    return write
