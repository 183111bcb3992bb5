"""Addresses: one form per page."""

import pytest

from ingest.addresses import canonical_url, document_id, is_web_address


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://WWW.K.example:443/A/../b/?b=2&a=1#c", "https://www.k.example/b/?a=1&b=2"),
        ("http://k.example", "http://k.example/"),
        ("http://k.example:8080/a;jsessionid=12AB?sid=9", "http://k.example:8080/a"),
        ("http://k.example/a?utm_source=x&id=7&print=1&type=98", "http://k.example/a?id=7"),
        ("http://k.example/a?cHash=77&tx_news=1", "http://k.example/a?cHash=77&tx_news=1"),
        ("http://k.example/Straße ö", "http://k.example/Stra%C3%9Fe%20%C3%B6"),
        ("http://k.example/Stra%c3%9fe", "http://k.example/Stra%C3%9Fe"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://k.example//a///b", "http://k.example/a/b"),
        ("http://k.example/(S(lit3py55t21z5v55vlm25s55))/amt.aspx", "http://k.example/amt.aspx"),
        ("http://k.example/a?gbraid=1&_ga=2&matomo_kwd=3&id=4", "http://k.example/a?id=4"),
    ],
)
def test_a_page_has_one_address(url: str, expected: str) -> None:
    assert canonical_url(url) == expected
    assert canonical_url(canonical_url(url)) == expected


def test_relative_addresses_are_resolved() -> None:
    assert canonical_url("../amt?x=1", base="http://k.example/a/b/c") == "http://k.example/a/amt?x=1"


@pytest.mark.parametrize(
    "url", ["mailto:a@b.de", "javascript:void(0)", "http://", "http://k:port/", "tel:115", "/a"]
)
def test_what_is_no_web_address_is_told(url: str) -> None:
    assert not is_web_address(url)


def test_a_foreign_host_is_part_of_the_id() -> None:
    home = "https://www.k.example/"
    assert document_id("website", "https://www.k.example/a.html", home) == "website:/a"
    assert document_id("website", "https://bad.k.example/a.html", home) == "website://bad.k.example/a"
