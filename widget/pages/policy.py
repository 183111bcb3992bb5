"""The Content-Security-Policy of all pages: no inline script or style, nothing from elsewhere."""

from collections.abc import Iterable

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)

CONTENT_SECURITY_POLICY = _POLICY + "'none'"


def frame_policy(origins: Iterable[str]) -> str:
    """The policy of a page that those `origins` may show in an iframe, and the server itself."""
    return _POLICY + " ".join(("'self'", *sorted(origins)))
