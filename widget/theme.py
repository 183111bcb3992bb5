"""A city's accent colour, corrected until text in it can be read (WCAG 2.2, success criterion 1.4.3).

`widget/src/look.js` does the same for the element; a browser test compares the two.
"""

import re
from dataclasses import dataclass

Colour = tuple[int, int, int]

# What text in the accent colour stands on: --lotse-surface in styles/tokens.css, light and dark.
LIGHT_GROUND: Colour = (242, 245, 251)
DARK_GROUND: Colour = (30, 36, 46)
ENOUGH = 4.5
STEPS = 20


@dataclass(frozen=True)
class Accents:
    """The accent for light and for dark mode, as `#rrggbb`."""

    light: str
    dark: str


def accents(accent: str) -> Accents:
    """The accent for both modes, darkened or lightened as far as contrast asks; `accent` is `#rrggbb`.

    Raises `ValueError` if it is anything else.
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", accent):
        raise ValueError(f"Die Farbe „{accent}“ ist nicht in der Form #rrggbb geschrieben.")
    red, green, blue = bytes.fromhex(accent[1:])
    colour = (red, green, blue)
    return Accents(light=_readable(colour, LIGHT_GROUND, 0), dark=_readable(colour, DARK_GROUND, 255))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two sRGB colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def theme_stylesheet(accent: str) -> str:
    """The style sheet that gives the pages a city's accent; linked after `tokens.css`."""
    found = accents(accent)
    return f":root {{ --lotse-accent-light: {found.light}; --lotse-accent-dark: {found.dark}; }}\n"


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _readable(colour: Colour, ground: Colour, end: int) -> str:
    moved, step = colour, 0
    while contrast(moved, ground) < ENOUGH and step < STEPS:
        step += 1
        red, green, blue = (int(value + (end - value) * step / STEPS + 0.5) for value in colour)
        moved = (red, green, blue)
    return "#{:02x}{:02x}{:02x}".format(*moved)
