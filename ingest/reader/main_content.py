"""Finds the element that holds a page's content."""

from ingest.reader.chrome import has_values
from ingest.reader.dom import Element, children, elements, first, names
from ingest.reader.vocabulary import Vocabulary
from ingest.reader.weights import Weights

_WRAPPERS = frozenset({"div", "section", "article", "td", "table", "tbody", "tr", "center", "form"})
_ENOUGH = 0.35
_SIDE_NAMES = (
    "sidebar", "marginal", "seitenspalte", "randspalte", "kontakt", "contact", "ansprechpartner", "vcard",
)  # fmt: skip


def find_main(body: Element, vocabulary: Vocabulary) -> list[Element]:
    """Give the content element, then the side blocks outside it that state contact, hours or fees.

    In this order: `<main>` or its role, known ids and class names, a single `<article>`, the smallest
    element that holds most of the text.
    """
    weights = Weights(body)
    candidates = (_marked(body, weights), _named(body, vocabulary, weights), _article(body, weights))
    main = next((one for one in candidates if one is not None), None)
    if main is None:
        main = _densest(body, weights)
    return [main, *_side_blocks(body, main, weights)]


def _marked(body: Element, weights: Weights) -> Element | None:
    found = first(body, "main")
    if found is not None and weights.length(found):
        return found
    for name, value in (("role", "main"), ("itemprop", "mainContentOfPage")):
        found = next((element for element in elements(body) if element.get(name) == value), None)
        if found is not None and weights.length(found):
            return found
    return None


def _named(body: Element, vocabulary: Vocabulary, weights: Weights) -> Element | None:
    whole = weights.length(body)
    by_name: dict[str, Element] = {}
    for element in elements(body):
        for name in names(element):
            by_name.setdefault(name.lower(), element)
    for wanted in vocabulary.main_ids:
        found = by_name.get(wanted)
        if found is not None and weights.length(found) >= _ENOUGH * whole:
            return found
    return None


def _article(body: Element, weights: Weights) -> Element | None:
    articles = list(body.iterdescendants("article"))
    if len(articles) == 1 and weights.length(articles[0]) >= _ENOUGH * weights.length(body):
        return articles[0]
    return None


def _densest(body: Element, weights: Weights) -> Element:
    """Descend while a single child holds nearly all text that isn't links, and no sibling states a value."""
    current = body
    while True:
        inner = children(current)
        unlinked = [weights.length(child) * (1.0 - weights.link_share(child)) for child in inner]
        heaviest = max(range(len(inner)), key=unlinked.__getitem__, default=None)
        if heaviest is None or unlinked[heaviest] < 0.97 * sum(unlinked):
            return current
        rest = [child for index, child in enumerate(inner) if index != heaviest]
        if inner[heaviest].tag not in _WRAPPERS or any(map(has_values, rest)) or not unlinked[heaviest]:
            return current
        current = inner[heaviest]


def _side_blocks(body: Element, main: Element, weights: Weights) -> list[Element]:
    found: list[Element] = []
    above = {*main.iterancestors(), main}
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element is main:
            continue
        if element not in above and _is_side_block(element, weights):
            found.append(element)
        else:
            waiting.extend(reversed(element))
    return found


def _is_side_block(element: Element, weights: Weights) -> bool:
    if element.tag != "aside" and element.get("role") != "complementary":
        lower = [name.lower() for name in names(element)]
        if not any(word in name for name in lower for word in _SIDE_NAMES):
            return False
    return has_values(element) and weights.link_share(element) < 0.8
