"""`python -m evaluation.benchmarks.recrawl_site 1500`: a website of many pages, for measuring crawls.

Prints its address and serves until standard input ends. Pages are as large as those of municipal content
management systems; each service has texts, a table of fees, papers and contact data of its own. Conditional
requests are answered as in RFC 9110.
"""

import hashlib
import random
import sys
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_CHANGED = 1_780_000_000
_THINGS = (
    "ausweis", "bescheinigung", "urkunde", "genehmigung", "erlaubnis", "anmeldung", "abmeldung", "ummeldung",
    "auskunft", "beihilfe", "zuschuss", "förderung", "plakette", "karte", "bewilligung", "eintragung",
    "löschung", "beglaubigung", "prüfung", "zulassung",
)  # fmt: skip
_KINDS = (
    "Fischerei", "Jagd", "Wohnungs", "Gewerbe", "Reise", "Kinder", "Senioren", "Hunde", "Bau", "Denkmal",
    "Markt", "Straßen", "Wasser", "Abfall", "Sport", "Schul", "Kita", "Familien", "Pflege", "Ehren",
)  # fmt: skip
_SENTENCES = (
    "Den Antrag auf {thing} stellen Sie persönlich oder schriftlich bei der zuständigen Stelle.",
    "Wer {thing} braucht, vereinbart am besten vorher einen Termin.",
    "Die Bearbeitung dauert in der Regel {number} Wochen, wenn alle Unterlagen vollständig vorliegen.",
    "Bitte bringen Sie einen gültigen Personalausweis und die Unterlagen zu {thing} mit.",
    "Für Kinder unter {number} Jahren stellen die Sorgeberechtigten den Antrag gemeinsam.",
    "Ändern sich Ihre Angaben, teilen Sie das der Stadtverwaltung innerhalb von {number} Tagen mit.",
    "Eine Vertretung ist möglich, wenn Sie eine schriftliche Vollmacht vorlegen.",
    "Die Stadt prüft, ob die Voraussetzungen für {thing} gegeben sind.",
)


def page(number: int, pages: int) -> bytes:
    """Make the page of a service."""
    rng = random.Random(number)
    thing = f"{_KINDS[number % 20]}{_THINGS[number // 20 % 20]} {number}"

    def text(sentences: int) -> str:
        chosen = rng.choices(_SENTENCES, k=sentences)
        return " ".join(one.format(thing=thing, number=rng.randrange(2, 60)) for one in chosen)

    def items(count: int) -> str:
        return "".join(f"<li>{text(1)}</li>" for _ in range(count))

    menu = "".join(
        f'<li class="nav-item level-2"><a class="nav-link" href="/leistung/{one}.html" title="Thema {one}">'
        f"<span>Thema {one}</span></a></li>"
        for one in range(0, pages, max(1, pages // 90))
    )
    fees = "".join(
        f"<tr><td>{thing}, Fall {row}</td><td>{rng.randrange(5, 95)},00 Euro</td></tr>" for row in range(4)
    )
    sections = "".join(
        f'<section class="accordion-item"><h2 id="abschnitt-{place}">{heading}</h2><div class="panel">'
        f"<p>{text(5)}</p><p>{text(4)}</p><ul>{items(4)}</ul></div></section>"
        for place, heading in enumerate(
            ("Beschreibung", "Voraussetzungen", "Erforderliche Unterlagen", "Verfahrensablauf", "Fristen")
        )
    )
    related = "".join(
        f'<li><a href="/leistung/{rng.randrange(pages)}.html">Auch interessant</a></li>' for _ in range(12)
    )
    following = f'<a href="/leistung/{number + 1}.html">Weiter</a>' if number + 1 < pages else ""
    return (
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>'
        f'{thing} | Benchstadt</title><link rel="stylesheet" href="/style.css"></head><body>'
        f'<header><nav aria-label="Hauptmenü"><ul>{menu}</ul></nav></header>'
        f'<main id="content"><h1>{thing}</h1><p class="intro">{text(2)}</p>{sections}'
        f"<h2>Gebühren</h2><table><thead><tr><th>Leistung</th><th>Gebühr</th></tr></thead><tbody>{fees}"
        f"</tbody></table><h2>Kontakt</h2><p>Telefon: 069 90009-{rng.randrange(100, 999)}</p>"
        f"<p>E-Mail: amt{number % 40}@benchstadt.example</p></main>"
        f'<aside class="sidebar"><ul>{related}</ul>{following}</aside>'
        "<footer><p>Stadt Benchstadt, Impressum, Datenschutz</p></footer></body></html>"
    ).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    pages: dict[str, bytes]

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self) -> None:
        body = self.server.pages.get(self.path)  # type: ignore[attr-defined] # set below
        tag = f'"{hashlib.sha256(body or b"").hexdigest()[:20]}"'
        status = 404 if body is None else 304 if self.headers.get("If-None-Match") == tag else 200
        self.send_response(status)
        if body is not None:
            self.send_header("ETag", tag)
            self.send_header("Last-Modified", formatdate(_CHANGED, usegmt=True))
        if status != 304:
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        if status == 200:
            self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's name)
        """Keep quiet."""


def main() -> None:
    """Serve as many pages as the first argument says."""
    pages = int(sys.argv[1])
    server = _Server(("127.0.0.1", 0), _Handler)
    server.pages = {f"/leistung/{number}.html": page(number, pages) for number in range(pages)}
    server.pages["/"] = page(0, pages).replace(b"<h1>", b"<h1>Startseite: ")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}/\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
