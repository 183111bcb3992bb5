"""The town's start page as the server of the chat shows it: with the chat's snippet in it."""

from pathlib import Path

from markupsafe import Markup

from corpus.musterstadt.content import default_folder, read_content
from corpus.musterstadt.views import Place, Views


def render_start_page(
    widget: Markup, site_url: str, assets_url: str = "/musterstadt/assets", content: Path | None = None
) -> str:
    """The start page as HTML with `widget` (a script tag and the element) at the end of its body.

    Links lead to the website at `site_url`; style sheet, script and pictures come from `assets_url`, where
    the server shows the files of `assets_folder()`. There are no inline styles or scripts, so a strict
    Content-Security-Policy holds. It reads all content files: keep what it returns.
    """
    views = Views(read_content(content or default_folder()))
    root = site_url.rstrip("/")
    return views.start(Place("/", root, root=root, assets=assets_url.rstrip("/")), widget)


def assets_folder() -> Path:
    """The folder with the website's style sheet, script and pictures."""
    return Path(__file__).parent / "assets"
