"""Opens any input as a delivery."""

from contextlib import AbstractContextManager

from ingest.xzufi.files import open_file, open_folder
from ingest.xzufi.inputs import Bounds, Delivery, FileInput, FolderInput, PvogInput, UrlInput, XzufiInput
from ingest.xzufi.pvog import open_pvog
from ingest.xzufi.web import open_url


def open_delivery(source: XzufiInput, resume: str, bounds: Bounds) -> AbstractContextManager[Delivery]:
    """Open an input; `resume` is where the last run of a paged interface stopped."""
    match source:
        case FileInput(path):
            return open_file(path, bounds)
        case FolderInput(path):
            return open_folder(path, bounds)
        case UrlInput():
            return open_url(source, bounds)
        case PvogInput():
            return open_pvog(source, resume, bounds)


def where(source: XzufiInput) -> str:
    """Name an input for messages."""
    return str(source.path) if isinstance(source, FileInput | FolderInput) else source.url


def origin(source: XzufiInput) -> str:
    """Name what an input reads: where another is configured, the place where the last stopped is void."""
    return f"{where(source)} {source.ars}" if isinstance(source, PvogInput) else where(source)
