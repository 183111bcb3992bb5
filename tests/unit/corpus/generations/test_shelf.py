"""The shelf serves one generation, keeps the one before, and clears away what is left over."""

import re
from pathlib import Path

import pytest

from corpus.generations.build import build_generation
from corpus.generations.errors import GenerationError
from corpus.generations.shelf import CURRENT, Shelf
from tests.unit.corpus.generations.conftest import CITY, Publish, town
from tests.unit.corpus.search.embedders import HashingEmbedder


def test_before_the_first_there_is_none(shelf: Shelf) -> None:
    assert shelf.current() is None
    assert shelf.names() == ()


def test_a_new_folder_is_named_by_time_and_hash_and_is_not_served(shelf: Shelf) -> None:
    folder = shelf.new_folder()
    assert folder.is_dir()
    assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{6}", folder.name)
    assert shelf.names() == ()
    assert shelf.current() is None


def test_what_is_published_is_named_in_the_file_current(shelf: Shelf, publish: Publish) -> None:
    folder = publish()
    assert shelf.current() == folder
    assert (shelf.root / CURRENT).read_text() == f"{folder.name}\n"


def test_the_last_two_are_kept(shelf: Shelf, publish: Publish) -> None:
    folders = [publish() for _ in range(3)]
    assert shelf.served() == (folders[2].name, folders[1].name)
    assert set(shelf.names()) == {folders[2].name, folders[1].name}
    assert not folders[0].exists()


def test_one_can_go_back_to_the_one_before(shelf: Shelf, publish: Publish) -> None:
    old, new = publish(), publish()
    shelf.publish(old)
    assert shelf.served() == (old.name, new.name)


def test_an_incomplete_generation_is_not_published(shelf: Shelf, publish: Publish) -> None:
    served = publish()
    with pytest.raises(GenerationError, match="unvollständig"):
        shelf.publish(shelf.new_folder())
    assert shelf.current() == served


def test_a_folder_from_elsewhere_is_not_published(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(GenerationError, match="keine Generation"):
        shelf.publish(tmp_path)


def test_a_generation_that_is_not_wanted_is_discarded(shelf: Shelf, publish: Publish) -> None:
    served = publish()
    folder = shelf.new_folder()
    shelf.discard(folder)
    assert not folder.exists()
    with pytest.raises(GenerationError, match="wird ausgeliefert"):
        shelf.discard(served)
    assert served.exists()


def test_leftovers_are_removed_at_the_next_build_and_the_served_stays(shelf: Shelf, publish: Publish) -> None:
    served = publish()
    leftover = shelf.root / "20200101T000000Z-abcdef"
    (leftover / "dense").mkdir(parents=True)
    (leftover / "dense" / "halb.bin").write_text("halb")
    foreign = shelf.root / "notizen"
    foreign.mkdir()
    shelf.new_folder()
    assert not leftover.exists()
    assert served.exists()
    assert foreign.exists()


def test_a_folder_that_is_being_built_in_is_left_alone(shelf: Shelf) -> None:
    building = shelf.new_folder()
    other = Shelf(shelf.root)
    assert other.new_folder() != building
    assert building.exists()


@pytest.mark.parametrize("content", ["", "\n\n", "../../etc\n", "Unsinn"])
def test_nonsense_in_the_file_current_names_nothing(shelf: Shelf, content: str) -> None:
    shelf.root.mkdir(parents=True)
    (shelf.root / CURRENT).write_text(content)
    assert shelf.current() is None


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(GenerationError, match="LOTSE_DATA"):
        Shelf(tmp_path / "datei" / "musterstadt").new_folder()


def test_going_back_serves_the_one_before_and_holds_it(shelf: Shelf, publish: Publish) -> None:
    first, second = publish(), publish()
    assert shelf.go_back() == first
    assert shelf.served() == (first.name, second.name)
    held = shelf.held()
    assert held is not None
    assert held.left == second.name
    with pytest.raises(GenerationError, match="keine frühere"):
        shelf.go_back()


def test_going_to_the_newest_by_name_ends_the_hold(shelf: Shelf, publish: Publish) -> None:
    _, second = publish(), publish()
    shelf.go_back()
    assert shelf.go_back(second.name) == second
    assert shelf.held() is None


def test_releasing_ends_the_hold_once(shelf: Shelf, publish: Publish) -> None:
    publish()
    publish()
    shelf.go_back()
    assert shelf.release()
    assert not shelf.release()
    assert shelf.held() is None


def test_going_to_one_that_is_not_there_names_those_that_are(shelf: Shelf, publish: Publish) -> None:
    only = publish()
    with pytest.raises(GenerationError, match=rf"fehlt gibt es nicht. Es gibt: {only.name}"):
        shelf.go_back("fehlt")
    assert shelf.current() == only


def test_a_refused_generation_stays_until_the_next_build(
    shelf: Shelf, publish: Publish, embedder: HashingEmbedder
) -> None:
    served = publish()
    folder = shelf.new_folder()
    build_generation(folder, CITY, town()[:2], embedder)
    shelf.refuse(folder, ("Zu wenig.",))
    assert shelf.current() == served
    assert {name: mark.reasons for name, mark in shelf.refused().items()} == {folder.name: ("Zu wenig.",)}
    following = shelf.new_folder()
    assert shelf.refused() == {}
    assert not folder.exists()
    shelf.discard(following)


def test_a_refused_generation_can_be_served_after_all(
    shelf: Shelf, publish: Publish, embedder: HashingEmbedder
) -> None:
    publish()
    folder = shelf.new_folder()
    build_generation(folder, CITY, town()[:2], embedder)
    shelf.refuse(folder, ("Zu wenig.",))
    shelf.publish(folder)
    assert shelf.current() == folder
    assert shelf.refused() == {}
