"""What is measured of a rendered page; the script beside it does the measuring."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_name("measuring.js")


@dataclass(frozen=True)
class Measured:
    """How many things were looked at, and what is wrong with which."""

    count: int
    bad: list[str]


class Measuring:
    """Measures one page as often as one likes."""

    def __init__(self, page: Page) -> None:
        self._functions = page.evaluate_handle(_SCRIPT.read_text(encoding="utf-8"))

    def small_targets(self) -> Measured:
        """Targets below 24 × 24 CSS pixels without one of the exceptions of WCAG 2.2, 2.5.8."""
        return self._of("smallTargets")

    def pale(self) -> Measured:
        """Text below 4.5:1 (large text 3:1) and borders of fields below 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
        return self._of("pale")

    def strayed(self) -> Measured:
        """Text that is cut off or leaves the window or its button, and controls that overlap."""
        return self._of("strayed")

    def space(self, *, wanted: bool) -> None:
        """Sets the text spacing of WCAG 2.2, 1.4.12, or takes it back."""
        self._functions.evaluate("(measuring, wanted) => measuring.spaced(wanted)", wanted)

    def live_regions(self) -> list[str]:
        """All live regions, whatever makes them so."""
        found: list[str] = self._functions.evaluate("measuring => measuring.liveRegions()")
        return found

    def borderless(self) -> list[str]:
        """Controls whose border doesn't stand out from the ground."""
        found: list[str] = self._functions.evaluate("measuring => measuring.borderless()")
        return found

    def _of(self, name: str) -> Measured:
        return Measured(**self._functions.evaluate("(measuring, name) => measuring[name]()", name))
