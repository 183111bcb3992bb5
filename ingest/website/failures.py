"""Says in German why a request got no response."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)

from ingest.website.network import AddressRefused
from ingest.website.spool import Outcome


def describe(error: BaseException) -> tuple[Outcome, str]:
    """Give the outcome and one German sentence for what Scrapy raised."""
    match error:
        case AddressRefused():
            return Outcome.REFUSED, (
                f"Die Adresse {error} liegt in einem privaten Netz. Wenn das gewollt ist, setzen Sie "
                "in city.toml allow_private_addresses = true."
            )
        case IgnoreRequest():
            return Outcome.ROBOTS, "robots.txt verbietet die Seite."
        case CannotResolveHostError():
            return (
                Outcome.TEMPORARY,
                "Den Namen der Website kennt kein DNS-Server. Bitte prüfen Sie die Adresse.",
            )
        case DownloadConnectionRefusedError():
            return Outcome.TEMPORARY, "Der Server nimmt keine Verbindung an."
        case DownloadTimeoutError():
            return Outcome.TEMPORARY, "Der Server hat nicht rechtzeitig geantwortet."
        case DownloadCancelledError():
            return Outcome.UNFIT, "Die Datei ist zu groß."
        case _:
            return Outcome.TEMPORARY, f"Die Verbindung ist abgebrochen ({type(error).__name__})."
