"""What a page says about itself in its head: title, language, dates, keywords, canonical address, robots."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bs4 import BeautifulSoup, Tag

from ingest.addresses import canonical_url, is_web_address
from ingest.reader.characters import one_line
from ingest.reader.dom import attribute, text_of

_DATE_NAMES = (
    "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified",
    "revised", "date.modified", "modified", "article:published_time", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_STATE_LINE = re.compile(
    r"^(?:stand|letzte (?:änderung|aktualisierung)|zuletzt (?:geändert|aktualisiert)(?: am)?"
    r"|aktualisiert(?: am)?|last (?:changed?|updated?|modified)(?: on)?)"
    r"\s*:?\s*(?:am\s*)?(\d{1,2}\.\s?\d{1,2}\.\s?\d{4}).{0,20}$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+(?:[|–—·»«:]|-|::)\s+|\s*\|\s*")


@dataclass(frozen=True)
class Metadata:
    """A page's statements about itself; "" or None where it makes none."""

    titles: tuple[str, ...]
    language: str
    keywords: tuple[str, ...]
    modified: datetime | None
    canonical: str
    noindex: bool
    nofollow: bool
    schema_types: tuple[str, ...]


def read_metadata(soup: BeautifulSoup, url: str) -> Metadata:
    """Read the head of a page at `url`."""
    metas = _metas(soup)
    robots = metas.get("robots", "").lower()
    return Metadata(
        titles=_titles(soup, metas),
        language=_language(soup, metas),
        keywords=_keywords(metas),
        modified=_modified(soup, metas),
        canonical=_canonical(soup, url),
        noindex="noindex" in robots or robots == "none",
        nofollow="nofollow" in robots or robots == "none",
        schema_types=tuple(_schema_types(soup)),
    )


def main_title(soup: BeautifulSoup, metadata: Metadata) -> str:
    """Give the page's title: its h1, or the title element without the site's name."""
    for heading in soup.find_all("h1"):
        if isinstance(heading, Tag) and (text := text_of(heading)) and not _is_site_name(heading):
            return text
    if not metadata.titles:
        return ""
    return _SEPARATOR.split(metadata.titles[0])[0].strip() or metadata.titles[0]


def date_line(line: str) -> datetime | None:
    """Give the date of a line such as "Stand: 12.03.2025"; None for any other line."""
    match = _STATE_LINE.match(line)
    return _parse_date(match[1]) if match else None


def _is_site_name(heading: Tag) -> bool:
    return any(parent.name == "header" and parent.find("nav") for parent in heading.parents)


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        if isinstance(tag, Tag):
            name = (
                attribute(tag, "name") or attribute(tag, "property") or attribute(tag, "http-equiv")
            ).lower()
            if name and (content := one_line(attribute(tag, "content"))):
                found.setdefault(name, content)
    return found


def _titles(soup: BeautifulSoup, metas: dict[str, str]) -> tuple[str, ...]:
    title = soup.find("title")
    texts = [
        text_of(title) if isinstance(title, Tag) else "",
        metas.get("og:title", ""),
        metas.get("dc.title", ""),
    ]
    return tuple(text for text in texts if text)


def _language(soup: BeautifulSoup, metas: dict[str, str]) -> str:
    html = soup.find("html")
    declared = (attribute(html, "lang") or attribute(html, "xml:lang")) if isinstance(html, Tag) else ""
    declared = (
        declared
        or metas.get("content-language", "")
        or metas.get("og:locale", "")
        or metas.get("dc.language", "")
    )
    match = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", declared)
    return match[0].lower() if match else ""


def _keywords(metas: dict[str, str]) -> tuple[str, ...]:
    text = metas.get("keywords", "")
    words = (one_line(word) for word in re.split(r"[;,]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def _canonical(soup: BeautifulSoup, url: str) -> str:
    for tag in soup.find_all("link", href=True):
        if isinstance(tag, Tag) and "canonical" in attribute(tag, "rel").lower().split():
            address = attribute(tag, "href").strip()
            try:
                address = canonical_url(address, base=url)
            except ValueError:
                return ""
            return address if is_web_address(address) else ""
    return ""


def _modified(soup: BeautifulSoup, metas: dict[str, str]) -> datetime | None:
    for name in _DATE_NAMES:
        if (text := metas.get(name)) and (found := _parse_date(text)):
            return found
    for tag in soup.find_all("time", attrs={"itemprop": "dateModified"}):
        if isinstance(tag, Tag) and (found := _parse_date(attribute(tag, "datetime"))):
            return found
    return None


def _parse_date(text: str) -> datetime | None:
    try:
        if match := _GERMAN_DATE.search(text):
            return datetime(int(match[3]), int(match[2]), int(match[1]), tzinfo=UTC)
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _schema_types(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(attrs={"itemtype": True}):
        if isinstance(tag, Tag):
            yield attribute(tag, "itemtype").rstrip("/").rsplit("/", 1)[-1]
    for tag in soup.find_all("script", attrs={"type": "application/ld+json"}):
        if isinstance(tag, Tag):
            try:
                yield from _json_types(json.loads(tag.get_text()))
            except (ValueError, RecursionError):
                continue


def _json_types(data: object) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _json_types(item)
    elif isinstance(data, dict):
        kinds = data.get("@type", ())
        yield from (str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))
        yield from _json_types(data.get("@graph", ()))
