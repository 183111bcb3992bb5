"""A city's look and its logo."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus.city import CityError, load_city
from corpus.look import LARGEST_LOGO, Look, LookError, logo_type

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
CITY = """
id = "neustadt"
name = "Neustadt"
state = "BY"
website = "https://www.neustadt.example/"

[hotline]
telephone = "069 90009-115"

[look]
{look}

[[sources]]
type = "website"
name = "website"
start = ["https://www.neustadt.example/"]
"""


def city_with(folder: Path, look: str) -> Look:
    (folder / "city.toml").write_text(CITY.format(look=look), encoding="utf-8")
    return load_city(folder).look


def test_a_logo_is_meant_from_the_folder_of_city_toml(tmp_path: Path) -> None:
    (tmp_path / "wappen.png").write_bytes(PNG)
    assert city_with(tmp_path, 'logo = "wappen.png"').logo == tmp_path / "wappen.png"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("wappen.png", PNG, "image/png"),
        ("WAPPEN.SVG", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        ("wappen.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_a_logo_has_the_type_that_its_name_and_its_beginning_say(
    tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert logo_type(tmp_path / name) == media_type


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("wappen.gif", b"GIF89a", "weder SVG noch PNG noch WebP"),
        ("wappen.png", b"<html><script>alert(1)</script>", "enthält kein Bild dieser Art"),
        ("wappen.webp", PNG, "enthält kein Bild dieser Art"),
        ("wappen.svg", b"<html>", "enthält kein Bild dieser Art"),
        ("wappen.png", PNG + bytes(LARGEST_LOGO), "erlaubt sind 200 KB"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LookError, match=says):
        logo_type(tmp_path / name)


def test_a_missing_logo_is_said_with_the_file_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(CityError, match=r"city\.toml: Das Logo .*nicht lesbar"):
        city_with(tmp_path, 'logo = "fehlt.svg"')


@pytest.mark.parametrize(
    "keys",
    [
        {"accent": "rot"},
        {"accent_dark": "#12345"},
        {"radius": 9},
        {"position": "oben"},
        {"privacy_url": "javascript:alert(1)"},
        {"title": ""},
    ],
)
def test_values_that_could_not_be_shown_are_refused(keys: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Look.model_validate(keys)


@pytest.mark.parametrize(
    "origin",
    ["https://www.neustadt.example/", "www.neustadt.example", "https://a.example; script-src *", "https://*"],
)
def test_what_is_no_origin_gets_into_no_policy(tmp_path: Path, origin: str) -> None:
    text = f'embed_origins = ["{origin}"]\n' + CITY.format(look="")
    (tmp_path / "city.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CityError, match="Adressen ohne Pfad"):
        load_city(tmp_path)
