"""What a line is in its page: a heading, an item, an announcement, a value; and what the question wants."""

import numpy as np

from bot.reader.asked import QUESTION_KINDS, VALUE_KINDS, kinds_of_heading, values_in, wanted_values
from bot.reader.columns import Columns, Floats, column, shifted
from bot.reader.page import Page
from bot.reader.question import ReaderQuestion


def shape(page: Page) -> Columns:
    """What holds of the lines whatever is asked."""
    n = len(page.lines)
    texts = [line.text for line in page.lines]
    lengths = np.log1p([len(found) for found in page.ordered])
    announces = column([text.endswith(":") for text in texts])
    blocks = np.array(page.blocks)
    first = np.searchsorted(blocks, blocks)
    sizes = np.bincount(blocks)[blocks]
    return {
        "heading_like": column(page.heading_like),
        "item": column(page.items),
        "announces": announces,
        "announced": shifted(announces, 1),
        "announced_earlier": _announced(page, announces),
        "question_like": column([text.endswith("?") for text in texts]),
        "length": column(lengths),
        "length_before": shifted(lengths, 1),
        "length_after": shifted(lengths, -1),
        "position": column(np.arange(n) / n),
        "index": column(np.minimum(np.arange(n), 20)),
        "lines": column(np.full(n, np.log1p(n))),
        "in_block": column(np.arange(n) - first),
        "block_size": column(np.log1p(sizes)),
        "block_place": column(blocks / (blocks[-1] + 1)),
        "repeats": column([text in texts[:i] for i, text in enumerate(texts)]),
        "sentence": column([text.endswith((".", "!")) for text in texts]),
    }


def _announced(page: Page, announces: Floats) -> Floats:
    """How many lines above, within the block, something was announced; 11 where nothing was."""
    far = 11.0
    found, since = [], far
    for index, says in enumerate(announces):
        since = 0.0 if says else min(far, since + 1)
        if index and page.blocks[index] != page.blocks[index - 1] and not says:
            since = far
        found.append(since)
    return column(found)


def fitting(question: ReaderQuestion, page: Page) -> Columns:
    """Whether lines state values, and whether those are what the question wants."""
    n = len(page.lines)
    stated = [values_in(line.text) for line in page.lines]
    wanted = wanted_values(question.kinds)
    fits = column([len(values & wanted) / max(1, len(wanted)) for values in stated])
    headings = {heading: kinds_of_heading(heading) for heading in {line.heading for line in page.lines}}
    kinds = [len(headings[line.heading] & question.kinds) for line in page.lines]
    asked = [any(line.kind in aspect.kinds[:2] for aspect in question.aspects) for line in page.lines]
    found: Columns = {
        "value_asked": fits,
        "value_asked_after": shifted(fits, -1),
        "value_asked_before": shifted(fits, 1),
        "value_asked_page": column(np.full(n, fits.max())),
        "heading_asks_same": column(kinds),
        "kind_asked": column(asked),
        "question_length": column(np.full(n, question.length)),
        "question_topic": column(np.full(n, len(question.topic))),
        "question_kinds": column(np.full(n, len(question.kinds))),
    }
    found |= {f"says_{name}": column([name in values for values in stated]) for name in VALUE_KINDS}
    return found | {f"asks_{name}": column(np.full(n, name in question.kinds)) for name in QUESTION_KINDS}
