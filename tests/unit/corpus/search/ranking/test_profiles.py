"""Profiles are made once, and only as many are kept as are asked for."""

import pytest

from corpus.records import Document
from corpus.search.ranking import profiles as module
from corpus.search.ranking.profile import profile_of
from corpus.search.ranking.profiles import Profiles


def document(name: str) -> Document:
    return Document(id=name, city="stadt", source="web", title=f"Seite {name}", url=f"https://x.de/{name}")


def test_a_document_is_read_once() -> None:
    read: list[str] = []

    def source(name: str) -> Document:
        read.append(name)
        return document(name)

    profiles = Profiles(source)
    assert profiles.of(["a"])[0] is profiles.of(["a"])[0]
    assert read == ["a"]


def test_the_one_not_asked_for_the_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    read: list[str] = []

    def source(name: str) -> Document:
        read.append(name)
        return document(name)

    profiles = Profiles(source)
    for name in ("a", "b", "a", "c", "a", "b"):
        profiles.of([name])
    assert read == ["a", "b", "c", "b"]


def test_an_unknown_document_has_no_profile() -> None:
    with pytest.raises(KeyError):
        Profiles(lambda name: None).of(["a"])


def test_a_stored_profile_is_taken_before_the_document_is_read() -> None:
    kept = profile_of(document("a"))
    profiles = Profiles(document, lambda names: {name: kept for name in names if name == "a"})
    one, other = profiles.of(["a", "b"])
    assert one is kept
    assert other.naming.title == "Seite b"
