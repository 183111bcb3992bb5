"""Whether a text states a fact: case and white space aside, at token boundaries."""

import re
import unicodedata

_EURO = r"(?:€|eur\b|euros?\b)"
_AMOUNT_LAST = re.compile(rf"(\d)(?:,-+)?\s*{_EURO}")
# Not after a number, whose currency it then is: "27,60 euro 3 fotos".
_AMOUNT_FIRST = re.compile(rf"(?<![\w])(?<!\d ){_EURO}\s*(\d[\d.]*+(?:,\d+)?+)(?!\s*{_EURO})")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_POINT = re.compile(r"(?<=\d)\.(?=\d\d euro)")
_NO_CENTS = re.compile(r"(?<=\d),00(?!\d)")


def states(text: str, fact: str) -> bool:
    """Whether `text` holds `fact`: "46 €" and "46,00 Euro" hold "46 Euro", "146 Euro" doesn't."""
    wanted = normalised(fact)
    if not wanted:
        return True
    pattern = r"\s*".join(re.escape(token) for token in wanted.split())
    return re.search(_before(wanted[0]) + pattern + _after(wanted[-1]), normalised(text)) is not None


def normalised(text: str) -> str:
    """`text` in NFKC and lower case with single spaces, and amounts as "<number> euro" without ",00"."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    folded = _AMOUNT_LAST.sub(r"\1 euro", _THOUSANDS.sub("", folded))
    folded = _AMOUNT_FIRST.sub(r"\1 euro", folded)
    return _NO_CENTS.sub("", _POINT.sub(",", folded))


def _before(first: str) -> str:
    """What must not stand before a token that begins with `first`: "5 euro" isn't in "37,5 euro"."""
    if first.isdigit():
        return r"(?<!\w)(?<!\d[.,])"
    return r"(?<!\w)" if first.isalnum() else ""


def _after(last: str) -> str:
    if last.isdigit():
        return r"(?!\w)(?![.,]\d)"
    return r"(?!\w)" if last.isalnum() else ""
