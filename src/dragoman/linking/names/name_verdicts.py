"""Whether two names mean one person: a chance from weighed features, and a verdict in words.

The weights are a logistic regression over the training half of `corpus/names/pairs.tsv`
(`python -m training.names --fit`); the table of weights also holds the words of each feature.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp

from dragoman.linking.names.name_features import compare_words, name_features
from dragoman.model.identity import Answer, Bearer, Feature, Verdict
from dragoman.model.tables import Column, read_table

# From these chances on two names are one, or proposed as one; under the last they are two.
CERTAIN, PROPOSED, DIFFERENT = 0.95, 0.8, 0.2
# Under this one nobody need be asked.
_SURELY_DIFFERENT = 0.03
_BIAS = "bias"


def _number(value: str) -> str | None:
    try:
        float(value)
    except ValueError:
        return "expected a number"
    return None


WEIGHT_COLUMNS = (
    Column("feature"),
    Column("prior", check=_number),
    Column("weight", check=_number),
    Column("apart", choices=("yes", "no")),
    Column("words"),
)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the log odds, and the words that tell it.

    `apart` is True where the feature can tell two persons.
    """

    points: float
    apart: bool
    words: str


@cache
def weights() -> dict[str, Weight]:
    """The weights by feature; `bias` is what stands before any feature."""
    rows = read_table("names/name_weights.tsv", WEIGHT_COLUMNS)
    return {r["feature"]: Weight(float(r["weight"]), r["apart"] == "yes", r["words"]) for r in rows}


def person_verdict(a: Bearer, b: Bearer) -> Verdict:
    """Whether two persons' names mean one person; the same whichever comes first."""
    found = compare_words(a, b)
    known = weights()
    features = tuple(
        Feature(name, value, round(value * known[name].points, 4))
        for name, value in name_features(found).items()
    )
    odds = known[_BIAS].points + sum(f.points for f in features)
    chance = round(1 / (1 + exp(-odds)), 4)
    answer, sure = answer_of(chance)
    if answer == "different" and not any(known[f.name].apart for f in features):
        answer, sure = "unsure", False  # too little is told: nothing speaks for two persons either
    return Verdict(answer, sure, chance, features, _reason(found.a.name, found.b.name, features))


def answer_of(chance: float) -> tuple[Answer, bool]:
    """The answer for a chance, and whether it needs nobody to confirm it."""
    if chance >= PROPOSED:
        return "same", chance >= CERTAIN
    if chance <= DIFFERENT:
        return "different", chance <= _SURELY_DIFFERENT
    return "unsure", False


def _reason(a: str, b: str, features: tuple[Feature, ...]) -> str:
    """What speaks for one person and what against, the strongest first."""
    ranked = sorted(features, key=lambda f: (-abs(f.points), f.name))
    sides = {
        "for one": [weights()[f.name].words for f in ranked if f.points > 0],
        "against": [weights()[f.name].words for f in ranked if f.points < 0],
    }
    said = "; ".join(f"{side}: {', '.join(words)}" for side, words in sides.items() if words)
    return f"{a} / {b}: {said or 'nothing told'}"
