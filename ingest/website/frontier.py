"""Which addresses a crawl goes to: on its hosts, once each, no traps, not too deep."""

import re
from dataclasses import dataclass

from ingest.addresses import canonical_url, is_web_address
from ingest.website.job import Job
from ingest.website.links import is_binary
from ingest.website.state.records import Event, Outcome
from ingest.website.traps import Traps

_LONGEST_URL = 2000
_MOST_TRAPS = 1_000
_MOST_REMEMBERED = 500_000


@dataclass(frozen=True, slots=True)
class Lead:
    """An address to go to, the page that names it, and how many links and redirects lie on the way."""

    url: str
    referrer: str
    depth: int
    hops: int = 0


class Frontier:
    """Admits each address once; `bounded` tells whether something was left out for want of room."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._exclude = [re.compile(pattern) for pattern in job.source.exclude]
        self._seen: set[str] = set()
        self._written: set[str] = set()
        self._trapped = 0
        self._traps = Traps()
        self._most = 3 * job.source.max_pages + 100
        self.admitted = 0
        self.bounded = False

    def admit(self, lead: Lead) -> Lead | Event | None:
        """Give the lead with its canonical address if it is to be followed; an event if it is a trap."""
        if lead.depth > self._job.source.max_depth or lead.url in self._written:
            return None
        if len(self._written) >= _MOST_REMEMBERED:
            self._written.clear()
        # The same menu stands on every page: most addresses come as they came before.
        self._written.add(lead.url)
        if len(lead.url) > _LONGEST_URL or not is_web_address(lead.url):
            return None
        address = canonical_url(lead.url)
        if address in self._seen or not self.may(address):
            return None
        if self.admitted >= self._most:
            self.bounded = True
            return None
        if reason := self._traps.reason(address):
            self._trapped += 1
            if self._trapped > _MOST_TRAPS:
                return None
            self._seen.add(address)
            return Event(address, Outcome.BOUNDED, reason, lead.referrer)
        self._seen.add(address)
        self.admitted += 1
        return Lead(address, lead.referrer, lead.depth, lead.hops)

    def may(self, address: str) -> bool:
        """Tell whether the source's rules let an address in."""
        return (
            self._job.allows(address)
            and not is_binary(address)
            and not any(pattern.search(address) for pattern in self._exclude)
        )
