"""`sitemap.xml` with `lastmod`, and the `robots.txt` that names it."""

from xml.sax.saxutils import escape

from corpus.musterstadt.addresses import address, topic_address
from corpus.musterstadt.content import Content
from corpus.musterstadt.front_matter import PageFront

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(content: Content, base_url: str) -> str:
    """All content pages (PDFs included) but hidden ones, and the topics; copies aren't in it."""
    dates = {
        address(entry): entry.front.modified for entry in content.entries.values() if not _hidden(entry.front)
    }
    for topic, services in content.topics.items():
        dates[topic_address(topic)] = max(service.front.modified for service in services)
    lines = [
        f"  <url><loc>{escape(base_url + path)}</loc><lastmod>{changed.isoformat()}</lastmod></url>\n"
        for path, changed in sorted(dates.items())
    ]
    return _HEAD + "".join(lines) + "</urlset>\n"


def robots(content: Content, base_url: str) -> str:
    """Closes the hidden pages to every crawler and names the sitemap."""
    hidden = sorted(address(entry) for entry in content.entries.values() if _hidden(entry.front))
    closed = "".join(f"Disallow: {path}\n" for path in hidden)
    return f"User-agent: *\n{closed}\nSitemap: {base_url}/sitemap.xml\n"


def _hidden(front: object) -> bool:
    return isinstance(front, PageFront) and front.hidden
