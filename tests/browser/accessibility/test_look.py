"""Colours of any city, larger text, less motion, forced colours: the chat stays readable."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility.measuring import Measuring
from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn
from tests.browser.states import THEMES, reach

UGLY = ["#ffff00", "#ff0000", "#888888", "#000000", "#ffffff"]


@pytest.mark.parametrize("accent", UGLY)
@pytest.mark.parametrize("state", ["feedback", "terminal-answered"])
def test_any_colour_of_a_city_can_be_read_in_every_theme(
    page: Page, site: StandIn, accent: str, state: str
) -> None:
    site.city = {**site.city, "accent": accent}
    reach(state, page, site)
    measuring = Measuring(page)
    for theme, media in THEMES.items():
        page.emulate_media(**media)
        measured = measuring.pale()
        assert measured.count > 20
        assert measured.bad == [], theme


@pytest.mark.parametrize("accent", UGLY)
def test_the_pages_correct_it_too(page: Page, site: StandIn, accent: str) -> None:
    site.city = {**site.city, "accent": accent}
    reach("plain-feedback", page, site)
    measuring = Measuring(page)
    for theme, media in THEMES.items():
        page.emulate_media(**media)
        assert measuring.pale().bad == [], theme


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_a_chosen_look_is_as_readable_as_the_device_s(
    page: Page, site: StandIn, scheme: str, contrast: str
) -> None:
    reach("settings", page, site)
    chat = page.locator("stadt-lotse")
    # The device wants the opposite of what is chosen.
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    chat.locator("select[name=scheme]").select_option(scheme)
    chat.locator("select[name=contrast]").select_option(contrast)
    ask(chat, QUESTION)
    read = "node => getComputedStyle(node).backgroundColor"
    ground = chat.locator(".lotse").evaluate(read)
    assert (sum(int(part) for part in ground.removeprefix("rgb(").removesuffix(")").split(",")) < 384) == (
        scheme == "dark"
    )
    assert Measuring(page).pale().bad == []


def test_the_text_can_be_twice_as_large(page: Page, site: StandIn) -> None:
    reach("settings", page, site)
    chat = page.locator("stadt-lotse")
    read = "node => Number.parseFloat(getComputedStyle(node).fontSize)"
    before = chat.locator(".greeting").evaluate(read)
    chat.get_by_label("Schriftgröße").select_option("xx-large")
    assert chat.locator(".greeting").evaluate(read) == pytest.approx(2 * before)


@pytest.mark.parametrize("height", [256, 640])
def test_the_largest_text_still_fits_the_smallest_window(page: Page, site: StandIn, height: int) -> None:
    page.set_viewport_size({"width": 320, "height": height})
    reach("settings", page, site)
    chat = page.locator("stadt-lotse")
    chat.get_by_label("Schriftgröße").select_option("xx-large")
    ask(chat, QUESTION)
    assert Measuring(page).strayed().bad == []


def test_motion_rests_where_the_device_or_the_person_does_not_want_it(
    new_page: NewPage, site: StandIn
) -> None:
    for device, chosen in (("reduce", "normal"), ("no-preference", "less")):
        site.reset()
        site.held = True
        page = new_page(reduced_motion=device)
        chat = open_chat(page, site)
        chat.get_by_role("button", name="Einstellungen").click()
        chat.get_by_label("Bewegung").select_option(chosen)
        ask(chat, QUESTION, wait=False)
        expect(chat.locator(".sentence")).to_have_count(1)
        name = chat.locator(".progress").evaluate("node => getComputedStyle(node, '::before').animationName")
        assert (page.evaluate("document.getAnimations().length"), name) == (0, "none")
        site.release()
