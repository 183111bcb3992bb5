"""The hash of a model: of its files and of the prompts that it is used with."""

import hashlib
from pathlib import Path

_IGNORED = {".md", ".png", ".gitattributes"}


def fingerprint(folder: Path, *prompts: str) -> str:
    """SHA-256 (hex) over names and contents of the model's files in `folder` and over the prompts.

    Model cards don't count. Raises `OSError` if a file can't be read.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in _IGNORED or path.name in _IGNORED:
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    for prompt in prompts:
        digest.update(b"\0" + prompt.encode())
    return digest.hexdigest()
