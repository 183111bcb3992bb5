"""What a transfer brought and what of it could not be used, for editors: nothing is dropped silently."""

from collections import Counter

from pydantic import BaseModel, ConfigDict, Field

from ingest.xzufi.model import Kind

_NAMES = {
    Kind.SERVICE: "Leistungen",
    Kind.SPECIALISATION: "Spezialisierungen",
    Kind.OFFICE: "Organisationseinheiten",
    Kind.ONLINE: "Onlinedienste",
    Kind.FORM: "Formulare",
    Kind.AREA: "Gebiete",
    Kind.RESPONSIBILITY: "Zuständigkeiten",
}
_MOST_SHOWN = 12


class Failed(BaseModel):
    """A file or object that could not be used, and why."""

    model_config = ConfigDict(frozen=True)

    name: str
    reason: str


class TransferReport(BaseModel):
    """Filled while a transfer is read; complete after its last change. Numbers count objects, by kind.

    `unknown_elements` are paths (parent and child) that nothing reads; `unresolved_services` and
    `unresolved_owners` are responsibilities whose other end never came; `outside` is for other areas;
    `orphan_deletions` deleted what was never there, which is normal.
    """

    model_config = ConfigDict(validate_assignment=False)

    versions: Counter[str] = Field(default_factory=Counter)
    files: int = 0
    failed: list[Failed] = Field(default_factory=list)
    unlisted: list[str] = Field(default_factory=list)
    written: Counter[str] = Field(default_factory=Counter)
    deleted: Counter[str] = Field(default_factory=Counter)
    orphan_deletions: int = 0
    repeated: int = 0
    outside: int = 0
    unknown_elements: Counter[str] = Field(default_factory=Counter)
    broken_objects: Counter[str] = Field(default_factory=Counter)
    unknown_areas: Counter[str] = Field(default_factory=Counter)
    double_titles: list[str] = Field(default_factory=list)
    unresolved_services: int = 0
    unresolved_owners: int = 0
    warnings: list[str] = Field(default_factory=list)
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def summary(self) -> str:
        """Say in a few German lines what happened, for the terminal and the log."""
        written = _counted(self.written)
        lines = [
            f"{self.files} Dateien gelesen: {written or 'keine Objekte'}.",
            f"Dokumente: {self.new} neu, {self.changed} anders, {self.unchanged} gleich, {self.removed} weg.",
        ]
        if deleted := _counted(self.deleted):
            lines.append(f"Gelöscht laut Lieferung: {deleted}.")
        lines += [f"Nicht lesbar: {one.name}: {one.reason}" for one in self.failed[:_MOST_SHOWN]]
        for label, counts in (
            ("Unbekannte Elemente", self.unknown_elements),
            ("Unvollständige Objekte", self.broken_objects),
            ("Unbekannte Gebietsschlüssel", self.unknown_areas),
        ):
            if counts:
                shown = ", ".join(f"{name} ({number})" for name, number in counts.most_common(_MOST_SHOWN))
                more = f" und {len(counts) - _MOST_SHOWN} weitere" if len(counts) > _MOST_SHOWN else ""
                lines.append(f"{label}: {shown}{more}.")
        if self.unlisted:
            lines.append(
                f"{len(self.unlisted)} Dateien stehen nicht im Verzeichnis und wurden nicht gelesen."
            )
        if self.unresolved_services or self.unresolved_owners:
            lines.append(
                f"Zuständigkeiten ohne ihre Leistung: {self.unresolved_services}, "
                f"ohne ihre Stelle: {self.unresolved_owners}."
            )
        if self.outside:
            lines.append(f"{self.outside} Objekte gelten für andere Gebiete.")
        return "\n".join([*lines, *self.warnings])


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {_NAMES[Kind(kind)]}" for kind, number in sorted(counts.items()))
