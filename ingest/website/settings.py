"""Scrapy's settings for a polite, bounded crawl."""

from typing import Any

from ingest.website.job import ALLOW_PRIVATE, Job

LOG_FILE = "crawl.log"
_MIDDLEWARE = "scrapy.downloadermiddlewares"


def scrapy_settings(job: Job) -> dict[str, Any]:
    """Give the settings that differ from Scrapy 2.19's defaults, and those that must not change with it.

    Middlewares and extensions are named one by one: those of Scrapy's that nothing here needs cost more
    processor time a request than an unchanged page costs altogether.
    """
    return {
        "BOT_NAME": "Stadtlotse",
        "USER_AGENT": job.user_agent,
        "DOWNLOAD_DELAY": job.source.delay,
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1 if job.source.delay else 4,
        "CONCURRENT_ITEMS": 1,
        "DOWNLOAD_TIMEOUT": job.limits.timeout,
        "DOWNLOAD_MAXSIZE": job.largest,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "RETRY_TIMES": job.limits.retries,
        "CLOSESPIDER_TIMEOUT": job.source.max_minutes * 60,
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "HTTPCACHE_ENABLED": False,
        "REDIRECT_MAX_TIMES": job.limits.most_redirects,
        # Redirects of pages are followed by the spider, which notes them as other addresses of a page;
        # those of robots.txt are left to the middleware.
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.8,*/*;q=0.5",
            "Accept-Language": "de,en;q=0.5",
        },
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {},
        "EXTENSIONS": {
            "scrapy.extensions.closespider.CloseSpider": 0,
            "ingest.website.bounds.Bounds": 1,
        },
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "DOWNLOADER_MIDDLEWARES": {
            "ingest.website.robots.Robots": 100,
            f"{_MIDDLEWARE}.downloadtimeout.DownloadTimeoutMiddleware": 350,
            f"{_MIDDLEWARE}.defaultheaders.DefaultHeadersMiddleware": 400,
            f"{_MIDDLEWARE}.useragent.UserAgentMiddleware": 500,
            "ingest.website.patience.Patience": 550,
            f"{_MIDDLEWARE}.httpcompression.HttpCompressionMiddleware": 590,
            f"{_MIDDLEWARE}.redirect.RedirectMiddleware": 600,
            f"{_MIDDLEWARE}.httpproxy.HttpProxyMiddleware": 750,
            # After the proxy is chosen, before the connection.
            "ingest.website.network.RefusePrivateAddresses": 760,
        },
        "DOWNLOAD_HANDLERS_BASE": {},
        "DOWNLOAD_HANDLERS": {
            "http": "ingest.website.bounds.BoundedHandler",
            "https": "ingest.website.bounds.BoundedHandler",
        },
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "TWISTED_DNS_RESOLVER": "ingest.website.network.PublicResolver",
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        ALLOW_PRIVATE: job.source.allow_private_addresses,
        "LOG_FILE": str(job.spool / LOG_FILE),
        "LOG_LEVEL": "INFO",
        "STATS_DUMP": False,
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
    }
