"""Rows of what is said, in words: quotations, sayings, judgements, silences, ties."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.engine.amounts import amount, number
from dragoman.engine.tie_words import beside_words, held_words, table_words
from dragoman.engine.whens import holding, when_label
from dragoman.model.rows import Json
from dragoman.web.links import address, part
from dragoman.web.marks import Mark, Segment, segments
from dragoman.web.names import actor_name
from dragoman.web.telling import named, source_phrase
from dragoman.web.words import word

# The layer of a report's page that shows rows of a kind, where it is not shown from the start.
_LAYERS = {"attributions": "sayings", "ties": "ties"}


def quote(row: Json) -> Json:
    """A quotation: whose words they are, and where they were said."""
    return {
        **_told("quotes", row),
        "speaker": row["speaker"],
        "actor": _actor(row["actor"]),
        "words": row["text"],
        "venue": row["venue"],
        "by_speaker": _by("/quotes", "speaker", row["speaker"]),
    }


def saying(row: Json) -> Json:
    """An attribution: its source, those through whom it came, and the words of its sentence."""
    source, chain = row["source"], row["chain"]
    return {
        **_told("attributions", row),
        "source": source["text"] or (source["actor"] and actor_name(source["actor"])),
        "source_kind": word("source", source["kind"]),
        "actor": _actor(source["actor"]),
        "cue": row["cue"]["text"],
        "stance": word("stance", row["stance"]),
        "manner": row.get("manner"),
        "venue": row.get("venue"),
        "unnamed": unnamed(source) if source["kind"] == "unnamed" else [],
        "through": source_phrase(chain) if chain else None,
        "passage": _passage(row) if "sentence" in row else [],
    }


def unnamed(source: Json) -> list[str]:
    """What is told of a source that is not named: how many, what lets them know, whose they are."""
    low, high = source.get("low"), source.get("high")
    count = None
    if low is not None:
        count = number(low) if low == high else f"{number(low)} to {number(high)}"
        count = f"at least {number(low)}" if high is None else count
    access = word("access", source["access"]).name if source.get("access") else None
    whose = ", ".join(actor_name(code) for code in source.get("belongs", ()))
    told = (count and f"how many: {count}", access, whose and f"of {whose}")
    return ["not named", *(t for t in told if t)]


def judgement(row: Json) -> Json:
    """A judgement: who judges, in which words, with which bounds, until when, on what condition."""
    author, horizon = row["author"], row["horizon"]
    advice = row["kind"] == "prescription"
    dated = bool(horizon and horizon["end"] and horizon["precision"] != "unknown")
    return {
        **_told("judgements", row),
        "author": author["name"],
        "author_kind": word("judge", author["kind"]),
        "by_author": _by("/judgements", "author", author["name"]),
        "kind": word("judgementkind", row["kind"]),
        "term": row["term"],
        "chance": None if advice else chance(row["low"], row["high"]),
        "statement": row["statement"],
        "due": when_label(horizon) if dated else None,
        "horizon": when_label(horizon) if horizon and not dated else None,
        "condition": row["condition"],
        "hinge": row["hinge"],
        "actors": named(row["actors"]),
    }


def silence(row: Json) -> Json:
    """A silence: who said nothing."""
    return {**_told("silences", row), "actor": _actor(row["actor"])}


def tie(row: Json) -> Json:
    """A tie: between whom, how much, from when to when, by which way, and who tells of it."""
    much, table = row["quantity"], row.get("table")
    figure = {"what": "", "low": much, "high": much, "unit": row["unit"]}
    return {
        **_told("ties", row),
        "kind": word("tiekind", row["kind"]),
        "ends": [_end(row, side) for side in ("a", "b")],
        "amount": amount(figure) if much is not None else None,
        "holds": held_words(row) if row.get("cut") else holding(row["since"], row["until"]),
        "via": row["via"],
        "table": table,
        "told": table_words({**row, "beside": []}) if table else row.get("sentence"),
        "beside": beside_words(row) if row.get("beside") else [],
    }


def _end(row: Json, side: str) -> Json:
    """A side by its code's name, else by the text's own words."""
    code = row[side]
    name = actor_name(code) if code else row.get(f"{side}_text")
    return {"code": code, "name": name, "also": row.get(f"{side}_name")}


def chance(low: float, high: float) -> Json:
    """The bounds of a probability, as words and as a bar from 0 to 100."""
    # A single value is drawn too: what has no width cannot be seen.
    width = max(100 * (high - low), 1.5)
    return {
        "words": f"{_percent(low)}–{_percent(high)} %" if low < high else f"{_percent(low)} %",
        "x": round(min(100 * low, 100 - width), 2),
        "width": round(width, 2),
    }


def _percent(value: float) -> str:
    return f"{100 * value:.3g}"


def _told(kind: str, row: Json) -> Json:
    """What is told of every row, beside the row itself."""
    layer = _LAYERS.get(kind)
    in_report = None
    if row.get("report"):
        path = f"/reports/{part(row['report'])}"
        in_report = address(path, {"layers": ["events", layer]} if layer else {})
    return {"row": row, "id": row["id"], "in_report": in_report and f"{in_report}#e-{row['id']}"}


def _actor(code: str | None) -> tuple[str, str] | None:
    return (code, actor_name(code)) if code else None


def _by(path: str, name: str, value: str | None) -> str | None:
    return address(path, {name: [value]}) if value else None


def _passage(row: Json) -> list[Segment]:
    """The sentence, with the words that say who, how and what marked."""
    first, length = row["span"][0], len(row["sentence"])
    spans: Sequence[tuple[str, list[list[int]]]] = (
        ("m-who", row["source"]["spans"]),
        ("m-cue", [row["cue"]["span"]]),
        ("m-content", row["content"]["spans"]),
    )
    marks = [
        Mark(max(0, start - first), min(length, end - first), css)
        for css, found in spans
        for start, end in found
    ]
    return segments(row["sentence"], 0, length, marks)
