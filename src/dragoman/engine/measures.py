"""What `import dragoman` offers of measures: series, breaks and the like as data frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import TypeVar, get_args

import polars as pl

from dragoman.analysis.acts import Weight
from dragoman.analysis.ladders import WINDOW
from dragoman.analysis.periods import PERIODS
from dragoman.analysis.scales import SCALES
from dragoman.analysis.together import together_notes
from dragoman.engine.comparing import AFTER, BEFORE, Case, case_of, compared_rows
from dragoman.engine.comparing import compare as measured_cases
from dragoman.engine.dyad_rows import break_rows, dyad_rows
from dragoman.engine.dyad_ties import tie_rows
from dragoman.engine.dyads import DyadAsk
from dragoman.engine.dyads import dyad as measured
from dragoman.engine.frames import frame
from dragoman.engine.ladders import figure_rows, step_rows
from dragoman.engine.ladders import ladder as measured_ladder
from dragoman.engine.networks import (
    DAYS,
    NetworkAsk,
    drawn_in,
    edge_rows,
    frame_rows,
    network_changes,
    node_rows,
    triad_rows,
)
from dragoman.engine.networks import network as measured_network
from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.record import Record, parse_filters
from dragoman.record.naming import actor_code, actor_pair
from dragoman.record.parsing import parse_count, parse_day

NETWORK_ROWS = ("edges", "nodes", "triads", "changes", "third")


def dyad(record: Record, actor: str, recipient: str, **how: object) -> pl.DataFrame:
    """Words and deeds of two on each other: a row a direction and period.

    `how` is any of `period` ("day", "week", "month"), `since`, `until`, `as_of`, `scores`
    ("plover", "goldstein"), `weigh` (of "origins", "denied"), `coder`, and `apart`, true to count
    what reports and files both tell once for either. Raises UsageError.
    """
    return frame("dyad", dyad_rows(measured(record, dyad_ask(actor, recipient, **how))))


def breaks(record: Record, actor: str, recipient: str, **how: object) -> pl.DataFrame:
    """The breaks of both directions, with sizes and incidents; `how` as for `dyad`."""
    return frame("breaks", break_rows(measured(record, dyad_ask(actor, recipient, **how))))


def dyad_ties(record: Record, actor: str, recipient: str, **how: object) -> pl.DataFrame:
    """The ties of two over time, as closely as their ends are known; `how` as for `dyad`.

    A tie began from `began_from` on and held by `began_by`; it may have ended from `ended_from`
    on and had ended by `ended_by`. What is null is open.
    """
    found = measured(record, dyad_ask(actor, recipient, **how))
    return frame("dyad_ties", tie_rows(found))


def ladder(
    record: Record, actor: str, recipient: str, window: int = WINDOW, **how: object
) -> pl.DataFrame:
    """Acts and answers of two, chain by chain; `window` in days, `how` as for `dyad`."""
    found = measured_ladder(record, dyad_ask(actor, recipient, **how), window)
    return frame("ladder", step_rows(found))


def reciprocity(
    record: Record, actor: str, recipient: str, window: int = WINDOW, **how: object
) -> pl.DataFrame:
    """How each side answers, beside what chance gives; options as for `ladder`."""
    found = measured_ladder(record, dyad_ask(actor, recipient, **how), window)
    return frame("reciprocity", figure_rows(found))


def compare(
    record: Record, *cases: str, before: int = BEFORE, after: int = AFTER, **how: object
) -> pl.DataFrame:
    """Crises side by side: "RUS-AZE" at its breaks, "RUS-AZE@2025-06-27" at that day.

    `before` and `after` are in periods; `how` as for `dyad`, without days. Raises UsageError.
    """
    told, ask = compare_ask(cases, **how)
    return frame("compare", compared_rows(measured_cases(record, told, ask, before, after)))


def compare_ask(cases: Sequence[str], **how: object) -> tuple[list[Case], DyadAsk]:
    """The cases from words, and how they are measured; raises UsageError."""
    if not cases:
        raise UsageError("nothing to compare; give pairs, such as RUS-AZE RUS-TUR")
    told = [case_of(case) for case in cases]
    actor, recipient = told[0].pair
    return told, dyad_ask(actor, recipient, **how)


def network(record: Record, **how: object) -> pl.DataFrame:
    """Who acts on whom: edges, or what `show` says ("nodes", "triads", "changes", "third").

    `how` is any of `until`, `days`, `as_of`, `around`, `scores`, `weigh`, `coder`, `apart` (as
    for `dyad`) and `least` (the least strength of a relation); `versus`, a day, for "changes";
    `dyad` ("AZE-RUS") for "third". Raises UsageError.
    """
    kind, rows, _ = network_rows(record, **how)
    return frame(kind, rows)


def network_rows(record: Record, **how: object) -> tuple[str, Iterator[Json], list[str]]:
    """The kind of the rows asked for, the rows, and what is noted; options as for `network`."""
    show = _one("rows", how.pop("show", None) or "edges", NETWORK_ROWS)
    versus, pair = how.pop("versus", None), how.pop("dyad", None)
    ask = network_ask(**how)
    if show == "changes":
        if not versus:
            raise UsageError("changes need a day to compare with; give versus, as YYYY-MM-DD")
        before = parse_day(str(versus), "versus")
        return "changes", frame_rows(network_changes(record, ask, before)), []
    if show == "third":
        if not pair:
            raise UsageError("third parties need a quarrel; give a dyad, such as AZE-RUS")
        return "third", frame_rows(drawn_in(record, actor_pair(str(pair)), ask)), []
    found = measured_network(record, ask)
    rows = {"edges": edge_rows, "nodes": node_rows, "triads": triad_rows}[show]
    return show, rows(found), together_notes(found.together)


def network_ask(**how: object) -> NetworkAsk:
    """What is asked of a network, from words; raises UsageError."""
    known = ("until", "days", "as_of", "around", "scores", "weigh", "coder", "apart",
             "least")  # fmt: skip
    _refuse_others(how, known)
    found = parse_filters({n: str(how[n]) for n in ("until", "as_of") if how.get(n)})
    return NetworkAsk(
        until=found.until,
        days=parse_count(str(how.get("days") or DAYS), "days"),
        as_of=found.as_of,
        around=actor_code(str(how["around"]), "around") if how.get("around") else None,
        scale=_one("scores", how.get("scores") or "plover", SCALES),
        weights=_weights(how.get("weigh")),
        coder=str(how["coder"]) if how.get("coder") else None,
        apart=bool(how.get("apart")),
        least=_strength(how.get("least") or 0),
    )


def _strength(given: object) -> float:
    """The least strength of a relation."""
    try:
        found = float(str(given))
    except ValueError:
        found = -1.0
    if not 0 <= found < inf:
        raise UsageError(f"least {str(given)[:40]!r} cannot be; expected a number from 0")
    return found


def _refuse_others(how: Mapping[str, object], known: Sequence[str]) -> None:
    if unknown := sorted(set(how) - set(known)):
        raise UsageError(f"no such option {unknown[0]!r}; there are: {', '.join(known)}")


def dyad_ask(actor: str, recipient: str, **how: object) -> DyadAsk:
    """What is asked of a dyad, from words; raises UsageError, naming the choices."""
    known = ("period", "since", "until", "as_of", "scores", "weigh", "coder", "apart")
    _refuse_others(how, known)
    days = {name: str(how[name]) for name in ("since", "until", "as_of") if how.get(name)}
    found = parse_filters(days)
    return DyadAsk(
        pair=(actor_code(actor), actor_code(recipient, "recipient")),
        period=_one("period", how.get("period") or "month", PERIODS),
        since=found.since,
        until=found.until,
        as_of=found.as_of,
        scale=_one("scores", how.get("scores") or "plover", SCALES),
        weights=_weights(how.get("weigh")),
        coder=str(how["coder"]) if how.get("coder") else None,
        apart=bool(how.get("apart")),
    )


def _weights(given: object) -> tuple[Weight, ...]:
    """Of one name, or several."""
    names = given if isinstance(given, list | tuple) else (given,)
    return tuple(_one("weight", name, get_args(Weight)) for name in names if name)


T = TypeVar("T", bound=str)


def _one(name: str, value: object, choices: tuple[T, ...]) -> T:
    for choice in choices:
        if choice == value:
            return choice
    raise UsageError(f"no such {name} {value!r}; there are: {', '.join(choices)}")
