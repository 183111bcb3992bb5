"""Killing a build at any moment leaves what is served whole, and the next build clears up after it."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from tests.integration.corpus.builder import STAGES
from tests.unit.corpus.search.embedders import HashingEmbedder


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf that serves version A."""
    folder = tmp_path_factory.mktemp("shelf") / "musterstadt"
    subprocess.run(command(folder, "A", "published"), check=True, timeout=120)
    return folder


def command(root: Path, seed: str, stop_at: str) -> list[str]:
    return [sys.executable, "-m", "tests.integration.corpus.builder", str(root), seed, stop_at]


def served_version(root: Path) -> str:
    library = Library(Shelf(root), HashingEmbedder())
    library.warm()
    with library.borrow() as generation:
        assert generation.manifest.documents == 1300
        results = generation.search("Nummer 1234")
        assert results.complete
        assert results.documents[0].document_id == "seite-1234"
        text = results.hits[0].passage.text
    assert library.problems == {}
    library.close()
    return text.removeprefix("Fassung ").partition(",")[0]


def kill_at(root: Path, stage: str) -> None:
    with subprocess.Popen(
        command(root, "B", stage), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == f"{stage}\n"
        during = Shelf(root).new_folder()  # another build meanwhile leaves the running one alone …
        assert len([path for path in root.iterdir() if path.is_dir()]) == 3
        build.kill()
    Shelf(root).discard(during)


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "published"])
def test_a_killed_build_leaves_the_served_generation_whole(root: Path, stage: str) -> None:
    before = Shelf(root).served()
    kill_at(root, stage)
    assert Shelf(root).served() == before
    assert served_version(root) == "A"
    leftovers = {path.name for path in root.iterdir() if path.is_dir()} - set(before)
    assert len(leftovers) == 1
    shelf = Shelf(root)
    folder = shelf.new_folder()  # … and the next one clears up once it is dead
    assert {path.name for path in root.iterdir() if path.is_dir()} == {*before, folder.name}
    shelf.discard(folder)


def test_a_killed_switch_leaves_the_old_or_the_new(root: Path) -> None:
    """The half-written list of a process that died while it published is never read, and is written anew."""
    (root / "current.new").write_text("2026")
    assert served_version(root) == "A"
    subprocess.run(command(root, "C", "published"), check=True, timeout=120)
    assert served_version(root) == "C"
    assert not (root / "current.new").exists()


def test_a_build_goes_on_while_a_library_in_another_process_serves(root: Path) -> None:
    library = Library(Shelf(root), HashingEmbedder())
    library.warm()
    old = library.name
    subprocess.run(command(root, "D", "published"), check=True, timeout=120)
    with library.borrow() as generation:
        assert generation.name == old
        assert generation.search("Nummer 1234").documents[0].document_id == "seite-1234"
    library.wait()
    with library.borrow() as generation:
        assert generation.name != old
        assert generation.search("Nummer 77").hits[0].passage.text == "Fassung D, Nummer 77."
    library.close()
