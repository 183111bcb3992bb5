"""Characters that hide a message: Unicode tags, bit codes of zero-width characters, overridden direction.

Soft hyphens, single zero-width spaces and marks of direction are ordinary typesetting: the reader removes
them and nobody needs to know. What is found here carries text that people don't see but a language model
reads (Unicode Technical Standard 39; Unicode Standard, 23.9 Tag Characters; CVE-2021-42574 for overrides).
"""

import html
import re

_TAGS = re.compile("[\U000e0000-\U000e007f]+")
# The flags of England, Scotland, Wales …: a black flag, up to six tags and the cancelling tag.
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f")
_BITS = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{8,}")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_OVERRIDE = re.compile("[\u202d\u202e][^\u202c\n]{0,300}")
_CODED = re.compile("[\u202d\u202e\ufe00-\ufe0f\u200b\u2060-\u2064\U000e0000-\U000e01ef]|&#")
_NUMERIC = re.compile(r"&#(?:x[0-9a-f]{1,6}|\d{1,7});?", re.IGNORECASE)


def smuggled(text: str) -> list[str]:
    """Give the parts of `text` (HTML or plain) that hide a message in characters nobody sees.

    Tags are given as the letters that they stand for, everything else as code points.
    """
    if not _CODED.search(text):
        return []
    text = _FLAG.sub("", _NUMERIC.sub(lambda match: html.unescape(match[0]), text))
    found = [decoded for run in _TAGS.findall(text) if (decoded := _letters(run))]
    found.extend(shown(run[:12]) for run in [*_BITS.findall(text), *_SELECTORS.findall(text)])
    found.extend(shown(run) for run in _OVERRIDE.findall(text))
    return found


def shown(text: str) -> str:
    """Make what is invisible visible: "\\u202e" becomes "[U+202E]"."""
    return "".join(letter if _is_visible(letter) else f"[U+{ord(letter):04X}]" for letter in text)


def _letters(run: str) -> str:
    return "".join(chr(ord(tag) - 0xE0000) for tag in run if 0xE0020 <= ord(tag) <= 0xE007E).strip()


def _is_visible(letter: str) -> bool:
    return letter.isprintable() or letter.isspace()
