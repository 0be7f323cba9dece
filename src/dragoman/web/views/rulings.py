"""What people ruled, and who is who: pages on which a reader may decide."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.rows import Json
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import part
from dragoman.web.schemas import ActorFilters, NoFilters
from dragoman.web.tables import table_of
from dragoman.web.views.paging import paged


def rulings(ask: Ask) -> Answer:
    """All rulings, the latest first, those taken back too."""
    ask.check(NoFilters.model_fields)
    rows = ask.record.rulings()[::-1]
    return Answer(
        title="Rulings",
        template="rulings.html",
        data={"rows": rows},
        table=table_of("rulings", rows),
        page=lambda: {"told": [ruling_told(row) for row in rows]},
    )


def ruling_told(row: Json) -> Json:
    """A ruling in words: what it is about, with where that is, and what was decided."""
    data = row["data"] or {}
    change = f"{data['detail']} = {data['value']}" if data.get("detail") else ""
    return {
        "row": row,
        "about": [_about(row["matter"], name) for name in _names(row)],
        "change": change,
    }


def _names(row: Json) -> list[str]:
    return [row["a"], row["b"]] if row["matter"] in ("actor", "incident") else [row["a"]]


def _about(matter: str, name: str) -> tuple[str | None, str]:
    pages = {"incident": "/events", "event": "/events", "dispute": "/disputes"}
    return (f"{pages[matter]}/{part(name)}", name[:8]) if matter in pages else (None, name)


def identities(ask: Ask) -> Answer:
    """Who is who: names across spellings, the most mentioned first."""
    asked = ask.filters(ActorFilters)
    everyone = ask.record.identities(replace(asked, limit=None, offset=0))
    rows = everyone[asked.offset : asked.offset + (asked.limit or 0)]
    notes = ask.record.notes(asked)
    return Answer(
        title="Who is who",
        template="identities.html",
        data={**paged(ask, asked, len(everyone), len(rows)), "notes": notes, "rows": rows},
        table=table_of("identities", rows),
        page=lambda: {"asked": asked},
    )
