"""What may go wrong at the start: the server answers as well as it can, and operators learn why."""

from pathlib import Path

import httpx
import pytest

from tests.integration.api.conftest import CITY_TOML, Serve
from tests.integration.api.test_chat import QUESTION

NO_DATABASE = "postgresql+psycopg://lotse@127.0.0.1:1/lotse?connect_timeout=2"


def client_of(url: str) -> httpx.Client:
    return httpx.Client(base_url=url, timeout=30, trust_env=False)


def test_answering_does_not_depend_on_the_database(serve: Serve) -> None:
    with client_of(serve(database_url=NO_DATABASE)) as client:
        answer = client.post("/api/v1/chat", json=QUESTION)
        assert answer.status_code == 200
        assert answer.json()["status"] == "answered"
        assert client.get("/readyz").status_code == 200


def test_an_embedding_model_that_is_missing_is_told_to_operators_only(serve: Serve, tmp_path: Path) -> None:
    toml = f'{CITY_TOML}\n[embedding]\nmodel = "{tmp_path / "no-model"}"\n'
    (tmp_path / "city.toml").write_text(toml, encoding="utf-8")
    with client_of(serve(folder=tmp_path)) as client:
        refused = client.post("/api/v1/chat", json=QUESTION)
        assert refused.status_code == 503
        assert "no-model" not in refused.text
        ready = client.get("/readyz")
        assert ready.status_code == 503
        assert "no-model" in ready.json()["reasons"]["kleinstadt"]


def test_citizens_read_neither_paths_nor_commands_where_nothing_is_ingested(
    serve: Serve, tmp_path: Path
) -> None:
    with client_of(serve(data=tmp_path)) as client:
        refused = client.post("/api/v1/chat", json={**QUESTION, "language": "en"})
        assert refused.status_code == 503
        assert "069 90009-115" in refused.json()["detail"]
        assert "Please ask here" in refused.json()["detail"]
        page = client.post("/chat", data={"question": QUESTION["question"]})
        assert page.status_code == 503
        for text in (refused.text, page.text):
            assert "ingest" not in text
            assert str(tmp_path) not in text
        assert "lotse ingest" in client.get("/readyz").json()["reasons"]["kleinstadt"]


@pytest.mark.parametrize("url", ["quatsch", "http://", "http://[", "http://localhost:99999999"])
def test_a_model_that_cannot_be_set_up_means_no_model(serve: Serve, url: str) -> None:
    with client_of(serve(model_url=url)) as client:
        assert client.post("/api/v1/chat", json=QUESTION).json()["status"] == "answered"
        ready = client.get("/readyz")
        assert ready.status_code == 200
        assert ready.json()["model"]["state"] == "unusable"
        assert "Sprachmodell" in ready.json()["model"]["reason"]
