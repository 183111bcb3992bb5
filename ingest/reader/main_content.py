"""Finds the element that holds a page's content."""

from bs4 import BeautifulSoup, Tag

from ingest.reader.chrome import has_values
from ingest.reader.dom import attribute, elements, link_share, names, text_of
from ingest.reader.vocabulary import Vocabulary

_SIDE = frozenset({"aside"})
_WRAPPERS = frozenset({"div", "section", "article", "td", "table", "tbody", "tr", "center", "form"})
_ENOUGH = 0.35


def find_main(soup: BeautifulSoup, vocabulary: Vocabulary) -> list[Tag]:
    """Give the content element, then the side blocks outside it that state contact, hours or fees.

    In this order: `<main>` or its role, known ids and class names, a single `<article>`, the smallest
    element that holds most of the text.
    """
    body = soup.body or soup
    main = _marked(body) or _named(body, vocabulary) or _article(body) or _densest(body)
    return [main, *_side_blocks(body, main)]


def _marked(body: Tag) -> Tag | None:
    for found in (
        body.find("main"),
        body.find(attrs={"role": "main"}),
        body.find(attrs={"itemprop": "mainContentOfPage"}),
    ):
        if isinstance(found, Tag) and text_of(found):
            return found
    return None


def _named(body: Tag, vocabulary: Vocabulary) -> Tag | None:
    whole = len(text_of(body))
    by_name: dict[str, Tag] = {}
    for tag in elements(body):
        for name in names(tag):
            by_name.setdefault(name.lower(), tag)
    for wanted in vocabulary.main_ids:
        found = by_name.get(wanted)
        if found is not None and len(text_of(found)) >= _ENOUGH * whole:
            return found
    return None


def _article(body: Tag) -> Tag | None:
    articles = body.find_all("article")
    if (
        len(articles) == 1
        and isinstance(articles[0], Tag)
        and len(text_of(articles[0])) >= _ENOUGH * len(text_of(body))
    ):
        return articles[0]
    return None


def _densest(body: Tag) -> Tag:
    """Descend while a single child holds nearly all text that isn't links, and no sibling states a value."""
    current = body
    while True:
        children = [child for child in current.children if isinstance(child, Tag)]
        weights = [_weight(child) for child in children]
        heaviest = max(range(len(children)), key=weights.__getitem__, default=None)
        if heaviest is None or weights[heaviest] < 0.97 * sum(weights):
            return current
        rest = [child for index, child in enumerate(children) if index != heaviest]
        if children[heaviest].name not in _WRAPPERS or any(map(has_values, rest)) or not weights[heaviest]:
            return current
        current = children[heaviest]


def _weight(tag: Tag) -> float:
    return len(text_of(tag)) * (1.0 - link_share(tag))


def _side_blocks(body: Tag, main: Tag) -> list[Tag]:
    found: list[Tag] = []
    above = set(map(id, main.parents))
    for tag in elements(body):
        side = tag.name in _SIDE or attribute(tag, "role") == "complementary" or _is_side_name(tag)
        if not side or id(tag) in above or tag is main or _within(tag, [main, *found]):
            continue
        if has_values(tag) and link_share(tag) < 0.8:
            found.append(tag)
    return found


def _is_side_name(tag: Tag) -> bool:
    return any(
        word in name.lower()
        for name in names(tag)
        for word in (
            "sidebar",
            "marginal",
            "seitenspalte",
            "randspalte",
            "kontakt",
            "contact",
            "ansprechpartner",
            "vcard",
        )
    )


def _within(tag: Tag, outer: list[Tag]) -> bool:
    parents = {id(parent) for parent in tag.parents}
    return any(id(one) in parents for one in outer)
