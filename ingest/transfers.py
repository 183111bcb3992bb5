"""Reads a city's XZuFi source: what is stored, with the changes of the delivery applied."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from corpus.city import City
from corpus.progress import Progress
from corpus.records import Document
from corpus.sources import XzufiSource
from ingest.errors import SourceFailed
from ingest.xzufi.inputs import FileInput, FolderInput, PvogInput, UrlInput, XzufiInput
from ingest.xzufi.options import Mode, Options
from ingest.xzufi.report import TransferReport
from ingest.xzufi.transfer import Write, read_transfer


@dataclass(frozen=True)
class Delivered:
    """All documents of the source after a delivery, and the report about it."""

    documents: list[Document]
    report: TransferReport


def read_delivery(
    source: XzufiSource, city: City, data: Path, stored: Iterable[Document], progress: Progress
) -> Delivered:
    """Read a delivery and apply it to `stored`, the source's documents so far.

    Raises `SourceFailed` with one sentence if the delivery can't be used; then everything is as before. The
    register is `data/xzufi/<city>/<source>.sqlite`.
    """
    documents = {document.id: document for document in stored}
    register = data / "xzufi" / city.id / f"{quote(source.name, safe='')}.sqlite"
    register.parent.mkdir(parents=True, exist_ok=True)
    transfer = read_transfer(
        _input(source),
        city=city.id,
        source_name=source.name,
        mode=Mode(source.mode) if source.mode else None,
        known={document.id: document.content_hash() for document in documents.values()},
        register=register,
        options=Options(
            areas=source.areas,
            max_loss=source.max_loss,
            page=source.page,
            private_addresses=source.allow_private_addresses,
        ),
        progress=progress,
    )
    for change in transfer:
        if isinstance(change, Write):
            documents[change.document.id] = change.document
        else:
            documents.pop(change.document_id, None)
    return Delivered(list(documents.values()), transfer.report)


def _input(source: XzufiSource) -> XzufiInput:
    private = source.allow_private_addresses
    if source.file is not None:
        return FileInput(source.file)
    if source.folder is not None:
        return FolderInput(source.folder)
    if source.url is not None:
        return UrlInput(str(source.url), private)
    return PvogInput(
        str(source.pvog),
        ars=source.ars,
        token_url=str(source.token_url or ""),
        client_id=source.client_id,
        client_secret=_secret(source.client_secret_file),
        private_addresses=private,
    )


def _secret(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise SourceFailed(
            f"{path} fehlt. Bitte legen Sie das Passwort dort ab oder berichtigen Sie client_secret_file."
        ) from None
    except OSError as error:
        raise SourceFailed(f"{path} lässt sich nicht lesen: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SourceFailed(f"{path} ist kein Text in UTF-8. Bitte legen Sie das Passwort neu ab.") from None
    if not secret:
        raise SourceFailed(f"{path} ist leer. Bitte legen Sie das Passwort dort ab.")
    return secret
