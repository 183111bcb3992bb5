"""A city's XZuFi source in `city.toml`: exactly one input, paths meant from the file's folder."""

from pathlib import Path

import pytest

from corpus.city import CityError, XzufiSource, load_city

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
