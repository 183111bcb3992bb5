"""The links of a fetched page, and what it says about being indexed and followed."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer, Tag

from ingest.addresses import is_web_address
from ingest.reader.charset import decode

_BINARY = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|wmv|webm|ogg|wav|zip|rar|7z|t?gz|tar|exe|dmg|msi"
    r"|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|ics|vcf|xml|rss|atom|json|js|css|woff2?|ttf|eot|eps|psd|dwg|kml|gpx)$",
    re.IGNORECASE,
)
_WANTED = SoupStrainer(["a", "area", "link", "meta", "base"])
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True)
class PageLinks:
    """Addresses to follow, absolute, in order; the canonical address; whether the page forbids indexing."""

    follow: tuple[str, ...] = ()
    canonical: str = ""
    noindex: bool = False


def is_binary(url: str) -> bool:
    """Tell whether an address ends like a file that is neither HTML nor PDF."""
    return bool(_BINARY.search(unquote(urlsplit(url).path)))


def page_links(response: Any, most: int) -> PageLinks:
    """Read a page's links, at most `most`; `rel=nofollow` and meta robots are obeyed."""
    content_type = response.headers.get("Content-Type", b"").decode("latin-1")
    soup = BeautifulSoup(decode(response.body, content_type), "lxml", parse_only=_WANTED)
    base = response.url
    base_tag = soup.find("base", href=True)
    if isinstance(base_tag, Tag):
        base = _join(base, _attribute(base_tag, "href")) or base
    robots = " ".join(
        _attribute(tag, "content").lower()
        for tag in soup.find_all("meta")
        if isinstance(tag, Tag) and _attribute(tag, "name").lower() in {"robots", "stadtlotse"}
    )
    words = set(re.split(r"[\s,]+", robots))
    follow = () if words & {"nofollow", "none"} else _follow(soup, base, most)
    return PageLinks(follow, _canonical(soup, base), bool(words & {"noindex", "none"}))


def _follow(soup: BeautifulSoup, base: str, most: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for tag in soup.find_all(["a", "area", "meta"]):
        if not isinstance(tag, Tag) or len(found) >= most:
            continue
        if tag.name == "meta":
            match = _REFRESH.match(_attribute(tag, "content"))
            target = match[1] if match and _attribute(tag, "http-equiv").lower() == "refresh" else ""
        else:
            target = "" if "nofollow" in _attribute(tag, "rel").lower().split() else _attribute(tag, "href")
        if target.strip() and (address := _join(base, target)):
            found.setdefault(address)
    return tuple(found)


def _canonical(soup: BeautifulSoup, base: str) -> str:
    for tag in soup.find_all("link"):
        if isinstance(tag, Tag) and "canonical" in _attribute(tag, "rel").lower().split():
            return _join(base, _attribute(tag, "href"))
    return ""


def _join(base: str, target: str) -> str:
    try:
        address = urljoin(base, target.strip())
    except ValueError:
        return ""
    return address if is_web_address(address) else ""


def _attribute(tag: Tag, name: str) -> str:
    """Give an attribute's value, "" where it is missing; lists (rel) joined by blanks."""
    value = tag.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)
