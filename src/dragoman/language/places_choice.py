"""Which of several places of one name a report means.

Each entry gets points: for being large, a capital or a country; for lying in countries and
provinces that the report speaks of; for the words beside the name; for lying near other places
named. Where the two best are about level and far apart, nothing is chosen: an unknown place is said
to be unknown. The weights were set by reading reports, then checked on a corpus of news.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.language.places_entry import Entry
from dragoman.language.places_match import Match
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives
from dragoman.language.places_words import is_kind

# Points: a country's name means the country unless much speaks against it.
BASE = {"country": 8.5, "feature": 6.0, "region": 6.0}
CAPITAL = 1.0
OTHER_NAME = -1.2
DIVISION = -0.3  # a town is meant before a province with as many people
SHARE = 2.0  # all of the report's countries are this one
ADMIN_SHARE = 2.0
BESIDE = 5.0  # 'X, Country', 'Country's X'
KIND = 3.0  # 'X province' is a province
NEAR = 1.5
NEAR_KM = 300.0
# Two places this close to each other make no difference; closer in points than this, no choice.
SAME_KM = 100.0
LEVEL = 0.3

_ADMIN_KINDS = frozenset({"region", "feature"})
# "X, Y", "X in Y", "Y's X": as many characters stand between the two at most.
_WIDEST_LINK = 4
# No name is longer (characters).
_LONGEST_NAME = 100


@dataclass(slots=True)
class Setting:
    """What the report speaks of: countries and first divisions, each with its count."""

    countries: Counter[str] = field(default_factory=Counter)
    admins: Counter[str] = field(default_factory=Counter)
    spots: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Count one entry that is surely meant."""
        if entry.country:
            self.countries[entry.country] += 1
        if entry.admin:
            self.admins[entry.admin] += 1
        if entry.precision != "country":
            self.spots.append(entry)


def choose(reader: Reader, matches: Sequence[Match]) -> dict[str, Entry | None]:
    """The entry that each name means in this report, None where it cannot be told."""
    by_key: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_key[match.key].append(match)
    around = _Neighbours(matches)
    beside = {key: _beside(reader, group, around) for key, group in by_key.items()}
    setting = _first_setting(reader, by_key)
    chosen = _choices(by_key, beside, setting)
    for key, entry in chosen.items():
        if entry and len(by_key[key][0].entries) > 1:
            setting.add(entry)
    return _choices(by_key, beside, setting)


def _first_setting(reader: Reader, by_key: Mapping[str, Sequence[Match]]) -> Setting:
    """Adjectives, and the names that could mean one place only."""
    setting = Setting()
    for word in reader.found:
        if word.capital and (country := adjectives().get(word.key)):
            setting.countries[country] += 1
    for group in by_key.values():
        entries = group[0].entries
        sure = [e for e in entries if e.precision == "country"] or list(entries)
        if len(sure) == 1:
            for _ in group:
                setting.add(sure[0])
    return setting


def _choices(
    by_key: Mapping[str, Sequence[Match]],
    beside: Mapping[str, Mapping[Entry, float]],
    setting: Setting,
) -> dict[str, Entry | None]:
    found: dict[str, Entry | None] = {}
    for key, group in by_key.items():
        entries = group[0].entries
        points = {e: _points(e, setting) + beside[key].get(e, 0.0) for e in entries}
        found[key] = _best(points)
    return found


def _best(points: Mapping[Entry, float]) -> Entry | None:
    """The entry of most points, or None when another far away has about as many."""
    ranked = sorted(points, key=lambda e: (-points[e], e.geonameid or 0, e.name))
    best = ranked[0]
    for other in ranked[1:]:
        if points[best] - points[other] >= LEVEL:
            break
        if best.km_to(other) > SAME_KM and not (best.admin and best.admin == other.admin):
            return None
    return best


def _points(entry: Entry, setting: Setting) -> float:
    if entry.population:
        base = math.log10(entry.population + 10) + DIVISION * (entry.precision == "region")
    else:
        base = BASE.get(entry.precision, BASE["feature"] if entry.geonameid is None else 1.0)
    base += CAPITAL * entry.capital + OTHER_NAME * (not entry.main)
    base += SHARE * _share(setting.countries, entry.country)
    base += ADMIN_SHARE * _share(setting.admins, entry.admin)
    if any(_near(entry, spot) for spot in setting.spots):
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


class _Neighbours:
    """Names in text order, to be asked which stand right beside one."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._matches = sorted(matches, key=lambda m: m.gram.start)
        self._starts = [m.gram.start for m in self._matches]

    def of(self, match: Match) -> list[Match]:
        """Names that begin just after `match` or end just before it."""
        low = bisect_left(self._starts, match.gram.start - _LONGEST_NAME)
        high = bisect_left(self._starts, match.gram.end + _WIDEST_LINK + 1)
        near = range(match.gram.start - _WIDEST_LINK, match.gram.start + 1)
        return [
            m for m in self._matches[low:high]
            if m is not match and (m.gram.start >= match.gram.end or m.gram.end in near)
        ]  # fmt: skip


def _beside(reader: Reader, group: Iterable[Match], around: _Neighbours) -> dict[Entry, float]:
    """Points that entries get from the words right beside the name, anywhere in the report."""
    points: dict[Entry, float] = defaultdict(float)
    for match in group:
        near = around.of(match)
        for entry in match.entries:
            points[entry] = max(points[entry], _local(reader, match, entry, near))
    return points


def _local(reader: Reader, match: Match, entry: Entry, near: Sequence[Match]) -> float:
    after = reader.after(match)
    points = 0.0
    if is_kind(after, "generic") and entry.precision in _ADMIN_KINDS:
        points += KIND
    before = reader.before_any(match)
    if before is not None and adjectives().get(before.key) == entry.country and before.capital:
        points += BESIDE / 2
    if any(_holds(reader, match, other, entry) for other in near):
        points += BESIDE
    return points


def _holds(reader: Reader, match: Match, other: Match, entry: Entry) -> bool:
    """'X, Y' and 'Y's X' where Y is the country or division that `entry` lies in."""
    ahead = (
        reader.text[match.gram.end : other.gram.start] if other.gram.start > match.gram.end else ""
    )
    behind = (
        reader.text[other.gram.end : match.gram.start] if other.gram.end < match.gram.start else ""
    )
    if ahead not in {", ", " in "} and behind not in {"'s ", "’s ", ", "}:
        return False
    if ", " in {ahead, behind} and any(e.precision == "country" for e in match.entries):
        other_is = {e.precision for e in other.entries}
        if "region" not in other_is or "country" in other_is:  # a list of countries
            return False
    if behind == ", ":  # 'Y, X': only where X is the larger of the two
        return any(_inside(e, entry) for e in other.entries)
    return any(_inside(entry, e) for e in other.entries)


def _inside(small: Entry, large: Entry) -> bool:
    if large.precision == "country":
        return small.precision != "country" and small.country == large.country
    if large.precision == "region" and large.admin:
        return small.admin == large.admin and small.precision == "city"
    return False
