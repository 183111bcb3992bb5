"""The cities of this installation, by id."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from corpus.city import City, CityError, load_city

SAMPLE = "musterstadt"


def load_cities(folder: Path | None) -> dict[str, City]:
    """Every city in `folder`: the folder itself, if it holds a `city.toml`, or its subfolders that do.

    Without a folder, the sample city. Raises `CityError`.
    """
    if folder is None:
        folder = Path(str(files("corpus.musterstadt")))
    if (folder / "city.toml").exists() or not folder.is_dir():
        city = load_city(folder)
        return {city.id: city}
    found = sorted(path.parent for path in folder.glob("*/city.toml"))
    if not found:
        return {"": load_city(folder)}
    cities: dict[str, City] = {}
    for path in found:
        city = load_city(path)
        if city.id in cities:
            raise CityError(f"{path}: Die Kennung „{city.id}“ gibt es schon. Bitte eine andere „id“ wählen.")
        cities[city.id] = city
    return cities


def choose_cities(cities: Mapping[str, City], city_id: str | None) -> list[City]:
    """The city of that id, all without one; raises `CityError` for an id that there isn't."""
    if city_id is None:
        return list(cities.values())
    if city_id not in cities:
        raise CityError(f"Die Stadt „{city_id}“ gibt es nicht. Es gibt: {', '.join(sorted(cities))}.")
    return [cities[city_id]]


def uses_sample_site(city: City) -> bool:
    """Whether this is the sample city, whose website this installation has to serve itself."""
    return city.id == SAMPLE and any(
        source.type == "website" and source.start[0].host in {"127.0.0.1", "localhost"}
        for source in city.sources
    )
