"""Tells what a page says to machines in places where its visitors don't see it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.machine_text.addressed import addressed_sentences
from ingest.safety.invisible import smuggled
from ingest.safety.suspicion import Suspicion, SuspicionKind, suspicion

_TAG = re.compile(r"<[^<>]{0,500}>")
_MOST_COMMENTS = 500
_LONGEST_COMMENT = 4_000


def concealed_in_page(html: bytes, texts: Mapping[str, Sequence[str]], url: str) -> Iterator[Suspicion]:
    """Tell what of a page's comments, invisible characters and unseen `texts` addresses a machine.

    `texts` are given by the place where they stand, in German.
    """
    page = html.decode("utf-8", "replace")
    for hidden in smuggled(page):
        yield suspicion(
            url, SuspicionKind.INVISIBLE, hidden, "Die unsichtbaren Zeichen wurden nicht übernommen."
        )
    yield from concealed({**texts, "Kommentar im Quelltext": _comments(page)}, url)


def concealed(texts: Mapping[str, Sequence[str]], url: str) -> Iterator[Suspicion]:
    """Tell what of unseen `texts`, by the place where they stand (in German), addresses a machine."""
    for place, found in texts.items():
        for sentence in addressed_sentences(found):
            done = f"Nicht zu sehen ({place}); der Text wurde nicht übernommen."
            yield suspicion(url, SuspicionKind.HIDDEN, sentence, done)


def _comments(page: str) -> list[str]:
    found: list[str] = []
    end = 0
    while len(found) < _MOST_COMMENTS and (start := page.find("<!--", end)) >= 0:
        end = page.find("-->", start)
        if end < 0:
            break
        found.append(" ".join(_TAG.sub(" ", page[start + 4 : min(end, start + _LONGEST_COMMENT)]).split()))
    return found
