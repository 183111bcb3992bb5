"""Builds the sample city's website into a folder: pages, index pages, PDFs, sitemap, and its traps.

`python -m corpus.musterstadt.build --out site --url http://127.0.0.1:8090` writes it for a look;
`serve.py` builds it for the address that it serves.
"""

import argparse
import sys
from pathlib import Path

from markupsafe import Markup

from corpus.musterstadt.addresses import address, check_references, month_address, topic_address
from corpus.musterstadt.blocks import blocks
from corpus.musterstadt.content import (
    Content,
    ContentError,
    Entry,
    as_time,
    default_folder,
    read_content,
    sort_key,
)
from corpus.musterstadt.forms import forms_of
from corpus.musterstadt.front_matter import EventFront, NewsFront, PageFront
from corpus.musterstadt.manifest import HTML, PDF, TYPES, Manifest
from corpus.musterstadt.navigation import Crumb, town_pages
from corpus.musterstadt.pdf import form_pdf, statute_pdf
from corpus.musterstadt.sitemap import robots, sitemap
from corpus.musterstadt.traps import add_traps, encode
from corpus.musterstadt.views import Place, Views
from corpus.musterstadt.xzufi import transfer

#: The index of the city's XZuFi delivery; no page links to it.
DELIVERY = "/xzufi/index.txt"
_FRAME = ("inhalt", "top", "hauptnavigation", "cookie-banner", "suchwort")


def build(content: Content, folder: Path, base_url: str) -> Manifest:
    """Write the website that is served at `base_url` (no slash at its end) into `folder`.

    Raises `ContentError` for a content file that refers to one that isn't there.
    """
    check_references(content)
    _check_anchors(content)
    views = Views(content)
    manifest = Manifest(folder, base_url)
    _add_assets(manifest, content)
    for entry in content.entries.values():
        _add_entry(manifest, views, entry)
    _add_indexes(manifest, views)
    _add_forms(manifest, content)
    add_traps(manifest, views)
    changed = as_time(content.modified)
    # As an editorial system puts it out: an index of files, with the files beside it.
    manifest.add(DELIVERY, "leistungen.xml\r\n", "text/plain; charset=utf-8", changed)
    manifest.add("/xzufi/leistungen.xml", transfer(content, base_url), "application/xml", changed)
    manifest.add("/sitemap.xml", sitemap(content, base_url), "application/xml", changed)
    manifest.add("/robots.txt", robots(content, base_url), "text/plain; charset=utf-8", changed)
    return manifest


def _check_anchors(content: Content) -> None:
    """Raise `ContentError` if a heading shares its anchor with another or with the frame of the page."""
    for entry in content.entries.values():
        taken = set(_FRAME)
        for block in blocks(entry, content):
            if block.anchor and block.anchor in taken:
                raise ContentError(
                    f"{entry.file}: Die Sprungmarke „{block.anchor}“ gibt es auf der Seite schon."
                )
            taken.add(block.anchor)


def place_of(entry: Entry, base_url: str) -> Place:
    """Where an entry's page is; services and offices name their own address, other pages don't."""
    path = address(entry)
    canonical = base_url + path if entry.folder in {"services", "offices", "departments", "en"} else None
    return Place(path, base_url, canonical=canonical)


def _add_assets(manifest: Manifest, content: Content) -> None:
    for file in sorted((Path(__file__).parent / "assets").iterdir()):
        if file.suffix in TYPES:
            manifest.add(
                f"/assets/{file.name}", file.read_bytes(), TYPES[file.suffix], as_time(content.modified)
            )


def _add_entry(manifest: Manifest, views: Views, entry: Entry) -> None:
    place, changed = place_of(entry, manifest.base_url), as_time(entry.front.modified)
    if entry.folder == "statutes":
        manifest.add(place.path, statute_pdf(entry, views.content.site), PDF, changed)
    elif entry.key == "pages/start":
        manifest.add(place.path, views.start(place, Markup()), HTML, changed)
    elif isinstance(entry.front, PageFront) and entry.front.encoding:
        body, content_type = encode(views.entry(entry, place), entry.front.encoding)
        manifest.add(place.path, body, content_type, changed)
    else:
        manifest.add(place.path, views.entry(entry, place), HTML, changed)
    if entry.folder in {"services", "offices"}:
        own = manifest.base_url + place.path
        printed = Place(place.path, manifest.base_url, canonical=own)
        manifest.add_print_view(place.path, views.print_view(entry, printed), changed)


def _add_indexes(manifest: Manifest, views: Views) -> None:
    content, base_url, changed = views.content, manifest.base_url, as_time(views.content.modified)
    start = Crumb("Startseite", "/")
    for path, title, intro, groups, links in _indexes(content):
        place = Place(path, base_url, trail=(start, Crumb(title, path)))
        manifest.add(path, views.listing(title, groups, place, intro, links=links), HTML, changed)
    for topic, services in content.topics.items():
        path = topic_address(topic)
        crumbs = (start, Crumb("Bürgerservice", "/dienstleistungen/"), Crumb(topic, path))
        place = Place(path, base_url, trail=crumbs)
        manifest.add(path, views.listing(topic, [("", services)], place, in_topic=True), HTML, changed)
    place = Place("/formulare/", base_url, trail=(start, Crumb("Formulare", "/formulare/")))
    manifest.add(
        place.path, views.page("forms.html", "Formulare", place, forms=forms_of(content)), HTML, changed
    )


_Index = tuple[str, str, str, list[tuple[str, list[Entry]]], tuple[Crumb, ...]]


def _indexes(content: Content) -> list[_Index]:
    """Path, title, introduction, groups and further links of every index page."""
    name = content.site.name
    events = _soonest(content)
    pages = town_pages(content)
    everything = [
        ("Dienstleistungen", content.of("services")),
        ("Einrichtungen", content.of("offices")),
        ("Rathaus & Politik", content.of("departments")),
        (f"Leben in {name}", pages),
        ("Aktuelles", content.of("news")),
        ("Ortsrecht", content.of("statutes")),
    ]
    return [
        ("/dienstleistungen/", "Dienstleistungen von A bis Z", "", _by_letter(content.of("services")), ()),
        ("/einrichtungen/", "Einrichtungen und Öffnungszeiten", "", [("", content.of("offices"))], ()),
        ("/rathaus/", "Rathaus & Politik", f"An der Spitze der Verwaltung steht {content.site.mayor}.",
         [("Fachbereiche", content.of("departments"))], ()),
        ("/faq/", "Häufige Fragen", "", [("", content.of("faq"))], ()),
        ("/aktuelles/", "Aktuelles", "", [("", _newest(content))], ()),
        ("/veranstaltungen/", "Veranstaltungen", "", [("", events)], _first_month(events)),
        ("/ortsrecht/", "Ortsrecht", "Satzungen der Stadt im Wortlaut.", [("", content.of("statutes"))], ()),
        ("/stadt/", f"Leben in {name}", "", [("", pages)], ()),
        ("/en/", "Information in English", "", [("", content.of("en"))], ()),
        ("/einfach/", "Informationen in einfacher Sprache", "", [("", content.of("einfach"))], ()),
        ("/inhalt.html", "Inhaltsverzeichnis", "", everything, ()),
    ]  # fmt: skip


def _by_letter(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    letters: dict[str, list[Entry]] = {}
    for entry in entries:
        letters.setdefault(sort_key(entry.front.title)[0].upper(), []).append(entry)
    return sorted(letters.items())


def _newest(content: Content) -> list[Entry]:
    dated = [(entry.front.date, entry) for entry in content.of("news") if isinstance(entry.front, NewsFront)]
    return [entry for _, entry in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _first_month(entries: list[Entry]) -> tuple[Crumb, ...]:
    """The way into the calendar: the month of the next event."""
    for entry in entries:
        if isinstance(entry.front, EventFront):
            start = entry.front.start
            return (Crumb("Zum Veranstaltungskalender", month_address(start.year, start.month)),)
    return ()


def _soonest(content: Content) -> list[Entry]:
    dated = [
        (entry.front.start, entry) for entry in content.of("events") if isinstance(entry.front, EventFront)
    ]
    return [entry for _, entry in sorted(dated, key=lambda pair: pair[0])]


def _add_forms(manifest: Manifest, content: Content) -> None:
    for link, owner in forms_of(content):
        manifest.add(link.url, form_pdf(link, owner, content.site), PDF, as_time(owner.front.modified))


def main() -> int:
    """Build the website into a folder."""
    parser = argparse.ArgumentParser(description="Build the website of the sample city.")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--url", default="http://127.0.0.1:8090", help="address at which it will be served")
    parser.add_argument("--content", type=Path, default=default_folder(), help="folder of the content files")
    chosen = parser.parse_args()
    try:
        manifest = build(read_content(chosen.content), chosen.out, chosen.url.rstrip("/"))
    except ContentError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{len(manifest.resources)} Seiten und Dateien liegen in {chosen.out}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
