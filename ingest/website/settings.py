"""Scrapy's settings for a polite, bounded crawl."""

from typing import Any

from ingest.website.job import Job
from ingest.website.network import ALLOW_PRIVATE

LOG_FILE = "crawl.log"


def scrapy_settings(job: Job) -> dict[str, Any]:
    """Give the settings that differ from Scrapy 2.19's defaults, and those that must not change with it."""
    return {
        "BOT_NAME": "Stadtlotse",
        "USER_AGENT": job.user_agent,
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": "Stadtlotse",
        "DOWNLOAD_DELAY": job.source.delay,
        "RANDOMIZE_DOWNLOAD_DELAY": True,
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1 if job.source.delay else 4,
        "DOWNLOAD_TIMEOUT": job.timeout,
        "DOWNLOAD_MAXSIZE": job.largest_pdf,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "RETRY_TIMES": job.retries,
        "COOKIES_ENABLED": False,
        "REFERER_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "HTTPCACHE_ENABLED": False,
        "REDIRECT_MAX_TIMES": job.most_redirects,
        # Redirects of pages are followed by the spider, which notes them as other addresses of a page;
        # those of robots.txt are left to the middleware.
        "HTTPERROR_ALLOW_ALL": True,
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.8,*/*;q=0.5",
            "Accept-Language": "de,en;q=0.5",
        },
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "ingest.website.robots.Robots": 100,
            # After the proxy is chosen, before the connection.
            "ingest.website.network.RefusePrivateAddresses": 760,
        },
        "TWISTED_DNS_RESOLVER": "ingest.website.network.PublicResolver",
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        ALLOW_PRIVATE: job.source.allow_private_addresses,
        "LOG_FILE": str(job.spool / LOG_FILE),
        "LOG_LEVEL": "INFO",
        "STATS_DUMP": False,
    }
