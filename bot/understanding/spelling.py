"""Undoes what hides words from look-up: figures written for letters ("p3rs0 v3rl0r3n")."""

import re

_FIGURES = str.maketrans("013457@$", "oieastas")
# A figure between two letters; "BF17", "B196" and "§ 24a" have none.
_HIDDEN = re.compile(r"(?<![\w-])(?=[^\W\d_]*[013457@$][^\W\d_])[^\W\d_][\w@$]*(?![\w-])")
_LEAST = 3


def undisguised(text: str) -> str:
    """`text` with letters for the figures inside of words; numbers and codes stay as they are."""
    return _HIDDEN.sub(_letters, text)


def _letters(match: re.Match[str]) -> str:
    word = match[0]
    letters = sum(one.isalpha() for one in word)
    if len(word) < _LEAST or 2 * letters < len(word) or re.search(r"[2689]", word):
        return word
    return word.translate(_FIGURES)
