"""The key that signs follow-up contexts: the operator's, or one made once and kept."""

import os
import secrets
from pathlib import Path

from api.settings import Settings

_BYTES = 32


def signing_key(settings: Settings) -> str:
    """The configured secret, or the one in `<data>/secret`, which is made at the first call (mode 0600)."""
    if settings.secret is not None:
        return settings.secret.get_secret_value()
    path = settings.data / "secret"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return _make(path)


def _make(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(_BYTES)
    temporary = path.with_suffix(f".{os.getpid()}")
    temporary.touch(mode=0o600)
    temporary.write_text(key, encoding="ascii")
    try:
        # A second process may have been quicker: a hard link never replaces its key.
        os.link(temporary, path)
    except FileExistsError:
        key = path.read_text(encoding="ascii")
    finally:
        temporary.unlink()
    return key
