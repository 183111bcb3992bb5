"""Two generations compared: what came, went and changed, and what the canary questions find."""

from pathlib import Path

from corpus.generations.build import build_generation
from corpus.generations.comparison import FirstHit, compare_generations
from corpus.generations.opened import Generation
from corpus.records import Document
from tests.unit.corpus.generations.conftest import CITY, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder


def opened(folder: Path, documents: list[Document], embedder: HashingEmbedder) -> Generation:
    folder.mkdir()
    build_generation(folder, CITY, documents, embedder)
    return Generation.open(folder, embedder)


def test_everything_that_differs_is_told(tmp_path: Path, embedder: HashingEmbedder) -> None:
    dearer = service("pass", "Reisepass", "Der Reisepass kostet 80 Euro.", "Für Reisen.")
    fair = service("zirkus", "Zirkus", "Frei.", "Ein Zirkus kommt in die Stadt.")
    before = [one for one in town() if one.id != "vermerk"]
    after = [fair, *(dearer if one.id == "pass" else one for one in before if one.id != "hund")]
    old, new = opened(tmp_path / "a", before, embedder), opened(tmp_path / "b", after, embedder)
    found = compare_generations(old, new, ("Hundesteuer", "Zirkus", "Xylophon"))
    old.close()
    new.close()
    assert [one.title for one in found.new] == ["Zirkus"]
    assert [one.title for one in found.removed] == ["Hundesteuer"]
    assert [one.id for one in found.changed] == ["pass"]
    assert "+Der Reisepass kostet 80 Euro." in [
        line for section in found.changed[0].sections for line in section.lines
    ]
    assert (found.unchanged, found.more_changed) == (4, 0)
    assert found.canaries[0].old == "Hundesteuer"
    assert found.canaries[1] == FirstHit("Zirkus", None, "Zirkus")
    assert found.canaries[2] == FirstHit("Xylophon", None, None)
