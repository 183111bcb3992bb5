"""The measures do find what is wrong: a page with every fault."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility.measuring import Measuring
from tests.browser.axe import objections, run_axe

FAULTY = """<!DOCTYPE html><html lang="de"><title>Probe</title>
<style>
body { margin: 0; background: #fff }
.pale { color: #999 }
.small { display: inline-block; width: 9px; height: 9px; overflow: hidden }
.cut { width: 4em; overflow: hidden; white-space: nowrap }
.tight { box-sizing: border-box; height: 1em; line-height: 1; padding: 0; font-size: 1em; border: 0 }
.wide { width: 2000px; text-align: right }
textarea { border: 1px solid #ddd; color: #000 }
.scroller { display: flex; flex-direction: column; height: 2em; overflow-y: auto }
.scroller div { display: grid; min-height: 100%; height: 2em; align-content: center }
.over { position: relative; top: -12px; left: -8px }
</style>
<main><h1>Probe</h1>
<p class="pale">Zu blass.</p>
<a class="small" href="#a" aria-label="Erstens"></a><a class="small" href="#b" aria-label="Zweitens"></a>
<p class="cut">Das passt nicht hinein.</p>
<p><label>Feld <textarea></textarea></label></p>
<p><button class="tight">Eng</button><br><button class="over">Darüber</button></p>
<p class="wide">Weit draußen</p>
<div class="scroller"><div><p>Unerreichbar</p><p>Mitte</p><p>Unten</p></div></div>
<p role="status"></p><p aria-live="polite"></p>
</main></html>"""


@pytest.fixture
def measuring(page: Page) -> Measuring:
    """Measures of the faulty page."""
    page.set_content(FAULTY)
    return Measuring(page)


def test_axe_finds_pale_text_and_small_targets(page: Page, measuring: Measuring) -> None:
    found = {objection.split(":")[0] for objection in objections(run_axe(page))}
    assert {"color-contrast", "target-size"} <= found


def test_small_targets_side_by_side_are_found(measuring: Measuring) -> None:
    bad = measuring.small_targets().bad
    assert [one for one in bad if "Erstens" in one or "Zweitens" in one] == bad[:2]
    assert len(bad) >= 2


def test_pale_text_and_pale_borders_are_found(measuring: Measuring) -> None:
    bad = " ".join(measuring.pale().bad)
    assert "Zu blass." in bad
    assert "(Rand)" in bad
    assert "Das passt" not in bad


def test_text_that_is_cut_off_or_outside_is_found(measuring: Measuring) -> None:
    bad = "\n".join(measuring.strayed().bad)
    assert "abgeschnitten von cut" in bad
    assert "aus dem Fenster" in bad
    assert "überlappt" in bad
    assert "„Unerreichbar“ oberhalb" in bad
    assert "Zu blass." not in bad


def test_wider_spacing_is_set_and_taken_back(page: Page, measuring: Measuring) -> None:
    read = "document.querySelector('.pale').getBoundingClientRect().height"
    before = page.evaluate(read)
    measuring.space(wanted=True)
    assert page.evaluate(read) > before
    measuring.space(wanted=False)
    assert page.evaluate(read) == before


def test_every_live_region_and_every_control_without_border_is_counted(measuring: Measuring) -> None:
    assert len(measuring.live_regions()) == 2
    assert [one for one in measuring.borderless() if "Eng" in one] != []
