"""The start page: the sample city's own with the chat embedded, as it stands on a town's website."""

from dataclasses import dataclass
from functools import cache

from api.cities import uses_sample_site
from api.embedding import Embedding
from corpus.city import City

ASSETS = "/musterstadt/assets"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self' {site}; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class SamplePage:
    """The page and the Content-Security-Policy under which it works."""

    html: str
    policy: str


def sample_start_page(city: City, *, base: str) -> SamplePage | None:
    """The sample city's start page with the chat in it; None for every other city."""
    return _render(city, base) if uses_sample_site(city) else None


@cache
def _render(city: City, base: str) -> SamplePage:
    from corpus.musterstadt.start_page import render_start_page

    site = str(city.website).rstrip("/")
    snippet = Embedding(city, base).script()
    return SamplePage(render_start_page(snippet, site, base + ASSETS), POLICY.format(site=site))
