"""Characters that carry no text: zero-width, bidirectional, control characters, soft hyphens."""

import re
import unicodedata

# Zero-width joiners are letters' business in Arabic and Persian, so they stay between Arabic letters.
_JOINERS = re.compile(r"(?<![\u0600-\u06ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff])")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def visible(text: str) -> str:
    """Leave out what a reader can't see: controls, zero-width and bidirectional characters, soft hyphens.

    The text is brought to Unicode's composed form (NFC), so that "u" plus dieresis is "ü".
    """
    text = _INVISIBLE.sub("", _CONTROLS.sub("", unicodedata.normalize("NFC", text)))
    return _JOINERS.sub("", text)


def one_line(text: str) -> str:
    """Squeeze all white space to single blanks."""
    return _BLANKS.sub(" ", re.sub(r"\s+", " ", visible(text))).strip()


def lines_of(text: str) -> list[str]:
    """Split into lines with white space squeezed, empty ones left out."""
    lines = (_BLANKS.sub(" ", line).strip() for line in visible(text).splitlines())
    return [line for line in lines if line]
