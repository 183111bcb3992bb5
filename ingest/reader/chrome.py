"""Removes a page's chrome: navigation, banners, teasers, bars, by structure, role, name and link density."""

import re

from bs4 import BeautifulSoup, Tag

from ingest.reader.characters import one_line
from ingest.reader.dom import attribute, elements, heading_level, link_share, names, text_of, words_of_name
from ingest.reader.vocabulary import Vocabulary

_ROLES = frozenset(
    {"navigation", "search", "banner", "contentinfo", "menu", "menubar", "toolbar", "dialog", "alertdialog"}
)
_UNTOUCHED = frozenset({"html", "body", "main", "h1", "table", "tbody", "thead", "tr", "td", "th", "article"})
# What makes a side column worth reading: a number to call, an address, hours, money, a postcode.
_VALUE = re.compile(
    r"tel(?:efon)?\b|@|\(at\)|uhr\b|€|\beuro\b|\b\d{5} [A-ZÄÖÜ]|sprechzeit|öffnungszeit|fax\b"
    r"|raum\b|zimmer\b",
    re.IGNORECASE,
)
_CONTACT_LINK = re.compile(r"^(?:tel:.|mailto:[^?])", re.IGNORECASE)
_SHORT = 300


def remove_chrome(soup: BeautifulSoup, vocabulary: Vocabulary) -> None:
    """Remove chrome in place. What holds the page's main heading or most of its text always stays."""
    whole = max(1, len(text_of(soup)))
    for tag in list(elements(soup)):
        if tag.decomposed or tag.name in _UNTOUCHED:
            continue
        if _is_chrome(tag, vocabulary) and not _carries_the_page(tag, whole):
            tag.decompose()
    _remove_chrome_parts(soup, vocabulary)


def _is_chrome(tag: Tag, vocabulary: Vocabulary) -> bool:
    role = attribute(tag, "role")
    if tag.name == "nav" or role in _ROLES:
        return True
    if tag.name == "footer":
        return not _is_inside(tag, ("article", "blockquote")) or not has_values(tag)
    if tag.name == "header":
        return not _is_inside(tag, ("main", "article", "section")) and tag.find("h1") is None
    if tag.name == "aside" or role == "complementary":
        return not has_values(tag)
    if tag.name == "form" or role == "form":
        return True
    return _is_chrome_by_name(tag, vocabulary)


def _is_chrome_by_name(tag: Tag, vocabulary: Vocabulary) -> bool:
    if heading_level(tag):
        return False
    for name in names(tag):
        lower = name.lower()
        if lower in vocabulary.chrome_classes:
            return True
        if vocabulary.harmless_classes.search(lower):
            continue
        words = words_of_name(name)
        if words & vocabulary.chrome_always:
            return True
        if words & vocabulary.chrome_if_links and _is_links_or_nothing(tag):
            return True
    return False


def _is_links_or_nothing(tag: Tag) -> bool:
    if has_values(tag):
        return False
    return (
        link_share(tag) > 0.5
        or (len(text_of(tag)) < _SHORT and tag.find("a") is not None)
        or not text_of(tag)
    )


def has_values(tag: Tag) -> bool:
    """Tell whether an element states what citizens look for: telephone, mail, address, hours, money.

    What stands in a link to another page doesn't count: that page states it.
    """
    if tag.find("a", href=_CONTACT_LINK) or tag.find("address") or tag.name == "address":
        return True
    return bool(_VALUE.search(_text_outside_links(tag)))


def _text_outside_links(tag: Tag) -> str:
    texts = [str(text) for text in tag.find_all(string=True) if text.find_parent("a") is None]
    return one_line(" ".join(texts))


def _carries_the_page(tag: Tag, whole: int) -> bool:
    if tag.find("main") or tag.find(attrs={"role": "main"}):
        return True
    text = text_of(tag)
    if tag.find("h1") and len(text) > 0.2 * whole:
        return True
    return len(text) > 0.5 * whole and link_share(tag) < 0.4


def _is_inside(tag: Tag, parents: tuple[str, ...]) -> bool:
    return any(parent.name in parents for parent in tag.parents)


def _remove_chrome_parts(soup: BeautifulSoup, vocabulary: Vocabulary) -> None:
    """Remove "related pages", "on this page" and lists that only jump within the page."""
    for heading in [tag for tag in elements(soup) if heading_level(tag) > 1]:
        if heading.decomposed or not vocabulary.chrome_headings.search(text_of(heading)):
            continue
        _remove_part(heading)
    for listing in soup.find_all(["ul", "ol"]):
        if not isinstance(listing, Tag) or listing.decomposed:
            continue
        if _only_jumps(listing) or _is_side_navigation(listing, vocabulary):
            listing.decompose()


def _remove_part(heading: Tag) -> None:
    following: list[Tag] = []
    for sibling in heading.find_next_siblings():
        if isinstance(sibling, Tag):
            if heading_level(sibling) and heading_level(sibling) <= heading_level(heading):
                break
            following.append(sibling)
    text = sum(len(text_of(tag)) for tag in following)
    linked = sum(len(text_of(tag)) * link_share(tag) for tag in following)
    if following and text and linked / text < 0.5:
        return
    if any(has_values(tag) for tag in following):
        return
    for tag in (heading, *following):
        tag.decompose()


def _is_side_navigation(listing: Tag, vocabulary: Vocabulary) -> bool:
    """Tell whether a list in a side column only leads to other pages, none of them a service."""
    if not _is_inside(listing, ("aside",)) or link_share(listing) < 0.8 or has_values(listing):
        return False
    return not any(
        vocabulary.online_words.search(text_of(link))
        or re.search(r"\.(?:pdf|docx?)\b", attribute(link, "href"))
        for link in listing.find_all("a")
        if isinstance(link, Tag)
    )


def _only_jumps(listing: Tag) -> bool:
    links = listing.find_all("a")
    if len(links) < 2 or link_share(listing) < 0.9 or attribute(listing, "role") == "tablist":
        return False
    return all(
        attribute(link, "href").startswith("#")
        and not attribute(link, "aria-controls")
        and attribute(link, "role") != "tab"
        for link in links
        if isinstance(link, Tag)
    )
