"""In every state: axe-core, sizes of targets, contrast, reflow, text spacing, one live region."""

from playwright.sync_api import ViewportSize

from tests.browser.accessibility.conftest import WINDOW, Visit
from tests.browser.axe import objections, run_axe

# 1280 × 1024 px at 400 % (WCAG 2.2, 1.4.10), and a small telephone.
NARROW = (ViewportSize(width=320, height=256), ViewportSize(width=320, height=640))


def test_axe_finds_nothing_in_any_theme(visit: Visit) -> None:
    found = [
        f"{theme}: {objection}" for theme in visit.themes() for objection in objections(run_axe(visit.page))
    ]
    assert found == []


def test_text_and_borders_of_fields_stand_out_in_every_theme(visit: Visit) -> None:
    for theme in visit.themes():
        measured = visit.measuring.pale()
        assert measured.count > 0
        assert measured.bad == [], theme


def test_every_target_is_large_enough_to_hit(visit: Visit) -> None:
    measured = visit.measuring.small_targets()
    assert measured.count > 0
    assert measured.bad == []


def test_nothing_is_cut_off_or_out_of_reach(visit: Visit) -> None:
    measured = visit.measuring.strayed()
    assert measured.count > 0
    assert measured.bad == []


def test_at_320_pixels_and_400_percent_nothing_is_cut_off(visit: Visit) -> None:
    for size in NARROW:
        visit.page.set_viewport_size(size)
        assert visit.measuring.strayed().bad == [], size
    assert visit.measuring.small_targets().bad == []
    visit.page.set_viewport_size(WINDOW)


def test_wider_spaced_text_is_neither_cut_off_nor_overlapping(visit: Visit) -> None:
    visit.measuring.space(wanted=True)
    assert visit.measuring.strayed().bad == []
    visit.page.set_viewport_size(NARROW[1])
    assert visit.measuring.strayed().bad == []
    visit.page.set_viewport_size(WINDOW)
    visit.measuring.space(wanted=False)


def test_where_colours_are_forced_every_control_has_a_border(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    assert visit.measuring.borderless() == []
    visit.page.emulate_media(forced_colors="none")


def test_the_element_has_exactly_one_live_region(visit: Visit) -> None:
    regions = visit.measuring.live_regions()
    if visit.page.locator("stadt-lotse:not([hidden]) .lotse, lotse-terminal").count() == 0:
        # A page that was sent anew announces itself; only what is wrong in it is an alert.
        assert [region for region in regions if "problem" not in region] == []
    else:
        assert len(regions) == 1
