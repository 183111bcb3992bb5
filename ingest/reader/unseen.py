"""Gathers the texts of a page that its visitors don't see as text: attributes and the head's statements."""

from itertools import islice

from ingest.reader.dom import Element

_ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "placeholder", "data-content", "summary")
_SHORTEST = 12
_LONGEST = 2_000
_MOST = 2_000


def unseen_texts(root: Element) -> dict[str, list[str]]:
    """Give the longer ones by where they stand, as editors would call it; at most 2,000, cut at 2,000."""
    attributes: list[str] = []
    for element in islice((one for one in root.iter() if one.attrib), 10 * _MOST):
        for name in _ATTRIBUTES:
            value = element.get(name)
            if value and len(value) >= _SHORTEST and " " in value:
                attributes.append(value[:_LONGEST])
    metas = (element.get("content") or "" for element in root.iter("meta"))
    return {
        "Bildbeschreibung oder Beschriftung": list(dict.fromkeys(attributes))[:_MOST],
        "Angaben im Seitenkopf": [text[:_LONGEST] for text in metas if len(text) >= _SHORTEST],
    }
