"""The benchmark of page readers reads the same files with each of them."""
# ruff: noqa: E501 (the page reads best as it is written)

from pathlib import Path

import pytest

from evaluation.benchmarks.page_reading import READERS, Report, speed_of, table

HTML = "<html lang='de'><body><main><h1>Pass</h1><h2>Gebühr</h2><p>Der Pass kostet 70 Euro.</p></main></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pass.html"
    path.write_text(HTML, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", READERS)
def test_every_reader_finds_something_on_a_page(name: str, page: Path) -> None:
    assert READERS[name](page) > 0


@pytest.mark.parametrize("name", READERS)
def test_every_reader_has_a_speed(name: str, page: Path) -> None:
    assert speed_of((name, (page, page))) > 0


def test_the_table_tells_each_speed_and_its_ratio() -> None:
    speeds = {"Stadtlotse, sections and facts": 150.0, "trafilatura": 100.0, "BeautifulSoup, get_text": 80.0}
    report = Report(pages=3, megabytes=0.1, processes=2, pages_per_s=speeds, to_trafilatura=1.5)
    assert table(report).rows == (
        ("Stadtlotse, sections and facts", "150", "1.50"),
        ("trafilatura", "100", "1.00"),
        ("BeautifulSoup, get_text", "80", "0.80"),
    )
