"""The pairs of names: the weights learned from one half, precision and recall on the other.

`python -m training.names` prints them; `--fit` learns the weights anew, `--errors`
lists the pairs that were told wrongly or not at all, `--docs` writes the figures into
docs/identities.md.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.linking.names.name_features import compare_words, name_features
from dragoman.linking.names.name_verdicts import WEIGHT_COLUMNS, person_verdict, weights
from dragoman.model.identity import Bearer, Verdict
from dragoman.model.tables import Column, Row, parse_table

ROOT = Path(__file__).parent.parent
PAIRS = ROOT / "corpus" / "names" / "pairs.tsv"
WEIGHTS = ROOT / "src" / "dragoman" / "data" / "names" / "name_weights.tsv"
PAGE = ROOT / "docs" / "identities.md"
BEGIN, END = "<!-- made by python -m training.names --docs -->", "<!-- end -->"
PARTS = ("train", "test")
COLUMNS = (
    Column("group"),
    Column("a"),
    Column("country_a", optional=True),
    Column("office_a", optional=True),
    Column("b"),
    Column("country_b", optional=True),
    Column("office_b", optional=True),
    Column("same", choices=("yes", "no")),
    Column("language"),
    Column("kind"),
)
# The weights stay near what is written by hand before them (ridge), so that features of few pairs
# are not learned by heart. Chosen by cross-validation within the training half.
RIDGE = 0.3
ROUNDS = 60


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two bearers, and whether they are one person."""

    a: Bearer
    b: Bearer
    same: bool
    group: str
    language: str
    kind: str

    @property
    def part(self) -> str:
        """ "train" or "test": by whether the SHA-256 of the group's name is even or odd."""
        return PARTS[hashlib.sha256(self.group.encode()).digest()[0] % 2]


def read_pairs(path: Path = PAIRS) -> list[NamePair]:
    """All pairs, in the order of the file."""
    rows = parse_table(path.read_text("utf-8"), str(path), COLUMNS)
    return [
        NamePair(
            _bearer(r, "a"), _bearer(r, "b"), r["same"] == "yes", r["group"], r["language"],
            r["kind"],
        )
        for r in rows
    ]  # fmt: skip


def _bearer(row: Row, side: str) -> Bearer:
    country, office = row[f"country_{side}"] or None, row[f"office_{side}"] or None
    return Bearer(row[side], "person", country, office)


def fit(pairs: Sequence[NamePair]) -> dict[str, float]:
    """The weights by Newton's method on the penalised likelihood; the same each time."""
    priors = _priors()
    x = np.array([_values(pair, list(priors)) for pair in pairs])
    y = np.array([float(pair.same) for pair in pairs])
    prior = np.array(list(priors.values()))
    w = prior.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + RIDGE * (w - prior)
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w = w - np.linalg.solve(curve, slope)
    return {name: round(float(value), 3) for name, value in zip(priors, w, strict=True)}


def _values(pair: NamePair, names: Sequence[str]) -> list[float]:
    found = {"bias": 1.0, **name_features(compare_words(pair.a, pair.b))}
    return [found.get(name, 0.0) for name in names]


def _priors() -> dict[str, float]:
    text = WEIGHTS.read_text("utf-8")
    return {
        r["feature"]: float(r["prior"]) for r in parse_table(text, WEIGHTS.name, WEIGHT_COLUMNS)
    }


def write_weights(learned: dict[str, float]) -> None:
    """The table with its weights replaced; header, priors and words stay."""
    lines = []
    for line in WEIGHTS.read_text("utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name in learned:
            prior, _, *others = rest.split("\t")
            lines.append("\t".join((name, prior, f"{learned[name]:g}", *others)))
        else:
            lines.append(line)
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


@dataclass(frozen=True, slots=True)
class Scores:
    """How right the answers "same" are: all of them, and those that are certain."""

    pairs: int
    precision: float
    recall: float
    sure_precision: float
    sure_recall: float
    unsure: int


def scores(told: Sequence[tuple[NamePair, Verdict]]) -> Scores:
    """Precision and recall of "same"; an answer "unsure" of one person is a miss."""
    return Scores(
        len(told),
        *_ratios([(p.same, v.answer == "same") for p, v in told]),
        *_ratios([(p.same, v.answer == "same" and v.sure) for p, v in told]),
        sum(v.answer == "unsure" for _, v in told),
    )


def _ratios(answers: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    both = sum(wanted and told for wanted, told in answers)
    told = sum(t for _, t in answers)
    wanted = sum(w for w, _ in answers)
    return both / max(told, 1), both / max(wanted, 1)


def verdicts(pairs: Iterable[NamePair]) -> list[tuple[NamePair, Verdict]]:
    """Each pair with what is told of it."""
    return [(pair, person_verdict(pair.a, pair.b)) for pair in pairs]


def calibration(
    told: Sequence[tuple[NamePair, Verdict]],
) -> Iterator[tuple[str, int, float, float]]:
    """By fifths of the chance: pairs, the mean chance, and the share that is one person."""
    for low in range(5):
        inside = [(p, v) for p, v in told if min(int(v.chance * 5), 4) == low]
        if inside:
            mean = sum(v.chance for _, v in inside) / len(inside)
            share = sum(p.same for p, _ in inside) / len(inside)
            yield f"{low / 5:.1f} to {(low + 1) / 5:.1f}", len(inside), mean, share


def report(pairs: Sequence[NamePair]) -> Iterator[str]:
    """The figures of both halves as lines."""
    for part in PARTS:
        mine = [p for p in pairs if p.part == part]
        yield _line(part, scores(verdicts(mine)))
    told = verdicts([p for p in pairs if p.part == "test"])
    yield ""
    yield "test half, by the chance told: pairs, mean chance, share that is one person"
    yield from (f"{b:<12}{n:>4}{m:>8.3f}{s:>8.3f}" for b, n, m, s in calibration(told))
    yield ""
    yield "test half, by kind: right, proposed or certain; not told; wrong"
    for kind in sorted({p.kind for p, _ in told}):
        yield f"{kind:<12}" + "".join(f"{n:>5}" for n in _by_answer(told, kind))


def _line(part: str, s: Scores) -> str:
    return (
        f"{part:<6}{s.pairs:>4} pairs  same: precision {s.precision:.3f} recall {s.recall:.3f}  "
        f"certain: precision {s.sure_precision:.3f} recall {s.sure_recall:.3f}  unsure: {s.unsure}"
    )


def _by_answer(told: Sequence[tuple[NamePair, Verdict]], kind: str) -> tuple[int, int, int]:
    mine = [(p.same, v.answer) for p, v in told if p.kind == kind]
    right = sum(a == ("same" if s else "different") for s, a in mine)
    unsure = sum(a == "unsure" for _, a in mine)
    return right, unsure, len(mine) - right - unsure


def errors(pairs: Iterable[NamePair]) -> Iterator[str]:
    """What was told wrongly or not at all, with the reasons."""
    for pair, verdict in verdicts(pairs):
        if verdict.answer != ("same" if pair.same else "different"):
            wanted = "same" if pair.same else "different"
            yield f"{wanted:>9} told {verdict.answer:<9} {verdict.chance:.3f}  {verdict.reason}"


def write_docs(pairs: Sequence[NamePair]) -> None:
    """The figures into the page, between their marks."""
    text = PAGE.read_text("utf-8")
    block = f"{BEGIN}\n```\n" + "\n".join(report(pairs)) + f"\n```\n{END}"
    pattern = re.escape(BEGIN) + ".*?" + re.escape(END)
    PAGE.write_text(re.sub(pattern, lambda _: block, text, flags=re.DOTALL), "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures, or does what is asked instead."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="learn the weights anew")
    parser.add_argument("--errors", choices=PARTS, help="list what was told wrongly")
    parser.add_argument("--docs", action="store_true", help="write docs/identities.md")
    asked = parser.parse_args(arguments)
    pairs = read_pairs()
    if asked.fit:
        write_weights(fit([p for p in pairs if p.part == "train"]))
        weights.cache_clear()
    if asked.docs:
        write_docs(pairs)
    lines = errors([p for p in pairs if p.part == asked.errors]) if asked.errors else report(pairs)
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
