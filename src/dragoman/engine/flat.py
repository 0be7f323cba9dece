"""Rows as a flat table: the columns of CSV and Parquet files and of data frames."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.engine.flat_fields import Field, Kind
from dragoman.engine.flat_fields import at as _at
from dragoman.engine.measure_fields import FIELDS as _OF_MEASURES
from dragoman.engine.tie_words import beside_words
from dragoman.model.judgement import JUDGEMENT_KINDS
from dragoman.model.rows import Json


def _added(name: str, kind: Kind = "text", *path: str) -> Field:
    """A field that rows of earlier coders lack."""
    keys = path or (name,)

    def of(row: Json) -> Any:
        held: Any = row
        for key in keys:
            held = held.get(key) if held else None
        return held

    return Field(name, kind, of)


def _amount(name: str, part: str | None = None, kind: Kind = "number") -> Field:
    """A part of a tie's first quantity, or of the same in the unit of comparison."""

    def of(row: Json) -> Any:
        told = (row.get("quantities") or (None,))[0]
        held = told["normal"] if told and part else told
        return held[part or name] if held else None

    return Field(name, kind, of)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def figure(row: Json) -> str:
    """A figure in words: "detained 50", "killed 10-12", "paid 3 EUR"."""
    low, high = row["low"], row["high"]
    count = _number(low) if low == high else f"{_number(low)}-{_number(high)}"
    return " ".join(p for p in (row["what"], count, row["unit"]) if p)


def only_origin(row: Json | None) -> str | None:
    """The one origin on which an incident rests, by name or else kind; None for several."""
    only = row["only_origin"] if row else None
    return only and str(only["name"] or only["kind"])


def source(row: Json) -> str:
    """A source in words: "author", "RUSGOV (Russian officials)"."""
    if row["kind"] == "author":
        return "author"
    named = [p for p in (row["actor"], f"({row['text']})" if row["text"] else None) if p]
    return " ".join(named) or str(row["kind"])


def holders(position: Json) -> str:
    """Who holds a position, each once: "Sample Wire, RUSGOV"."""
    return ", ".join(dict.fromkeys(holder(held) for held in position["holdings"]))


def holder(held: Json) -> str:
    """A holder in words; a report whose outlet is not known by the beginning of its id."""
    known = held["holder"] != held["report"]
    return str(held["holder"]) if known else f"report {held['report'][:8]}"


def _span(part: int) -> Field:
    name = ("span_start", "span_end")[part]
    return Field(name, "whole", lambda row: row["span"][part] if row["span"] else None)


_WHERE_FROM = (
    _at("report"),
    _at("published", "day", "published", "start"),
    _at("outlet"),
    _at("title"),
)
_EVIDENCE = (_span(0), _span(1), _at("coder"), _at("sentence"))

FIELDS: dict[str, tuple[Field, ...]] = {
    "events": (
        _at("id"),
        *_WHERE_FROM,
        _at("type"),
        _at("mode"),
        _at("context", "list"),
        _at("cameo"),
        _at("quad_class", "whole"),
        _at("goldstein", "number"),
        _at("actor", "list"),
        _at("recipient", "list"),
        _at("factuality"),
        Field("source", "list", lambda row: [source(s) for s in row["source"]]),
        Field("asserted_by", "list", lambda row: [source(s) for s in row.get("asserted_by", [])]),
        Field("denied_by", "list", lambda row: [source(s) for s in row.get("denied_by", [])]),
        _at("when_start", "day", "when", "start"),
        _at("when_end", "day", "when", "end"),
        _at("when_precision", "text", "when", "precision"),
        _at("when_basis", "text", "when", "basis"),
        _at("place", "text", "where", "name"),
        _at("country", "text", "where", "country"),
        _at("lat", "number", "where", "lat"),
        _at("lon", "number", "where", "lon"),
        _at("geonameid", "whole", "where", "geonameid"),
        _at("place_precision", "text", "where", "precision"),
        Field("figures", "list", lambda row: [figure(f) for f in row["figures"]]),
        _at("confidence", "number"),
        *_EVIDENCE,
        _added("incident", "text", "incident", "id"),
        _added("told_by", "whole", "incident", "reports"),
        _added("origins", "whole", "incident", "origins"),
        Field("only_origin", "text", lambda row: only_origin(row.get("incident"))),
        _added("amended", "list"),
    ),
    "reports": (
        _at("id"),
        _at("title"),
        _at("outlet"),
        _at("author"),
        _at("url"),
        _at("published_start", "day", "date", "start"),
        _at("published_end", "day", "date", "end"),
        _at("published_precision", "text", "date", "precision"),
        _at("published_basis", "text", "date", "basis"),
        _at("language"),
        _at("genre"),
        _at("input"),
        _at("added_at"),
        _at("coder"),
        _at("events", "whole"),
    ),
    "actors": (
        _at("code"),
        _at("name"),
        _at("names", "list"),
        _at("kinds", "list"),
        _at("mentions", "whole"),
        _at("as_actor", "whole"),
        _at("as_recipient", "whole"),
        _at("reports", "whole"),
    ),
    "identities": (
        _at("id"),
        _at("name"),
        _at("kind"),
        _at("status"),
        _at("names", "list"),
        _at("codes", "list"),
        _at("mentions", "whole"),
        _at("reports", "whole"),
        Field("reasons", "list", lambda row: [link["reason"] for link in row["links"]]),
        Field("doubts", "list", lambda row: [link["reason"] for link in row["doubts"]]),
    ),
    "rulings": (
        _at("id"),
        _at("matter"),
        _at("a"),
        _at("b"),
        _at("ruling"),
        _at("who"),
        _at("why"),
        _at("made_at"),
        _added("detail", "text", "data", "detail"),
        _added("value", "text", "data", "value"),
        _at("undone_by", "text", "undone", "who"),
        _at("undone_why", "text", "undone", "why"),
        _at("undone_at", "text", "undone", "made_at"),
    ),
    "attributions": (
        _at("id"),
        *_WHERE_FROM,
        _at("actor", "text", "source", "actor"),
        _at("source", "text", "source", "text"),
        _at("source_kind", "text", "source", "kind"),
        Field("source_low", "whole", lambda row: row["source"].get("low")),
        Field("source_high", "whole", lambda row: row["source"].get("high")),
        Field("access", "text", lambda row: row["source"].get("access")),
        Field("belongs", "list", lambda row: row["source"].get("belongs", [])),
        _at("cue", "text", "cue", "text"),
        _at("stance"),
        Field("manner", "text", lambda row: row.get("manner")),
        Field("venue", "text", lambda row: row.get("venue")),
        _at("quotation", "flag"),
        _at("content", "text", "content", "text"),
        Field("chain", "list", lambda row: [source(s) for s in row["chain"]]),
        *_EVIDENCE,
    ),
    "quotes": (
        _at("id"),
        *_WHERE_FROM,
        _at("speaker"),
        _at("actor"),
        _at("text"),
        _at("venue"),
        *_EVIDENCE,
    ),
    "judgements": (
        _at("id"),
        *_WHERE_FROM,
        _at("author", "text", "author", "name"),
        _at("author_kind", "text", "author", "kind"),
        _at("kind"),
        _at("statement"),
        _at("term"),
        _at("low", "number"),
        _at("high", "number"),
        _at("horizon_start", "day", "horizon", "start"),
        _at("horizon_end", "day", "horizon", "end"),
        _at("condition"),
        _at("hinge"),
        _at("actors", "list"),
        *_EVIDENCE,
    ),
    "speakers": (
        _at("speaker"),
        _at("actor"),
        _at("quotes", "whole"),
        _at("reports", "whole"),
        _at("outlets", "list"),
        _at("first", "day"),
        _at("last", "day"),
    ),
    "authors": (
        _at("author"),
        _at("author_kinds", "list"),
        _at("judgements", "whole"),
        *(_at(kind, "whole") for kind in JUDGEMENT_KINDS),
        _at("due", "whole"),
        _at("reports", "whole"),
        _at("outlets", "list"),
        _at("first", "day"),
        _at("last", "day"),
    ),
    "silences": (
        _at("id"),
        *_WHERE_FROM,
        _at("actor"),
        _added("who", "text", "who", "text"),
        _added("cue", "text", "cue", "text"),
        _added("about", "text", "about", "text"),
        _added("asked_by", "text", "asked_by", "text"),
        *_EVIDENCE,
    ),
    "ties": (
        _at("id"),
        *_WHERE_FROM,
        _at("kind"),
        _at("a"),
        _added("a_text"),
        _at("b"),
        _added("b_text"),
        _at("quantity", "number"),
        _at("unit"),
        _amount("low"),
        _amount("high"),
        _amount("normal_quantity", "value"),
        _amount("normal_unit", "unit", "text"),
        _at("since", "day"),
        _at("until", "day"),
        _added("ended", "flag"),
        _at("via"),
        _at("a_name"),
        _at("b_name"),
        _at("terms", "list"),
        _at("what"),
        _at("cut"),
        _at("table", "text", "table", "name"),
        _at("table_version", "text", "table", "version"),
        _at("table_file", "text", "table", "file"),
        _at("table_rows", "text", "table", "rows"),
        Field("beside", "list", beside_words),
        *_EVIDENCE,
    ),
    "tie_tables": (
        _at("id"),
        _at("table"),
        _at("version"),
        _at("title"),
        _at("citation"),
        _at("url"),
        _at("file"),
        _at("rows", "whole"),
        _at("ties", "whole"),
        _at("known", "day"),
        _at("imported_at"),
        _at("answers", "flag"),
    ),
    "incidents": (
        _at("id"),
        _at("when_start", "day", "when", "start"),
        _at("when_end", "day", "when", "end"),
        _at("when_precision", "text", "when", "precision"),
        Field("acts", "list", lambda row: list(dict.fromkeys(a["kind"] for a in row["acts"]))),
        _at("actor", "list"),
        _at("recipient", "list"),
        _at("places", "list"),
        _at("reports", "whole"),
        _at("origins", "whole"),
        _at("only_origin", "text", "only_origin", "name"),
        _at("disputes", "whole"),
        _at("open_disputes", "whole"),
        _at("outlets", "list"),
        _at("first_event", "text", "first", "id"),
        _at("first_report", "text", "first", "report"),
        _at("sentence", "text", "first", "sentence"),
    ),
    "corrections": (
        _at("id"),
        _at("report"),
        _at("published", "day", "published", "start"),
        _at("by"),
        _at("title"),
        _at("kind"),
        _at("outlet"),
        _at("earlier"),
        _at("why"),
        Field("rested_reports", "list", lambda row: [r["report"] for r in row["rested"]]),
        Field("rested_incidents", "list", lambda row: [r["incident"] for r in row["rested"]]),
        _span(0),
        _span(1),
        _at("words"),
    ),
    "disputes": (
        _at("id"),
        _at("incident"),
        _at("subject"),
        _at("attribute"),
        _at("status"),
        _at("since", "day"),
        _at("until", "day"),
        Field("dyad", "list", lambda row: row["dyad"] or []),
        Field("positions", "list", lambda row: [p["text"] for p in row["positions"]]),
        Field("holders", "list", lambda row: [holders(p) for p in row["positions"]]),
        Field("origins", "list", lambda row: [str(len(p["origins"])) for p in row["positions"]]),
    ),
    "search": (
        _at("id"),
        _at("title"),
        _at("outlet"),
        _at("published", "day", "date", "start"),
        _at("rank", "number"),
        _at("passage", "text", "snippet", "text"),
    ),
}
_ACCOUNT = (
    _at("incident"),
    _at("attribute"),
    _at("value", "text", "text"),
    _at("holder"),
    _at("outlet"),
    _at("report"),
    _at("event"),
    _at("since", "day"),
    Field("origins", "whole", lambda row: len(row["origins"])),
    _span(0),
    _span(1),
    _at("words"),
)
FIELDS["accounts"] = _ACCOUNT
FIELDS["positions"] = (_at("dispute"), *_ACCOUNT)
FIELDS["chronology"] = FIELDS["events"]
FIELDS |= _OF_MEASURES


def columns(kind: str) -> list[str]:
    """The names of the columns of a kind of row."""
    return [field.name for field in FIELDS[kind]]


def flat(kind: str, row: Json) -> dict[str, Any]:
    """A row by column: text, numbers, dates, and lists of text."""
    return {field.name: _typed(field.kind, field.of(row)) for field in FIELDS[kind]}


def _typed(kind: Kind, value: Any) -> Any:
    return date.fromisoformat(value) if kind == "day" and value else value
