"""What the built website serves: resources by path, print views, redirects."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Resource:
    """A file of the built website with what its response's header says."""

    file: Path
    content_type: str
    modified: datetime
    etag: str


@dataclass
class Manifest:
    """The built website: everything that is served from a file or by a redirect."""

    folder: Path
    base_url: str
    resources: dict[str, Resource] = field(default_factory=dict)
    print_views: dict[str, Resource] = field(default_factory=dict)
    redirects: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(self, path: str, body: bytes | str, content_type: str, modified: datetime) -> None:
        """Write the resource at `path`; text is written as UTF-8."""
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        self.resources[path] = self._write(name, body, content_type, modified)

    def add_print_view(self, path: str, body: str, modified: datetime) -> None:
        """Write what `path` with `?print=1` shows."""
        name = path.lstrip("/").removesuffix(".html") + ".print.html"
        self.print_views[path] = self._write(name, body, HTML, modified)

    def _write(self, name: str, body: bytes | str, content_type: str, modified: datetime) -> Resource:
        data = body.encode() if isinstance(body, str) else body
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return Resource(file, content_type, modified, f'"{hashlib.sha256(data).hexdigest()[:20]}"')


HTML = "text/html; charset=utf-8"
PDF = "application/pdf"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
