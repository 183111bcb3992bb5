"""Removes a page's chrome: navigation, banners, teasers, bars, by structure, role, name and link density."""

import re
from functools import lru_cache

from ingest.reader.characters import one_line
from ingest.reader.dom import (
    Element,
    attribute,
    first,
    heading_level,
    is_inside,
    names,
    remove,
    remove_all,
    text_of,
    words_of_name,
)
from ingest.reader.vocabulary import Vocabulary
from ingest.reader.weights import Weights

_ROLES = frozenset(
    {"navigation", "search", "banner", "contentinfo", "menu", "menubar", "toolbar", "dialog", "alertdialog"}
)
_UNTOUCHED = frozenset({"html", "body", "main", "h1", "table", "tbody", "thead", "tr", "td", "th"})
# What makes a side column worth reading: a number to call, an address, hours, money, a postcode.
_VALUE = re.compile(
    r"tel(?:efon)?\b|@|\(at\)|uhr\b|€|\beuro\b|\b\d{5} [A-ZÄÖÜ]|sprechzeit|öffnungszeit|fax\b"
    r"|raum\b|zimmer\b",
    re.IGNORECASE,
)
_CONTACT_LINK = re.compile(r"^(?:tel:.|mailto:[^?])", re.IGNORECASE)
_CONSENT = re.compile(r"cookie|consent|usercentrics|klaro|borlabs", re.IGNORECASE)
_TOOL_ADDRESS = re.compile(
    r"^(?:#|javascript:|\?|$)|print|druck|share|sharer|whatsapp|^mailto:\?", re.IGNORECASE
)
_SHORT = 300
_TEASERS = 2_000
# Values stand near the beginning of a block; a whole page of nested blocks isn't searched once for each.
_SEARCHED = 20_000


def remove_chrome(body: Element, vocabulary: Vocabulary, weights: Weights) -> None:
    """Remove chrome in place. What holds the page's main heading or most of its text always stays."""
    whole = max(1, weights.length(body))
    found: list[Element] = []
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if (
            element.tag not in _UNTOUCHED
            and _is_chrome(element, vocabulary, weights)
            and not _carries_the_page(element, whole, weights)
        ):
            found.append(element)
        else:
            waiting.extend(reversed(element))
    remove_all(found)
    _remove_chrome_parts(body, vocabulary, weights)


def _is_chrome(element: Element, vocabulary: Vocabulary, weights: Weights) -> bool:
    role = element.get("role")
    name = element.tag
    if name == "nav" or role in _ROLES:
        return True
    if name == "footer":
        return not is_inside(element, "article", "blockquote") or not has_values(element)
    if name == "header":
        return not is_inside(element, "main", "article", "section") and first(element, "h1") is None
    if name == "aside" or role == "complementary":
        return not has_values(element)
    if name == "form" or role == "form":
        return True
    return bool(element.attrib) and _is_chrome_by_name(element, vocabulary, weights)


def _is_chrome_by_name(element: Element, vocabulary: Vocabulary, weights: Weights) -> bool:
    said = {_says(name, vocabulary) for name in names(element)} - {""}
    if not said or heading_level(element):
        return False
    return "always" in said or _is_links_or_nothing(element, weights)


@lru_cache(maxsize=20_000)
def _says(name: str, vocabulary: Vocabulary) -> str:
    """Tell whether a class name or id marks chrome: "always", "links" (if it holds little else) or ""."""
    lower = name.lower()
    if lower in vocabulary.chrome_classes:
        return "always"
    if vocabulary.harmless_classes.search(lower):
        return ""
    words = words_of_name(name)
    if words & vocabulary.chrome_always:
        return "always"
    return "links" if words & vocabulary.chrome_if_links else ""


def _is_links_or_nothing(element: Element, weights: Weights) -> bool:
    length = weights.length(element)
    if not length:
        return True
    if weights.link_share(element) <= 0.5 and (length >= _SHORT or first(element, "a") is None):
        return False
    return not has_values(element)


def has_values(element: Element) -> bool:
    """Tell whether an element states what citizens look for: telephone, mail, address, hours, money.

    What stands in a link to another page doesn't count: that page states it.
    """
    if element.tag == "address" or first(element, "address") is not None:
        return True
    if any(_CONTACT_LINK.match(attribute(link, "href")) for link in element.iterdescendants("a")):
        return True
    return bool(_VALUE.search(_text_outside_links(element)))


def _text_outside_links(element: Element) -> str:
    texts: list[str] = []
    length = 0
    waiting: list[Element | str] = [element]
    while waiting and length < _SEARCHED:
        node = waiting.pop()
        if isinstance(node, str):
            texts.append(node)
            length += len(node)
            continue
        if node is not element and node.tail:
            waiting.append(node.tail)
        if node.tag != "a":
            waiting.extend(reversed(node))
            if node.text:
                waiting.append(node.text)
    return one_line(" ".join(texts))


def _carries_the_page(element: Element, whole: int, weights: Weights) -> bool:
    length = weights.length(element)
    if length < 0.2 * whole:
        return _holds_main(element)
    if first(element, "h1") is not None or _holds_main(element):
        return True
    # A page that broke off behind its cookie banner has no other text, and that is none.
    if any(_CONSENT.search(name) for name in names(element)):
        return False
    return length > 0.5 * whole and weights.link_share(element) < 0.4


def _holds_main(element: Element) -> bool:
    return any(inner.tag == "main" or inner.get("role") == "main" for inner in element.iterdescendants())


def _remove_chrome_parts(body: Element, vocabulary: Vocabulary, weights: Weights) -> None:
    """Remove "related pages", "on this page" and lists that only jump within the page."""
    for link in list(body.iterdescendants("a")):
        if _is_tool(link, vocabulary):
            remove(link)
    headings = [element for element in body.iterdescendants() if heading_level(element) > 1]
    for heading in headings:
        if vocabulary.chrome_headings.search(text_of(heading)):
            _remove_part(heading, weights)
    for listing in list(body.iterdescendants("ul", "ol")):
        if _only_jumps(listing, weights) or _is_side_navigation(listing, vocabulary, weights):
            remove(listing)


def _is_tool(link: Element, vocabulary: Vocabulary) -> bool:
    """Tell whether a link prints, shares or scrolls the page ("Drucken", "nach oben") and leads nowhere."""
    if not _TOOL_ADDRESS.search(attribute(link, "href").strip()):
        return False
    return link.get("aria-controls") is None and bool(vocabulary.chrome_lines.search(text_of(link)))


def _remove_part(heading: Element, weights: Weights) -> None:
    following: list[Element] = []
    level = heading_level(heading)
    for sibling in heading.itersiblings():
        if 0 < heading_level(sibling) <= level:
            break
        following.append(sibling)
    text = sum(weights.length(element) for element in following)
    linked = sum(weights.length(element) * weights.link_share(element) for element in following)
    # Teasers: each leads to its page, however much it says of it.
    teasers = text < _TEASERS and all(first(one, "a") is not None for one in following if weights.length(one))
    if following and text and linked / text < (0.15 if teasers else 0.5):
        return
    if any(has_values(element) for element in following):
        return
    remove_all([heading, *following])


def _is_side_navigation(listing: Element, vocabulary: Vocabulary, weights: Weights) -> bool:
    """Tell whether a list in a side column only leads to other pages, none of them a service."""
    if not is_inside(listing, "aside") or weights.link_share(listing) < 0.8 or has_values(listing):
        return False
    return not any(
        vocabulary.online_words.search(text_of(link))
        or re.search(r"\.(?:pdf|docx?)\b", attribute(link, "href"))
        for link in listing.iterdescendants("a")
    )


def _only_jumps(listing: Element, weights: Weights) -> bool:
    links = list(listing.iterdescendants("a"))
    if len(links) < 2 or weights.link_share(listing) < 0.9 or listing.get("role") == "tablist":
        return False
    return all(
        attribute(link, "href").startswith("#")
        and not link.get("aria-controls")
        and link.get("role") != "tab"
        for link in links
    )
