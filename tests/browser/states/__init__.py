"""All states of the chat by name: the same for axe-core, keyboard, measures, snapshots and screenshots."""

from tests.browser.states.catalogue import STATES, THEMES, State, reach

__all__ = ["STATES", "THEMES", "State", "reach"]
