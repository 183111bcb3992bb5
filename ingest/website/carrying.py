"""Carries over what a crawl didn't get to: that a page wasn't met means nothing if the crawl ended early."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.website.spider import CitySpider

_DAY = 86_400.0


def carry_over(spider: "CitySpider", *, complete: bool) -> bool:
    """Keep the pages that weren't met unless all of them should have been; tells whether they should.

    An address that failed without being known may have been the way to some of them. If it still fails after
    the time in which every page is verified, it wasn't.
    """
    now, spool = time.time(), spider.spool
    before = spool.notes.failing()
    failing = {url: before.get(url, now) for url in spider.unmet}
    spool.notes.put_failing(failing)
    patience = spider.job.source.verify_days * _DAY
    if complete and not any(now - since < patience for since in failing.values()):
        return True
    for url, in_sitemap, depth in spool.trusted():
        if spool.met(url) or not spider.frontier.may(url) or spider.politeness.allow(url) is False:
            continue
        answer = spool.answers.get(url)
        if answer is not None and not answer.says.noindex:
            if in_sitemap:
                spider.revisits.lastmod.setdefault(url, None)
            spider.write(answer, depth, kept=True)
    return False
