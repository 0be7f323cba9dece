"""Ties in words: while they held, what they oblige to, and what is hostile beside them."""

from __future__ import annotations

from dragoman.engine.amounts import number
from dragoman.engine.whens import when_label
from dragoman.model.rows import Json
from dragoman.model.tie_kinds import tie_kinds

_ENDS = {
    "since": "where the table begins",
    "until": "where the table ends",
    "both": "all that the table covers",
}


def held_words(row: Json) -> str:
    """While it held: "1993–2018, where the table ends"; "" where nothing is known."""
    if not (row["since"] or row["until"]):
        return ""
    held = when_label({"start": row["since"], "end": row["until"]})
    return f"{held}, {_ENDS[row['cut']]}" if row["cut"] else held


def amount_words(row: Json) -> str:
    """The quantity with its unit; "" where there is none."""
    if row["quantity"] is None:
        return ""
    return f"{number(row['quantity'])} {row['unit'] or ''}".strip()


def between_words(row: Json) -> str:
    """Who and whom, with the names that a table gives beside the codes."""
    ends = [_end(row[side], row[f"{side}_name"]) for side in ("a", "b") if row[side]]
    return " - ".join(ends)


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
