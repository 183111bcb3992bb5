"""axe-core with the rules that we hold to: WCAG 2.0 to 2.2, levels A and AA, and its best practices."""

from collections.abc import Iterator, Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Off by default in axe-core, although it belongs to WCAG 2.2 AA (2.5.8).
_OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "rules": {"target-size": {"enabled": True}}}

Results = Mapping[str, Any]


def run_axe(page: Page) -> Results:
    """What axe-core says of the page, shadow trees and frames of the same origin included."""
    results: Results = Axe().run(page, options=_OPTIONS).response
    return results


def objections(results: Results) -> Iterator[str]:
    """Each violation as rule, element and what axe-core would do about it."""
    for violation in results["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['target']} {node['failureSummary']}"
