"""The crawling child process: `python -m ingest.website JOB.json`.

Scrapy's reactor can run only once per process and would tie the caller to its event loop, so each crawl has
a process of its own. It reports a JSON line per page on standard output, and stops when standard input
closes, so that it never outlives its parent.
"""

import json
import os
import sys
import threading
from pathlib import Path

from ingest.website.job import Job
from ingest.website.spool import End, SpoolWriter


def main(path: Path) -> int:
    """Run the job in the file at `path`."""
    from scrapy.crawler import AsyncCrawlerProcess

    from ingest.website.settings import scrapy_settings
    from ingest.website.spider import CitySpider

    job = Job.model_validate_json(path.read_text(encoding="utf-8"))
    spool = SpoolWriter(job.spool)
    process = AsyncCrawlerProcess(scrapy_settings(job))
    crawler = process.create_crawler(CitySpider)
    process.crawl(crawler, job=job, spool=spool, report=_report)
    process.start()
    stats = crawler.stats.get_stats()
    spool.close(
        End(
            reason=str(stats.get("finish_reason", "")), requests=int(stats.get("downloader/request_count", 0))
        )
    )
    return 0


def _report(done: int, total: int) -> None:
    sys.stdout.write(json.dumps({"done": done, "total": total}) + "\n")
    sys.stdout.flush()


def _stop_with_parent() -> None:
    sys.stdin.read()
    os._exit(3)


if __name__ == "__main__":
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    sys.exit(main(Path(sys.argv[1])))
