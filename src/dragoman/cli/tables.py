"""Rows as tables for people: fitted to a terminal, or tab-separated in full in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from dragoman.cli.measure_tables import MEASURES
from dragoman.cli.say import plain
from dragoman.engine.amounts import own_words, phrase
from dragoman.engine.flat import holders, only_origin, source
from dragoman.engine.tie_words import (
    amount_words,
    beside_words,
    between_words,
    held_words,
    table_words,
)
from dragoman.engine.whens import when_short
from dragoman.evaluation.words import number, peer_words
from dragoman.model.judgement import JUDGEMENT_KINDS
from dragoman.model.rows import Json

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

# Characters of an id that are shown; among many thousands of rows they name one.
_ID = 8
# Codes of a side of an incident that are shown.
_CODES = 3
# Facts at the beginning of a line that are padded, where the sentence stands below it.
_ALIGNED = 2


def when_words(when: Json) -> str:
    """For people, the last day counting: "2025-06-27", "2025-06", "2025-08-08 to 2025-08-09"."""
    start, end = when["start"], when["end"]
    if start is None:
        return f"before {end}" if end else "undated"
    if end is None:
        return f"from {start}"
    return when_short(when).replace("/", " to ")


def _id(row: Json) -> str:
    """The beginning of an id, enough for `dragoman show`."""
    return str(row["id"])[:_ID]


def _act(row: Json) -> str:
    return f"{row['type']} ({row['mode']})" if row["mode"] else str(row["type"])


def _who(row: Json) -> str:
    return f"{' '.join(row['actor']) or '?'} → {' '.join(row['recipient']) or '?'}"


def _where(row: Json) -> str:
    return str(row["where"]["name"]) if row["where"] else ""


def _behind(row: Json) -> str:
    """On what an event rests: "3 origins", or the one; empty where it is not known."""
    known = row.get("incident")
    only = only_origin(known)
    if not known:
        return ""
    return f"one origin: {only}" if only else _count(known["origins"], "origin")


def _sentence(row: Json) -> str:
    told = (phrase(f, " ", own_words(f, row)) for f in row.get("figures", ()))
    figures = ", ".join(told)
    return f"[{figures}] {row['sentence']}" if figures else str(row["sentence"])


def _told_tie(row: Json) -> str:
    """The sentence, and what is hostile between the two beside a formal tie."""
    beside = ", ".join(beside_words(row))
    return f"{row['sentence']} [beside {beside}]" if beside else str(row["sentence"])


def _words(row: Json, part: str) -> str:
    """The words of a part of a silence; empty where they are not told."""
    held = row.get(part)
    return str(held["text"]) if held else ""


def _sources(row: Json) -> str:
    return ", ".join(source(s) for s in row["source"])


def chance(row: Json) -> str:
    """The words of a judgement with their bounds, "may well, 40 to 75 %"; of advice, alone."""
    if row["kind"] == "prescription":
        return str(row["term"])
    return f"{row['term']}, {row['low'] * 100:.0f} to {row['high'] * 100:.0f} %"


def _others(row: Json) -> list[str]:
    """The names outside of an identity that could mean the same actor."""
    mine = {member["key"] for member in row["members"]}
    ends = (end for link in row["doubts"] for end in (link["a"], link["b"]))
    return sorted({end for end in ends if end not in mine})


def _between(row: Json) -> str:
    """Who acts, and on whom, in an incident; the first of several on a side."""
    sides = (row["actor"], row["recipient"])
    return " → ".join(_several(side) for side in sides)


def _several(codes: list[str]) -> str:
    more = f" +{len(codes) - _CODES}" if len(codes) > _CODES else ""
    return " ".join(codes[:_CODES]) + more or "?"


def _told_by(row: Json) -> str:
    """How many reports and origins: "4 reports, 1 origin (Sample Wire)"."""
    only = row["only_origin"]
    name = f" ({only['name'] or only['kind']})" if only and row["reports"] > 1 else ""
    return f"{_count(row['reports'], 'report')}, {_count(row['origins'], 'origin')}{name}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _contested(row: Json) -> str:
    return _count(row["disputes"], "dispute") if row["disputes"] else ""


def position_words(row: Json) -> str:
    """A position with who holds it: "4: Sample Wire, RUSGOV [2 origins]"."""
    origins = row["origins"]
    only = f"rests on one origin: {origins[0]['name'] or origins[0]['kind']}"
    behind = only if len(origins) == 1 else f"{len(origins)} origins"
    return f"{row['text']}: {holders(row)} [{behind}]"


def _incident_of(row: Json) -> str:
    """When what is disputed was, and its incident: "2024-12, in 2970fae1"."""
    if not row["incident"]:
        return ""
    told = when_words(row["when"])
    return f"{told}, in {row['incident'][:_ID]}"


def _ruled_on(row: Json) -> str:
    """What a ruling is about: two names, or an incident, a dispute or an event by ids."""
    if row["matter"] == "actor":
        return f"{row['a']} / {row['b']}"
    if row["matter"] == "incident":
        return f"incident {row['a'][:_ID]} / {row['b'][:_ID]}"
    told = row["data"]
    change = f" {told['detail']}={told['value']}" if told.get("detail") else ""
    return f"{row['matter']} {row['a'][:_ID]}{change}"


_EVENTS: dict[str, Callable[[Json], str]] = {
    "id": _id,
    "when": lambda row: when_words(row["when"]),
    "what": _act,
    "who": _who,
    "factuality": lambda row: row["factuality"],
    "source": _sources,
    "where": _where,
    "outlet": lambda row: row["outlet"] or "",
    "rests on": _behind,
    "sentence": _sentence,
}

TABLES: dict[str, dict[str, Callable[[Json], str]]] = {
    "events": _EVENTS,
    "chronology": {name: _EVENTS[name] for name in _EVENTS if name != "factuality"},
    "reports": {
        "id": lambda row: row["id"],
        "published": lambda row: when_words(row["date"]),
        "outlet": lambda row: row["outlet"] or "",
        "genre": lambda row: row["genre"],
        "events": lambda row: (
            str(row["events"]) if row["coder"] else f"not coded ({row['language']})"
        ),
        "title": lambda row: row["title"] or "(no title)",
    },
    "actors": {
        "code": lambda row: row["code"],
        "names": lambda row: ", ".join(row["names"]),
        "kinds": lambda row: ", ".join(row["kinds"]),
        "mentions": lambda row: str(row["mentions"]),
        "acts": lambda row: str(row["as_actor"]),
        "is acted on": lambda row: str(row["as_recipient"]),
        "reports": lambda row: str(row["reports"]),
    },
    "identities": {
        "name": lambda row: row["name"],
        "kind": lambda row: row["kind"],
        "status": lambda row: row["status"],
        "names": lambda row: ", ".join(row["names"]),
        "codes": lambda row: ", ".join(row["codes"]),
        "mentions": lambda row: str(row["mentions"]),
        "reports": lambda row: str(row["reports"]),
        "could be": lambda row: ", ".join(_others(row)),
    },
    "rulings": {
        "id": _id,
        "about": _ruled_on,
        "ruling": lambda row: row["ruling"],
        "who": lambda row: row["who"],
        "made": lambda row: row["made_at"],
        "taken back": lambda row: row["undone"]["made_at"] if row["undone"] else "",
        "why": lambda row: row["why"],
    },
    "incidents": {
        "id": _id,
        "when": lambda row: when_words(row["when"]),
        "what": lambda row: ", ".join(dict.fromkeys(act["kind"] for act in row["acts"])),
        "who": _between,
        "told by": _told_by,
        "disputes": _contested,
        "sentence": lambda row: row["first"]["sentence"],
    },
    "disputes": {
        "id": _id,
        "since": lambda row: row["since"] or "undated",
        "status": lambda row: f"settled: {row['settled']}" if row["settled"] else row["status"],
        "subject": lambda row: row["subject"],
        "between": lambda row: "-".join(row["dyad"] or row["actors"][:2]),
        "incident": _incident_of,
        "positions": lambda row: " | ".join(position_words(p) for p in row["positions"]),
    },
    "corrections": {
        "report": lambda row: row["report"][:_ID],
        "published": lambda row: when_words(row["published"]),
        "by": lambda row: row["by"] or "",
        "what": lambda row: row["kind"],
        "earlier": lambda row: (row["earlier"] or "not in the record")[:_ID],
        "of": lambda row: row["outlet"] or "",
        "rests on it": lambda row: _count(len(row["rested"]), "telling") if row["rested"] else "",
        "words": lambda row: row["words"],
    },
    "attributions": {
        "id": _id,
        "published": lambda row: when_words(row["published"]),
        "outlet": lambda row: row["outlet"] or "",
        "source": lambda row: source(row["source"]),
        "stance": lambda row: row["stance"],
        "cue": lambda row: row["cue"]["text"],
        "content": lambda row: row["content"]["text"] or row["sentence"],
    },
    "quotes": {
        "id": _id,
        "published": lambda row: when_words(row["published"]),
        "outlet": lambda row: row["outlet"] or "",
        "speaker": lambda row: " ".join(p for p in (row["speaker"], row["actor"]) if p) or "?",
        "words": lambda row: row["text"],
    },
    "judgements": {
        "id": _id,
        "published": lambda row: when_words(row["published"]),
        "outlet": lambda row: row["outlet"] or "",
        "author": lambda row: row["author"]["name"] or row["author"]["kind"],
        "kind": lambda row: row["kind"],
        "chance": chance,
        "by": lambda row: when_words(row["horizon"]) if row["horizon"] else "",
        "statement": lambda row: row["statement"],
    },
    "speakers": {
        "speaker": lambda row: row["speaker"] or "(no name)",
        "code": lambda row: row["actor"] or "",
        "quotes": lambda row: str(row["quotes"]),
        "reports": lambda row: str(row["reports"]),
        "first": lambda row: row["first"] or "undated",
        "last": lambda row: row["last"] or "undated",
        "outlets": lambda row: ", ".join(row["outlets"]),
    },
    "authors": {
        "author": lambda row: row["author"] or "(no name)",
        "who": lambda row: ", ".join(row["author_kinds"]),
        "judgements": lambda row: str(row["judgements"]),
        "of which": lambda row: ", ".join(
            f"{kind} {row[kind]}" for kind in JUDGEMENT_KINDS if row[kind]
        ),
        "due": lambda row: str(row["due"]),
        "first": lambda row: row["first"] or "undated",
        "last": lambda row: row["last"] or "undated",
        "outlets": lambda row: ", ".join(row["outlets"]),
    },
    "silences": {
        "id": _id,
        "published": lambda row: when_words(row["published"]),
        "outlet": lambda row: row["outlet"] or "",
        "who": lambda row: row["actor"] or _words(row, "who") or "?",
        "about": lambda row: _words(row, "about"),
        "sentence": _sentence,
    },
    "ties": {
        "id": _id,
        "published": lambda row: when_words(row["published"]),
        "outlet": lambda row: row["table"]["name"] if row["table"] else row["outlet"] or "",
        "kind": lambda row: row["kind"],
        "between": between_words,
        "held": held_words,
        "amount": amount_words,
        "sentence": lambda row: table_words(row) if row["table"] else _told_tie(row),
    },
    "tie_tables": {
        "table": lambda row: row["table"],
        "version": lambda row: row["version"],
        "known": lambda row: row["known"],
        "ties": lambda row: str(row["ties"]),
        "rows": lambda row: str(row["rows"]),
        "answers": lambda row: "yes" if row["answers"] else "no",
        "file": lambda row: row["file"],
        "title": lambda row: row["title"],
    },
    "search": {
        "id": lambda row: row["id"],
        "published": lambda row: when_words(row["date"]),
        "outlet": lambda row: row["outlet"] or "",
        "title": lambda row: row["title"] or "(no title)",
        "passage": lambda row: row["snippet"]["text"],
    },
    **MEASURES,
    "figures": {
        "set": lambda row: row["set"],
        "figure": lambda row: row["figure"],
        "value": lambda row: number(row["value"]),
        "floor": lambda row: number(row["floor"]),
        "holds": lambda row: {True: "yes", False: "no", None: ""}[row["holds"]],
        "best peer": lambda row: peer_words(row["peer"]),
    },
}
# Last columns that are prose: on a terminal they stand below the rest of their row.
_PROSE = frozenset({"sentence", "content", "words", "passage", "positions"})
# Columns that give way on a narrow terminal; the others keep their words whole.
_LONG = frozenset({"title", "names", "outlets"})


def print_table(kind: str, rows: Iterable[Json], out: TextIO) -> None:
    """Print `rows` of `kind`; says so when there are none."""
    shape = TABLES[kind]
    if not out.isatty():
        out.write("\t".join(shape) + "\n")
        out.writelines("\t".join(cells) + "\n" for cells in _cells(kind, rows))
        return
    from rich.console import Console

    console = Console(file=out, highlight=False)
    found = list(_cells(kind, rows))
    if not found:
        console.print("nothing matches")
    elif not _PROSE.isdisjoint(shape):
        console.print(*_stacked(found))
    else:
        console.print(_table(list(shape), found))


def lines_of(names: list[str], found: Iterable[list[str]], out: TextIO) -> None:
    """Rows with these columns: a grid on a terminal, tab-separated in full in a pipe."""
    rows = [[plain(cell) for cell in cells] for cells in found]
    if not out.isatty():
        out.writelines("\t".join(cells) + "\n" for cells in [names, *rows])
        return
    from rich.console import Console

    Console(file=out, highlight=False).print(_table(names, rows))


def _cells(kind: str, rows: Iterable[Json]) -> Iterator[list[str]]:
    shape = TABLES[kind]
    for row in rows:
        yield [plain(of(row)) for of in shape.values()]


def _table(names: list[str], found: list[list[str]]) -> Table:
    """A line a row, the long columns cropped."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, expand=True, header_style="bold")
    for name in names:
        if name in _LONG:
            table.add_column(name, no_wrap=True, overflow="ellipsis", ratio=1)
        else:
            table.add_column(name, overflow="fold")
    for cells in found:
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _stacked(found: list[list[str]]) -> Iterator[RenderableType]:
    """A line of facts for each row, and below it the sentence, as many lines as it takes."""
    from rich.padding import Padding
    from rich.text import Text

    # The id and the date stand under one another; more columns would not fit on one line.
    widths = [max(len(cells[column]) for cells in found) for column in range(_ALIGNED)]
    for *facts, sentence in found:
        aligned = (f"{fact:<{width}}" for fact, width in zip(facts, widths, strict=False))
        yield Text("  ".join([*aligned, *filter(None, facts[_ALIGNED:])]))
        yield Padding(Text(sentence, style="dim"), (0, 0, 0, 4))
