"""The score of a pair: the probability that two events are one incident, or one act of it.

Logistic regression over the features; `training/incidents.py` learns the weights, and
`data/incidents/weights.tsv` holds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Literal, get_args

from dragoman.linking.incidents.features import Likeness, features, unlike
from dragoman.linking.incidents.kinds import relation
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import cannot_meet
from dragoman.linking.incidents.wholes import part_of_other
from dragoman.model.errors import TableError
from dragoman.model.incident import Feature, Verdict
from dragoman.model.tables import Column, Row, read_table

Level = Literal["incident", "act"]
BIAS = "(bias)"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of one incident and of one act."""

    incident: Mapping[str, float]
    act: Mapping[str, float]


def _number(value: str) -> str | None:
    try:
        float(value)
    except ValueError:
        return "expected a number"
    return None


Speaks = Literal["for", "against", "either"]
_WEIGHTS = (Column("feature"), Column("incident", check=_number), Column("act", check=_number))
_FEATURES = (
    Column("feature"),
    Column("speaks", choices=get_args(Speaks)),
    Column("words"),
)


@cache
def feature_rows() -> dict[str, Row]:
    """The table of features by name."""
    return {row["feature"]: row for row in read_table("incidents/features.tsv", _FEATURES)}


@cache
def weights() -> Weights:
    """The weights that were learned."""
    rows = read_table("incidents/weights.tsv", _WEIGHTS)
    known = {BIAS, *feature_rows()}
    for row in rows:
        if row["feature"] not in known:
            raise TableError(
                f"{row.place}: there is no feature {row['feature']!r}; "
                f"there are: {', '.join(sorted(known))}"
            )
    return Weights(
        incident={r["feature"]: float(r["incident"]) for r in rows},
        act={r["feature"]: float(r["act"]) for r in rows},
    )


def logit(
    found: Mapping[str, float], level: Level = "incident", by: Weights | None = None
) -> float:
    """The log-odds of features; by the weights that were learned where no others are given."""
    by = by or weights()
    held = by.incident if level == "incident" else by.act
    return held[BIAS] + sum(held.get(name, 0.0) * value for name, value in sorted(found.items()))


def chance(odds: float) -> float:
    """The probability of log-odds."""
    return 1.0 / (1.0 + exp(-odds)) if odds >= 0 else exp(odds) / (1.0 + exp(odds))


def comparable(one: Telling, other: Telling) -> bool:
    """True where the kinds of two acts let them be one incident."""
    kinds = relation(one.kind, other.kind)
    return kinds in {"same", "act", "part"} or (kinds == "none" and one.trigger == other.trigger)


def barred(one: Telling, other: Telling) -> str | None:
    """Why two events cannot be one, whatever else speaks for it; None where nothing does."""
    if cannot_meet(one, other):
        return "dates"
    return "whole" if _whole_and_part(one, other) else None


def _whole_and_part(one: Telling, other: Telling) -> bool:
    """True for a war as a whole and a single act of it."""
    sides = (one, other), (other, one)
    return any(a.whole and part_of_other(b.whole, b.trigger) for a, b in sides)


def verdict(one: Telling, other: Telling, likeness: Likeness = unlike) -> Verdict:
    """The verdict on a pair, with all features that weighed, the heaviest first."""
    first, second = sorted((one, other), key=lambda t: t.id)
    found = features(first, second, likeness)
    held, told = weights(), feature_rows()
    rows = [
        Feature(name, value, round(held.incident[name] * value, 3), told[name]["words"])
        for name, value in found.items()
        if held.incident.get(name)
    ]
    rows.sort(key=lambda f: (-abs(f.weight), f.name))
    odds = logit(found)
    return Verdict(first.id, second.id, round(chance(odds), 3), tuple(rows), barred(first, second))
