"""A city's colours, corrected until text in them can be read (WCAG 2.2, success criterion 1.4.3).

`widget/src/look.js` does the same for the element; a test compares the two. High contrast has no colours of
the city: there the system's own hold (`styles/tokens.css`).
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


def accents(accent: str, accent_dark: str | None = None) -> Accents:
    """The accent for both modes, darkened or lightened as far as contrast asks; colours are `#rrggbb`.

    `accent_dark` is the city's own for dark mode. Raises `ValueError` if one is anything else.
    """
    return Accents(
        light=_readable(_colour(accent), LIGHT_GROUND, 0),
        dark=_readable(_colour(accent_dark or accent), DARK_GROUND, 255),
    )


def corrections(accent: str, accent_dark: str | None = None) -> tuple[str, ...]:
    """One sentence for each of the city's own colours that is not shown as it was given, with the ratios.

    That dark mode lightens the `accent` is no correction, as long as there is no `accent_dark`.
    """
    shown = accents(accent, accent_dark)
    grounds = [(accent, shown.light, LIGHT_GROUND, "hellem")]
    if accent_dark:
        grounds.append((accent_dark, shown.dark, DARK_GROUND, "dunklem"))
    return tuple(
        f"Die Farbe {given.lower()} hat auf {name} Grund nur einen Kontrast von "
        f"{_ratio(given, ground)}:1, nötig sind 4,5:1. Gezeigt wird {found} mit {_ratio(found, ground)}:1."
        for given, found, ground, name in grounds
        if given.lower() != found
    )


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two sRGB colours, 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def theme_stylesheet(accent: str, accent_dark: str | None = None, radius: float = 0.5) -> str:
    """The style sheet that gives the pages a city's look; linked after `tokens.css`. `radius` is in em."""
    found = accents(accent, accent_dark)
    return (
        f":root {{ --lotse-accent-light: {found.light}; --lotse-accent-dark: {found.dark}; "
        f"--lotse-radius: {radius:g}em; }}\n"
    )


def _colour(written: str) -> Colour:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        raise ValueError(f"Die Farbe „{written}“ ist nicht in der Form #rrggbb geschrieben.")
    red, green, blue = bytes.fromhex(written[1:])
    return (red, green, blue)


def _ratio(written: str, ground: Colour) -> str:
    # Rounded down: a ratio that falls short must not look as if it didn't.
    tenths = int(10 * contrast(_colour(written), ground))
    return f"{tenths // 10},{tenths % 10}"


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
