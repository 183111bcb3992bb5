"""Turns content into pages: what each template is given, and how addresses come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it.token import Token
from markupsafe import Markup

from corpus.musterstadt.addresses import (
    address,
    bare_copy,
    canonical_copy,
    print_copy,
    resolve,
    topic_address,
)
from corpus.musterstadt.blocks import blocks, day_and_times, variant, when
from corpus.musterstadt.body import html_of
from corpus.musterstadt.content import Content, Entry
from corpus.musterstadt.front_matter import TranslatedFront
from corpus.musterstadt.navigation import Crumb, crumbs, menu
from corpus.musterstadt.structured_data import office_data

LAYOUT_PAGES = {
    "services": "service.html",
    "offices": "office.html",
    "departments": "department.html",
    "faq": "page.html",
    "news": "news.html",
    "events": "page.html",
    "en": "page.html",
    "einfach": "page.html",
    "pages": "page.html",
}


@dataclass(frozen=True)
class Place:
    """Where a page is shown: its own path, the website's address and the paths' beginning.

    `root` goes before every path (empty on the website itself; the website's address where the start page is
    shown elsewhere), `assets` before style sheets, scripts and pictures.
    """

    path: str
    base_url: str
    root: str = ""
    assets: str = "/assets"
    canonical: str | None = None
    trail: tuple[Crumb, ...] | None = None


class Views:
    """Renders every kind of page of one content."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._templates = Environment(
            loader=PackageLoader("corpus.musterstadt", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["day_and_times"] = day_and_times
        self._templates.filters["german_date"] = lambda day: f"{day:%d.%m.%Y}"
        self._templates.globals.update(
            variant=variant, address=address, when=when, topic_address=topic_address
        )
        self._templates.globals.update(
            address_in_topic=self._one_of(content.site.traps.canonical_copies, canonical_copy),
            address_in_office=self._one_of(content.site.traps.bare_copies, bare_copy),
            address_of_print_view=self._one_of(
                content.site.traps.print_copies, print_copy, lambda entry: f"{address(entry)}?print=1"
            ),
        )
        labels = Path(__file__).parent / "templates" / "labels.yaml"
        self._labels = yaml.safe_load(labels.read_text(encoding="utf-8"))

    def entry(self, entry: Entry, place: Place) -> str:
        """A content file's own page."""
        return self._entry(LAYOUT_PAGES[entry.folder], entry, place)

    def print_view(self, entry: Entry, place: Place) -> str:
        """The page as it looks when printed: no navigation, nothing collapsed."""
        return self._entry("print.html", entry, place)

    def start(self, place: Place, widget: Markup) -> str:
        """The start page, with the chat's snippet before its end."""
        entry = self.content.entries["pages/start"]
        return self._entry("start.html", entry, place, widget=widget)

    def listing(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[Entry]]],
        place: Place,
        intro: str = "",
        **more: object,
    ) -> str:
        """An index page: groups of links under headings."""
        return self._render("list.html", place, title=title, groups=groups, intro=intro, **more)

    def page(self, template: str, title: str, place: Place, **more: object) -> str:
        """A page without a content file."""
        return self._render(template, place, title=title, **more)

    def _entry(self, template: str, entry: Entry, place: Place, **more: object) -> str:
        if place.trail is None:
            place = replace(place, trail=crumbs(entry, self.content))
        return self._render(
            template,
            place,
            title=entry.front.title,
            language=entry.language,
            entry=entry,
            front=entry.front,
            blocks=blocks(entry, self.content),
            versions=self._versions(entry),
            data=office_data(entry, place.base_url),
            modified=entry.front.modified,
            where=entry.file,
            **more,
        )

    def _render(self, template: str, place: Place, title: str, **more: object) -> str:
        language = str(more.pop("language", "de"))
        where = str(more.pop("where", "templates"))

        def path(target: str) -> str:
            return place.root + target if target.startswith("/") else target

        values: dict[str, object] = {
            "content": self.content,
            "site": self.content.site,
            "menu": menu(self.content),
            "place": place,
            "path": path,
            "session": _session(place.path, path),
            "body": self._body(where, path),
            "title": title,
            "language": language,
            "labels": self._labels[language],
            "trail": place.trail or (),
            "entry": None,
            "front": None,
            "versions": {},
            "data": None,
            "modified": self.content.modified,
            "widget": Markup(),
        }
        return self._templates.get_template(template).render(values | more)

    @staticmethod
    def _one_of(
        stems: Sequence[str], copy: Callable[[Entry], str], otherwise: Callable[[Entry], str] = address
    ) -> Callable[[Entry], str]:
        """The address to link to: a copy's for these services, an ordinary one for all others."""
        return lambda entry: (
            copy(entry) if entry.folder == "services" and entry.stem in stems else otherwise(entry)
        )

    def _body(self, where: str, path: Callable[[str], str]) -> Callable[[tuple[Token, ...]], Markup]:
        def body(tokens: tuple[Token, ...]) -> Markup:
            # The content files are ours and Markdown's own HTML is switched off.
            return Markup(html_of(tokens, lambda href: path(resolve(href, self.content, where))))  # noqa: S704

        return body

    def _versions(self, entry: Entry) -> dict[str, Entry]:
        """The page and its translations, by what the reader calls them."""
        front = entry.front
        key = front.translates if isinstance(front, TranslatedFront) and front.translates else entry.key
        found = {"Deutsch": self.content.entries[key]}
        for folder, name in (("en", "English"), ("einfach", "Einfache Sprache")):
            for other in self.content.of(folder):
                if isinstance(other.front, TranslatedFront) and other.front.translates == key:
                    found[name] = other
        return found if len(found) > 1 else {}


def _session(page: str, path: Callable[[str], str]) -> Callable[[str, str], str]:
    """Links that carry a session: another one on every page, as if each visit had its own."""

    def session(target: str, style: str) -> str:
        number = f"{crc32((page + target).encode()):08X}{crc32(target.encode()):08X}"
        return (
            f"{path(target)};jsessionid={number}.node2"
            if style == "java"
            else f"{path(target)}?sid={number.lower()}"
        )

    return session
