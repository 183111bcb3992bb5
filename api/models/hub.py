"""Fetches a file from a hub through huggingface_hub: what it is, then its bytes, resumed after a break.

The library's own download begins anew after a process was ended, so its building blocks are used with a file
of our own beside. Nothing is sent but the request for this file: no telemetry, no other service (Xet).
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, cast

from api.models.errors import PullError

_METADATA_SECONDS = 20.0


@dataclass(frozen=True)
class RemoteFile:
    """A file of a repository at a commit: where its bytes are, its SHA-256 and size in bytes."""

    url: str
    repository: str
    file: str
    revision: str
    sha256: str
    size: int


def quieten() -> None:
    """Switch the library's telemetry off, also where something else has imported it before.

    What it logs in English while it tries again, we say in German where it matters.
    """
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    logging.getLogger("huggingface_hub").setLevel(logging.CRITICAL)
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True


def look_up(repository: str, file: str, revision: str = "") -> RemoteFile:
    """What the hub (`HF_ENDPOINT`) says of a file, at a commit or the newest. Raises `PullError`."""
    quieten()
    from huggingface_hub import get_hf_file_metadata, hf_hub_url

    endpoint = os.environ.get("HF_ENDPOINT") or None
    with _translated(repository, file):
        url = hf_hub_url(repository, file, revision=revision or None, endpoint=endpoint)
        found = get_hf_file_metadata(url, timeout=_METADATA_SECONDS, endpoint=endpoint)
    sha256 = found.etag or ""
    if found.commit_hash is None or found.size is None or len(sha256) != 64:
        raise PullError(
            f"Der Server nennt zu {repository}/{file} keine Prüfsumme: Ist HF_ENDPOINT richtig gesetzt? "
            + _without_network(repository, file)
        )
    return RemoteFile(url, repository, file, found.commit_hash, sha256, found.size)


def fetch(remote: RemoteFile, part: Path, report: Callable[[int, int], None]) -> None:
    """Append to `part` what is missing of the file; `report` hears bytes done and in all.

    Raises `PullError`; what has come is kept, so that the next attempt goes on from there.
    """
    quieten()
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # exported lazily

    done = part.stat().st_size if part.exists() else 0
    if done > remote.size:
        part.unlink()
        done = 0
    report(done, remote.size)
    with _translated(remote.repository, remote.file), part.open("ab") as out:
        http_get(
            remote.url,
            out,
            resume_size=done,
            headers=build_hf_headers(),
            expected_size=remote.size,
            tqdm_class=cast("Any", lambda *_, initial=0, **__: _Bar(report, initial, remote.size)),
        )


class _Bar:
    """What the library takes for a progress bar; it shows nothing and tells `report` instead."""

    def __init__(self, report: Callable[[int, int], None], done: int, size: int) -> None:
        self._report, self._done, self._size = report, done, size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, count: int) -> None:
        """So many bytes more; fewer where the library has to begin anew."""
        self._done += count
        self._report(self._done, self._size)


@contextmanager
def _translated(repository: str, file: str) -> Iterator[None]:
    import httpx2
    from huggingface_hub import errors

    place = f"{repository}/{file}"
    try:
        yield
    except errors.GatedRepoError as error:
        raise PullError(_login(place)) from error
    except (errors.RepositoryNotFoundError, errors.EntryNotFoundError, errors.RevisionNotFoundError) as error:
        raise PullError(
            f"Der Server kennt {place} nicht (mehr): Bitte ein anderes Modell aus „lotse model list“ nehmen."
        ) from error
    except errors.HfHubHTTPError as error:
        status = error.response.status_code
        if status == httpx2.codes.UNAUTHORIZED:
            raise PullError(_login(place)) from error
        raise PullError(
            f"Der Server lehnt {place} ab (HTTP {status}): Bitte später noch einmal "
            "versuchen, das Geladene bleibt erhalten."
        ) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
        raise PullError(
            "HF_ENDPOINT ist keine Adresse eines Servers: Bitte https://rechner angeben oder weglassen."
        ) from error
    except (httpx2.HTTPError, errors.OfflineModeIsEnabled) as error:
        raise PullError(
            f"Der Server mit den Modellen ist nicht zu erreichen ({type(error).__name__}); was schon geladen "
            "ist, bleibt erhalten. " + _without_network(repository, file)
        ) from error
    except OSError as error:
        if "Consistency check" not in str(error):
            raise
        raise PullError(
            f"{place} kam unvollständig an: Bitte denselben Befehl noch einmal geben, er macht dort weiter."
        ) from error


def _login(place: str) -> str:
    return (
        f"{place} verlangt eine Anmeldung: Bitte dort die Lizenz annehmen und HF_TOKEN setzen "
        "(oder, wenn es gesetzt ist, erneuern)."
    )


def _without_network(repository: str, file: str) -> str:
    endpoint = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
    return (
        f"Ohne Netz: die Datei {endpoint}/{repository}/resolve/main/{file} an einem Rechner mit Netz laden, "
        "herüberkopieren und „lotse model pull MODELL --file DATEI“ geben."
    )
