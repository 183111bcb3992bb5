"""Writes the pictures in `docs/images`: `make screenshots`. Main states at three widths in three themes."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.chromium import CONTEXT, ChromiumMissing, chromium
from tests.browser.stand_in import StandIn
from tests.browser.states import STATES, THEMES, State

OUT = Path("docs/images")
PAGES = Path(__file__).parent / "pages"
WINDOWS = (
    ViewportSize(width=320, height=640),
    ViewportSize(width=768, height=800),
    ViewportSize(width=1280, height=800),
)
_THEMES = {"light": "hell", "dark": "dunkel", "contrast": "hoher Kontrast"}
_WHOLE_BYTES = 2_000_000


def pictures(browser: Browser, site: StandIn, state: State) -> Iterator[tuple[str, bytes]]:
    """File names and pictures (PNG) of a state, reached anew at every width."""
    for window in WINDOWS:
        site.reset()
        context = browser.new_context(**CONTEXT, viewport=window)
        page = context.new_page()
        _stand_on_a_calm_page(page)
        state.way(page, site)
        page.mouse.move(0, 0)  # where the click has left it, it would hover
        for theme, name in _THEMES.items():
            page.emulate_media(**THEMES[name])
            yield f"{state.name}-{window['width']}-{theme}.webp", page.screenshot()
        context.close()
        site.release()


def compressed(picture: bytes) -> bytes:
    """The picture as WebP: small, and text stays sharp."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(out, "WEBP", quality=32, method=6)
    return out.getvalue()


def _stand_on_a_calm_page(page: Page) -> None:
    """The tests' own host page is made to be hostile; nobody wants to look at it."""
    page.route("**/host", lambda route: route.continue_(url=f"{route.request.url}?name=town"))
    page.route("**/host.css", lambda route: route.fulfill(path=PAGES / "town.css"))


def main(names: list[str]) -> int:
    """Picture the main states, or those that are named; gives 1 where that can't be done."""
    chosen = [state for state in STATES if (state.name in names if names else state.pictured)]
    expect.set_options(timeout=20_000)
    OUT.mkdir(parents=True, exist_ok=True)
    try:
        with chromium() as browser, StandIn() as site:
            for state in chosen:
                sys.stderr.write(f"{state.title}\n")
                for name, picture in pictures(browser, site, state):
                    (OUT / name).write_bytes(compressed(picture))
    except ChromiumMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    size = sum(path.stat().st_size for path in OUT.iterdir())
    sys.stderr.write(f"{OUT}: {size / 1000:.0f} kB\n")
    if size > _WHOLE_BYTES:
        sys.stderr.write(f"Mehr als {_WHOLE_BYTES / 1000:.0f} kB: Bitte weniger Zustände abbilden.\n")
    return int(size > _WHOLE_BYTES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
