"""What no sentence may hold unless its source does: markup, links, control characters."""

import re

_MARKUP = re.compile(
    r"<[a-z/!]|\]\(|https?://|www\.|[`{}|\\]|\*\*|__|&#?\w+;|"
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]",
    re.IGNORECASE,
)


def has_foreign_markup(sentence: str, source: str) -> bool:
    """Whether `sentence` holds markup, a link's start or an invisible character that `source` doesn't."""
    return any(found not in source for found in _MARKUP.findall(sentence))
