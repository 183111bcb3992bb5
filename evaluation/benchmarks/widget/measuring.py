"""What a chat costs and does in a browser, without anything being asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, Request

from evaluation.benchmarks.widget.candidates import Candidate
from tests.browser.axe import objections, run_axe
from tests.browser.chromium import CONTEXT

_PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
_WATCH_SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value })
  .observe({ type: 'layout-shift', buffered: true });"""
_SHIFTS = "() => window.shifts"
_STORED = """async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length"""
_LIVE_REGION = """() => {
  const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=log], [role=alert]';
  const within = (root) => root.querySelector(live)
    || [...root.querySelectorAll('*')].some((node) => node.shadowRoot && within(node.shadowRoot));
  return Boolean(within(document));
}"""


@dataclass(frozen=True)
class Times:
    """Processor time of the page's main thread in ms: until the chat's first paint, and to open it."""

    shown: float
    opened: float | None


@dataclass(frozen=True)
class Behaviour:
    """What else the browser saw.

    `requests` and `kilobytes` (compressible or not, as sent) are those of the opened chat beside the page;
    `elsewhere` are requests to other hosts, refused here. `shift` is the layout shift (Layout Instability
    API) of the page until the chat is open. `refused` counts breaches of a policy without `unsafe-inline`.
    """

    requests: int
    kilobytes: float
    elsewhere: int
    cookies: int
    stored: int
    shift: float
    axe: tuple[str, ...]
    live_region: bool
    refused: int
    works_strictly: bool


def times(browser: Browser, url: str, candidate: Candidate | None) -> Times:
    """Of a fresh page: with no chat at all for None, which is what has to be subtracted."""
    with _page(browser) as page:
        devtools = page.context.new_cdp_session(page)
        # Processor time, not the clock: other work on the machine doesn't count.
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(url)
        if candidate:
            page.locator(candidate.ready).first.wait_for()
        page.evaluate(_PAINTED)
        shown = _main_thread(devtools)
        if not candidate or candidate.opener is None:
            return Times(shown, None)
        page.locator(candidate.opener).first.click()
        page.locator(candidate.opened).first.wait_for()
        page.evaluate(_PAINTED)
        return Times(shown, _main_thread(devtools) - shown)


def behaviour(browser: Browser, url: str, candidate: Candidate) -> Behaviour:
    """Opens the chat and looks; then again under a strict policy."""
    with _page(browser) as page:
        page.add_init_script(_WATCH_SHIFTS)
        requests, elsewhere = _watch_requests(page, url)
        _open(page, url, candidate)
        page.wait_for_load_state("networkidle")
        page.evaluate(_PAINTED)
        sent = [request.sizes()["responseBodySize"] for request in requests if request.url != f"{url}/"]
        found: dict[str, Any] = {
            "requests": len(sent),
            "kilobytes": sum(sent) / 1000,
            "elsewhere": len(elsewhere),
            "cookies": len(page.context.cookies()),
            "stored": page.evaluate(_STORED),
            "shift": page.evaluate(_SHIFTS),
            "live_region": page.evaluate(_LIVE_REGION),
            "axe": tuple(objections(run_axe(page))),
        }
    refused, works = _strictly(browser, url, candidate)
    return Behaviour(**found, refused=refused, works_strictly=works)


def _strictly(browser: Browser, url: str, candidate: Candidate) -> tuple[int, bool]:
    from playwright.sync_api import TimeoutError as Late

    refused: list[str] = []
    with _page(browser) as page:
        page.on(
            "console", lambda said: refused.append(said.text) if "Content Security" in said.text else None
        )
        _watch_requests(page, url)
        page.set_default_timeout(5000)
        try:
            _open(page, f"{url}/strict", candidate)
        except Late:
            return len(refused), False
        page.evaluate(_PAINTED)
        return len(refused), True


def _open(page: Page, url: str, candidate: Candidate) -> None:
    page.goto(url)
    page.locator(candidate.ready).first.wait_for()
    if candidate.opener:
        page.locator(candidate.opener).first.click()
    page.locator(candidate.opened).first.wait_for()


def _watch_requests(page: Page, url: str) -> tuple[list[Request], list[str]]:
    here: list[Request] = []
    elsewhere: list[str] = []
    origin = urlsplit(url).netloc

    def is_elsewhere(address: str) -> bool:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and parts.netloc != origin

    def note(request: Request) -> None:
        if is_elsewhere(request.url):
            elsewhere.append(request.url)
        elif urlsplit(request.url).path != "/favicon.ico" and request.url.startswith("http"):
            here.append(request)

    page.on("request", note)
    page.route(is_elsewhere, lambda route: route.abort())
    return here, elsewhere


def _main_thread(devtools: CDPSession) -> float:
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**CONTEXT)
    try:
        yield context.new_page()
    finally:
        context.close()
