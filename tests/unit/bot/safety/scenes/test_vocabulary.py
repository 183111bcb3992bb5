"""The vocabulary and the scenes fit together: no class is missing, none is left over."""

import tomllib
from importlib.resources import files

import pytest

from bot.safety.people import ABOUT, ALLOWED

ROOM = files("bot.safety.scenes")
SCENES = ("distress.toml", "declined.toml", "injection.toml")


@pytest.fixture(scope="module")
def classes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in ROOM.joinpath("vocabulary").iterdir():
        if path.name.endswith(".toml"):
            read = tomllib.loads(path.read_text(encoding="utf-8"))
            assert not found.keys() & read.keys()
            found |= read
    return found


@pytest.fixture(scope="module")
def scenes() -> list[dict[str, str]]:
    read = [tomllib.loads(ROOM.joinpath(name).read_text(encoding="utf-8")) for name in SCENES]
    return [scene for kinds in read for found in kinds.values() for scene in found]


def named(scenes: list[dict[str, str]]) -> set[str]:
    return {name for scene in scenes for name in f"{scene['all']} {scene.get('none', '')}".split()}


def test_every_class_of_a_scene_has_words(
    classes: dict[str, dict[str, str]], scenes: list[dict[str, str]]
) -> None:
    assert named(scenes) - classes.keys() == set()


def test_every_class_is_used(classes: dict[str, dict[str, str]], scenes: list[dict[str, str]]) -> None:
    assert classes.keys() - named(scenes) - ABOUT - ALLOWED - {"informs"} == set()


def test_every_scene_can_be_told_in_some_language(
    classes: dict[str, dict[str, str]], scenes: list[dict[str, str]]
) -> None:
    for scene in scenes:
        spoken = [set(classes[name]) for name in scene["all"].split()]
        assert set.intersection(*spoken), scene
