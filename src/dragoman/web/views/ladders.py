"""Action and reaction of two, as chains: each act with its sentence, each answer with its rule."""

from __future__ import annotations

from itertools import groupby

from dragoman.analysis.ladders import RULES, WINDOW
from dragoman.analysis.together import together_notes
from dragoman.engine.ladders import figure_rows, step_rows
from dragoman.engine.ladders import ladder as measured
from dragoman.model.rows import Json
from dragoman.record.parsing import parse_count
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address, part
from dragoman.web.measure_schemas import LadderFilters
from dragoman.web.names import actor_name
from dragoman.web.tables import table_of
from dragoman.web.telling import told
from dragoman.web.views.dyads import asked_of, pair_of

# So many chains stand on a page, those that lasted longest.
SHOWN = 30


def ladder(ask: Ask, key: str) -> Answer:
    """The ladder of a pair of codes."""
    ask.check(LadderFilters.model_fields)
    asked = asked_of(ask, *pair_of(key))
    given = ask.one("window")
    found = measured(ask.record, asked, parse_count(given, "window") if given else WINDOW)
    rows, figures = list(step_rows(found)), list(figure_rows(found))
    a, b = asked.pair
    return Answer(
        title=f"Action and reaction: {actor_name(a)} and {actor_name(b)}",
        template="ladder.html",
        data={
            "actor": a,
            "recipient": b,
            "window": found.window,
            "rules": dict(RULES),
            "steps": rows,
            "figures": figures,
            "together": found.together,
        },
        table=table_of("ladder", rows),
        page=lambda: _page(ask, rows) | {"notes": together_notes(found.together)},
    )


def _page(ask: Ask, rows: list[Json]) -> Json:
    chains = [list(steps) for _, steps in groupby(rows, lambda row: row["chain"])]
    longest = sorted(chains, key=lambda steps: (-len(steps), steps[0]["day"]))[:SHOWN]
    shown = sorted(longest, key=lambda steps: str(steps[0]["day"]))
    return {
        "chains": [[_step(ask, row) for row in steps] for steps in shown],
        "many": len(chains),
        "as_of": ask.one("as_of"),
    }


def _step(ask: Ask, row: Json) -> Json:
    event = ask.record.event(row["event"], ask.one("coder")) if row["event"] else None
    incident = row["incident"]
    return {
        "row": row,
        "told": told(event) if event else None,
        "href": address(f"/incidents/{part(incident)}", as_of=ask.one("as_of"))
        if incident
        else None,
    }
