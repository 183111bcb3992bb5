"""What of a page counts as its content, where its bytes differ at each request.

Many systems put a new token into every page: nonces of a content security policy, hidden form fields
(`form_build_id`, `__VIEWSTATE`, `p_auth`), comments with the time of rendering. None of it is read, so a page
that differs in nothing else hasn't changed.
"""

import hashlib

from ingest.reader.dom import Element, attribute
from ingest.website.links import parse

_UNREAD = frozenset({"script", "style", "input", "noscript", "template"})
_STRUCTURED = "application/ld+json"
_TOKENS = frozenset({"nonce", "integrity", "srcset", "action"})


def same_content(one: bytes, other: bytes, content_type: str) -> bool:
    """Tell whether two pages differ in nothing that is read."""
    return one == other or _essence(one, content_type) == _essence(other, content_type)


def _essence(body: bytes, content_type: str) -> str:
    digest = hashlib.sha256()
    root = parse(body, content_type)
    if root is not None:
        for tag in root.iter():
            _add(tag, digest)
    return digest.hexdigest()


def _add(tag: Element, digest: "hashlib._Hash") -> None:
    if isinstance(tag.tag, str) and (tag.tag not in _UNREAD or attribute(tag, "type") == _STRUCTURED):
        shown = [f"{name}={value}" for name, value in tag.attrib.items() if name not in _TOKENS]
        text = "\x1f".join([tag.tag, *shown, tag.text or ""])
        digest.update(text.encode("utf-8", errors="replace"))
    if tag.tail:
        digest.update(b"\x1e" + tag.tail.encode("utf-8", errors="replace"))
