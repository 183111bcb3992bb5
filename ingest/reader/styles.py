"""Reads from style attributes and simple rules in `<style>` whether they keep an element from being seen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_LARGEST = 200_000
_MOST_RULES = 5_000
_TELLING = re.compile(
    r"none|hidden|collapse|font|opacity|-\d{3}|-\d\dr?em|clip|\b[01](?:\.\d+)?px|color|background|transparent"
    r"|scale"
)
_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|r?em|%|ch|vw|vh)?")
_FAR = re.compile(r"-(?:\d{3,}\s*(?:px|pt|%)|\d{2,}\s*r?em)")
_NO_CLIP = re.compile(
    r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?\b|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0\s"
)
_SELECTOR = re.compile(r"\s*(?:[a-z][a-z0-9]*)?([.#])(-?[_a-zA-Z][\w-]*)\s*", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HEX = re.compile(r"#([0-9a-f]{3,8})\b")
_RGB = re.compile(r"rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?")
_NAMES = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_SMALLEST_FONT = 1.5

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Style:
    """What a style says of being seen. `for_readers`: hidden in the way that still speaks to screen readers.

    `closed` is hidden in the way of closed panels (no height, not displayed). `background` is None where no
    colour is stated, and `painted` says that there is one, or a picture, whatever it is.
    """

    hidden: bool = False
    for_readers: bool = False
    closed: bool = False
    colour: Colour | None = None
    background: Colour | None = None
    painted: bool = False


PLAIN = Style()


@dataclass(frozen=True)
class StyleRules:
    """The rules for single classes and ids."""

    classes: dict[str, Style]
    ids: dict[str, Style]

    def of(self, classes: str, own_id: str) -> Iterator[Style]:
        """Give the styles that the rules give an element."""
        if own_id in self.ids:
            yield self.ids[own_id]
        for name in classes.split():
            if name in self.classes:
                yield self.classes[name]


@lru_cache(maxsize=4096)
def style_of(declarations: str) -> Style:
    """Read the declarations of a style attribute or a rule."""
    lower = declarations.lower()
    if not _TELLING.search(lower):
        return PLAIN
    said = {
        name.strip(): value.strip() for name, _, value in (part.partition(":") for part in lower.split(";"))
    }
    closed = said.get("display", "").startswith("none")
    background = said.get("background-color") or said.get("background") or said.get("background-image") or ""
    return Style(
        hidden=closed or _is_unseen(said),
        for_readers=_is_moved_away(said),
        closed=closed,
        colour=_colour(said.get("color", "")),
        background=_colour(background),
        painted=bool(background) and background not in {"none", "transparent", "inherit", "initial"},
    )


def style_rules(sheets: Iterable[str]) -> StyleRules:
    """Read the rules for single classes and ids that say something of being seen.

    Those in `@media` and the like don't count. At most 200,000 characters and 5,000 rules are read.
    """
    return _rules("\n".join(sheets)[:_LARGEST])


@lru_cache(maxsize=32)
def _rules(css: str) -> StyleRules:
    rules = StyleRules({}, {})
    for selectors, declarations in _blocks(_COMMENT.sub(" ", css)):
        style = style_of(declarations)
        if style == PLAIN:
            continue
        for selector in selectors.split(","):
            if match := _SELECTOR.fullmatch(selector):
                (rules.classes if match[1] == "." else rules.ids)[match[2]] = style
    return rules


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    place = 0
    for _ in range(_MOST_RULES):
        opening = css.find("{", place)
        if opening < 0:
            return
        prelude = css[place:opening].rpartition(";")[2].strip()
        closing = _end_of_block(css, opening) if prelude.startswith("@") else css.find("}", opening)
        if closing < 0:
            return
        if not prelude.startswith("@"):
            yield prelude, css[opening + 1 : closing]
        place = closing + 1


def _end_of_block(css: str, opening: int) -> int:
    depth = 0
    for match in re.finditer(r"[{}]", css[opening:]):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return opening + match.start()
    return -1


def _is_unseen(said: dict[str, str]) -> bool:
    if said.get("visibility", "").startswith(("hidden", "collapse")):
        return True
    if (opacity := _number(said.get("opacity", ""))) is not None and opacity[0] <= (
        5 if opacity[1] == "%" else 0.05
    ):
        return True
    if (size := _number(said.get("font-size", ""))) is not None and _is_tiny(*size):
        return True
    if said.get("color", "").startswith("transparent") or _is_see_through(said.get("color", "")):
        return True
    return bool(re.search(r"scale\(\s*0(?:\.0+)?\s*[,)]", said.get("transform", "")))


def _is_moved_away(said: dict[str, str]) -> bool:
    if _NO_CLIP.search(said.get("clip", "")) or _NO_CLIP.search(said.get("clip-path", "")):
        return True
    if _FAR.match(said.get("text-indent", "")) or _FAR.search(said.get("transform", "")):
        return True
    if (
        said.get("position", "").startswith(("absolute", "fixed"))
        or "margin-left" in said
        or "margin-top" in said
    ):
        moved = ("left", "right", "top", "bottom", "margin-left", "margin-top", "inset")
        if any(_FAR.match(said.get(name, "")) for name in moved):
            return True
    boxes = [_number(said.get(name, "")) for name in ("width", "height")]
    return said.get("overflow", "").startswith("hidden") and all(
        box is not None and box[0] <= 1 and box[1] in {"px", ""} for box in boxes
    )


def _is_tiny(number: float, unit: str) -> bool:
    match unit:
        case "px" | "pt":
            return number <= _SMALLEST_FONT
        case "em" | "rem":
            return number <= 0.1
        case "%":
            return number <= 10
        case _:
            return number == 0


def _is_see_through(colour: str) -> bool:
    match = _RGB.match(colour)
    if match and match[4]:
        return float(match[4].rstrip("%")) / (100 if match[4].endswith("%") else 1) <= 0.05
    found = _HEX.match(colour)
    if found is None or len(found[1]) not in {4, 8}:
        return False
    return set(found[1][-(len(found[1]) // 4) :]) == {"0"}


def _number(text: str) -> tuple[float, str] | None:
    match = _NUMBER.match(text)
    return (float(match[1]), match[2] or "") if match else None


def _colour(text: str) -> Colour | None:
    if match := _RGB.search(text):
        red, green, blue = (min(255, int(float(part))) for part in match.groups()[:3])
        return red, green, blue
    if match := _HEX.search(text):
        digits = match[1]
        if len(digits) in {3, 4}:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) >= 6:
            return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    return next((_NAMES[word] for word in re.findall(r"[a-z]+", text) if word in _NAMES), None)


def alike(one: Colour, other: Colour) -> bool:
    """Tell whether nobody can tell two colours apart."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 16
