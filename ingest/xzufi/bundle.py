"""Gathers what a service's documents are made of: the service with its offices, online services, forms."""

import hashlib
import re
import zlib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from ingest.xzufi import areas
from ingest.xzufi.blocks import valid
from ingest.xzufi.model import (
    Area,
    Identifier,
    Key,
    Kind,
    Office,
    OnlineService,
    Part,
    Periods,
    Responsibility,
    Service,
)
from ingest.xzufi.objects import MODELS
from ingest.xzufi.options import Options
from ingest.xzufi.register import Register

PartT = TypeVar("PartT", bound=Part)
_BOUNDARY = re.compile(rb'"(?:begin|end)":"(\d{4}-\d\d-\d\d)"')
_MOST_OFFICES = 6
_RESPONSIBLE_ONLY = "01"


@dataclass
class Bundle:
    """A service with everything that its documents say; offices nearest first.

    `area_names` are the names of the areas that additions are limited to, where the transfer gives them.
    """

    service: Service
    additions: list[Service] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    online: list[OnlineService] = field(default_factory=list)
    forms: list[OnlineService] = field(default_factory=list)
    area_names: dict[str, str] = field(default_factory=dict)


class Gatherer:
    """Reads bundles out of a register; `fingerprint` tells whether one has changed since it was last used.

    `used_forms` are the forms that the bundles gathered so far refer to.
    """

    def __init__(self, register: Register, options: Options, today: date) -> None:
        self._register = register
        self._options = options
        self._today = today
        self._digest = hashlib.sha256()
        self.used_forms: set[Key] = set()

    def fingerprint(self) -> str:
        """SHA-256 over all that was read since the last `start`, the program and passed dates included."""
        return self._digest.hexdigest()

    def start(self) -> None:
        """Begin a new fingerprint."""
        self._digest = hashlib.sha256(program().encode())
        self._digest.update(repr(self._options).encode())

    def get(self, key: Key, model: type[PartT]) -> PartT | None:
        """Read one object as part of the current fingerprint."""
        packed = self._register.packed(key)
        if packed is None:
            return None
        body = zlib.decompress(packed)
        self._digest.update("\x1f".join(key).encode() + body)
        # Validity makes documents change on days on which nothing is delivered.
        today = self._today.isoformat().encode()
        self._digest.update(bytes(found <= today for found in _BOUNDARY.findall(body)))
        read = MODELS[key.kind].model_validate_json(body)
        return read if isinstance(read, model) else None

    def bundle(self, key: Key) -> Bundle | None:
        """Gather a service, or an addition to one; None if it isn't there."""
        service = self.get(key, Service)
        if service is None:
            return None
        found = Bundle(service)
        found.additions = self._additions(key) if key.kind is Kind.SERVICE else []
        owners = [*self._owners(key), *self._owners_of_additions(found.additions)]
        found.offices = self._offices(owners)
        for owner in dict.fromkeys(one.owner for one in owners if one.owner_kind is not Kind.OFFICE):
            online = self.get(Key.of(Kind.ONLINE, owner), OnlineService)
            if online is not None and valid(online.periods, self._today):
                found.online.append(online)
        for one in self._form_ids(found):
            self.used_forms.add(Key.of(Kind.FORM, one))
            form = self.get(Key.of(Kind.FORM, one), OnlineService)
            if form is not None and valid(form.periods, self._today):
                found.forms.append(form)
        found.area_names = self._area_names(found.additions)
        return found

    def superior_names(self, office: Office) -> list[str]:
        """The names (HTML) of the offices above an office, uppermost first."""
        names: list[str] = []
        seen = {office.id}
        above = office.superior
        while above is not None and above not in seen and len(seen) < 8:
            seen.add(above)
            found = self.get(Key.of(Kind.OFFICE, above), Office)
            if found is None:
                break
            names.extend(next(iter(found.names.values()), ())[:1])
            above = found.superior
        return names[::-1]

    def _additions(self, key: Key) -> list[Service]:
        additions: list[Service] = []
        for other in self._register.referring(Kind.SPECIALISATION, key):
            addition = self.get(other, Service)
            if addition is not None and in_force(addition.periods, self._today):
                additions.append(addition)
        return additions

    def _owners(self, key: Key) -> list[Responsibility]:
        """The responsibilities that hold for the town, the closest first."""
        found: list[tuple[tuple[int, bool], Responsibility]] = []
        for one in self._register.responsible_for(key):
            fit = areas.best(one.areas, self._options.areas)
            if fit is not None:
                found.append(((-fit, one.role == _RESPONSIBLE_ONLY), one))
        found.sort(key=lambda pair: pair[0])
        self._digest.update(repr([one for _, one in found]).encode())
        return [one for _, one in found]

    def _owners_of_additions(self, additions: list[Service]) -> list[Responsibility]:
        """Those who are responsible for an addition, unless its number is that of a service."""
        return [
            one
            for addition in additions
            if not self._register.has(Key.of(Kind.SERVICE, addition.id))
            for one in self._owners(Key.of(Kind.SPECIALISATION, addition.id))
        ]

    def _offices(self, owners: list[Responsibility]) -> list[Office]:
        ranked: list[tuple[int, bool, int, Office]] = []
        owners = [one for one in owners if one.owner_kind is not Kind.ONLINE]
        for position, owner in enumerate(dict.fromkeys(one.owner for one in owners)):
            office = self.get(Key.of(Kind.OFFICE, owner), Office)
            if office is None or not valid(office.periods, self._today):
                continue
            fit = max(areas.best(one.areas, self._options.areas) or 0 for one in owners if one.owner == owner)
            has_street = any(address.street for address in office.addresses)
            ranked.append((-fit, not has_street, position, office))
        ranked.sort(key=lambda one: one[:3])
        return [office for *_, office in ranked[:_MOST_OFFICES]]

    def _form_ids(self, found: Bundle) -> list[Identifier]:
        ids: dict[Identifier, None] = {}
        for service in (found.service, *found.additions):
            for module in service.modules:
                for paper in module.papers:
                    for one in paper.forms:
                        ids[Identifier(one.agency or service.id.agency, one.value)] = None
        return list(ids)

    def _area_names(self, additions: list[Service]) -> dict[str, str]:
        names: dict[str, str] = {}
        for addition in additions:
            for area in addition.areas:
                for agency in (addition.id.agency, ""):
                    named = self.get(Key(Kind.AREA, agency, area), Area)
                    if named is not None and named.names:
                        names[area] = next(iter(named.names.values()))[0]
        return names


def in_force(periods: Periods, today: date) -> bool:
    """Tell whether something is valid today or will be."""
    return not periods or any(period.end is None or period.end >= today for period in periods)


@cache
def program() -> str:
    """SHA-256 over the code and the words that documents are made with: a new version makes them anew."""
    digest = hashlib.sha256()
    for package in ("ingest.xzufi", "ingest.reader", "ingest.facts", "corpus.values"):
        for file in sorted(files(package).iterdir(), key=_name):
            if file.is_file() and file.name.endswith((".py", ".toml", ".txt")):
                digest.update(file.read_bytes())
    digest.update(files("corpus").joinpath("records.py").read_bytes())
    return digest.hexdigest()


def _name(file: Traversable) -> str:
    return file.name
