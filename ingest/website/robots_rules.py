"""What robots.txt says beside what is forbidden: the delay it asks for and where sitemaps are."""

from urllib.parse import urljoin

from protego import Protego


def crawl_delay(rules: bytes, agent: str) -> float | None:
    """Give the seconds between two requests that robots.txt asks of `agent`, None if it asks nothing."""
    delay = Protego.parse(rules.decode("utf-8", errors="replace")).crawl_delay(agent)
    return float(delay) if delay is not None else None


def sitemap_addresses(rules: bytes, url: str) -> tuple[str, ...]:
    """Give the sitemaps that robots.txt at `url` names."""
    found = Protego.parse(rules.decode("utf-8", errors="replace")).sitemaps
    return tuple(dict.fromkeys(urljoin(url, address.strip()) for address in found))
