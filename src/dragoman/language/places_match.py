"""Which runs of words in a text bear a place's name, and all the places that each could mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.language.places_entry import Entry, name_key
from dragoman.language.places_store import lookup
from dragoman.language.places_tables import adjectives, aliases, own_places, short_forms, words
from dragoman.language.places_words import Gram, Word, grams

# Names this short are acronyms ("US"), which must stand in capitals to be meant.
ACRONYM = 3
# A name that is only some towns' other name counts when one has this many people.
LARGE = 50_000


@dataclass(frozen=True, slots=True)
class Match:
    """A run of words and the entries whose name it is (at least one)."""

    gram: Gram
    key: str
    entries: tuple[Entry, ...]

    @property
    def largest(self) -> int:
        """The people in the largest town that it could mean by its first name or as a capital."""
        return max((e.population for e in self.entries if e.main or e.capital), default=0)

    @property
    def minor(self) -> bool:
        """True when it is but another name of towns that few know: it needs a clear sign."""
        return not any(e.main or e.population >= LARGE for e in self.entries)

    @property
    def only_towns(self) -> bool:
        """True when no country, region or feature has this name."""
        return all(e.precision == "city" and e.geonameid for e in self.entries)


def find_matches(text: str, found: Sequence[Word]) -> list[Match]:
    """Matches in text order; of those that overlap, the first to start and then the longest."""
    runs = list(grams(text, found))
    named = entries_of(key for run in runs for key in run.keys)
    runs.sort(key=lambda r: (r.start, r.start - r.end))
    found_in = [m for r in runs if (m := _match(r, text[r.start : r.end], named))]
    major = _apart([m for m in found_in if not m.minor])
    held = {at for m in major for at in range(m.gram.start, m.gram.end)}
    minor = [m for m in found_in if m.minor and held.isdisjoint(range(m.gram.start, m.gram.end))]
    return sorted((*major, *_apart(minor)), key=lambda m: m.gram.start)


def _apart(matches: Iterable[Match]) -> list[Match]:
    """Those that overlap none before them."""
    kept: list[Match] = []
    for match in matches:
        if not kept or match.gram.start >= kept[-1].gram.end:
            kept.append(match)
    return kept


def entries_of(keys: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """All that each key names: ours first, then the town of an alias, then the gazetteer's."""
    wanted = {k for k in keys if len(k) > 1 and k not in adjectives()}
    others = {k: aliases()[k] for k in wanted if k in aliases()}
    towns = lookup(wanted | {key for key, _ in others.values()})
    found: dict[str, tuple[Entry, ...]] = {}
    for key in wanted:
        entries = list(own_places().get(key, ()))
        if key in others:
            entries += _alias_of(others[key], towns)
        known = {e.geonameid for e in entries if e.geonameid}
        entries += [t for t in towns.get(key, ()) if t.geonameid not in known]
        if entries:
            found[key] = tuple(entries)
    return found


def _alias_of(alias: tuple[str, str], towns: dict[str, list[Entry]]) -> list[Entry]:
    """The largest town of the alias's name and country, known as a capital is."""
    key, country = alias
    same = [t for t in towns.get(key, ()) if t.country == country]
    largest = max(same, key=lambda t: t.population, default=None)
    return [replace(largest, main=True, capital=True)] if largest else []


def _match(run: Gram, text: str, named: dict[str, tuple[Entry, ...]]) -> Match | None:
    for key in run.keys:
        fitting = tuple(e for e in named.get(key, ()) if _cased(text, e))
        if fitting:
            return Match(run, key, fitting)
    return None


def _cased(text: str, entry: Entry) -> bool:
    """Short names only as they are written: 'US', but not 'Us'; 'Bam', but not 'BAM'."""
    if len(text) > ACRONYM or text in short_forms():
        return True
    if entry.precision == "city" and entry.geonameid:
        return name_key(entry.name) == name_key(text) and not (text.isupper() and len(text) > 1)
    return text.isupper() or name_key(entry.name) == name_key(text)


def is_ordinary(match: Match) -> bool:
    """True for a single word that the table of words calls ordinary or a person's name."""
    return match.key in words("stop") or match.key in words("person")
