"""The links of a fetched page, and what it says about being indexed, followed and translated."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from ingest.addresses import is_web_address
from ingest.errors import Unreadable
from ingest.reader.charset import decode
from ingest.reader.dom import Element, attribute
from ingest.reader.parsing import parse_html
from ingest.website.directives import of_metas
from ingest.website.state.records import Says

_BINARY = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|wmv|webm|ogg|wav|zip|rar|7z|t?gz|tar|exe|dmg|msi"
    r"|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|ics|vcf|xml|rss|atom|json|js|css|woff2?|ttf|eot|eps|psd|dwg|kml|gpx)$",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"^\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_MOST_LANGUAGES = 50
_MOST_METAS = 500


def is_binary(url: str) -> bool:
    """Tell whether an address ends like a file that is neither HTML nor PDF."""
    return bool(_BINARY.search(unquote(urlsplit(url).path)))


def parse(body: bytes, content_type: str) -> Element | None:
    """Parse a page; None where there is nothing to parse."""
    try:
        return parse_html(decode(body, content_type))
    except Unreadable:
        return None


def page_says(body: bytes, url: str, content_type: str, most: int) -> Says:
    """Read what the page at `url` says to crawlers, and at most `most` addresses to follow.

    `rel=nofollow` and meta robots are obeyed; addresses are absolute, in their order, each once.
    """
    root = parse(body, content_type)
    if root is None:
        return Says()
    base = (
        next((_join(url, attribute(tag, "href")) for tag in root.iter("base") if attribute(tag, "href")), "")
        or url
    )
    metas = [
        (attribute(tag, "name"), attribute(tag, "content")) for tag in islice(root.iter("meta"), _MOST_METAS)
    ]
    directives = of_metas(metas)
    follow: list[str] = [] if directives.nofollow else _follow(root, base, most + 1)
    return Says(
        follow=tuple(follow[:most]),
        canonical=_canonical(root, base),
        noindex=directives.noindex,
        nofollow=directives.nofollow,
        until=directives.until,
        languages=_languages(root, base),
        cut=len(follow) > most,
    )


def _follow(root: Element, base: str, most: int) -> list[str]:
    targets: dict[str, None] = {}
    found: dict[str, None] = {}
    for target in _targets(root):
        if target in targets:
            continue
        targets[target] = None
        if address := _join(base, target):
            found.setdefault(address)
            if len(found) >= most:
                break
    return list(found)


def _targets(root: Element) -> Iterator[str]:
    for tag in root.iter("a", "area", "meta", "frame"):
        if tag.tag == "meta":
            match = _REFRESH.match(attribute(tag, "content"))
            if match and attribute(tag, "http-equiv").lower() == "refresh":
                yield match[1].strip()
        elif tag.tag == "frame":
            yield attribute(tag, "src").strip()
        elif "nofollow" not in attribute(tag, "rel").lower().split():
            target = attribute(tag, "href").strip()
            if target and not target.startswith("#"):
                yield target


def _canonical(root: Element, base: str) -> str:
    for tag in root.iter("link"):
        if "canonical" in attribute(tag, "rel").lower().split():
            return _join(base, attribute(tag, "href"))
    return ""


def _languages(root: Element, base: str) -> tuple[tuple[str, str], ...]:
    """Give language (BCP 47, in lower case) and address of each `link rel=alternate hreflang`."""
    found: dict[tuple[str, str], None] = {}
    for tag in root.iter("link"):
        language = attribute(tag, "hreflang").strip().lower()
        if not language or "alternate" not in attribute(tag, "rel").lower().split():
            continue
        if (address := _join(base, attribute(tag, "href"))) and len(found) < _MOST_LANGUAGES:
            found.setdefault((language, address))
    return tuple(found)


def _join(base: str, target: str) -> str:
    try:
        address = urljoin(base, target.strip())
    except ValueError:
        return ""
    return address if is_web_address(address) else ""
