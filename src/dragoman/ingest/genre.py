"""What sort of text a report is, by the sum of readable cues."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from dragoman.ingest.datelines import dateline
from dragoman.ingest.draft import Draft
from dragoman.ingest.shapes import is_heading
from dragoman.model.errors import TableError
from dragoman.model.report import GENRES, Genre
from dragoman.model.tables import Column, Row, read_table

WHERE = ("title", "lead", "text", "notes", "url", "outlet", "shape")
SHAPES = ("short", "dateline", "headings", "long")
# A genre needs so many points to be told from news.
ENOUGH = 2.0
LEAD = 400
# So much of the text is searched for cues, and a cue counts so often per 1,000 words.
SAMPLE = 40_000
MOST_PER_THOUSAND = 3.0
# What others are quoted with says nothing on the author's own way of writing.
_QUOTED = re.compile(
    r"“[^”]{1,800}”|\"[^\"]{1,800}\"|(?<!\w)[‘'](?:[^’'\n]|[’'](?=\w)){1,400}[’'](?!\w)"
)
_COLUMNS = (
    Column("genre", choices=GENRES),
    Column("where", choices=WHERE),
    Column("pattern"),
    Column("weight"),
    Column("why", optional=True),
)


def genre_of(draft: Draft) -> Genre:
    """The genre with the most points; news where none has enough."""
    sums = dict.fromkeys(GENRES, 0.0)
    parts = _parts(draft)
    for row, pattern in _cues():
        sums[cast(Genre, row["genre"])] += _points(row, pattern, parts)
    best = max(GENRES, key=lambda g: (sums[g], g == "news"))
    return best if sums[best] >= ENOUGH else "news"


@cache
def _cues() -> list[tuple[Row, re.Pattern[str] | None]]:
    return [(r, _compiled(r)) for r in read_table("ingest/genres.tsv", _COLUMNS)]


def _compiled(row: Row) -> re.Pattern[str] | None:
    if row["where"] == "shape":
        if row["pattern"] not in SHAPES:
            raise TableError(f"{row.place}: no such shape; there are: {', '.join(SHAPES)}")
        return None
    try:
        float(row["weight"])
        return re.compile(row["pattern"], re.IGNORECASE)
    except (re.error, ValueError) as error:
        raise TableError(
            f"{row.place}: expected a regular expression and a number ({error})"
        ) from error


def _parts(draft: Draft) -> dict[str, str]:
    """The text of each place in which cues are looked for; "shape" lists the draft's shapes."""
    text = "\n".join(draft.lines)
    notes = draft.notes
    return {
        "title": draft.title or "",
        "lead": text[:LEAD],
        "text": _QUOTED.sub(" ", text[:SAMPLE]),
        "notes": "\n".join(n for n in (notes.biography, notes.disclaimer) if n),
        "url": draft.url or "",
        "outlet": draft.outlet or "",
        "shape": " ".join(_shapes(draft, text)),
    }


def _shapes(draft: Draft, text: str) -> list[str]:
    first = next((x for x in draft.lines if x), "")
    count = len(text[: 20 * LEAD].split())
    checks = {
        "short": count < 120,
        "dateline": dateline(first) is not None,
        "headings": sum(is_heading(x) for x in draft.lines) >= 3,
        "long": count >= 900,
    }
    return [name for name, holds in checks.items() if holds]


def _points(row: Row, pattern: re.Pattern[str] | None, parts: dict[str, str]) -> float:
    part, weight = parts[row["where"]], float(row["weight"])
    if pattern is None:
        return weight if row["pattern"] in part.split() else 0.0
    if row["where"] != "text":
        return weight if pattern.search(part) else 0.0
    hits = sum(1 for _ in pattern.finditer(part))
    thousands = max(1.0, len(part.split()) / 1000)
    return weight * min(hits / thousands, MOST_PER_THOUSAND)
