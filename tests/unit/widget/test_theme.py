"""A city's colour."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widget.theme import (
    DARK_GROUND,
    ENOUGH,
    LIGHT_GROUND,
    Colour,
    accents,
    contrast,
    corrections,
    theme_stylesheet,
)

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def rgb(colour: str) -> Colour:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


@given(COLOURS)
def test_text_in_any_accent_can_be_read_in_light_and_dark(accent: str) -> None:
    found = accents(accent)
    assert contrast(rgb(found.light), LIGHT_GROUND) >= ENOUGH
    assert contrast(rgb(found.dark), DARK_GROUND) >= ENOUGH


@given(COLOURS)
def test_text_on_a_button_in_any_accent_can_be_read(accent: str) -> None:
    found = accents(accent)
    assert contrast(rgb(found.light), (255, 255, 255)) >= ENOUGH
    assert contrast(rgb(found.dark), (0x14, 0x18, 0x1F)) >= ENOUGH


def test_a_colour_that_is_dark_enough_stays_as_the_city_chose_it() -> None:
    assert accents("#00459A").light == "#00459a"


@given(COLOURS, COLOURS)
def test_a_colour_of_its_own_for_dark_mode_is_corrected_too(accent: str, accent_dark: str) -> None:
    found = accents(accent, accent_dark)
    assert found.light == accents(accent).light
    assert contrast(rgb(found.dark), DARK_GROUND) >= ENOUGH


def test_what_became_of_a_colour_is_said_with_both_ratios() -> None:
    (said,) = corrections("#FFFF00")
    assert "#ffff00 hat auf hellem Grund nur einen Kontrast von 1,0:1" in said
    assert f"Gezeigt wird {accents('#ffff00').light} mit 4," in said


def test_of_colours_that_are_shown_as_they_are_nothing_is_said() -> None:
    assert corrections("#00459A") == ()
    assert corrections("#00459A", "#9cc3ff") == ()
    assert len(corrections("#00459A", "#00459A")) == 1


def test_the_style_sheet_holds_both_accents_and_the_radius() -> None:
    sheet = theme_stylesheet("#00459a", "#9cc3ff", 1.25)
    assert "--lotse-accent-light: #00459a; --lotse-accent-dark: #9cc3ff; --lotse-radius: 1.25em;" in sheet


def test_black_on_white_has_the_contrast_that_wcag_gives() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize("accent", ["red", "#12345", "#00459a;}body{display:none", "#00459g", ""])
def test_what_is_no_colour_is_refused_with_the_form_it_should_have(accent: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        theme_stylesheet(accent)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    from widget.assets import stylesheet

    surfaces = re.findall(r"--lotse-surface: (#[0-9a-f]{6})", stylesheet("tokens.css").decode())
    assert [rgb(surface) for surface in surfaces] == [LIGHT_GROUND, DARK_GROUND, DARK_GROUND]


def test_dark_is_the_same_whether_the_device_or_the_person_chose_it() -> None:
    from widget.assets import stylesheet

    palettes = re.findall(r"color-scheme: dark;([^}]*)}", stylesheet("tokens.css").decode())
    by_device, by_person = ([line.strip() for line in palette.splitlines()] for palette in palettes)
    assert by_device == by_person
    assert len(by_device) > 15
