"""Writes `docs/accessibility-report.md`: `make axe-report`. What axe-core finds in every state and theme."""

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.axe import Results, objections, run_axe
from tests.browser.chromium import CONTEXT, ChromiumMissing, chromium
from tests.browser.stand_in import StandIn
from tests.browser.states import STATES, THEMES, State

OUT = Path("docs/accessibility-report.md")
_HEAD = """# Prüfbericht Barrierefreiheit

Geschrieben von `make axe-report` am {day}. Geprüft hat axe-core {axe} in Chromium {chromium} mit den Regeln
für WCAG 2.0 bis 2.2, Stufen A und AA, und den „best practices“: {rules} Regeln trafen auf mindestens einen
Zustand zu. Jeder Zustand wird einmal geprüft, die wichtigsten in fünf Darstellungen. Dieselben Zustände prüft
jeder Testlauf, dazu Tastaturbedienung, Zielgrößen, Kontraste auch mit unglücklichen Stadtfarben, Umbruch bei
320 Pixeln und 400 %, Textabstände, erzwungene Farben und die Ansagen (`tests/browser/accessibility/`).

Ein Programm findet nur einen Teil aller Barrieren. „Offen“ zählt Stellen, die axe-core nicht selbst
entscheiden kann; was davon Farben betrifft, rechnen die Tests nach.
"""


@dataclass(frozen=True)
class Finding:
    """What axe-core says of a state in a theme."""

    state: State
    theme: str
    results: Results


def examine(browser: Browser, site: StandIn, state: State) -> list[Finding]:
    """Leads a fresh page into the state and lets axe-core look at it in the themes that count for it."""
    site.reset()
    context = browser.new_context(**CONTEXT, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    state.way(page, site)
    found = []
    for theme in list(THEMES) if state.main else list(THEMES)[:1]:
        page.emulate_media(**THEMES[theme])
        found.append(Finding(state, theme, run_axe(page)))
    context.close()
    site.release()
    return found


def report(findings: list[Finding], browser: str) -> str:
    """The page as Markdown."""
    rules = {
        rule["id"]
        for finding in findings
        for kind in ("passes", "violations")
        for rule in finding.results[kind]
    }
    head = _HEAD.format(
        day=f"{datetime.now(UTC):%d.%m.%Y}",
        axe=findings[0].results["testEngine"]["version"],
        chromium=browser,
        rules=len(rules),
    )
    rows = [_row(finding) for finding in findings]
    table = [
        "| Zustand | Darstellung | erfüllte Regeln | Verstöße | offen |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    return "\n".join([head, *table, *rows, "", *_violations(findings), *_undecided(findings), ""])


def _row(finding: Finding) -> str:
    results = finding.results
    violations, undecided = (
        sum(len(rule["nodes"]) for rule in results[kind]) for kind in ("violations", "incomplete")
    )
    return (
        f"| {finding.state.title} | {finding.theme} | {len(results['passes'])} | {violations} | {undecided} |"
    )


def _violations(findings: list[Finding]) -> list[str]:
    told = [
        f"- {finding.state.title}, {finding.theme}: {' '.join(objection.split())}"
        for finding in findings
        for objection in objections(finding.results)
    ]
    return ["## Verstöße", "", *(told or ["Keine."]), ""]


def _undecided(findings: list[Finding]) -> list[str]:
    counted = Counter(
        rule["id"] for finding in findings for rule in finding.results["incomplete"] for _ in rule["nodes"]
    )
    told = [f"- `{rule}`: {count}" for rule, count in counted.most_common()]
    return ["## Offen, nach Regel", "", *(told or ["Nichts."])]


def main() -> int:
    """Examine all states and write the page; gives 1 if something was found."""
    expect.set_options(timeout=20_000)
    try:
        with chromium() as browser, StandIn() as site:
            findings = [finding for state in STATES for finding in examine(browser, site, state)]
            OUT.write_text(report(findings, browser.version), encoding="utf-8")
    except ChromiumMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    found = [objection for finding in findings for objection in objections(finding.results)]
    sys.stderr.write(f"{OUT}: {len(findings)} Prüfungen, {len(found)} Verstöße\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
