"""What a page says about itself in its head: title, language, dates, keywords, canonical address, robots."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.values.dates import find_dates
from ingest.addresses import canonical_url, is_web_address
from ingest.reader.characters import one_line
from ingest.reader.dom import Element, attribute, first, shown_text, text_of
from ingest.reader.vocabulary import vocabulary

_DATE_NAMES = (
    "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified",
    "revised", "date.modified", "modified", "article:published_time", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_STATE_LINE = re.compile(
    r"^(?:stand|letzte (?:änderung|aktualisierung)|zuletzt (?:geändert|aktualisiert)(?: am)?"
    r"|aktualisiert(?: am)?|last (?:changed?|updated?|modified)(?: on)?"
    r"|(?:veröffentlicht|eingestellt|erstellt|publiziert|geschrieben)(?: am)?)"
    r"\s*:?\s*(?:am\s*)?(\d{1,2}\.\s?(?:\d{1,2}\.|[a-zä]{3,9})\s?\d{4})(?:.{0,20}|\s(?:von|durch|in)\s.{1,60})$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w{4,}")
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
    """Give the page's title: its h1, or the title element without the site's name.

    Where several are shown, the first that shares a word with the title element: others name the site, or
    the module of the system that shows the text.
    """
    own = metadata.titles[0] if metadata.titles else ""
    shown = [
        text
        for heading in root.iterdescendants("h1")
        if not _is_site_name(heading) and not _is_for_readers(heading) and (text := shown_text(heading))
    ]
    words = set(_WORD.findall(own.casefold()))
    for text in shown:
        if len(shown) == 1 or words & set(_WORD.findall(text.casefold())):
            return text
    if shown or not own:
        return next(iter(shown), "")
    return _SEPARATOR.split(own)[0].strip() or own


def _is_for_readers(heading: Element) -> bool:
    """Tell whether only screen readers speak a heading: it names the site, or a part of the page."""
    known = vocabulary()
    return any(
        name.lower() in known.reader_classes or name.lower() in known.hidden_classes
        for name in attribute(heading, "class").split()
    )


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
        found: datetime | None = datetime.fromisoformat(text.strip())
    except ValueError:
        days = [one.values[0].canonical for one in find_dates(text) if len(one.values) == 1]
        try:
            found = datetime.fromisoformat(days[0]) if days else None
        except ValueError:
            return None
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)
