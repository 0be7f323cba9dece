"""Places with two names: whether two names mean one place, and who calls it which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.language.actor_tables import states
from dragoman.language.places_entry import Entry, name_key
from dragoman.language.places_store import lookup
from dragoman.linking.names.scripts import romanise
from dragoman.model.identity import Answer, Bearer, Verdict
from dragoman.model.tables import Column, read_table


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place with several: `used_by` are states' codes or languages.

    `until` is the last year in which the name was official, None where it still is or never was.
    """

    place: str
    name: str
    used_by: tuple[str, ...]
    until: int | None
    country: str | None

    @property
    def usage(self) -> str:
        """Who uses the name, in words: "Stepanakert (so called by Armenia, Nagorno-Karabakh)"."""
        users = ", ".join(_state_names().get(user, user) for user in self.used_by)
        said = [f"so called by {users}"] if users else []
        if self.until:
            said.append(f"official until {self.until}")
        return f"{self.name} ({'; '.join(said)})" if said else self.name


def names_of_place(name: str) -> tuple[PlaceName, ...]:
    """All names of the place that has `name`; empty for a place of no row."""
    return _by_place().get(_places().get(_key(name), ""), ())


def place_verdict(a: Bearer, b: Bearer) -> Verdict:
    """Whether two names of places mean one place, by our table first and by GeoNames then.

    Names that GeoNames has for several towns are one only where the towns are the same or the
    countries told leave one; otherwise it is not known.
    """
    if (b.name, b.country or "") < (a.name, a.country or ""):
        a, b = b, a
    if _key(a.name) == _key(b.name):
        return _same_name(a, b)
    listed = _listed(a.name), _listed(b.name)
    if listed[0] and listed[1] and listed[0].place == listed[1].place:
        names = f"{listed[0].usage} and {listed[1].usage}"
        return _told("same", True, 0.99, f"{names} are one place")
    found = _entries(a), _entries(b)
    shared = {e.geonameid for e in found[0]} & {e.geonameid for e in found[1]}
    if shared and len(found[0]) == len(found[1]) == 1:
        return _told("same", True, 0.98, f"GeoNames has {a.name} and {b.name} as names of one town")
    if shared:
        return _told("unsure", False, 0.5, f"{a.name} and {b.name} could be one town, or several")
    return _told("different", all(found), 0.02, f"nothing has {a.name} and {b.name} as one place")


def _same_name(a: Bearer, b: Bearer) -> Verdict:
    if a.country and b.country and a.country != b.country:
        words = f"{a.name} is told of {a.country} and of {b.country}"
        return _told("different", False, 0.1, words)
    if not (a.country and b.country) and len(_entries(a)) > 1:
        return _told("same", False, 0.85, f"{a.name} is named alike, and is several places")
    return _told("same", True, 0.97, f"{a.name} is named alike")


def _told(answer: Answer, sure: bool, chance: float, reason: str) -> Verdict:
    return Verdict(answer, sure, chance, (), reason)


def _key(name: str) -> str:
    return name_key(romanise(name).text)


def _listed(name: str) -> PlaceName | None:
    key = _key(name)
    return next((n for n in names_of_place(name) if _key(n.name) == key), None)


def _entries(bearer: Bearer) -> list[Entry]:
    key = _key(bearer.name)
    found = lookup([key]).get(key, [])
    return [e for e in found if bearer.country is None or e.country == bearer.country]


@cache
def _by_place() -> dict[str, tuple[PlaceName, ...]]:
    columns = (
        Column("place"),
        Column("name"),
        Column("used_by", optional=True, many=True),
        Column("until", optional=True, check=_no_year),
        Column("country", optional=True),
    )
    found: dict[str, list[PlaceName]] = {}
    for r in read_table("names/contested_places.tsv", columns):
        until = int(r["until"]) if r["until"] else None
        name = PlaceName(r["place"], r["name"], r.many("used_by"), until, r["country"] or None)
        found.setdefault(r["place"], []).append(name)
    return {place: tuple(names) for place, names in found.items()}


def _no_year(value: str) -> str | None:
    return None if value.isdigit() and len(value) == 4 else "expected a year"


@cache
def _places() -> dict[str, str]:
    """The place of each name. A name of two places means neither by itself."""
    found: dict[str, str] = {}
    for place, names in _by_place().items():
        for name in names:
            key = _key(name.name)
            found[key] = place if found.get(key, place) == place else ""
    return found


@cache
def _state_names() -> dict[str, str]:
    return {s.code: s.name for s in states()}
