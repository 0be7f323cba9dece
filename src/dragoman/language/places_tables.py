"""Our own places beside the gazetteer's towns: countries, provinces, regions, waters, aliases."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from dragoman.language.actor_tables import states
from dragoman.language.places_entry import Entry, name_key
from dragoman.model.tables import Column, Row, read_table

WORD_KINDS = (
    "locative", "generic", "town", "quarter", "provincial", "direction", "title", "role", "tail",
    "local", "stop", "person", "given",
)  # fmt: skip
REGION_PRECISIONS = ("region", "feature", "city", "country")
# States that are no more (SUN, YUG), where a report can name them but not happen in them today.
_GONE = "historical"


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in places/words.tsv, lower-case."""
    rows = read_table("places/words.tsv", (Column("word"), Column("kind", choices=WORD_KINDS)))
    return frozenset(r["word"] for r in rows if r["kind"] == kind)


@cache
def own_places() -> dict[str, tuple[Entry, ...]]:
    """Entries of our tables by the key of each of their names."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for named in (_countries(), _regions(), _divisions(), _counties()):
        for name, entry in named:
            if not any(_same(entry, e) for e in found[name_key(name)]):
                found[name_key(name)].append(entry)
    return {k: tuple(v) for k, v in found.items()}


@cache
def aliases() -> dict[str, tuple[str, str]]:
    """Key of another name -> key of the gazetteer's name, and the town's country."""
    rows = read_table("places/aliases.tsv", (Column("alias"), Column("name"), Column("country")))
    return {name_key(r["alias"]): (name_key(r["name"]), r["country"]) for r in rows}


@cache
def adjectives() -> dict[str, str]:
    """Country by its adjectives and peoples, folded: context, never places themselves."""
    found: dict[str, str] = {}
    for state in states():
        if state.kind != _GONE:
            for word in (*state.adjectives, *state.peoples):
                found.setdefault(name_key(word), state.code)
    return found


def _same(entry: Entry, other: Entry) -> bool:
    """True for two entries of one place: ours, and the gazetteer's province of that name."""
    apart = entry.admin and other.admin and entry.admin != other.admin
    return entry.country == other.country and entry.precision == other.precision and not apart


def _countries() -> list[tuple[str, Entry]]:
    columns = (Column("code"), Column("lat"), Column("lon"))
    points = {r["code"]: r for r in read_table("places/countries.tsv", columns)}
    found: list[tuple[str, Entry]] = []
    for state in states():
        if state.kind == _GONE:
            continue
        point = points.get(state.code)
        lat = float(point["lat"]) if point else state.lat
        lon = float(point["lon"]) if point else state.lon
        entry = Entry(state.name, state.code, lat, lon, "country", state.geonameid)
        found += [(n, entry) for n in (state.name, *state.aliases, *state.doubtful_aliases)]
    inside = {name_key(n) for n, _ in _regions()}
    return [(n, e) for n, e in found if name_key(n) not in inside]


@cache
def _regions() -> list[tuple[str, Entry]]:
    columns = (
        Column("name"),
        Column("aliases", optional=True, many=True),
        Column("country", optional=True, many=True),
        Column("lat"),
        Column("lon"),
        Column("precision", choices=REGION_PRECISIONS),
        Column("geonameid", optional=True),
    )
    found: list[tuple[str, Entry]] = []
    for row in read_table("places/regions.tsv", columns):
        found += [(name, _region(row)) for name in (row["name"], *row.many("aliases"))]
    return found


def _region(row: Row) -> Entry:
    """Its entry; of a border's or a disputed place no one country is said."""
    countries = row.many("country")
    country = countries[0] if len(countries) == 1 else None
    where = float(row["lat"]), float(row["lon"])
    return Entry(row["name"], country, *where, row["precision"], _whole(row["geonameid"]))


def _divisions() -> list[tuple[str, Entry]]:
    columns = (
        *(Column(n) for n in ("code", "name", "country", "lat", "lon", "people")),
        Column("geonameid", optional=True),
    )
    found: list[tuple[str, Entry]] = []
    for r in read_table("places/divisions.tsv", columns):
        place = float(r["lat"]), float(r["lon"])
        number, people = _whole(r["geonameid"]), int(r["people"])
        entry = Entry(r["name"], r["country"], *place, "region", number, r["code"], people)
        names = {r["name"], base_name(r["name"])}
        found += [(name, entry) for name in (*sorted(names), *_short_names()[r["code"]])]
    return found


@cache
def _short_names() -> dict[str, list[str]]:
    rows = read_table("places/abbreviations.tsv", (Column("short"), Column("code")))
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row["code"]].append(row["short"])
    return found


@cache
def short_forms() -> frozenset[str]:
    """Short forms of states and provinces as written: "Ky.", "KY", "B.C."."""
    return frozenset(short for forms in _short_names().values() for short in forms)


@cache
def seats() -> frozenset[str]:
    """Keys of buildings and offices whose names mostly stand for who sits there."""
    named = {name_key(s) for t in states() for s in t.seats} - {
        name_key(t.capital) for t in states()
    }
    return frozenset(
        key for key in named if any(e.precision == "city" for e in own_places().get(key, ()))
    )


def base_name(name: str) -> str:
    """`name` without the noun that says what it is ("Kursk Oblast" -> "Kursk")."""
    parts = name.split()
    if len(parts) < 2 or name_key(parts[-1]) not in words("generic") - words("town"):
        return name
    rest = parts[:-1]
    return name if all(is_common(p) for p in rest) else " ".join(rest)


def is_common(word: str) -> bool:
    """True for words that name no place by themselves: kinds, directions, ordinary words."""
    return any(word.lower() in words(k) for k in ("generic", "direction", "stop", "role", "title"))


def _counties() -> list[tuple[str, Entry]]:
    columns = tuple(Column(n) for n in ("code", "name", "lat", "lon"))
    found: list[tuple[str, Entry]] = []
    for r in read_table("places/counties.tsv", columns):
        admin = r["code"].rpartition(".")[0]
        entry = Entry(r["name"], "USA", float(r["lat"]), float(r["lon"]), "region", None, admin)
        found.append((r["name"], entry))
    return found


def _whole(text: str) -> int | None:
    return int(text) if text else None
