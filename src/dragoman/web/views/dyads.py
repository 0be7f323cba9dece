"""A dyad: what changed, words above and deeds below, breaks, coverage, and the acts behind each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from dragoman.analysis.acts import LONGEST_DAYS, WEIGHTS
from dragoman.analysis.periods import PERIODS
from dragoman.analysis.scales import SCALES, SOURCES
from dragoman.analysis.series import LINES, QUADS
from dragoman.brief.dyad_chart import DyadChart, dyad_chart
from dragoman.engine.amounts import number
from dragoman.engine.dyad_rows import act_rows, break_row, break_rows, dyad_rows
from dragoman.engine.dyad_ties import tie_rows, ties_of
from dragoman.engine.dyad_words import Claim, sentence, summary
from dragoman.engine.dyads import Direction, Dyad, DyadAsk
from dragoman.engine.dyads import dyad as measured
from dragoman.engine.measures import dyad_ask
from dragoman.model.rows import Json
from dragoman.web import saying
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.links import address, part
from dragoman.web.measure_schemas import DyadActs, DyadFilters
from dragoman.web.names import actor_name
from dragoman.web.tables import plain_table, table_of
from dragoman.web.telling import told
from dragoman.web.views.desk import pairs
from dragoman.web.words import word

# So many acts of each direction stand on the page, the last ones; the rest are a click away.
SHOWN = 25
# So many periods stand in the table below a chart, the last ones; the data has all of them.
TABLE = 60
_KEPT = ("period", "as_of", "coder", "scores", "weigh", "apart")


def dyads(ask: Ask) -> Answer:
    """The pairs most written of; the dyad itself where two are asked for."""
    ask.check(DyadFilters.model_fields)
    actor, recipient = ask.one("actor"), ask.one("recipient")
    if actor and recipient:
        return _measured(ask, actor, recipient)
    found = ask.record.events_by_dyad(limit=40)
    for row in found:
        row["href"] = f"/dyads/{part(row['actor'])}-{part(row['recipient'])}"
    return Answer(
        title="Dyads",
        template="dyads.html",
        data={"dyads": found, "files": ask.record.event_tables()},
        table=plain_table(("actor", "recipient", "count"), found),
        page=lambda: {"pairs": [{**row, "href": d["href"]} for row, d in
                                zip(pairs(found), found, strict=True)]},
    )  # fmt: skip


def dyad(ask: Ask, key: str) -> Answer:
    """The dyad of that pair of codes, the direction asked for first."""
    ask.check(DyadFilters.model_fields)
    return _measured(ask, *pair_of(key))


def pair_of(key: str) -> tuple[str, str]:
    """The two of "RUS-AZE"; raises NotFoundError for what is no pair."""
    actor, _, recipient = key.partition("-")
    if not actor or not recipient:
        raise NotFoundError(f"no dyad {key[:80]!r}: it has two codes, as in AZE-RUS")
    return actor, recipient


def asked_of(ask: Ask, actor: str, recipient: str) -> DyadAsk:
    """What is asked of the two."""
    one = {name: ask.one(name) for name in ("period", "since", "until", "as_of", "scores", "coder")}
    weigh = [w for w in ask.params.get("weigh", ()) if w.strip()]
    return dyad_ask(actor, recipient, weigh=weigh, apart=ask.flag("apart"), **one)


def _measured(ask: Ask, actor: str, recipient: str) -> Answer:
    asked = asked_of(ask, actor, recipient)
    found = measured(ask.record, asked)
    rows = list(dyad_rows(found))
    summaries = [summary(found, one, actor_name) for one in found.directions]
    return Answer(
        title=f"{actor_name(asked.pair[0])} and {actor_name(asked.pair[1])}",
        template="dyad.html",
        data={
            "actor": asked.pair[0],
            "recipient": asked.pair[1],
            "period": asked.period,
            "as_of": asked.as_of.isoformat() if asked.as_of else None,
            "scores": SOURCES[asked.scale],
            "weights": [WEIGHTS[w] for w in asked.weights],
            "sentences": [sentence(claims) for claims in summaries],
            "rows": rows,
            "breaks": list(break_rows(found)),
            "acts": [row for one in found.directions for row in act_rows(one)],
            "together": found.together,
            "ties": list(found.ties),
            "held": list(tie_rows(found)),
            "notes": list(found.notes),
        },
        table=table_of("dyad", rows),
        page=lambda: _page(ask, found, rows, summaries),
    )


def _page(ask: Ask, found: Dyad, rows: list[Json], summaries: list[list[Claim]]) -> Json:
    size = len(found.starts)
    sides = [
        _side(ask, found, one, rows[n * size : (n + 1) * size], claims)
        for n, (one, claims) in enumerate(zip(found.directions, summaries, strict=True))
    ]
    return {
        "ask_": found.ask,
        "sides": sides,
        "told_ties": [_tie(found, row) for row in tie_rows(found)],
        "choices": {"period": PERIODS, "scores": SCALES, "weigh": WEIGHTS},
        "other": f"/dyads/{part(found.ask.pair[1])}-{part(found.ask.pair[0])}",
        "ladder": address(f"{_path(found.directions[0])}/ladder", _how(ask)),
    }  # fmt: skip


def _side(ask: Ask, found: Dyad, one: Direction, rows: list[Json], claims: list[Claim]) -> Json:
    told_acts = list(act_rows(one))
    return {
        "name": _named(one),
        "one": one,
        "claims": [(c.text, _opens(ask, found, one, c.rows) if c.rows else None) for c in claims],
        "chart": chart_of(found, one, rows),
        "link": partial(_acts_within, acts_address(ask, one, whole=True)),
        "rows": rows,
        "breaks": [_broke(ask, found, one, n) for n in range(len(one.breaks))],
        "acts": [_act(ask, row) for row in told_acts[-SHOWN:]],
        "all_acts": acts_address(ask, one),
        "many": len(told_acts),
        "filed": one.acts.height > len(told_acts),
        "table": [_period(row) for row in rows[-TABLE:]],
    }


def _period(row: Json) -> Json:
    """A row of the table under a drawing: numbers of a decimal, and lines with their bands."""
    lines = [(_short(row[n]), _short(row[f"{n}_low"]), _short(row[f"{n}_high"])) for n in LINES]
    return {
        "row": row,
        "counts": [_short(row[quad]) for quad in QUADS],
        "lines": lines,
        "reports": _short(row["reports"]),
        "outlets": ", ".join(row["outlets"]),
    }


def _short(value: float | None) -> str:
    return "" if value is None else number(round(value, 1))


def charts_of(found: Dyad) -> Iterator[DyadChart]:
    """The drawings of both directions."""
    rows, size = list(dyad_rows(found)), len(found.starts)
    for n, one in enumerate(found.directions):
        yield chart_of(found, one, rows[n * size : (n + 1) * size])


def chart_of(found: Dyad, one: Direction, rows: list[Json]) -> DyadChart:
    """The drawing of a direction."""
    ties = ties_of(found, one)
    return dyad_chart(_named(one), found.starts, found.ask.period, rows, one.breaks, ties)


def _tie(found: Dyad, row: Json) -> Json:
    """A tie with its first telling in words, and its ends as closely as they are known."""
    first = next(tie for tie in found.ties if tie["id"] == row["ties"][0])
    return {"row": row, "told": saying.tie(first)}


def _named(one: Direction) -> str:
    return f"{actor_name(one.actor)} towards {actor_name(one.recipient)}"


def _broke(ask: Ask, found: Dyad, one: Direction, n: int) -> Json:
    row = break_row(found, one, one.breaks[n])
    return {
        **row,
        "what": word("quad", row["quad_class"]),
        "href": _opens(ask, found, one, f"break {n}"),
        "makers": [f"/incidents/{part(incident)}" for incident in row["incidents"]],
    }


def _opens(ask: Ask, found: Dyad, one: Direction, rows: str) -> str:
    """Where the acts that a claim rests on are listed."""
    kind, _, number = rows.partition(" ")
    if kind != "break":
        return acts_address(ask, one, quad=None if kind == "all" else kind)
    row = break_row(found, one, one.breaks[int(number)])
    return acts_address(ask, one, row["date"], quad=str(row["quad_class"]))


def _acts_within(base: str, since: str, until: str) -> str:
    """The page of acts of some days; made for each of hundreds of periods."""
    return f"{base}{'&' if '?' in base else '?'}since={since}&until={until}"


def acts_address(
    ask: Ask, one: Direction, since: str | None = None, quad: str | None = None,
    whole: bool = False,
) -> str:  # fmt: skip
    """The page of the acts of a direction, of the days asked for or all, or of one class."""
    kept = {name: ask.params[name] for name in ("as_of", "coder", "apart") if name in ask.params}
    since, until = (None, None) if whole else (since or ask.one("since"), ask.one("until"))
    return address(f"{_path(one)}/acts", kept, since=since, until=until, quad=quad)


def _path(one: Direction) -> str:
    return f"/dyads/{part(one.actor)}-{part(one.recipient)}"


def _how(ask: Ask) -> dict[str, list[str]]:
    return {name: list(ask.params[name]) for name in _KEPT if name in ask.params}


def _act(ask: Ask, row: Json) -> Json:
    """An act with the event that tells it first, in words; acts of files have none."""
    event = ask.record.event(row["events"][0], ask.one("coder")) if row["events"] else None
    href = address(f"/incidents/{part(row['incident'])}", as_of=ask.one("as_of")) if event else None
    days = {"start": row["start"], "end": row["end"], "precision": "day", "basis": "text"}
    return {"row": row, "when": days, "told": told(event) if event else None, "href": href}


def acts(ask: Ask, key: str) -> Answer:
    """The acts of one towards the other, each with its sentence, and the rows of files."""
    ask.check(DyadActs.model_fields)
    quads = _quads(ask)
    days = {name: ask.one(name) for name in ("since", "until", "as_of", "coder")}
    actor, recipient = pair_of(key)
    asked = dyad_ask(actor, recipient, apart=ask.flag("apart"), **days)
    one = measured(ask.record, asked).directions[0]
    told_acts = [row for row in act_rows(one) if row["quad"] in quads]
    rows = list(_file_rows(ask, asked))
    naming = list(_naming(ask, asked))
    return Answer(
        title=f"Acts of {actor_name(one.actor)} towards {actor_name(one.recipient)}",
        template="acts.html",
        data={
            "actor": one.actor,
            "recipient": one.recipient,
            "acts": told_acts,
            "rows": rows,
            "reports": naming,
        },
        table=table_of("acts", told_acts),
        page=lambda: {
            "told_acts": [_act(ask, row) for row in told_acts],
            "back": address(_path(one), {n: ask.params[n] for n in ("as_of",) if n in ask.params}),
        },
    )


def _naming(ask: Ask, asked: DyadAsk) -> Iterator[Json]:
    """The reports that name both and came out, or may have, within the days: the coverage."""
    for row in ask.record.reports_naming_both(*asked.pair, asked.filters):
        start, end = row["start"], row["end"]
        if start and end and (end - start).days <= LONGEST_DAYS and (
            asked.until is None or start < asked.until) and (
            asked.since is None or end > asked.since):  # fmt: skip
            days = {"start": start.isoformat(), "end": end.isoformat()}
            yield {"report": row["report"], "outlet": row["outlet"], "published": days}


def _quads(ask: Ask) -> tuple[int, ...]:
    named = {"words": (1, 3), "deeds": (2, 4)}
    given = ask.choice("quad", ("words", "deeds", "1", "2", "3", "4"))
    if given is None:
        return (1, 2, 3, 4)
    return named.get(given) or (int(given),)


def _file_rows(ask: Ask, asked: DyadAsk) -> Iterator[Json]:
    since = asked.since or date.min
    until = asked.until or date.max - timedelta(days=1)
    yield from ask.record.table_event_rows(*asked.pair, since, until, asked.as_of, 500)
