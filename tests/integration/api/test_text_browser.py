"""The chat in a text browser: w3m knows no style sheets, no scripts, and little of HTML 5."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.integration.api.test_forms import CHOSEN, QUESTION

W3M = shutil.which("w3m")
pytestmark = pytest.mark.skipif(W3M is None, reason="w3m fehlt: Bitte „apt-get install w3m“ ausführen.")


def read_page(address: str, home: Path, form: dict[str, str] | None = None) -> str:
    """What w3m shows, in 80 columns; with a form, after sending it."""
    command = [str(W3M), "-dump", "-cols", "80", "-no-cookie", "-O", "UTF-8", "-T", "text/html"]
    if form is not None:
        sent = home / "form"
        sent.write_text(urlencode(form), encoding="ascii")
        command += ["-post", str(sent)]
    done = subprocess.run(
        [*command, address],
        env={"HOME": str(home), "LANG": "C.UTF-8", "TERM": "dumb"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    return " ".join(done.stdout.decode().split())


def test_the_page_can_be_read_and_asked(server: str, tmp_path: Path) -> None:
    shown = read_page(f"{server}/chat", tmp_path)
    assert "Fragen an die Stadt Kleinstadt" in shown
    assert "Hier antwortet ein Computer." in shown
    assert "069 90009-115" in shown
    assert "Senden" in shown
    assert "Erklärung zur Barrierefreiheit" in shown


def test_an_answer_can_be_read_with_its_sources(server: str, tmp_path: Path) -> None:
    shown = read_page(f"{server}/chat", tmp_path, {"question": QUESTION, "city": "kleinstadt"})
    assert QUESTION in shown
    assert "46,00 Euro" in shown
    order = [shown.index(part) for part in (QUESTION, "Auf einen Blick", "Quellen", "Weitere Frage stellen")]
    assert order == sorted(order)
    assert "Rückmeldung senden" in shown


def test_the_frame_of_the_page_is_in_the_chosen_language(server: str, tmp_path: Path) -> None:
    shown = read_page(f"{server}/chat", tmp_path, {"question": QUESTION, **CHOSEN})
    assert "Sources" in shown
    assert "46,00 Euro" in shown


def test_an_empty_question_is_complained_of_before_its_field(server: str, tmp_path: Path) -> None:
    shown = read_page(f"{server}/chat", tmp_path, {"question": " "})
    assert shown.index("Das hat nicht geklappt") < shown.index("Senden")


def test_feedback_can_be_given(server: str, tmp_path: Path) -> None:
    said = {"answer": "a" * 22, "rating": "helpful", "asked": QUESTION}
    shown = read_page(f"{server}/chat/feedback", tmp_path, said)
    assert "Danke für Ihre Rückmeldung" in shown
    assert "Zurück zur Antwort" in shown


@pytest.mark.parametrize(
    ("path", "says"),
    [("/barrierefreiheit", "Durchsetzungsverfahren"), ("/datenschutz", "Was gespeichert wird")],
)
def test_the_other_pages_can_be_read(server: str, tmp_path: Path, path: str, says: str) -> None:
    assert says in read_page(server + path, tmp_path)
