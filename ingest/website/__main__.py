"""The crawling child process: `python -m ingest.website JOB.json`.

Scrapy's reactor can run only once per process and would tie the caller to its event loop, so each crawl has
a process of its own. It reports JSON lines on standard output, and stops when standard input closes, so that
it never outlives its parent.
"""

import json
import logging
import os
import sqlite3
import sys
import threading
import time
from pathlib import Path

from ingest.website.job import Job
from ingest.website.spool import SpoolWriter

_REPORT_AFTER = 0.2
FAILED = 4


def main(path: Path) -> int:
    """Run the job in the file at `path`."""
    from scrapy.crawler import AsyncCrawlerProcess

    from ingest.website.settings import scrapy_settings
    from ingest.website.spider import CitySpider

    job = Job.model_validate_json(path.read_text(encoding="utf-8"))
    try:
        spool = SpoolWriter(job.spool)
    except sqlite3.Error as error:
        _say({"error": str(error)})
        return FAILED
    process = AsyncCrawlerProcess(scrapy_settings(job))
    # Scrapy lets every debug record through to its handlers, several a request.
    logging.disable(logging.DEBUG)
    process.crawl(process.create_crawler(CitySpider), job=job, spool=spool, report=Report())
    process.start()
    if spool.broken:
        _say({"error": spool.broken})
        return FAILED
    return 0


class Report:
    """Tells the parent how far the crawl is, a few times a second."""

    def __init__(self) -> None:
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Tell `done` pages of `total`."""
        now = time.monotonic()
        if now - self._told > _REPORT_AFTER or done == total:
            self._told = now
            _say({"done": done, "total": total})


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _stop_with_parent() -> None:
    sys.stdin.read()
    os._exit(3)


if __name__ == "__main__":
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    sys.exit(main(Path(sys.argv[1])))
