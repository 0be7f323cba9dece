"""What linking learns from the sets: `python -m training.incidents [--write]`.

Learns the weights of the features for one incident and for one act, and prints how well a part
that it did not learn from is told: pairs, reliability, clusters. `--write` writes
data/incidents/weights.tsv. The same corpus gives the same weights: nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import pairwise as neighbours
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.coding.encoder import vector
from dragoman.evaluation.clusters import Agreement, b_cubed, pairwise
from dragoman.evaluation.ratios import mean, ratio
from dragoman.linking.incidents import scoring
from dragoman.linking.incidents.linker import linked
from dragoman.linking.incidents.scoring import BIAS, Level, Weights, chance, feature_rows, logit
from training.incident_pairs import Example, examples, same_set
from training.incident_sets import IncidentSet, coded, rows
from training.logistic import fit
from training.texts import part_of

TABLE = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "incidents" / "weights.tsv"
LEVELS: tuple[Level, ...] = ("incident", "act")
RIDGE = 1.0
# Of pairs of other incidents that are only made by moving or dropping dates, one in so many is
# learned from; pairs that are one and have lost their dates weigh so much.
KEPT = {"written": 1, "crowded": 5, "undated": 10, "gathered": 5}
LOST = 0.3
# What the sets cannot teach: in their short reports all that two sides say is of one incident, in
# an analysis of many. The largest of -1, -1.5, -2 and -3 with which the dev part of the sets and
# the training topics of ECB+ are told as well as without.
GIVEN = {"bare": -2.0}
SIGNS = {"for": 1.0, "against": -1.0, "either": 0.0}
BOUNDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01)
HEADER = """\
# What each feature of a pair of events adds to the log-odds of their being one incident, and one
# act of it.
# Read by: dragoman.linking.incidents.scoring.
# Columns:
#   feature   as in features.tsv; (bias) is the constant
#   incident  its weight for one incident, at the value 1
#   act       its weight for one act
# Where from: learned from the training part of corpus/incidents by logistic regression, ridge
#   {ridge}, signs as features.tsv has them, on {pairs:,} pairs, by
#   `python -m training.incidents --write`, which tells where others ({given}) are from.
#   Written 2026-11-29.
"""


@cache
def _vector(text: str) -> npt.NDArray[np.float32]:
    return vector(text)


def likeness(one: str, other: str) -> float:
    """The cosine of two sentences by the encoder."""
    return float(_vector(one) @ _vector(other))


def chosen(found: Sequence[Example], part: str) -> list[Example]:
    """The examples of a part that are learned from."""
    return [e for e in found if e.part == part and (e.incident or _kept(e))]


def _kept(example: Example) -> bool:
    name = f"{example.way} {example.first} {example.second}"
    return int.from_bytes(sha256(name.encode()).digest()[:4]) % KEPT[example.way] == 0


def learn(found: Sequence[Example]) -> Weights:
    """The weights that examples give."""
    names = list(feature_rows())
    place = {name: n for n, name in enumerate(names)}
    values = np.zeros((len(found), len(names)))
    for row, example in enumerate(found):
        for name in example.features.keys() - GIVEN.keys():
            values[row, place[name]] = example.features[name]
    weights = np.array([LOST if e.incident and e.way == "undated" else 1.0 for e in found])
    signs = np.array([SIGNS[feature_rows()[name]["speaks"]] for name in names])
    written = np.array([e.way == "written" and same_set(e) for e in found])
    made = {}
    for level in LEVELS:
        wanted = np.array([float(getattr(e, level)) for e in found])
        learned = fit(values, wanted, weights, signs, RIDGE)
        learned[0] += shift(values[written] @ learned[1:] + learned[0], wanted[written])
        made[level] = dict(zip((BIAS, *names), np.round(learned, 3).tolist(), strict=True)) | GIVEN
    return Weights(**made)


def shift(odds: npt.NDArray[np.float64], wanted: npt.NDArray[np.float64]) -> float:
    """What to add to log-odds for their probabilities to be right on average.

    The pairs made by moving dates are there to teach what tells incidents apart; how often two
    events of one story are one, the pairs as written tell.
    """
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        if np.mean(1.0 / (1.0 + np.exp(-(odds + middle)))) < wanted.mean():
            low = middle
        else:
            high = middle
    return low


def write(weights: Weights, pairs: int) -> None:
    """Writes the table."""
    lines = [
        f"{name}\t{weights.incident[name]:g}\t{weights.act[name]:g}" for name in weights.incident
    ]
    head = HEADER.format(ridge=RIDGE, pairs=pairs, given=", ".join(GIVEN))
    TABLE.write_text(f"{head}feature\tincident\tact\n" + "\n".join(lines) + "\n", "utf-8")


def told(found: Sequence[Example], weights: Weights, level: Level) -> list[tuple[float, bool]]:
    """(probability, truth) of the pairs as written."""
    return [
        (chance(logit(e.features, level, weights)), bool(getattr(e, level)))
        for e in found
        if e.way == "written" and same_set(e)
    ]


def pair_lines(scored: Sequence[tuple[float, bool]], level: str) -> Iterator[str]:
    """Precision, recall and reliability of pairs."""
    right = sum(p > 0.5 and one for p, one in scored)
    precision = ratio(right, sum(p > 0.5 for p, _ in scored))
    recall = ratio(right, sum(one for _, one in scored))
    yield f"{len(scored)} pairs, one {level}: precision {precision:.3f}, recall {recall:.3f}"
    for low, high in neighbours(BOUNDS):
        held = [(p, one) for p, one in scored if low <= p < high]
        if held:
            share = mean(one for _, one in held)
            yield f"  told {low:.1f} to {min(high, 1):.1f}: {len(held):5} pairs, {share:.2f} are"


def cluster_lines(sets: Sequence[IncidentSet]) -> Iterator[str]:
    """B-cubed and pairs of the clusters of a part, read as one record."""
    linker = linked((f for s in sets for f in s.reports), likeness)
    incidents = {name: c[0] for c in linker.clusters() for name in c}
    acts = {name: a[0] for c in linker.clusters() for a in linker.acts(c) for name in a}
    for level, mine in (("incident", incidents), ("act", acts)):
        gold = {i: str(getattr(label, level)) for s in sets for i, label in s.labels.items()}
        for name, got in (("B-cubed", b_cubed(gold, mine)), ("pairs", pairwise(gold, mine))):
            yield f"{level:9}{name:8} {_agreement(got)}"


def _agreement(got: Agreement) -> str:
    return f"precision {got.precision:.3f} recall {got.recall:.3f} F1 {got.f1:.3f}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = [coded(row) for row in rows()]
    found = list(examples(sets, likeness))
    if options.write:
        learned_from = chosen(found, "train")
        write(learn(learned_from), len(learned_from))
        scoring.weights.cache_clear()
    of_part = [s for s in sets if part_of(s.topic) == options.part]
    labels = sum(len(s.labels) for s in of_part)
    annotated = sum(s.annotated for s in of_part)
    lines = [f"{len(of_part)} sets; {labels} of {annotated} annotated acts were coded"]
    for level in LEVELS:
        mine = [e for e in found if e.part == options.part]
        lines += pair_lines(told(mine, scoring.weights(), level), level)
    lines += cluster_lines(of_part)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
