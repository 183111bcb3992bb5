"""The register: what a source has delivered so far, in SQLite, so that no transfer has to fit into memory.

Deltas are applied to it, references that come before their objects wait in it, and everything that a service
needs from other objects is looked up in it.
"""

import zlib
from collections.abc import Iterator, Sequence

from ingest.xzufi.model import Identifier, Key, Kind, Part, Responsibility
from ingest.xzufi.register_file import RegisterFile


class Register(RegisterFile):
    """Objects, responsibilities between them, and which documents were made of them."""

    def write(self, key: Key, body: Part, refers: Identifier | None = None) -> bool:
        """Create or replace an object; tells whether this delivery had written it before."""
        before = self.db.execute(
            "SELECT delivery, body IS NOT NULL FROM object WHERE kind = ? AND agency = ? AND value = ?", key
        ).fetchone()
        packed = zlib.compress(body.model_dump_json(exclude_defaults=True).encode(), 3)
        self.db.execute(
            "INSERT OR REPLACE INTO object VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*key, self.delivery, *(refers or (None, None)), packed),
        )
        return before is not None and before[0] == self.delivery and bool(before[1])

    def write_nested(self, owner: Key, responsibilities: Sequence[Responsibility]) -> None:
        """Replace the responsibilities nested in an object."""
        self.db.execute(
            "DELETE FROM responsibility WHERE owner_value = ? AND owner_agency = ? AND nested = ?",
            (owner.value, owner.agency, owner.kind),
        )
        for one in responsibilities:
            self.write_responsibility(one, nested=owner.kind)

    def write_responsibility(self, one: Responsibility, nested: str = "") -> None:
        """Create or replace a responsibility."""
        agency, value = one.id or ("", "")
        if value:
            self.db.execute("DELETE FROM responsibility WHERE value = ? AND agency = ?", (value, agency))
        self.db.execute(
            "INSERT INTO responsibility VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                agency,
                value,
                *one.owner,
                *one.service,
                " ".join(one.areas),
                one.role,
                nested,
                self.delivery,
                one.owner_kind or "",
            ),
        )

    def delete(self, key: Key) -> bool:
        """Delete; tells whether it was there. A mark stays of objects, so that their documents go too."""
        if key.kind is Kind.RESPONSIBILITY:
            found = self.db.execute(
                "DELETE FROM responsibility WHERE value = ? AND agency = ?", (key.value, key.agency)
            )
            return found.rowcount > 0
        found = self.db.execute(
            "UPDATE object SET body = NULL, refers_agency = NULL, refers_value = NULL, delivery = ? "
            "WHERE kind = ? AND agency = ? AND value = ? AND body IS NOT NULL",
            (self.delivery, *key),
        )
        if key.kind in {Kind.OFFICE, Kind.ONLINE}:
            self.write_nested(key, ())
        return found.rowcount > 0

    def mark_deleted(self, key: Key) -> None:
        """Note that an object is deleted that the register never held."""
        self.db.execute(
            "INSERT OR IGNORE INTO object VALUES (?, ?, ?, ?, NULL, NULL, NULL)", (*key, self.delivery)
        )

    def prune(self) -> None:
        """Remove everything that this delivery didn't bring: what isn't in a full delivery is gone."""
        self.db.execute("DELETE FROM object WHERE delivery < ?", (self.delivery,))
        self.db.execute("DELETE FROM responsibility WHERE delivery < ?", (self.delivery,))

    # --- reading

    def keys(self, kind: Kind, *, deleted: bool = False) -> Iterator[Key]:
        """The keys of all objects of a kind, in order; with `deleted` of those too that were deleted."""
        for agency, value in self.db.execute(
            "SELECT agency, value FROM object WHERE kind = ? AND (? OR body IS NOT NULL) "
            "ORDER BY agency, value",
            (kind, deleted),
        ):
            yield Key(kind, agency, value)

    def holds_anything(self) -> bool:
        """Tell whether any object was ever delivered."""
        return self.db.execute("SELECT 1 FROM object LIMIT 1").fetchone() is not None

    def has(self, key: Key) -> bool:
        """Tell whether an object is there."""
        return self.packed(key) is not None

    def packed(self, key: Key) -> bytes | None:
        """An object's body as kept; None if it isn't there."""
        row = self.db.execute(
            "SELECT body FROM object WHERE kind = ? AND agency = ? AND value = ?", key
        ).fetchone()
        return row[0] if row else None

    def referring(self, kind: Kind, service: Key) -> list[Key]:
        """The objects of a kind that refer to a service."""
        rows = self.db.execute(
            "SELECT agency, value FROM object WHERE refers_value = ? AND refers_agency = ? AND kind = ? "
            "ORDER BY agency, value",
            (service.value, service.agency, kind),
        )
        return [Key(kind, *row) for row in rows]

    def responsible_for(self, service: Key) -> list[Responsibility]:
        """The responsibilities for a service."""
        rows = self.db.execute(
            "SELECT owner_agency, owner_value, areas, role, owner_kind FROM responsibility "
            "WHERE service_value = ? AND service_agency = ? ORDER BY rowid",
            (service.value, service.agency),
        )
        own = Identifier(service.agency, service.value)
        return [
            Responsibility(
                owner=Identifier(*row[:2]),
                owner_kind=Kind(row[4]) if row[4] else None,
                service=own,
                areas=tuple(row[2].split()),
                role=row[3],
            )
            for row in rows
        ]

    def areas_of(self, owner: Key) -> list[tuple[str, ...]]:
        """The areas of each of an owner's responsibilities."""
        rows = self.db.execute(
            "SELECT areas FROM responsibility "
            "WHERE owner_value = ? AND owner_agency = ? AND owner_kind IN (?, '')",
            (owner.value, owner.agency, owner.kind),
        )
        return [tuple(row[0].split()) for row in rows]

    def serves_any(self, owner: Key) -> bool:
        """Tell whether an owner is responsible for a service that is there."""
        row = self.db.execute(
            "SELECT 1 FROM responsibility r JOIN object o ON o.kind IN (?, ?) "
            "AND o.agency = r.service_agency AND o.value = r.service_value AND o.body IS NOT NULL "
            "WHERE r.owner_value = ? AND r.owner_agency = ? AND r.owner_kind IN (?, '') LIMIT 1",
            (Kind.SERVICE, Kind.SPECIALISATION, owner.value, owner.agency, owner.kind),
        ).fetchone()
        return row is not None

    def unresolved(self) -> tuple[int, int]:
        """Number of responsibilities whose service never came, and of those whose owner never came."""
        missing = (
            "SELECT count(*) FROM responsibility r WHERE NOT EXISTS (SELECT 1 FROM object o "
            "WHERE o.kind IN ({kinds}) AND o.agency = r.{side}_agency AND o.value = r.{side}_value "
            "AND o.body IS NOT NULL)"
        )
        services = self.db.execute(missing.format(kinds="'LB', 'LS'", side="service")).fetchone()[0]
        owners = self.db.execute(missing.format(kinds="'OE', 'OD'", side="owner")).fetchone()[0]
        return int(services), int(owners)

    # --- what was made of it

    def built(self, owner: Key) -> tuple[str, dict[str, str]]:
        """The fingerprint under which an object's documents were made, and their hashes by id."""
        rows = self.db.execute(
            "SELECT document_id, fingerprint, hash FROM built WHERE owner = ?", (_joined(owner),)
        ).fetchall()
        return (rows[0][1] if rows else ""), {row[0]: row[2] for row in rows}

    def set_built(self, owner: Key, fingerprint: str, hashes: dict[str, str]) -> None:
        """Keep which documents were made of an object."""
        self.db.execute("DELETE FROM built WHERE owner = ?", (_joined(owner),))
        self.db.executemany(
            "INSERT OR REPLACE INTO built VALUES (?, ?, ?, ?)",
            [(name, _joined(owner), fingerprint, value) for name, value in hashes.items()],
        )


def _joined(key: Key) -> str:
    return "\x1f".join(key)
