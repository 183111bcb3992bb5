"""Accessibility trees of the main states, as Chromium gives them to screen readers.

`make accessibility-trees` writes those in `trees/` anew; read the difference before you commit it.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium import CONTEXT, ChromiumMissing, chromium
from tests.browser.stand_in import StandIn
from tests.browser.states import STATES, State

FOLDER = Path(__file__).with_name("trees")
# What is announced, and when, is specified in test_announcing.py.
_BY_THE_CLOCK = re.compile(r"^( *- (?:status|timer)):.*$")
WITH_TREE = (
    "closed",
    "settings",
    "streaming",
    "answered",
    "worded",
    "clarify",
    "crisis",
    "failed",
    "deleting",
    "feedback",
    "language-ar",
    "plain-answered",
    "plain-unrated",
    "terminal",
    "terminal-countdown",
)


def tree(page: Page) -> str:
    """The tree of the page, without addresses (they hold the port) and without what changes by the clock."""
    lines = page.locator("body").aria_snapshot().splitlines()
    return "\n".join(_BY_THE_CLOCK.sub(r"\1", line) for line in lines if "/url:" not in line) + "\n"


def stored(state: State) -> Path:
    """Where the tree of that state is kept."""
    return FOLDER / f"{state.name}.yml"


def main() -> int:
    """Write all trees; gives 1 where there is no browser."""
    expect.set_options(timeout=20_000)
    try:
        with chromium() as browser, StandIn() as site:
            for state in (state for state in STATES if state.name in WITH_TREE):
                site.reset()
                context = browser.new_context(**CONTEXT, viewport={"width": 1280, "height": 900})
                page = context.new_page()
                state.way(page, site)
                stored(state).write_text(tree(page), encoding="utf-8")
                context.close()
                site.release()
    except ChromiumMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
