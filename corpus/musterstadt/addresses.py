"""Where each content file's page lives on the website, and what a reference to one means."""

from collections.abc import Iterable

from corpus.musterstadt.body import slug
from corpus.musterstadt.content import Content, ContentError, Entry
from corpus.musterstadt.front_matter import (
    DepartmentFront,
    OfficeFront,
    PageFront,
    ServiceFront,
    TranslatedFront,
)

FOLDERS = {
    "services": "/dienstleistungen",
    "offices": "/einrichtungen",
    "departments": "/rathaus",
    "faq": "/faq",
    "news": "/aktuelles",
    "events": "/veranstaltungen",
    "en": "/en",
    "einfach": "/einfach",
    "statutes": "/ortsrecht",
    "pages": "/stadt",
}


def address(entry: Entry) -> str:
    """The path of an entry's page, such as `/dienstleistungen/reisepass.html`."""
    if isinstance(entry.front, PageFront) and entry.front.url:
        return entry.front.url
    ending = "pdf" if entry.folder == "statutes" else "html"
    return f"{FOLDERS[entry.folder]}/{entry.stem}.{ending}"


def topic_address(topic: str) -> str:
    """The path of a topic's page."""
    return f"/dienstleistungen/themen/{slug(topic)}.html"


def month_address(year: int, month: int) -> str:
    """The path of a month of the calendar."""
    return f"/veranstaltungen/kalender/{year:04d}/{month:02d}.html"


def canonical_copy(entry: Entry) -> str:
    """Where a service's copy lies that names the original."""
    return f"/buergerservice/a-z/{entry.stem}.html"


def bare_copy(entry: Entry) -> str:
    """Where a service's copy lies that doesn't say it is one."""
    return f"/rathaus/leistungen/{entry.stem}.html"


def print_copy(entry: Entry) -> str:
    """Where a service's print page lies that doesn't name the original."""
    return f"/druck/{entry.stem}.html"


def resolve(href: str, content: Content, where: str) -> str:
    """The address that a link in a content file means; `where` names the file in errors.

    Links go to other content files (`services/reisepass`, with or without `/` before and `.md` behind),
    to paths of the website or to elsewhere. Raises `ContentError` for a content file that isn't there.
    """
    target, mark, fragment = href.partition("#")
    key = target.removeprefix("../").removeprefix("/").removesuffix(".md").removesuffix(".html")
    entry = content.entries.get(key)
    if entry is not None:
        return address(entry) + mark + fragment
    if key.split("/", 1)[0] in FOLDERS and "/" in key and not target.startswith("/"):
        raise ContentError(f"{where}: Der Verweis „{href}“ führt zu keiner Datei unter content/.")
    return href


def check_references(content: Content) -> None:
    """Raise `ContentError` for the first reference to a content file that isn't there."""
    for entry in content.entries.values():
        front = entry.front
        _check(content, entry.file, "teasers", "services", front.teasers)
        if isinstance(front, ServiceFront | DepartmentFront):
            _check(content, entry.file, "offices", "offices", front.offices)
        if isinstance(front, ServiceFront | OfficeFront) and front.department:
            _check(content, entry.file, "department", "departments", (front.department,))
        if isinstance(front, TranslatedFront) and front.translates:
            folder, _, stem = front.translates.partition("/")
            _check(content, entry.file, "translates", folder, (stem,))
    site, where = content.site, "content/site.yaml"
    traps = site.traps
    for name, stems in (
        ("popular", site.popular),
        ("traps.canonical_copies", traps.canonical_copies),
        ("traps.bare_copies", traps.bare_copies),
        ("traps.print_copies", traps.print_copies),
    ):
        _check(content, where, name, "services", stems)


def _check(content: Content, where: str, key: str, folder: str, stems: Iterable[str]) -> None:
    for stem in stems:
        if f"{folder}/{stem}" not in content.entries:
            raise ContentError(
                f"{where}: „{key}“ nennt „{stem}“, aber content/{folder}/{stem}.md gibt es nicht."
            )
