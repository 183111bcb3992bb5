"""Pages in the manner of the content management systems that municipalities use, each with its whole text.

`systems/<name>.html` is the page, `systems/<name>.txt` what is to be read of it: "# " before a heading.
"""

from pathlib import Path

import pytest

from corpus.records import Document
from tests.unit.ingest.reader.reading import read

SYSTEMS = Path(__file__).parent / "systems"
NAMES = sorted(path.stem for path in SYSTEMS.glob("*.html"))
TITLES = {
    "drupal": "Anmeldung eines Hundes",
    "fiona": "Kita-Platz suchen",
    "government_site_builder": "Jagdschein",
    "ikiss": "Fischereischein",
    "liferay": "Sperrmüll abholen lassen",
    "nolis": "Gewerbe anmelden",
    "sixcms": "Sterbeurkunde",
    "typo3": "Wohngeld",
    "wordpress": "Trauung im Rittersaal",
}
PATHS = {
    "drupal": ("Dienste",),
    "fiona": ("Familie", "Kita-Platz suchen"),
    "government_site_builder": ("Service", "Jagdschein"),
    "ikiss": ("Rathaus", "Fischereischein"),
    "liferay": ("Abfall", "Sperrmüll"),
    "nolis": ("Wirtschaft", "Gewerbe anmelden"),
    "sixcms": ("Urkunden", "Sterbeurkunde"),
    "typo3": ("Wohnen", "Wohngeld"),
    "wordpress": ("Trauung im Rittersaal",),
}


def page(name: str) -> Document:
    return read((SYSTEMS / f"{name}.html").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_text_is_read_in_sections_and_nothing_else(name: str) -> None:
    lines: list[str] = []
    for section in page(name).sections:
        lines += [f"# {section.heading}"] if section.heading else []
        lines += section.text.splitlines()
    assert lines == (SYSTEMS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_the_title_is_the_pages(name: str) -> None:
    assert page(name).title == TITLES[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_path_to_the_page_is_kept_apart_from_its_text(name: str) -> None:
    assert page(name).breadcrumbs == PATHS[name]
