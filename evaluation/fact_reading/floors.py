"""The floors that reading facts must hold."""

import tomllib
from importlib.resources import files

from evaluation.fact_reading.outcome import Figures


def missed_floors(kind: str, reached: Figures) -> list[str]:
    """What `reached` misses of the kind's floors, a German sentence each."""
    floors: dict[str, dict[str, float]] = tomllib.loads(
        (files("evaluation.fact_reading") / "floors.toml").read_text(encoding="utf-8")
    )
    names = {"precision": "Genauigkeit", "recall": "Ausbeute"}
    return [
        f"{kind}: {names[name]} {getattr(reached, name)} liegt unter {floor}."
        for name, floor in floors.get(kind, {}).items()
        if getattr(reached, name) < floor
    ]
