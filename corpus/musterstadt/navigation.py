"""The main navigation with its large menus, and the trail of breadcrumbs above each page."""

from dataclasses import dataclass

from corpus.musterstadt.addresses import address, topic_address
from corpus.musterstadt.content import Content, Entry
from corpus.musterstadt.front_matter import PageFront, ServiceFront
from corpus.musterstadt.site_description import NavigationStop


@dataclass(frozen=True)
class Crumb:
    """A breadcrumb: a step from the start page to where the reader is."""

    text: str
    url: str


@dataclass(frozen=True)
class MenuStop:
    """A stop of the main navigation with the links of its menu."""

    text: str
    url: str
    links: tuple[Crumb, ...]


_TRAILS = {
    "offices": Crumb("Einrichtungen", "/einrichtungen/"),
    "departments": Crumb("Rathaus & Politik", "/rathaus/"),
    "faq": Crumb("Häufige Fragen", "/faq/"),
    "news": Crumb("Aktuelles", "/aktuelles/"),
    "events": Crumb("Veranstaltungen", "/veranstaltungen/"),
    "en": Crumb("English", "/en/"),
    "einfach": Crumb("Einfache Sprache", "/einfach/"),
    "pages": Crumb("Leben in Musterstadt", "/stadt/"),
}


def menu(content: Content) -> tuple[MenuStop, ...]:
    """The main navigation, its menus filled from the content."""
    return tuple(
        MenuStop(
            stop.text, stop.url, (*_fill(stop, content), *(Crumb(link.text, link.url) for link in stop.links))
        )
        for stop in content.site.navigation
    )


def crumbs(entry: Entry, content: Content) -> tuple[Crumb, ...]:
    """The breadcrumbs to an entry's page, the start page first, the page itself last."""
    here = Crumb(entry.front.title, address(entry))
    if entry.key == "pages/start":
        return ()
    start = Crumb("Home" if entry.folder == "en" else "Startseite", "/")
    if isinstance(entry.front, ServiceFront):
        topic = entry.front.topic
        return (start, Crumb("Bürgerservice", "/dienstleistungen/"), Crumb(topic, topic_address(topic)), here)
    if isinstance(entry.front, PageFront) and entry.front.url:
        return (start, here)
    return (start, _TRAILS[entry.folder], here)


def town_pages(content: Content) -> list[Entry]:
    """The pages about the town: those that neither have an address of their own nor are hidden."""
    return [
        entry
        for entry in content.of("pages")
        if isinstance(entry.front, PageFront) and not entry.front.url and not entry.front.hidden
    ]


def _fill(stop: NavigationStop, content: Content) -> tuple[Crumb, ...]:
    if stop.fill == "topics":
        return tuple(Crumb(topic, topic_address(topic)) for topic in content.topics)
    if stop.fill == "pages":
        return tuple(Crumb(entry.front.title, address(entry)) for entry in town_pages(content))
    if stop.fill == "departments":
        return tuple(Crumb(entry.front.title, address(entry)) for entry in content.of("departments"))
    newest = sorted(content.of("news"), key=lambda entry: entry.front.modified, reverse=True)
    return tuple(Crumb(entry.front.title, address(entry)) for entry in newest[:4])
