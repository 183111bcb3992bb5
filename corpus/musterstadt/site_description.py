"""What every page of the sample city shares, read from `content/site.yaml`."""

from typing import Literal

from corpus.musterstadt.front_matter import Address, Part


class NavigationLink(Part):
    """A link of the navigation or the footer."""

    text: str
    url: str


class NavigationStop(NavigationLink):
    """A stop of the main navigation; `fill` says with what the build fills its menu."""

    fill: Literal["topics", "departments", "pages", "news"]
    links: tuple[NavigationLink, ...] = ()


class Hotline(Part):
    """The telephone number for everything."""

    name: str
    telephone: str
    hours: str
    email: str


class Redirect(Part):
    """An old address and where it leads."""

    source: str
    target: str
    status: Literal[301, 302, 307, 308] = 301


class Traps(Part):
    """What makes real websites hard, by stems of services (see `traps.py`)."""

    redirects: tuple[Redirect, ...] = ()
    canonical_copies: tuple[str, ...] = ()
    bare_copies: tuple[str, ...] = ()
    print_copies: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Site(Part):
    """The town, its navigation and its traps."""

    name: str
    state: str
    claim: str
    mayor: str
    authority: str
    address: Address
    hotline: Hotline
    switchboard: str
    fax: str
    email: str
    service_portal: str
    council_system: str
    popular: tuple[str, ...]
    navigation: tuple[NavigationStop, ...]
    footer: tuple[NavigationLink, ...]
    traps: Traps = Traps()
