"""The catalogue as a table that fits a terminal of 80 columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from api.models.catalogue import CatalogueModel

# Other programs need some of the memory, too.
_USABLE_SHARE = 0.8
_USE = {"yes": "ja", "conditions": "Auflagen", "no": "nein", "unknown": "offen"}


@dataclass(frozen=True)
class Row:
    """A model, whether its file is installed, and whether it fits into the memory (None: not known)."""

    model: CatalogueModel
    installed: bool
    fits: bool | None


def fits(model: CatalogueModel, memory: float | None) -> bool | None:
    """Whether the model leaves a fifth of the machine's memory (GB) to others."""
    if memory is None or not model.memory:
        return None
    return model.memory <= memory * _USABLE_SHARE


def models_table(rows: Sequence[Row]) -> Table:
    """One line a model, the licence below its id."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Modell", no_wrap=True)
    for heading in ("Mrd.", "Datei", "RAM"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Lizenz", overflow="fold")
    for heading in ("Nutzung", "passt", "da"):
        table.add_column(heading, no_wrap=True)
    for row in rows:
        model = row.model
        table.add_row(
            model.id,
            _number(model.parameters),
            _number(model.size),
            _number(model.memory),
            model.licence or "offen",
            _USE[model.public_use],
            {True: "ja", False: "nein", None: "?"}[row.fits],
            "ja" if row.installed else "–",
        )
    return table


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",") if value else "?"
