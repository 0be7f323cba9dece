"""Ties in words: while they held, what they oblige to, and what is hostile beside them."""

from __future__ import annotations

from dragoman.engine.amounts import number
from dragoman.engine.whens import when_label
from dragoman.model.rows import Json
from dragoman.model.tie_kinds import tie_kinds

# A code of this length is a state's, and says who it is.
_STATE = 3
_ENDS = {
    "since": "where the table begins",
    "until": "where the table ends",
    "both": "all that the table covers",
}


def held_words(row: Json) -> str:
    """While it held: "1993–2018, where the table ends"; "ended", or "", where no date is known."""
    if not (row["since"] or row["until"]):
        return "ended" if row.get("ended") else ""
    held = when_label({"start": row["since"], "end": row["until"]})
    return f"{held}, {_ENDS[row['cut']]}" if row["cut"] else held


def amount_words(row: Json) -> str:
    """The quantity with its unit, and its bounds where the text leaves it open; or ""."""
    told: list[Json] = row.get("quantities") or []
    bounds = _bounds(told[0]) if told else ""
    if row["quantity"] is None:
        return " ".join(filter(None, (bounds, told[0]["unit"]))) if bounds else ""
    return " ".join(filter(None, (number(row["quantity"]), row["unit"], bounds)))


def _bounds(told: Json) -> str:
    """ "(36-44)" of "roughly 40", "(3000-)" of "more than 3,000"; "" of an exact number."""
    low, high = told["low"], told["high"]
    if low == high:
        return ""
    ends = (number(end) if end is not None else "" for end in (low, high))
    return f"({'-'.join(ends)})"


def between_words(row: Json) -> str:
    """Who and whom: codes, with names where the code does not say who; else the text's words."""
    coded = [(row[s], _needed_name(row, s), s) for s in ("a", "b")]
    ends = [_end(c, name) if c else side_words(row, s) for c, name, s in coded]
    return " - ".join(filter(None, ends))


def _needed_name(row: Json, side: str) -> str | None:
    """The name that a table gives, or a text to a body or person: "AZEGOV" alone is nobody."""
    if not row["table"] and len(row[side] or "") <= _STATE:
        return None
    name = row.get(f"{side}_name")
    return str(name) if name else None


def side_words(row: Json, side: str) -> str:
    """The name or the words of a side that has no code; "" where a tie has one side alone."""
    return str(row.get(f"{side}_name") or row.get(f"{side}_text") or "")


def beside_words(row: Json) -> list[str]:
    """What is hostile between the two: "rivalry 1991–2020 (tss-rivalries)"."""
    return [_hostile(h) for h in row["beside"]]


def table_words(row: Json) -> str:
    """What a table says of the tie, from which rows of it, and what stands beside it."""
    table = row["table"]
    told = ", ".join(filter(None, (row["what"], *row["terms"])))
    rows = "row" if table["row_count"] == 1 else "rows"
    said = f"{table['name']} {table['version']}, {rows} {table['rows']}"
    parts = [f"{told} ({said})" if told else said]
    if beside := beside_words(row):
        parts.append(f"an obligation on paper, beside {', '.join(beside)}")
    return "; ".join(parts)


def _hostile(hostile: Json) -> str:
    facts = tie_kinds().get(hostile["kind"])
    name = facts.name if facts else f"reported {hostile['kind']}"
    when = {"start": hostile["since"], "end": hostile["until"]}
    known = when_label(when) if hostile["since"] or hostile["until"] else ""
    counted = f"{number(hostile['count'])} times" if hostile["count"] > 1 else ""
    said = " ".join(filter(None, (name, counted, known)))
    return f"{said} ({hostile['table'] or 'reports'})"


def _end(code: str, name: str | None) -> str:
    return f"{code} ({name})" if name else code
