"""Canonical forms of web addresses, and the document ids made from them."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SESSION = re.compile(
    r"sid|s_id|sess|session|sessionid|session_id|phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|zope_session",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|matomo_\w+|pk_\w+|piwik_\w+|fbclid|[dgy]clid|gclsrc|[gw]braid|msclkid|twclid|igshid|_ga|_gl"
    r"|mc_cid|mc_eid|hsa_\w+|wt_(?:mc|zmc)|etcc_\w+|no_cache|ref_?src|nocache|cachebuster",
    re.IGNORECASE,
)
_PRINT = re.compile(
    r"print|printview|print_view|druck|drucken|druckansicht|druckversion|pdfview", re.IGNORECASE
)
# TYPO3's page type 98 is the print view by convention.
_PRINT_VALUES = {
    ("type", "98"),
    ("view", "print"),
    ("layout", "print"),
    ("mode", "print"),
    ("tmpl", "component"),
}
# After a semicolon, or as a segment of its own: "/(S(lit3py55t21z5v55vlm25s55))/" (ASP.NET).
_PATH_SESSION = re.compile(
    r";(?:jsessionid|sid|phpsessid)=[^/?#]*|(?<=/)\([A-Z]\([^/()]{8,60}\)\)/", re.IGNORECASE
)
_SAFE = "/:@!$&'()*+,;=~-._"


def canonical_url(url: str, base: str = "") -> str:
    """Give the form under which a page is fetched and compared.

    Scheme and host in lower case, no default port, no fragment, no session, tracking or print parameters,
    parameters sorted, percent-encoding normalised. Relative addresses are resolved against `base`.
    """
    parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{parts.port}"
    path = quote(unquote(_PATH_SESSION.sub("", parts.path)), safe=_SAFE) or "/"
    path = re.sub(r"/{2,}", "/", path)
    if "/." in path:
        path = urlsplit(urljoin("http://host/", path)).path
    return urlunsplit((parts.scheme.lower(), host, path, _canonical_query(parts.query), ""))


def is_web_address(url: str) -> bool:
    """Tell whether `url` is a well-formed http or https address with a host."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises ValueError where the port is no number
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def document_id(source: str, url: str, home: str = "") -> str:
    """Make a document's id from its canonical address: "website:/dienstleistungen/personalausweis".

    File endings of pages ("index.html", ".php") are left out, so that a change of the content management
    system doesn't change ids. A host other than `home` (when given) is part of the id.
    """
    parts = urlsplit(canonical_url(url))
    path = re.sub(r"/(?:index|default|start)\.\w{2,5}$", "/", unquote(parts.path), flags=re.IGNORECASE)
    path = re.sub(r"\.(?:html?|xhtml|php\d?|aspx?|jspx?|do)$", "", path, flags=re.IGNORECASE)
    path = path.rstrip("/") or "/"
    query = f"?{parts.query}" if parts.query else ""
    host = f"//{parts.netloc}" if home and parts.netloc != urlsplit(canonical_url(home)).netloc else ""
    return f"{source}:{host}{path}{query}"


def _canonical_query(query: str) -> str:
    kept = [
        (key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _is_noise(key, value)
    ]
    return urlencode(sorted(kept))


def _is_noise(key: str, value: str) -> bool:
    if _SESSION.fullmatch(key) or _TRACKING.fullmatch(key) or _PRINT.fullmatch(key):
        return True
    return (key.lower(), value.lower()) in _PRINT_VALUES
