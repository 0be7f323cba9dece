"""Questions that are about no incident: do ties hold, and who is for or against a project?

Disputes between those who judge or take a stand. Each judgement that names two states and says how
their ties stand or develop is a holding, and so is each stand of an actor on a named project;
whoever later held otherwise has changed his position, and is in no dispute with himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from dragoman.engine.asked_questions import Question, surely_out
from dragoman.language.actor_tables import state_codes, states
from dragoman.linking.incidents.assessments import assessed
from dragoman.linking.incidents.stands import STANDS, project
from dragoman.model.account import Holding
from dragoman.model.rows import Json
from dragoman.model.span import Span
from dragoman.record import Filters, Record

Pair = tuple[str, str]
# A judgement that names more states than this is about none of their pairs.
MOST = 3


def questions_listed(record: Record, filters: Filters) -> list[Json]:
    """Rows like those of disputes, by when they began; the undated last."""
    if any((filters.recipient, filters.types, filters.modes, filters.factuality, filters.place)):
        return []
    whole = replace(filters, limit=None, offset=0)
    found = [*_ties(record, whole), *_stands(record, whole)]
    return sorted(found, key=lambda row: (row["since"] or "9999", row["id"]))


def _ties(record: Record, filters: Filters) -> Iterator[Json]:
    found: dict[Pair, Question] = {}
    for row in record.statements("judgements", filters):
        said = assessed(row["statement"], row["low"], row["high"])
        if said is None or row["kind"] == "prescription":
            continue
        span = Span(*(row.get("statement_span") or row["span"]))
        for pair in _pairs(row, filters):
            subject = " and ".join(_name(code) for code in pair)
            question = found.setdefault(pair, Question("ties", subject, list(pair)))
            question.add(said, _judging(row, span), row, row["statement"])
    for pair, question in sorted(found.items()):
        yield from question.disputed(" ".join(pair), list(pair))


def _stands(record: Record, filters: Filters) -> Iterator[Json]:
    found: dict[str, Question] = {}
    of = replace(filters, dyad=None)
    for row in record.statements("attributions", replace(of, stances=tuple(STANDS))):
        actor, content = row["source"]["actor"], row["content"]
        name = project(content["text"]) if actor else None
        if name is None:
            continue
        question = found.setdefault(name, Question("stand", name.title()))
        code = actor[:3] if actor[:3] in state_codes() else actor
        question.actors = sorted({*question.actors, code})
        held = Holding(
            code, row["report"], Span(*row["span"]), surely_out(row["published"]), None,
            row["outlet"],
        )  # fmt: skip
        question.add(STANDS[row["stance"]], held, row, row["sentence"])
    for name, question in sorted(found.items()):
        if filters.dyad is None or {c[:3] for c in filters.dyad} <= set(question.actors):
            yield from question.disputed(f"project {name}", None)


def _pairs(row: Json, filters: Filters) -> Iterator[Pair]:
    """The pairs of states that are judged; the pair asked for, where one is."""
    named = sorted({code[:3] for code in row["actors"]} & state_codes())
    wanted = {code[:3] for code in filters.dyad} if filters.dyad else None
    for pair in combinations(named, 2) if len(named) <= MOST else ():
        if wanted in (None, set(pair)):
            yield pair


@cache
def _names() -> dict[str, str]:
    return {state.code: state.name for state in states()}


def _name(code: str) -> str:
    return _names().get(code, code)


def _judging(row: Json, span: Span) -> Holding:
    author = row["author"]
    cited = author["kind"] != "outlet" and (author["name"] or author.get("actor"))
    return Holding(
        holder=str(cited or row["outlet"] or row["report"]),
        report=row["report"],
        span=span,
        since=surely_out(row["published"]),
        outlet=row["outlet"],
    )
