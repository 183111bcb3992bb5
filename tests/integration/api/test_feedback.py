"""What citizens say of answers is masked, kept for a while, and shown to those who look after the city."""

import json
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from api.cli.commands import app
from corpus.store.documents import open_store
from corpus.store.feedback import Feedback, Rating
from tests.integration.api.conftest import Serve

WORD = {"answer": "abcdefgh0123", "rating": "not_helpful", "reason": "outdated"}


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'feedback.db'}"


@pytest.fixture
def client(serve: Serve, database: str) -> httpx.Client:
    return httpx.Client(base_url=serve(DATABASE_URL=database), timeout=60, trust_env=False)


def kept(database: str) -> list[Feedback]:
    with open_store(database) as store:
        return list(store.feedback.all("kleinstadt", today=date(2000, 1, 1)))


def test_feedback_names_the_documents_that_answered_and_only_the_day(
    client: httpx.Client, database: str
) -> None:
    answer = client.post("/api/v1/chat", json={"question": "Was kostet ein neuer Personalausweis?"}).json()
    said = {**WORD, "answer": answer["id"], "context": answer["context"]}
    assert client.post("/api/v1/cities/kleinstadt/feedback", json=said).status_code == 204
    (entry,) = kept(database)
    assert entry.documents[0] == answer["sources"][0]["document_id"]
    assert (entry.rating, entry.reason, entry.question) == ("not_helpful", "outdated", "")
    assert entry.expires - entry.on == timedelta(days=90)


def test_personal_data_is_masked_before_it_is_kept(client: httpx.Client, database: str) -> None:
    said = {
        **WORD,
        "question": "Ich heiße Erika Beispiel, was kostet das? erika@beispiel.example",
        "comment": "Rufen Sie mich an: 0171 1234567",
    }
    assert client.post("/api/v1/feedback", json=said).status_code == 204
    text = kept(database)[0].model_dump_json()
    for secret in ("Erika", "beispiel.example", "0171", "1234567"):
        assert secret not in text
    assert "was kostet das" in text


def test_a_second_word_on_the_same_answer_replaces_the_first(client: httpx.Client, database: str) -> None:
    client.post("/api/v1/feedback", json=WORD)
    client.post("/api/v1/feedback", json={"answer": WORD["answer"], "rating": "helpful"})
    assert [entry.rating for entry in kept(database)] == [Rating.HELPFUL]


def test_what_has_expired_is_forgotten_with_the_next_word(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'old.db'}")
    day = date(2026, 1, 1)
    old = Feedback(city="k", answer="a", on=day, expires=day + timedelta(days=90), rating=Rating.HELPFUL)
    store.feedback.save(old, today=day)
    assert list(store.feedback.all("k", today=old.expires)) == []
    new = old.model_copy(update={"answer": "b", "on": old.expires, "expires": date(2027, 1, 1)})
    store.feedback.save(new, today=old.expires)
    assert [entry.answer for entry in store.feedback.all("k", today=day)] == ["b"]
    store.close()


@pytest.mark.parametrize(
    "said",
    [
        {**WORD, "answer": "?"},
        {**WORD, "rating": "fine"},
        {**WORD, "reason": "ugly"},
        {**WORD, "comment": "x" * 1001},
        {**WORD, "name": "Erika"},
        {},
    ],
)
def test_feedback_that_cant_be_taken_gets_one_sentence(client: httpx.Client, said: dict[str, str]) -> None:
    response = client.post("/api/v1/feedback", json=said)
    assert response.status_code == 422
    assert response.json()["detail"].endswith(".")


def test_pages_that_may_not_embed_the_chat_may_not_send_feedback(client: httpx.Client) -> None:
    response = client.post("/api/v1/feedback", json=WORD, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403


def test_a_database_that_cant_be_reached_is_said(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    url = serve(DATABASE_URL=f"sqlite:///{tmp_path / 'folder.db'}")
    response = httpx.post(f"{url}/api/v1/feedback", json=WORD, trust_env=False)
    assert response.status_code == 503
    assert "nicht speichern" in response.json()["detail"]


def test_the_command_shows_what_was_said(
    client: httpx.Client, database: str, cities: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/api/v1/feedback", json={**WORD, "question": "Was kostet ein Pass?"})
    monkeypatch.setenv("DATABASE_URL", database)
    monkeypatch.setenv("LOTSE_CITIES", str(cities))
    shown = CliRunner().invoke(app, ["feedback"])
    assert "Kleinstadt: 1 Rückmeldung, davon „hilfreich“: 0." in shown.output
    assert "veraltet · Frage: Was kostet ein Pass?" in shown.output
    as_json = CliRunner().invoke(app, ["feedback", "--json"])
    assert json.loads(as_json.output)["reason"] == "outdated"
