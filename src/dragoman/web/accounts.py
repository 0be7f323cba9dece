"""Accounts in words: values, who holds them, and the table of attributes by holders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.engine.amounts import amount
from dragoman.engine.whens import when_label
from dragoman.model.account import ATTRIBUTES
from dragoman.model.report import Report
from dragoman.model.rows import Json
from dragoman.record import Record
from dragoman.web.links import part
from dragoman.web.names import actor_name, state_of
from dragoman.web.passages import first_words, passage
from dragoman.web.words import word

# Characters of a title that stands for an outlet.
LONGEST = 48
# A judgement or a saying is marked in its report where its layer is shown.
_LAYERS = "?layers=events&layers=judgements&layers=sayings"
_CODE = re.compile(r"(?:[A-Z]{3})+")
# What the positions of yes or no are called.
_SAID = {
    "took place": {"yes": "it happened", "no": "it did not happen"},
    "ties": {"hold": "they hold", "worsen": "they worsen"},
    "stand": {"for": "for it", "against": "against it"},
}
# How the text of a figure begins; its unit is the rest.
_NUMBER = re.compile(r"^[\d.e+-]+(?: to [\d.e+-]+| or more| or fewer)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What accounts point into: texts and names of reports, spans of events, by their ids."""

    texts: Mapping[str, str]
    names: Mapping[str, str]
    spans: Mapping[str, Sequence[int]]


def value_of(row: Json, known: Told, disputed: Mapping[tuple[str, str], str]) -> Json:
    """A value in words with its holders; `disputed` leads to the dispute that it is part of."""
    held = held_by(row["holdings"], known)
    return {
        "label": label(row),
        "attribute": row["attribute"],
        "codes": row["text"].split() if row["attribute"] in ("who", "whom") else [],
        "held": held,
        "holders": list({h["key"]: h["holder"] for h in held}.values()),
        "reports": len({h["report"] for h in held}),
        "origins": [origin_name(o) for o in row.get("origins", ())],
        "since": min((h["since"] for h in held if h["since"]), default=None),
        "until": max((h["since"] for h in held if h["since"]), default=None),
        "dispute": disputed.get((row["attribute"], row["text"])),
    }


def label(row: Json) -> str:
    """A value as a reader says it: names for codes, a date in words, a count with separators."""
    text = str(row["text"])
    if row["attribute"] == "when" and row["when"]:
        return when_label(row["when"])
    if row["attribute"] in ("who", "whom"):
        return ", ".join(actor_name(code) for code in text.split())
    if row["attribute"] in _SAID:
        return _SAID[row["attribute"]].get(text, text)
    if row["attribute"] == "where":
        return _place(text)
    return _figure(row) if row["low"] is not None or row["high"] is not None else text


def _place(text: str) -> str:
    name, comma, code = text.rpartition(", ")
    country = actor_name(code) if comma and state_of(code) == code else None
    if country is None:
        return text
    return country if name == country else f"{name}, {country}"


def _figure(row: Json) -> str:
    """The figure as everywhere on the pages; its unit stands in the value's own text."""
    unit = _NUMBER.sub("", str(row["text"])).strip()
    return amount({"low": row["low"], "high": row["high"], "unit": unit, "what": ""})


def held_by(rows: Iterable[Json], known: Told) -> list[Json]:
    """Who holds it, through which report, since when, in which words: once for each report."""
    found: dict[tuple[str, str], Json] = {}
    for row in rows:
        one = found.setdefault((row["holder"], row["report"]), _held(row, known))
        around = known.spans.get(row["event"] or "")
        words = passage(known.texts[row["report"]], row["span"], around)
        if words not in one["passages"]:
            one["passages"].append(words)
    return list(found.values())


def _held(row: Json, known: Told) -> Json:
    said = f"{_LAYERS}#e-{row['row']}" if "row" in row else ""
    anchor = f"#e-{row['event']}" if row["event"] else said
    return {
        "key": row["holder"],
        "holder": holder_name(row, known),
        "cited": row["holder"] not in {row["outlet"], row["report"]},
        "report": row["report"],
        "through": known.names[row["report"]],
        "since": row["since"],
        "href": f"/reports/{part(row['report'])}{anchor}",
        "passages": [],
    }


def holder_name(row: Json, known: Told) -> str:
    """An actor by name, an outlet or a source by theirs; the report where none is known."""
    name = str(row["holder"])
    if name == row["report"]:
        return known.names[name]
    own = name == row["outlet"] or not _CODE.fullmatch(name)
    return name if own else actor_name(name)


def report_name(report: Report) -> str:
    """A report by its outlet, else its title, else how it begins."""
    return report.outlet or first_words(report.title or report.text, LONGEST)


def known_of_judgements(record: Record, row: Json) -> Told:
    """What the positions of opposite assessments point into: reports, and no events."""
    ids = dict.fromkeys(h["report"] for p in row["positions"] for h in p["holdings"])
    found = [report for name in ids if (report := record.report(name))]
    names = {r["id"]: r["outlet"] or first_words(r["title"] or r["text"], LONGEST) for r in found}
    return Told({r["id"]: r["text"] for r in found}, names, {})


def origin_name(row: Json) -> Json:
    """An origin's name and what is known of it."""
    kind = word("origin", row["kind"])
    # a word of its own where nobody is named
    return {"name": row["name"] or kind.name, "kind": kind, "named": bool(row["name"])}


def by_attribute(values: Iterable[Json]) -> Iterator[Json]:
    """`{"attribute", "word", "values"}` in the order of the table of words."""
    groups: dict[str, list[Json]] = {}
    for value in values:
        groups.setdefault(value["attribute"], []).append(value)
    for name in sorted(groups, key=_rank):
        yield {"attribute": name, "word": word("attribute", name), "values": groups[name]}


def by_holder(values: Sequence[Json]) -> Json:
    """A table of attributes by holders: `holders` over its columns, `rows` with their `cells`."""
    columns: dict[str, Json] = {}
    for held in sorted((h for v in values for h in v["held"]), key=lambda h: h["since"] or "9999"):
        name = {"key": held["key"], "name": held["holder"], "cited": held["cited"], "through": []}
        column = columns.setdefault(held["key"], name)
        if held["cited"] and held["through"] not in column["through"]:
            column["through"].append(held["through"])
    rows: list[Json] = [
        {**group, "cells": [list(_cell(group["values"], key)) for key in columns]}
        for group in by_attribute(values)
    ]
    return {"holders": list(columns.values()), "rows": rows}


def _cell(values: Iterable[Json], key: str) -> Iterator[Json]:
    for value in values:
        held = [h for h in value["held"] if h["key"] == key]
        if held:
            yield {"label": value["label"], "dispute": value["dispute"], **_first(held)}


def _first(held: Sequence[Json]) -> dict[str, Any]:
    return {"href": held[0]["href"], "since": held[0]["since"], "times": len(held)}


def _rank(attribute: str) -> int:
    return list(ATTRIBUTES).index(attribute) if attribute in ATTRIBUTES else len(ATTRIBUTES)
