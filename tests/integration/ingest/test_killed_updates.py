"""`lotse ingest`, killed at 100 random moments: what is served stays whole, and the next run finishes."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from tests.integration.ingest.killing.lane import CITY, Lane

KILLS = 100
LANES = 2
PHASES = ("Beginn", "Website „website“ lesen", "Seiten auswerten", "Suchindex bauen")
"""The first lasts until the first page has come."""


@pytest.mark.slow
@pytest.mark.timeout(420)
def test_a_killed_update_leaves_the_served_generation_whole_and_the_next_one_finishes(tmp_path: Path) -> None:
    with ThreadPoolExecutor(LANES) as pool:
        lanes = [pool.submit(_kill_often, tmp_path / str(seed), seed) for seed in range(LANES)]
        phases = sum((lane.result() for lane in lanes), Counter[str]())
    assert phases.total() == KILLS
    # Kills struck in every phase, so none of them is safe for never having been tried.
    assert min(phases[phase] for phase in PHASES) >= 4, phases


def _kill_often(folder: Path, seed: int) -> Counter[str]:
    chance = random.Random(seed)
    embedder = load_embedder(EmbeddingChoice())
    with Lane(folder, embedder) as lane:
        lane.run()  # the first one also makes the database
        lane.change()
        phases = list(lane.run().values())
        number = KILLS // LANES
        moments = [chance.uniform(*phases[place % len(phases)]) for place in range(number)]
        for moment in moments:
            before = lane.served_version()
            lane.change()
            lane.kill_after(moment, chance)
            assert lane.served_version() in {before, *range(before + 1, lane.version + 1)}
        lane.change()
        lane.run()
        assert lane.served_version() == lane.version
        _assert_nothing_is_left(lane)
        with Lane(folder / "undisturbed", embedder) as other:
            other.site.pages = lane.site.pages
            other.run()
            assert other.documents() == lane.documents()
        return lane.phases


def _assert_nothing_is_left(lane: Lane) -> None:
    folders = {path.name for path in lane.shelf.root.iterdir() if path.is_dir()}
    assert folders == set(lane.shelf.served())
    unfinished = [path for ending in ("*.part", "*.new", "*.tmp") for path in lane.data.rglob(ending)]
    assert unfinished == []
    reports = sorted((lane.data / "reports" / CITY).iterdir())
    assert {path.suffix for path in reports} == {".json"}
