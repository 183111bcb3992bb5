"""What is for staff alone never reaches a citizen, at whatever exit: tried on an ingested folder."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import docx
import httpx
import pytest
from httpx_sse import connect_sse
from prometheus_client.parser import text_string_to_metric_families

from api.state import now_in_berlin
from bot.settings import BotSettings
from bot.token import Context, ContextTokens
from corpus.city import City, load_city
from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.records import Audience, CuratedAnswer, Link
from corpus.store.documents import open_store
from ingest.report import Report
from ingest.update import update_city
from tests.integration.api.conftest import make_settings, running
from tests.integration.api.test_cli import lotse
from tests.integration.bot.hostile import Scripted

#: Words that stand in internal files alone, each in another place of a document.
SECRETS = (
    "Blaubeerkulanz", "Heidelbeertitel", "Preiselbeerfrist", "Stachelbeeramt", "Johannisbeerweg",
    "Himbeerschlagwort", "Brombeerpfad", "Holunderdienst", "4711,11", "90009-666", "geheimraum.example",
)  # fmt: skip
_SECRET = re.compile("|".join(map(re.escape, SECRETS)), re.IGNORECASE)
SITE = "https://www.kleinstadt.example"

CITY = """
id = "kleinstadt"
name = "Kleinstadt"
state = "HE"
website = "https://www.kleinstadt.example/"
canary_questions = ["Was kostet der Personalausweis?"]

[hotline]
name = "Bürgertelefon"
telephone = "069 90009-115"

[[sources]]
type = "folder"
name = "intern"
folder = "intern"

[[sources]]
type = "folder"
name = "website"
folder = "website"
audience = "public"
page = "https://www.kleinstadt.example/{path}"
"""
PUBLIC = {
    "personalausweis.md": """---
kind: service
office: https://www.kleinstadt.example/buergerbuero.md
---
# Personalausweis beantragen

Den Personalausweis beantragen Sie persönlich im Bürgerbüro.

## Gebühren

- ab 24 Jahren: 46,00 Euro

## Unterlagen

- alter Ausweis
""",
    "hundesteuer.md": """---
kind: service
office: intern:/stachelbeeramt.md
---
# Hundesteuer anmelden

Wer einen Hund hält, meldet ihn beim Steueramt an. Die Steuer beträgt 84,00 Euro im Jahr.
""",
    "buergerbuero.md": """---
kind: office
---
# Bürgerbüro

## Öffnungszeiten

Montag bis Freitag: 8:00–12:00 Uhr

## Kontakt

Rathausplatz 1, 60999 Kleinstadt

Telefon 069 90009-100
""",
}
INTERNAL = {
    "kulanz.md": """---
title: Heidelbeertitel Personalausweis
url: https://www.kleinstadt.example/personalausweis.md
keywords: [Himbeerschlagwort, Personalausweis]
kind: service
---
# Personalausweis beantragen

Beim Personalausweis gilt die Blaubeerkulanz: Wer nett fragt, zahlt nur 4711,11 Euro.

## Frist

Die Preiselbeerfrist für den Personalausweis beträgt zwei Wochen.

[Personalausweis online beantragen](https://geheimraum.example/serviceportal/antrag)
""",
    "stachelbeeramt.md": """---
title: Stachelbeeramt
kind: office
url: https://www.kleinstadt.example/buergerbuero.md
---
## Kontakt

Johannisbeerweg 3, 60999 Kleinstadt

Telefon 069 90009-666

## Öffnungszeiten

Montag bis Freitag: 6:00–7:00 Uhr
""",
    "Brombeerpfad/notiz.txt": "Holunderdienst\n\nDer Holunderdienst hilft, wenn der Personalausweis fehlt.",
}
QUESTIONS = (
    "Was kostet der Personalausweis?",
    "Gilt beim Personalausweis die Blaubeerkulanz?",
    "Heidelbeertitel Personalausweis",
    "Wie lang ist die Preiselbeerfrist?",
    "Wo ist das Stachelbeeramt und wann hat es geöffnet?",
    "Wo melde ich die Hundesteuer an und wer ist zuständig?",
    "Telefonnummer Bürgerbüro",
    "Himbeerschlagwort",
    "Was macht der Holunderdienst?",
    "Dienstanweisung Zwetschgenregel",
    "Wann hat das Bürgerbüro geöffnet?",
)


def is_clean(text: str, question: str = "") -> bool:
    """Tell whether a text holds no internal word, apart from those that the citizen wrote."""
    return not [word for word in _SECRET.findall(text) if word.lower() not in question.lower()]


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kleinstadt with a public and an internal folder."""
    folder = tmp_path_factory.mktemp("internal-city")
    (folder / "city.toml").write_text(CITY, encoding="utf-8")
    for name, files in (("website", PUBLIC), ("intern", INTERNAL)):
        for path, text in files.items():
            file = folder / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    word = docx.Document()
    word.add_heading("Dienstanweisung", 0)
    word.add_paragraph("Die Zwetschgenregel: Der Personalausweis wird mit Blaubeerkulanz ausgegeben.")
    word.save(str(folder / "intern" / "dienstanweisung.docx"))
    return folder


@pytest.fixture(scope="module")
def city(cities: Path) -> City:
    """Its description."""
    return load_city(cities)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its data folder."""
    return tmp_path_factory.mktemp("internal-var")


@pytest.fixture(scope="module")
def report(city: City, data: Path, cities: Path, embedder: Embedder) -> Report:
    """The report of reading both folders; an internal curated answer is stored beside them."""
    with open_store(make_settings(data, cities).database()) as store:
        report = update_city(city, data, store, embedder)
        store.save_curated(
            CuratedAnswer(
                id="intern",
                city=city.id,
                questions=("Was kostet der Personalausweis?", "Was macht der Holunderdienst?"),
                answer="Nach der Blaubeerkulanz nichts.",
                links=(Link(text="Heidelbeertitel", url="https://geheimraum.example/"),),
                audience=Audience.INTERNAL,
            )
        )
    assert report.published, report.reasons
    return report


@pytest.fixture(scope="module")
def generation(report: Report, city: City, data: Path, embedder: Embedder) -> Iterator[Generation]:
    """What is served."""
    current = Shelf(data / "generations" / city.id).current()
    assert report.published
    assert current is not None
    opened = Generation.open(current, embedder)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def server(report: Report, data: Path, cities: Path) -> Iterator[str]:
    """The real application over this generation."""
    assert report.published
    with running(make_settings(data, cities)) as url:
        yield url


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[httpx.Client]:
    """A citizen's browser."""
    with httpx.Client(base_url=server, timeout=30, trust_env=False) as client:
        yield client


def token(*documents: str) -> str:
    """A context as this server seals it: an old one, from when these documents were public."""
    tokens = ContextTokens("test", BotSettings().context_lifetime, now_in_berlin)
    return tokens.seal(Context(city="kleinstadt", documents=documents, aspects=("cost",)))


def test_the_internal_files_are_there_for_staff(generation: Generation) -> None:
    found = generation.search("Blaubeerkulanz beim Personalausweis", audience=Audience.INTERNAL)
    assert "intern:/kulanz.md" in {hit.document_id for hit in found.documents}
    internal = {one.id for one in generation.documents() if one.audience is Audience.INTERNAL}
    assert len(internal) == 4
    assert not is_clean("".join(one.text() for one in generation.documents()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_search_for_citizens_finds_public_passages_alone(generation: Generation, question: str) -> None:
    results = generation.search(question)
    found = {hit.document_id for hit in results.documents} | {hit.passage.document_id for hit in results.hits}
    assert all(name.startswith("website:") for name in found)


def test_no_public_document_holds_a_word_of_an_internal_one(generation: Generation) -> None:
    public = [one for one in generation.documents() if one.audience is Audience.PUBLIC]
    assert len(public) == len(PUBLIC)
    for document in public:
        said = document.model_copy(update={"office_ids": ()}).model_dump_json()
        assert is_clean(said), document.id
        assert document.joined == ()


def test_an_address_that_both_have_leads_to_the_public_document(generation: Generation) -> None:
    for name in ("personalausweis.md", "buergerbuero.md"):
        found = generation.document_at(f"{SITE}/{name}")
        assert found is not None
        assert found.audience is Audience.PUBLIC


def test_an_internal_office_is_in_charge_of_nothing_public(generation: Generation) -> None:
    offices = {
        document.id: [office.id for office in generation.office_for(document)]
        for document in generation.documents()
        if document.audience is Audience.PUBLIC
    }
    assert offices["website:/hundesteuer.md"] == []
    assert offices["website:/personalausweis.md"] == ["website:/buergerbuero.md"]


Exit = Callable[[httpx.Client, str], str]


def as_json(client: httpx.Client, question: str) -> str:
    return client.post("/api/v1/chat", json={"question": question}).raise_for_status().text


def in_simple_german(client: httpx.Client, question: str) -> str:
    body = {"question": question, "style": "einfach"}
    return client.post("/api/v1/cities/kleinstadt/chat", json=body).raise_for_status().text


def as_stream(client: httpx.Client, question: str) -> str:
    with connect_sse(client, "POST", "/api/v1/chat", json={"question": question}) as source:
        return "\n".join(f"{event.event} {event.data}" for event in source.iter_sse())


def by_openai(client: httpx.Client, question: str) -> str:
    messages = [
        {"role": "user", "content": "Heidelbeertitel Blaubeerkulanz"},
        {"role": "assistant", "content": "Heidelbeertitel Personalausweis"},
        {"role": "user", "content": question},
    ]
    return client.post("/v1/chat/completions", json={"messages": messages}).raise_for_status().text


def by_openai_in_pieces(client: httpx.Client, question: str) -> str:
    body = {"messages": [{"role": "user", "content": question}], "stream": True}
    return client.post("/v1/chat/completions", json=body).raise_for_status().text


def without_javascript(client: httpx.Client, question: str) -> str:
    return client.post("/chat", data={"question": question}).raise_for_status().text


def fetched_again(client: httpx.Client, question: str) -> str:
    answer = client.post("/api/v1/chat", json={"question": question}).raise_for_status().json()
    return client.get(f"/api/v1/answers/{answer['id']}").raise_for_status().text


def as_follow_up(client: httpx.Client, question: str) -> str:
    first = client.post("/api/v1/chat", json={"question": question}).raise_for_status().json()
    body = {"question": "und was kostet das?", "context": first["context"]}
    return client.post("/api/v1/chat", json=body).raise_for_status().text


def with_an_old_token(client: httpx.Client, question: str) -> str:
    names = ("intern:/kulanz.md", "intern:/stachelbeeramt.md", "intern:/dienstanweisung.docx")
    texts = []
    for name in names:
        for asked in (question, "und wie lange dauert das?", "und wo?"):
            body = {"question": asked, "context": token(name)}
            texts.append(client.post("/api/v1/chat", json=body).raise_for_status().text)
    return "\n".join(texts)


EXITS: tuple[Exit, ...] = (
    as_json,
    in_simple_german,
    as_stream,
    by_openai,
    by_openai_in_pieces,
    without_javascript,
    fetched_again,
    as_follow_up,
    with_an_old_token,
)


@pytest.mark.parametrize("leave", EXITS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_holds_an_internal_word(client: httpx.Client, leave: Exit, question: str) -> None:
    text = leave(client, question)
    # The answers themselves are there, so that an empty page can't pass.
    assert "90009-115" in text
    assert is_clean(text, question), _SECRET.findall(text)


def test_answers_name_public_documents_alone(client: httpx.Client) -> None:
    for question in QUESTIONS:
        answer = client.post("/api/v1/chat", json={"question": question}).json()
        named = {source["document_id"] for source in answer["sources"]}
        named |= {choice["document_id"] for choice in answer["choices"]}
        assert all(name.startswith("website:") for name in named), question
        addresses = json.dumps([answer["actions"], answer["sources"], answer["contact"]])
        assert "intern" not in addresses, question


def test_a_forged_token_is_refused(client: httpx.Client) -> None:
    forged = ContextTokens("guessed", BotSettings().context_lifetime, now_in_berlin).seal(
        Context(city="kleinstadt", documents=("intern:/kulanz.md",))
    )
    response = client.post("/api/v1/chat", json={"question": "und was kostet das?", "context": forged})
    assert response.json()["code"] == "forged_context"
    assert is_clean(response.text)


@pytest.mark.parametrize(
    "path",
    ["/", "/chat", "/datenschutz", "/api/v1/cities", "/api/v1/cities/kleinstadt", "/v1/models", "/readyz",
     "/healthz", "/metrics", "/openapi.json", "/embed.js", "/api/v1/answers/intern:%2Fkulanz.md"],
)  # fmt: skip
def test_no_page_holds_an_internal_word(client: httpx.Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {200, 404}
    assert is_clean(response.text)
    assert "intern:/" not in response.text


def test_figures_name_no_internal_document(client: httpx.Client) -> None:
    client.post("/api/v1/chat", json={"question": "Blaubeerkulanz"})
    labels = {
        value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
        for value in sample.labels.values()
    }
    assert labels
    assert not [value for value in labels if "intern" in value or not is_clean(value)]


def test_logs_hold_no_internal_word(
    report: Report, data: Path, cities: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert report.published
    with running(make_settings(data, cities)) as url, httpx.Client(base_url=url, trust_env=False) as client:
        for question in QUESTIONS:
            client.post("/api/v1/chat", json={"question": question}, timeout=30)
    logged = "".join(capfd.readouterr())
    assert "answered" in logged
    assert is_clean(logged)


def test_the_language_model_is_told_nothing_internal(
    report: Report, data: Path, cities: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report.published
    model = Scripted(text="1\n", heard=[])
    monkeypatch.setattr("bot.model.client.connect.connect", lambda settings, *more: model)
    settings = make_settings(data, cities, model_url="http://127.0.0.1:1")
    with running(settings) as url, httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        texts = [as_json(client, question) for question in QUESTIONS]
        texts += [with_an_old_token(client, question) for question in QUESTIONS]
    assert model.heard
    assert all(is_clean(prompt, " ".join(QUESTIONS)) for prompt in model.heard)
    assert not [prompt for prompt in model.heard if "4711" in prompt or "nett fragt" in prompt]
    assert all(is_clean(text, " ".join(QUESTIONS)) for text in texts)


def test_the_command_line_asks_as_a_citizen(report: Report, data: Path, cities: Path) -> None:
    assert report.published
    for question in ("Gilt beim Personalausweis die Blaubeerkulanz?", "Was kostet der Personalausweis?"):
        done = lotse("ask", question, data=data, cities=cities)
        assert done.returncode == 0, done.stderr
        assert is_clean(done.stdout + done.stderr, question)


def test_a_page_that_becomes_internal_is_gone_with_the_next_run(tmp_path: Path, embedder: Embedder) -> None:
    folder = tmp_path / "cities"
    (folder / "website").mkdir(parents=True)
    (folder / "intern").mkdir()
    (folder / "city.toml").write_text(CITY.replace("canary_questions", "#"), encoding="utf-8")
    note = folder / "website" / "notiz.md"
    text = "# Blaubeerkulanz\n\nDie Blaubeerkulanz gilt für alle Ausweise.\n"
    note.write_text(text, encoding="utf-8")
    for name, content in PUBLIC.items():
        (folder / "website" / name).write_text(content, encoding="utf-8")
    (folder / "intern" / "a.md").write_text("# A\n\nEin Satz.", encoding="utf-8")
    city = load_city(folder)

    def found() -> set[str]:
        with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
            report = update_city(city, tmp_path / "var", store, embedder)
        assert report.good, report.reasons
        current = Shelf(tmp_path / "var" / "generations" / city.id).current()
        assert current is not None
        opened = Generation.open(current, embedder)
        try:
            on = date.today() + timedelta(days=1)  # noqa: DTZ011 - any day will do
            return {hit.document_id for hit in opened.search("Blaubeerkulanz", on=on).documents}
        finally:
            opened.close()

    assert "website:/notiz.md" in found()
    note.write_text(f"---\naudiance: internal\n---\n{text}", encoding="utf-8")
    assert "website:/notiz.md" not in found()
    note.write_text(f"---\naudience: internal\n---\n{text}", encoding="utf-8")
    assert "website:/notiz.md" not in found()
