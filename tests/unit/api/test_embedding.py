"""What web editors put on their pages."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from typer.testing import CliRunner

from api.cli.commands import app
from api.embedding import SANDBOX, Embedding
from corpus.city import City
from corpus.look import Look
from tests.unit.corpus.test_look import CITY
from widget.assets import embed_hash

CITY_MODEL = City.model_validate(
    {
        "id": "neustadt",
        "name": 'Neu"stadt',
        "state": "BY",
        "website": "https://www.neustadt.example/",
        "languages": ["de", "en"],
        "hotline": {"telephone": "069 90009-115"},
        "look": Look(accent="#ffff00", accent_dark="#9cc3ff", position="left", logo=Path("wappen.svg")),
        "sources": [{"type": "website", "name": "website", "start": ["https://www.neustadt.example/"]}],
    }
)
EMBEDDING = Embedding(CITY_MODEL, "https://lotse.example")


def embedded(tmp_path: Path, *arguments: str, look: str = "") -> tuple[int, str]:
    (tmp_path / "city.toml").write_text(CITY.format(look=look), encoding="utf-8")
    done = CliRunner().invoke(app, ["embed", *arguments], env={"LOTSE_CITIES": str(tmp_path)})
    return done.exit_code, done.output


def test_the_script_is_pinned_and_the_element_knows_the_look() -> None:
    page = BeautifulSoup(str(EMBEDDING.script()), "lxml")
    script, element = page.select("script, stadt-lotse")
    assert (script["integrity"], script["crossorigin"]) == (embed_hash(), "anonymous")
    assert str(script["src"]).startswith("https://lotse.example/embed.js?v=")
    told = {name: element[name] for name in ("city", "accent", "accent-dark", "position", "base")}
    assert told == {
        "city": "neustadt",
        "accent": "#ffff00",
        "accent-dark": "#9cc3ff",
        "position": "left",
        "base": "https://lotse.example",
    }


def test_names_are_escaped() -> None:
    page = BeautifulSoup(str(EMBEDDING.iframe()), "lxml")
    frame = page.select_one("iframe")
    assert frame is not None
    assert frame["title"] == 'Stadtlotse: Fragen an die Stadt Neu"stadt'
    assert frame["src"] == "https://lotse.example/frame?city=neustadt&lang=de"
    sandbox = frame["sandbox"]
    assert (sandbox if isinstance(sandbox, str) else " ".join(sandbox)) == SANDBOX


def test_each_variant_says_what_the_policy_must_allow() -> None:
    assert EMBEDDING.script_policy() == (
        "script-src https://lotse.example/embed.js",
        "connect-src https://lotse.example",
        "img-src https://lotse.example",
    )
    assert EMBEDDING.iframe_policy() == ("frame-src https://lotse.example",)


def test_the_command_shows_three_ways_and_who_may_take_them(tmp_path: Path) -> None:
    code, said = embedded(tmp_path, "https://lotse.example/")
    assert code == 0
    assert [re.findall(tag, said) != [] for tag in ("<script ", "<iframe ", "\n<a ")] == [True] * 3
    assert "https://lotse.example//" not in said
    assert "Einbinden dürfen ihn: https://www.neustadt.example" in said
    assert "Hinweis" not in said


def test_the_command_says_that_a_colour_had_to_be_corrected(tmp_path: Path) -> None:
    _, said = embedded(tmp_path, "https://lotse.example", look='accent = "#ffff00"')
    assert "Hinweis: Die Farbe #ffff00 hat auf hellem Grund nur einen Kontrast von 1,0:1" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("lotse.example",), "keine Adresse eines Servers"),
        (("https://lotse.example/?x=1",), "keine Adresse eines Servers"),
        (("https://lotse.example", "--city", "atlantis"), "Die Stadt „atlantis“ gibt es nicht"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    code, said = embedded(tmp_path, *arguments)
    assert code == 1
    assert says in said
