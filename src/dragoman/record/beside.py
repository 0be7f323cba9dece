"""What is hostile between two whose tie is an obligation on paper, told beside it.

An alliance of a table may bind enemies: every two that signed one treaty of many are in it. So a
list of ties says, with each formal one, which rivalries and disputes of the same two overlap it,
and how many acts of material conflict the reports tell of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from sqlalchemy import Date, and_, func, select

from dragoman.language.actor_tables import state_codes
from dragoman.model.rows import Json
from dragoman.model.tie_kinds import kinds_read
from dragoman.record.conditions import joined
from dragoman.record.database import CHUNK, Database
from dragoman.record.filters import Filters
from dragoman.record.schema import event_actor, events, table_ties
from dragoman.record.tie_sources import sources_asked

# QuadClass of material conflict.
_CONFLICT = 4
_ACTS = "material conflict"
_STATE = 3
# More rows of a kind than any report has: a coding and a place in it make one number.
_MOST_ROWS = 10_000_000

Pair = tuple[str, str]


@dataclass(slots=True)
class _Acts:
    """How many acts there were, either way, and the days on which they may have begun and ended."""

    count: int = 0
    starts: list[date] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)


def with_beside(database: Database, filters: Filters, rows: Iterable[Json]) -> Iterator[Json]:
    """The rows, those of formal kinds with what is hostile between the two in `beside`."""
    formal, told = kinds_read("formal"), iter(rows)
    while chunk := list(islice(told, CHUNK)):
        pairs = {pair(r["a"], r["b"]) for r in chunk if r["kind"] in formal and r["a"] and r["b"]}
        found = _hostile(database, filters, pairs) if pairs else {}
        for row in chunk:
            if row["kind"] in formal and row["a"] and row["b"]:
                between = found.get(pair(row["a"], row["b"]), ())
                row["beside"] = [h for h in between if _meet(row, h)]
            yield row


def pair(a: str, b: str) -> Pair:
    """Two states in the order of their codes, whichever of their bodies is meant."""
    known = state_codes()
    one, other = sorted(c[:_STATE] if c[:_STATE] in known else c for c in (a, b))
    return one, other


def _hostile(database: Database, filters: Filters, pairs: Iterable[Pair]) -> dict[Pair, list[Json]]:
    found: dict[Pair, list[Json]] = {}
    asked = Filters(as_of=filters.as_of)
    wanted = set(pairs)
    for between, row in [*_ties(database, asked, wanted), *_acts(database, asked, wanted)]:
        if between in wanted:
            found.setdefault(between, []).append(row)
    return found


def _ties(database: Database, asked: Filters, wanted: set[Pair]) -> Iterator[tuple[Pair, Json]]:
    """Hostile ties of each pair, counted by kind and table, with the first day and the last."""
    sources = sources_asked(database, asked)
    codes = sorted({code for p in wanted for code in p})
    t = table_ties.c
    grouped = (
        select(t.a, t.b, t.kind, t.source, func.count().label("n"),
               func.min(t.since, type_=Date).label("since"),
               func.max(t.until, type_=Date).label("until"))
        .where(t.source.in_(sources), t.kind.in_(kinds_read("hostile")))
        .where(t.a.in_(codes), t.b.in_(codes))
        .group_by(t.a, t.b, t.kind, t.source)
        .order_by(t.a, t.b, t.kind, t.source)
    )  # fmt: skip
    for row in database.rows(grouped):
        told = _told(row["kind"], row["n"], row["since"], row["until"])
        yield pair(row["a"], row["b"]), {**told, "table": sources[row["source"]]["name"]}


def _acts(database: Database, asked: Filters, wanted: set[Pair]) -> Iterator[tuple[Pair, Json]]:
    """Acts of material conflict that happened between the two, as the reports tell."""
    a, b = event_actor.alias("a"), event_actor.alias("b")
    one, two = (func.substr(x.c.code, 1, _STATE) for x in (a, b))
    codes = sorted({code for p in wanted for code in p})
    on_a, on_b = (and_(x.c.coding == events.c.coding, x.c.seq == events.c.seq) for x in (a, b))
    once = func.count(func.distinct(events.c.coding * _MOST_ROWS + events.c.seq))
    found = (
        joined(events, asked, database.sqlite)
        .join(a, and_(on_a, a.c.role == "actor"))
        .join(b, and_(on_b, b.c.role == "recipient"))
        .where(events.c.quad_class == _CONFLICT, events.c.factuality == "happened")
        .where(one.in_(codes), two.in_(codes), one != two)
        .add_columns(one.label("one"), two.label("two"), once.label("n"),
                     func.min(events.c.when_start, type_=Date).label("since"),
                     func.max(events.c.when_end, type_=Date).label("until"))
        .group_by(one, two)
        .order_by(one, two)
    )  # fmt: skip
    counted: dict[Pair, _Acts] = {}
    for row in database.rows(found):
        acts = counted.setdefault(pair(row["one"], row["two"]), _Acts())
        acts.count += row["n"]
        acts.starts += [row["since"]] if row["since"] else []
        acts.ends += [row["until"]] if row["until"] else []
    for between, acts in counted.items():
        since, until = min(acts.starts, default=None), max(acts.ends, default=None)
        yield between, {**_told(_ACTS, acts.count, since, until), "table": None}


def _told(kind: str, count: int, since: date | None, until: date | None) -> Json:
    return {
        "kind": kind,
        "count": count,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def _meet(row: Json, hostile: Json) -> bool:
    """The two overlap in time; an end that is open, or the table's own, reaches any day."""
    start = None if row["cut"] in ("since", "both") else row["since"]
    end = None if row["cut"] in ("until", "both") else row["until"]
    begins, ends = hostile["since"], hostile["until"]
    before = start is None or ends is None or start < ends
    return bool(before and (end is None or begins is None or begins < end))
