"""The element and the real server together: a real stream of a real answer, and nothing beside it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from api.embedding import Embedding
from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from tests.browser.conversation import ask
from tests.browser.stand_in import StandIn
from tests.integration.api.conftest import CITY_TOML, make_settings, running
from tests.integration.small_city import publish, small_city

QUESTION = "Was kostet ein Personalausweis?"
STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length]"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Kleinstadt's address."""
    folder = tmp_path_factory.mktemp("kleinstadt")
    (folder / "city.toml").write_text(CITY_TOML, encoding="utf-8")
    publish(folder / "var", load_embedder(EmbeddingChoice())).close()
    with running(make_settings(folder / "var", folder)) as url:
        yield url


def test_it_answers_follows_up_and_neither_stores_nor_asks_anything_elsewhere(
    page: Page, server: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/chat")
    chat = page.locator("stadt-lotse")
    ask(chat, QUESTION)
    expect(chat.locator(".facts")).to_contain_text("46,00 Euro")
    expect(chat.locator(".sources a").first).to_have_attribute(
        "href", re.compile(r"https://www\.kleinstadt\.example/")
    )
    ask(chat, "Und wie lange dauert das?")
    expect(chat.locator(".turn .problem")).to_have_count(0)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(server).netloc}
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == ["", 0, 0, 0, 0]


def test_a_website_that_is_not_listed_is_told_so_and_the_question_stays(
    page: Page, site: StandIn, server: str
) -> None:
    site.example = f"<!DOCTYPE html><title>Fremd</title>{Embedding(small_city(), server).script()}"
    page.goto(site.example_page)
    page.get_by_role("button", name="Frage stellen").click()
    chat = page.locator("stadt-lotse")
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".turn .problem")).to_contain_text("darf den Chat nicht einbinden")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
