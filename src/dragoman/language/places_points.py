"""How likely each place of a name is, by itself and by what its report speaks of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.language.places_entry import Entry

# Points: a country's name means the country unless much speaks against it.
BASE = {"country": 8.5, "feature": 6.0, "region": 6.0}
CAPITAL = 1.0
OTHER_NAME = -1.2
DIVISION = -0.3  # a town is meant before a province with as many people
SHARE = 2.0  # all of the report's countries are this one
ADMIN_SHARE = 2.0
NEAR = 1.5
# A town that bears the name of a province elsewhere, several times as large ('Delaware, Ohio').
NAMESAKE = -1.5
TIMES = 5
# 'Kharkiv' alone is the town: at least this part of the province's people live there.
SEAT = -1.0
SEAT_PART = 0.2
NEAR_KM = 300.0


@dataclass(slots=True)
class Setting:
    """What the report speaks of: countries and first divisions, each with its count."""

    countries: Counter[str] = field(default_factory=Counter)
    admins: Counter[str] = field(default_factory=Counter)
    spots: Counter[Entry] = field(default_factory=Counter)

    def add(self, entry: Entry, times: int = 1) -> None:
        """Count one entry that is meant; with `times` -1, it no longer is."""
        if entry.country:
            self.countries[entry.country] += times
        if entry.admin:
            self.admins[entry.admin] += times
        if entry.precision != "country":
            self.spots[entry] += times


def namesake(entry: Entry, entries: Sequence[Entry]) -> float:
    """Against a town whose name a larger province elsewhere bears, and a province of its seat's."""
    if entry.precision == "region" and any(_is_seat(e, entry) for e in entries):
        return SEAT
    if entry.precision != "city" or entry.capital:
        return 0.0
    larger = (
        e.precision == "region" and e.admin != entry.admin
        and e.population > TIMES * entry.population
        for e in entries
    )  # fmt: skip
    return NAMESAKE if any(larger) else 0.0


def _is_seat(town: Entry, region: Entry) -> bool:
    """True for a town in which much of the province of its name lives."""
    if not region.admin or town.precision != "city" or town.admin != region.admin:
        return False
    return town.population > SEAT_PART * region.population


def points_of(entry: Entry, setting: Setting, spots: Iterable[Entry]) -> float:
    """Points by size and rank, and by what else the report speaks of."""
    if entry.population:
        base = math.log10(entry.population + 10) + DIVISION * (entry.precision == "region")
    else:
        base = BASE.get(entry.precision, BASE["feature"] if entry.geonameid is None else 1.0)
    base += CAPITAL * entry.capital + OTHER_NAME * (not entry.main)
    base += SHARE * _share(setting.countries, entry.country)
    base += ADMIN_SHARE * _share(setting.admins, entry.admin)
    if any(_near(entry, spot) for spot in spots):
        base += NEAR
    return base


def _near(entry: Entry, spot: Entry) -> bool:
    """True when `spot` is another place close by, or lies in the division that `entry` is."""
    if entry.precision == "region" and entry.admin:
        return spot.admin == entry.admin and spot.name != entry.name
    return spot.geonameid != entry.geonameid and entry.km_to(spot) < NEAR_KM


def _share(counts: Counter[str], of: str | None) -> float:
    total = counts.total()
    return counts[of] / total if of and total else 0.0
