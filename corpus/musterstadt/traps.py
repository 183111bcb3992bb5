"""What makes real websites hard to read: copies, print pages, redirects, wrong charsets.

The session parameters are in the templates (see `views.py`), the endless calendar in `months.py`.
"""

from corpus.musterstadt.addresses import address, bare_copy, canonical_copy, print_copy
from corpus.musterstadt.content import Entry, as_time
from corpus.musterstadt.front_matter import Encoding
from corpus.musterstadt.manifest import HTML, Manifest
from corpus.musterstadt.navigation import Crumb
from corpus.musterstadt.views import Place, Views


def add_traps(manifest: Manifest, views: Views) -> None:
    """Add what `traps` in `content/site.yaml` asks for."""
    content, traps = views.content, views.content.site.traps
    for stem in traps.canonical_copies:
        entry = content.service(stem)
        path = canonical_copy(entry)
        own = manifest.base_url + address(entry)
        _add_copy(manifest, views, entry, Place(path, manifest.base_url, canonical=own))
    for stem in traps.bare_copies:
        entry = content.service(stem)
        path = bare_copy(entry)
        trail = (
            Crumb("Startseite", "/"),
            Crumb("Rathaus & Politik", "/rathaus/"),
            Crumb(entry.front.title, path),
        )
        _add_copy(manifest, views, entry, Place(path, manifest.base_url, trail=trail))
    for stem in traps.print_copies:
        entry = content.service(stem)
        place = Place(print_copy(entry), manifest.base_url)
        manifest.add(place.path, views.print_view(entry, place), HTML, as_time(entry.front.modified))
    for redirect in traps.redirects:
        manifest.redirects[redirect.source] = (redirect.status, redirect.target)


def encode(page: str, encoding: Encoding) -> tuple[bytes, str]:
    """A page's bytes in its actual encoding, and the header that claims the declared one, like the page."""
    text = page.replace('<meta charset="utf-8">', f'<meta charset="{encoding.declared}">')
    return text.encode(encoding.actual, "xmlcharrefreplace"), f"text/html; charset={encoding.declared}"


def _add_copy(manifest: Manifest, views: Views, entry: Entry, place: Place) -> None:
    manifest.add(place.path, views.entry(entry, place), HTML, as_time(entry.front.modified))
