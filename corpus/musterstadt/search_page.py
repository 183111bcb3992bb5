"""The website's own search: which pages hold all of the words, titles first."""

from dataclasses import dataclass

from corpus.musterstadt.addresses import address
from corpus.musterstadt.content import Content


@dataclass(frozen=True)
class Found:
    """A line of the list of results."""

    title: str
    url: str
    excerpt: str


def find(words: str, content: Content, limit: int = 20) -> list[Found]:
    """Pages that hold every word, those first whose title does."""
    wanted = words.lower().split()
    ranked = []
    for entry in content.entries.values():
        title = entry.front.title.lower()
        text = " ".join([title, *entry.front.keywords, *(part.text for part in entry.parts)]).lower()
        if wanted and not getattr(entry.front, "hidden", False) and all(word in text for word in wanted):
            ranked.append((sum(word in title for word in wanted), entry))
    ranked.sort(key=lambda pair: (-pair[0], pair[1].key))
    return [
        Found(entry.front.title, address(entry), (entry.parts[0].text if entry.parts else "")[:200])
        for _, entry in ranked[:limit]
    ]
