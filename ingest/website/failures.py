"""Says in German why a request got no response."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    StopDownload,
)

from ingest.website.refusals import AddressRefused, RobotsForbid, RobotsUnreachable, ServerOverburdened
from ingest.website.state.records import Outcome

TOO_LARGE = (
    "Die Seite ist zu groß. Wenn sie gebraucht wird, setzen Sie in city.toml max_page_megabytes höher."
)
NO_PAGE = "Weder HTML noch PDF"
FAILURES = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    OSError,
    ResponseDataLossError,
    StopDownload,
)
"""What Scrapy raises where a request fails; its exceptions have no common base."""


def describe(error: BaseException) -> tuple[Outcome, str]:
    """Give the outcome and one German sentence for what Scrapy raised."""
    match error:
        case AddressRefused():
            return Outcome.REFUSED, (
                f"Die Adresse {error} liegt in einem privaten Netz. Wenn das gewollt ist, setzen Sie "
                "in city.toml allow_private_addresses = true."
            )
        case RobotsForbid():
            return Outcome.ROBOTS, "robots.txt verbietet die Seite."
        case RobotsUnreachable() | ServerOverburdened():
            return Outcome.TEMPORARY, str(error)
        case IgnoreRequest() | DownloadCancelledError():
            # Scrapy gives up a body that grows beyond its bound while it is sent or unpacked.
            return Outcome.UNFIT, TOO_LARGE
        case StopDownload():
            return Outcome.UNFIT, f"{NO_PAGE}."
        case CannotResolveHostError():
            return (
                Outcome.TEMPORARY,
                "Den Namen der Website kennt kein DNS-Server. Bitte prüfen Sie die Adresse.",
            )
        case DownloadConnectionRefusedError():
            return Outcome.TEMPORARY, "Der Server nimmt keine Verbindung an."
        case DownloadTimeoutError():
            return Outcome.TEMPORARY, "Der Server hat nicht rechtzeitig geantwortet."
        case _:
            return Outcome.TEMPORARY, f"Die Verbindung ist abgebrochen ({type(error).__name__})."
