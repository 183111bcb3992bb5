"""Names, roles and states as screen readers get them, compared with the trees that are kept."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility.trees import WITH_TREE, stored, tree
from tests.browser.stand_in import StandIn
from tests.browser.states import STATES, State


@pytest.mark.parametrize(
    "state", [state for state in STATES if state.name in WITH_TREE], ids=lambda state: state.name
)
def test_screen_readers_are_given_this_tree(page: Page, site: StandIn, state: State) -> None:
    state.way(page, site)
    assert tree(page) == stored(state).read_text(encoding="utf-8")
