"""What the crawling child process is told to do, as a JSON file in its spool folder."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from corpus.city import WebsiteSource

JOB_FILE = "job.json"


class Job(BaseModel):
    """A crawl: the source as in `city.toml`, where to put the results, and bounds that no city has to set.

    Sizes are bytes, times seconds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: WebsiteSource
    spool: Path
    user_agent: str
    timeout: float = 30.0
    retries: int = 2
    largest_page: int = 10_000_000
    largest_pdf: int = 50_000_000
    most_redirects: int = 5
    most_sitemaps: int = 500
    most_links: int = 5_000

    def write(self) -> Path:
        """Write the job into its spool folder and give the file's path."""
        path = self.spool / JOB_FILE
        path.write_text(self.model_dump_json(), encoding="utf-8")
        return path

    def starts(self) -> tuple[str, ...]:
        """Give the start pages' addresses."""
        return tuple(str(url) for url in self.source.start)

    def hosts(self) -> frozenset[str]:
        """Give the hosts that may be crawled; with a port where one was given."""
        allowed = self.source.allowed_domains or tuple(urlsplit(url).netloc for url in self.starts())
        return frozenset(host.lower() for host in allowed)

    def allows(self, url: str) -> bool:
        """Tell whether `url` is on an allowed host ("example.de" allows "www.example.de" too)."""
        parts = urlsplit(url)
        name, netloc = (parts.hostname or "").lower(), parts.netloc.lower()
        return any(
            host in {netloc, name} or (":" not in host and name.endswith(f".{host}")) for host in self.hosts()
        )
