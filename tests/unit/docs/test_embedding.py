"""The web editors' page shows the lines that `lotse embed` prints, and names what there is."""

import re
from pathlib import Path

import pytest
import yaml

from api.answers import LIFETIME
from api.embedding import Embedding
from api.settings import Settings
from corpus.city import City, Hotline, State
from corpus.sources import WebsiteSource
from widget.assets import embed_hash, embed_version

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
ELEMENT = (ROOT / "widget" / "src" / "element.js").read_text(encoding="utf-8")
SITE = "https://www.neustadt.example"
BASE = "https://lotse.neustadt.example"


@pytest.fixture(scope="module")
def embedding() -> Embedding:
    source = WebsiteSource(type="website", name="website", start=(SITE,))
    city = City(
        id="neustadt",
        name="Neustadt",
        state=State.HE,
        website=SITE,
        languages=("de",),
        hotline=Hotline(name="Bürgertelefon", telephone="069 90009-115"),
        sources=(source,),
    )
    return Embedding(city, BASE)


def as_on_the_page(html: str) -> str:
    return html.replace(embed_version(), "0123456789ab").replace(embed_hash(), "sha384-…")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_plain_examples_are_those_that_the_command_prints(embedding: Embedding) -> None:
    shown = [block.strip() for block in blocks("html")]
    for lines in (embedding.script(), embedding.iframe(), embedding.link()):
        assert as_on_the_page(str(lines)) in shown


@pytest.mark.parametrize("language", ["typoscript", "php"])
def test_typo3_and_wordpress_get_the_same_lines(language: str, embedding: Embedding) -> None:
    (block,) = blocks(language)
    assert as_on_the_page(str(embedding.script())) in block


def test_drupal_gets_the_script_in_its_library_and_the_element_in_its_template(embedding: Embedding) -> None:
    script, element = as_on_the_page(str(embedding.script())).split("\n")
    library = next(
        found for block in blocks("yaml") if "js" in (found := next(iter(yaml.safe_load(block).values())))
    )
    ((address, options),) = library["js"].items()
    assert f'src="{address}"' in script
    for name in ("integrity", "crossorigin"):
        assert f'{name}="{options["attributes"][name]}"' in script
    assert element in blocks("twig")[0]


def test_typo3_s_policy_allows_what_the_script_needs(embedding: Embedding) -> None:
    policy = next(
        found["enforce"] for block in blocks("yaml") if "enforce" in (found := yaml.safe_load(block))
    )
    allowed = {f"{one['directive']} {' '.join(one['sources'])}" for one in policy["mutations"]}
    assert set(embedding.script_policy()) <= allowed


def test_every_attribute_of_the_element_is_in_the_table_and_no_other() -> None:
    table = PAGE.partition("### Attribute")[2].partition("\n\n|")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`([a-z-]+)`", row.split("|")[1])}
    styles = (ROOT / "widget" / "styles" / "chat.css").read_text(encoding="utf-8")
    used = set(re.findall(r":host\(\[([a-z-]+)", styles))
    used |= set(re.findall(r"(?:get|has)Attribute\('([a-z-]+)'\)", ELEMENT))
    passed = re.findall(r"given\(this, \[([^]]+)\]\)", ELEMENT)
    used |= {name for names in passed for name in re.findall(r"'([a-z-]+)'", names)} | {"lang"}
    assert named == used


def test_the_times_in_the_text_on_data_protection_are_those_of_the_program() -> None:
    assert LIFETIME == 60
    assert "höchstens eine Minute" in PAGE
    assert f"höchstens {Settings.model_fields['feedback_days'].default} Tage" in PAGE
    assert "`LOTSE_FEEDBACK_DAYS`" in PAGE


def test_the_example_of_origins_is_one_that_a_city_accepts(embedding: Embedding) -> None:
    listed = re.findall(r'"(https://[^"]+)"', blocks("toml")[0])
    city = City.model_validate({**embedding.city.model_dump(), "embed_origins": listed})
    assert city.embed_origins == tuple(listed)
