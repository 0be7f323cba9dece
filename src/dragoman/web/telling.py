"""An event's row in words: who did what to whom, where, how many, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.engine.amounts import own_words, phrase
from dragoman.engine.whens import when_label
from dragoman.model.rows import Json
from dragoman.web.links import part
from dragoman.web.marks import ACT, Mark, Segment, mark_of, segments
from dragoman.web.names import actor_name
from dragoman.web.words import type_means, word

# Who says something without being told.
NOBODY = "somebody unnamed"


def told(row: Json) -> Json:
    """What templates say of an event, beside its row under `row`."""
    return {
        "row": row,
        "id": row["id"],
        "quad": row["quad_class"],
        "actors": named(row["actor"]),
        "recipients": named(row["recipient"]),
        "when": when_label(row["when"]),
        "means": type_means(row["type"], row["mode"]),
        "factuality": word("factuality", row["factuality"]),
        "source": source_phrase(row["source"]),
        "asserted": claims_of(row, "asserted_by"),
        "denied": claims_of(row, "denied_by"),
        "place": place_phrase(row["where"]),
        "figures": [phrase(f, words=own_words(f, row)) for f in row["figures"]],
        "href": f"/events/{part(row['id'])}",
        "behind": row.get("incident"),
        "amended": row.get("amended"),
        "sentence": sentence(row) if "sentence" in row else [],
        "in_report": f"/reports/{part(row['report'])}#e-{row['id']}" if "report" in row else None,
    }


def named(codes: Iterable[str]) -> list[tuple[str, str]]:
    """(code, name) of each."""
    return [(code, actor_name(code)) for code in codes]


def who_phrase(row: Json) -> str:
    """Who and to whom, for a title: "Russia (police) → Azerbaijan (civilians)"."""
    sides = (_joined(row["actor"]), _joined(row["recipient"]))
    return " → ".join(s for s in sides if s) or "somebody"


def source_phrase(source: Sequence[Json]) -> str | None:
    """From whom a row is known, the nearest first; None when the report says it itself."""
    cited = [_called(s) for s in source if s["kind"] != "author"]
    return ", as cited by ".join(c for c in cited if c) or None


def claims_of(row: Json, kind: str) -> list[Json]:
    """Who asserts or denies an event: `name`, and the `attribution` by its number in the report."""
    # rows of an earlier coder do not say
    claims = row.get(kind, ())
    return [{"name": _called(c) or NOBODY, "attribution": c["attribution"]} for c in claims]


def place_phrase(where: Json | None) -> str | None:
    """A place with its country; the precision too, where it is more than a town."""
    if not where or not where["name"]:
        return None
    country = actor_name(where["country"]) if where["country"] else None
    return f"{where['name']}, {country}" if country and country != where["name"] else where["name"]


def sentence(row: Json) -> list[Segment]:
    """The event's sentence with its act and those who take part marked."""
    first = row["span"][0]
    marks = [_shifted(m, -first) for m in role_marks(row)]
    return segments(row["sentence"], 0, len(row["sentence"]), marks)


def role_marks(row: Json) -> list[Mark]:
    """The words that name the act, the actor and the recipient."""
    own = str(row["id"])
    marks = [mark_of(row["event_span"], f"m-act q{row['quad_class']}", own, ACT)]
    marks += [mark_of(s, "m-role m-actor", own, "who") for s in row["actor_spans"]]
    marks += [mark_of(s, "m-role m-recipient", own, "to whom") for s in row["recipient_spans"]]
    return marks


def circumstance_marks(row: Json) -> list[Mark]:
    """The words that say where, how many, and who says so."""
    own, marks = str(row["id"]), list[Mark]()
    if row["where"] and row["where"].get("span"):
        marks.append(mark_of(row["where"]["span"], "m-place", own, "where"))
    marks += [mark_of(f["span"], "m-figure", own, "how many") for f in row["figures"]]
    marks += [mark_of(s["span"], "m-source", own, "says") for s in row["source"] if s["span"]]
    return marks


def _shifted(mark: Mark, by: int) -> Mark:
    start, end = max(0, mark.start + by), max(0, mark.end + by)
    return replace(mark, start=start, end=end)


def _joined(codes: Sequence[str]) -> str:
    names = [actor_name(c) for c in codes]
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _called(source: Json) -> str | None:
    text: Any = source["text"] or (actor_name(source["actor"]) if source["actor"] else None)
    return str(text) if text else None
