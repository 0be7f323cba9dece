"""Which of several places of one name a report means.

Each entry gets points: for being large, a capital or a country; for lying in countries and
provinces that the report speaks of; for the words beside the name; for lying near other places
named. Where the two best are about level and far apart, nothing is chosen: an unknown place is said
to be unknown. The weights were set by reading reports, then checked on a corpus of news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.language.places_beside import Neighbours, beside_of
from dragoman.language.places_entry import Entry
from dragoman.language.places_match import Match
from dragoman.language.places_points import Setting, namesake, points_of
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives
from dragoman.language.places_words import is_admin_noun

# Two places this close to each other make no difference; closer in points than this, no choice.
SAME_KM = 100.0
LEVEL = 0.3
# A town of this many people votes for its country by its name alone.
KNOWN = 10_000


def choose(reader: Reader, matches: Sequence[Match]) -> dict[Match, Entry | None]:
    """The entry that each match means, None where it cannot be told.

    A name means one place throughout a report, but for a province beside a town of its name
    ('New York Governor').
    """
    by_key: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_key[_sense(reader, match)].append(match)
    around = Neighbours(matches)
    beside = {key: beside_of(reader, group, around) for key, group in by_key.items()}
    setting = _first_setting(reader, by_key)
    chosen = {key: _choice(g, beside[key], setting) for key, g in by_key.items()}
    open_keys = [key for key, group in by_key.items() if len(group[0].entries) > 1]
    for key in open_keys:
        _vote(setting, chosen[key], 1)
    for key in open_keys:  # once more by what the others are, one after another
        _vote(setting, chosen[key], -1)
        chosen[key] = _choice(by_key[key], beside[key], setting)
        _vote(setting, chosen[key], 1)
    return {m: chosen[key] for key, group in by_key.items() for m in group}


def _sense(reader: Reader, match: Match) -> str:
    """The match's key, marked where the next word belongs to a province."""
    return f"{match.key}|" if is_admin_noun(reader.after(match)) else match.key


def _first_setting(reader: Reader, by_key: Mapping[str, Sequence[Match]]) -> Setting:
    """Adjectives, and the names that could mean one place only."""
    setting = Setting()
    for word in reader.found:
        if word.capital and (country := adjectives().get(word.key)):
            setting.countries[country] += 1
    for group in by_key.values():
        entries = group[0].entries
        sure = [e for e in entries if e.precision == "country"] or list(entries)
        if len(sure) == 1 and _is_known(sure[0]):
            for _ in group:
                setting.add(sure[0])
    return setting


def _is_known(entry: Entry) -> bool:
    """False for a small town: its name could also be something that no gazetteer has."""
    return entry.precision != "city" or entry.capital or entry.population >= KNOWN


def _vote(setting: Setting, entry: Entry | None, times: int) -> None:
    if entry:
        setting.add(entry, times)


def _choice(
    group: Sequence[Match], beside: Mapping[Entry, float], setting: Setting
) -> Entry | None:
    entries = group[0].entries
    others = [s for s, times in setting.spots.items() if times and s not in entries]
    points = {
        e: points_of(e, setting, others) + beside.get(e, 0.0) + namesake(e, entries)
        for e in entries
    }
    return _best(points)


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
