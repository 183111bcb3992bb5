"""Curated answers come from the database when it can be reached, and never keep a question waiting."""

from pathlib import Path

from api.curated import LIFETIME, CuratedAnswers
from api.database import PAUSE, Database
from corpus.records import CuratedAnswer
from corpus.store.documents import open_store

ANSWER = CuratedAnswer(
    id="a1", city="kleinstadt", questions=("Was ist mit dem Freibad?",), answer="Es hat geschlossen."
)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_database_that_comes_later_is_used_then(tmp_path: Path) -> None:
    path = tmp_path / "later" / "lotse.db"
    path.parent.write_text("not a folder")
    clock = Clock()
    database = Database(f"sqlite:///{path}", clock)
    curated = CuratedAnswers(database, "kleinstadt", clock)
    curated.refresh()
    assert list(curated()) == []
    path.parent.unlink()
    path.parent.mkdir()
    with open_store(f"sqlite:///{path}") as store:
        store.save_curated(ANSWER)
    clock.now = max(PAUSE, LIFETIME)
    curated()
    curated.wait()
    assert list(curated()) == [ANSWER]
    database.close()


def test_answers_stay_in_force_while_the_database_is_away(tmp_path: Path) -> None:
    path = tmp_path / "lotse.db"
    with open_store(f"sqlite:///{path}") as store:
        store.save_curated(ANSWER)
    clock = Clock()
    database = Database(f"sqlite:///{path}", clock)
    curated = CuratedAnswers(database, "kleinstadt", clock)
    curated.refresh()
    database.close()
    path.unlink()
    path.mkdir()
    clock.now = LIFETIME
    curated()
    curated.wait()
    assert list(curated()) == [ANSWER]
