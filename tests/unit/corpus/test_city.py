"""A city's `city.toml`: its XZuFi source (exactly one input, paths meant from the folder), its terminals."""

from pathlib import Path

import pytest

from corpus.city import CityError, load_city
from corpus.sources import XzufiSource
from corpus.terminal import Terminal

CITY = """
id = "kleinstadt"
name = "Kleinstadt"
state = "HE"
website = "https://kleinstadt.example/"
hotline = { telephone = "069 90009-115" }
[[sources]]
type = "xzufi"
name = "leistungen"
"""


def source_of(folder: Path, keys: str) -> XzufiSource:
    (folder / "city.toml").write_text(CITY + keys, encoding="utf-8")
    (source,) = load_city(folder).sources
    assert isinstance(source, XzufiSource)
    return source


def test_files_and_folders_are_meant_from_the_folder_of_the_city(tmp_path: Path) -> None:
    assert source_of(tmp_path, 'file = "export.zip"').file == tmp_path / "export.zip"
    assert source_of(tmp_path, 'folder = "xzufi"').folder == tmp_path / "xzufi"
    assert source_of(tmp_path, 'folder = "/srv/xzufi"').folder == Path("/srv/xzufi")


def test_an_access_to_pvog_is_complete_and_its_secret_is_in_a_file(tmp_path: Path) -> None:
    source = source_of(
        tmp_path,
        """pvog = "https://pvog.example/v3?index=0"
        ars = "06435%"
        token_url = "https://pvog.example/token"
        client_id = "stadt"
        client_secret_file = "geheim.txt"
        """,
    )
    assert source.client_secret_file == tmp_path / "geheim.txt"
    assert (str(source.pvog), source.mode) == ("https://pvog.example/v3?index=0", None)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("", "Die Quelle „leistungen“ sagt nicht, woher die Lieferung kommt. Bitte geben Sie genau eines"),
        ('file = "a.xml"\nfolder = "b"', "hat „file“ und „folder“ zugleich. Bitte lassen Sie genau eine"),
        ('url = "https://a.example"\npvog = "https://b.example"', "hat „url“ und „pvog“ zugleich"),
        ('file = "a.xml"\nars = "06"', "„ars“ in der Quelle „leistungen“ gilt nur mit „pvog“"),
        ('pvog = "https://a.example"\nclient_id = "stadt"', "fehlt „token_url“. Bitte ergänzen"),
        ('file = "a.xml"\npage = "https://a.example/"', "In „page“ der Quelle „leistungen“ fehlt {id}"),
        ('file = "a.xml"\nareas = ["Kleinstadt"]', "areas"),
        ('file = "a.xml"\nmode = "halb"', "mode"),
        ('file = "a.xml"\nordner = "b"', "ordner“ gibt es nicht"),
    ],
)
def test_what_does_not_fit_is_said_in_a_german_sentence(tmp_path: Path, keys: str, says: str) -> None:
    with pytest.raises(CityError) as raised:
        source_of(tmp_path, keys)
    assert says in str(raised.value)
    assert "Value error" not in str(raised.value)


WEBSITE = 'type = "website"\nstart = ["https://kleinstadt.example/"]\n'


def terminal_of(folder: Path, table: str) -> Terminal:
    text = CITY.replace('type = "xzufi"\n', WEBSITE) + f"[terminal]\n{table}"
    (folder / "city.toml").write_text(text, encoding="utf-8")
    return load_city(folder).terminal


def test_a_terminal_has_its_own_times_and_languages(tmp_path: Path) -> None:
    terminal = terminal_of(tmp_path, 'idle_seconds = 120\nprinting = true\nlanguages = ["de"]')
    assert (terminal.idle_seconds, terminal.countdown_seconds) == (120, 20)
    assert (terminal.printing, terminal.allowed_prints, terminal.languages) == (True, 3, ("de",))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("countdown_seconds = 19", "terminal.countdown_seconds"),  # WCAG 2.2.1 asks for 20
        ("idle_seconds = 5", "terminal.idle_seconds"),
        ("allowed_prints = 0", "terminal.allowed_prints"),
        ('languages = ["tr"]', "„terminal.languages“ nennt „tr“, aber die Stadt antwortet nicht"),
        ("idle = 60", "Den Schlüssel „terminal.idle“ gibt es nicht."),
    ],
)
def test_a_terminal_that_can_not_be_used_is_refused(tmp_path: Path, table: str, says: str) -> None:
    with pytest.raises(CityError, match=says):
        terminal_of(tmp_path, table)
