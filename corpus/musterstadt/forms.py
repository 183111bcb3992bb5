"""The PDF forms that pages offer."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from corpus.musterstadt.content import Content, Entry, sort_key
from corpus.musterstadt.front_matter import Link, OfficeFront, ServiceFront


def forms_of(content: Content) -> list[tuple[Link, Entry]]:
    """Every form under /formulare/ once, by name, with the first page that offers it."""
    found: dict[str, tuple[Link, Entry]] = {}
    for link, entry in _links(content):
        if link.url.startswith("/formulare/"):
            found.setdefault(link.url, (link, entry))
    return sorted(found.values(), key=lambda pair: sort_key(pair[0].text))


def _links(content: Content) -> Iterator[tuple[Link, Entry]]:
    for folder in ("services", "offices", "departments"):
        for entry in content.of(folder):
            if isinstance(entry.front, ServiceFront | OfficeFront):
                yield from ((link, entry) for link in entry.front.forms)
    for entry in content.entries.values():
        for part in entry.parts:
            for token in part.tokens:
                yield from ((link, entry) for link in _links_in(token.children or ()))


def _links_in(children: Sequence[Token]) -> Iterator[Link]:
    """The links of a line of text with their words."""
    for index, child in enumerate(children):
        if child.type == "link_open":
            words = []
            for token in children[index + 1 :]:
                if token.type == "link_close":
                    break
                words.append(token.content)
            yield Link(text="".join(words), url=str(child.attrGet("href") or ""))
