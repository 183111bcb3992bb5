"""Everything that the program reads at run time is in the wheel."""

import tomllib
from pathlib import Path

import pathspec
import pytest

ROOT = Path(__file__).parents[2]
WHEEL = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]


@pytest.fixture(scope="module")
def listed() -> frozenset[str]:
    """What hatchling packs: the files of the packages, without what Git ignores."""
    ignored = pathspec.GitIgnoreSpec.from_lines(
        (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    )
    packages = WHEEL["targets"]["wheel"]["packages"]
    paths = (path for name in packages for path in (ROOT / name).rglob("*") if path.is_file())
    names = (path.relative_to(ROOT).as_posix() for path in paths)
    return frozenset(name for name in names if not ignored.match_file(name))


def test_nothing_but_the_packages_decides_what_is_packed() -> None:
    assert set(WHEEL) == {"targets"}
    assert set(WHEEL["targets"]["wheel"]) == {"packages"}


def test_every_folder_with_an_init_file_at_the_top_but_the_tests_is_packed() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert set(WHEEL["targets"]["wheel"]["packages"]) == packages


@pytest.mark.parametrize(
    "name",
    [
        "models/answered-de.json",
        "models/catalogue.toml",
        "models/coverage-de.npz",
        "models/rarity-de.txt.gz",
        "models/ranking-de.json",
        "models/reader-de.npz",
        "models/reader-network-de.npz",
        "models/static-de/model.safetensors",
        "models/static-de/tokenizer.json",
        "training/off_topic.txt",
        "bot/understanding/towns.txt",
        "bot/understanding/aspects.toml",
        "evaluation/floors.toml",
        "evaluation/musterstadt/questions.jsonl",
    ],
)
def test_a_file_that_is_read_at_run_time_is_packed(name: str, listed: frozenset[str]) -> None:
    assert name in listed


def test_every_weight_and_every_list_in_the_packages_is_packed(listed: frozenset[str]) -> None:
    kinds = {".npz", ".txt", ".gz", ".json", ".jsonl", ".toml", ".safetensors", ".md", ".mako", ".css", ".js"}
    skipped = {"node_modules", "__pycache__"}
    there = {
        path.relative_to(ROOT).as_posix()
        for name in WHEEL["targets"]["wheel"]["packages"]
        for path in (ROOT / name).rglob("*")
        if path.suffix in kinds and not skipped & set(path.parts)
    }
    assert there <= listed
