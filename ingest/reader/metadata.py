"""What a page says about itself in its head: title, language, dates, keywords, canonical address, robots."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.addresses import canonical_url, is_web_address
from ingest.reader.characters import one_line
from ingest.reader.dom import Element, attribute, first, shown_text, text_of

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
    """A page's statements about itself; "" or None where it makes none.

    `hints` are German sentences for its editors: where its structured data says something else than its text.
    """

    titles: tuple[str, ...]
    language: str
    keywords: tuple[str, ...]
    modified: datetime | None
    canonical: str
    noindex: bool
    nofollow: bool
    hints: tuple[str, ...] = ()


def read_metadata(root: Element, url: str) -> Metadata:
    """Read the head of a page at `url`."""
    metas = _metas(root)
    robots = metas.get("robots", "").lower()
    return Metadata(
        titles=_titles(root, metas),
        language=_language(root, metas),
        keywords=_keywords(metas),
        modified=_modified(root, metas),
        canonical=_canonical(root, url),
        noindex="noindex" in robots or robots == "none",
        nofollow="nofollow" in robots or robots == "none",
    )


def main_title(root: Element, metadata: Metadata) -> str:
    """Give the page's title: its h1, or the title element without the site's name."""
    for heading in root.iterdescendants("h1"):
        if (text := shown_text(heading)) and not _is_site_name(heading):
            return text
    if not metadata.titles:
        return ""
    return _SEPARATOR.split(metadata.titles[0])[0].strip() or metadata.titles[0]


def date_line(line: str) -> datetime | None:
    """Give the date of a line such as "Stand: 12.03.2025"; None for any other line."""
    match = _STATE_LINE.match(line)
    return _parse_date(match[1]) if match else None


def _is_site_name(heading: Element) -> bool:
    return any(first(parent, "nav") is not None for parent in heading.iterancestors("header"))


def _metas(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iterdescendants("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("http-equiv") or "").lower()
        if name and (content := one_line(attribute(meta, "content"))):
            found.setdefault(name, content)
    return found


def _titles(root: Element, metas: dict[str, str]) -> tuple[str, ...]:
    title = first(root, "title")
    texts = [
        text_of(title) if title is not None else "",
        metas.get("og:title", ""),
        metas.get("dc.title", ""),
    ]
    return tuple(text for text in texts if text)


def _language(root: Element, metas: dict[str, str]) -> str:
    declared = (
        root.get("lang")
        or root.get("xml:lang")
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


def _canonical(root: Element, url: str) -> str:
    for link in root.iterdescendants("link"):
        if link.get("href") and "canonical" in attribute(link, "rel").lower().split():
            address = attribute(link, "href").strip()
            try:
                address = canonical_url(address, base=url)
            except ValueError:
                return ""
            return address if is_web_address(address) else ""
    return ""


def _modified(root: Element, metas: dict[str, str]) -> datetime | None:
    for name in _DATE_NAMES:
        if (text := metas.get(name)) and (found := _parse_date(text)):
            return found
    for time in root.iterdescendants("time"):
        dated = time.get("itemprop") == "dateModified"
        if dated and (found := _parse_date(attribute(time, "datetime"))):
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
