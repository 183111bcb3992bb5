"""The sample city's `city.toml` and the facts that it shares with its website."""

import re
from pathlib import Path

from corpus.city import load_city
from corpus.musterstadt.content import Content, default_folder
from corpus.sources import WebsiteSource

CITY = load_city(default_folder().parent)


def test_it_crawls_the_port_that_the_site_is_served_on() -> None:
    source = CITY.sources[0]

    assert isinstance(source, WebsiteSource)
    assert str(source.start[0]) == str(CITY.website) == "http://127.0.0.1:8090/"
    assert source.allow_private_addresses


def test_its_hotline_is_the_one_that_the_website_prints(content: Content) -> None:
    hotline = content.site.hotline

    assert (CITY.hotline.telephone, CITY.hotline.email, CITY.hotline.hours) == (
        hotline.telephone,
        hotline.email,
        hotline.hours,
    )


def test_every_telephone_number_is_kept_free_for_fiction() -> None:
    files = [*default_folder().rglob("*.md"), *default_folder().rglob("*.yaml")]
    numbers = [
        (path.name, number)
        for path in files
        for number in re.findall(r"(?<![\d.,])0\d{2,4}[ /]\d[\d -]{3,}", path.read_text(encoding="utf-8"))
    ]

    assert numbers
    assert [found for found in numbers if not _fictional(found[1])] == []


def _fictional(number: str) -> bool:
    return re.fullmatch(r"069 90009-?\d{0,3}", number.strip().rstrip("-")) is not None


def test_addresses_outside_are_reserved_for_examples() -> None:
    hosts = {
        host
        for path in Path(default_folder()).rglob("*.md")
        for host in re.findall(r"https?://([^/\s)\"]+)", path.read_text(encoding="utf-8"))
    }

    assert [host for host in hosts if not host.endswith(".musterstadt.example")] == []
