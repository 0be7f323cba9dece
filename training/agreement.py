"""How far two annotations of the same texts agree: `python -m training.agreement`.

`corpus/second.jsonl` holds the second annotation: lines of the corpus's form with `id` and `events`
alone, made without sight of the first.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.evaluation.ratios import f1, overlap, ratio
from training.texts import CORPUS, SECOND, Text, Told, read_corpus, told_of

# What the two may agree on where both name an act.
PARTS = ("type", "mode", "factuality", "actor", "recipient", "source")


def pairs(folder: Path = CORPUS) -> Iterator[tuple[Text, Text]]:
    """Each text that was annotated twice, as the first and as the second annotator had it."""
    first = {text.id: text for text in read_corpus(folder)}
    for line in (folder / SECOND).read_text("utf-8").splitlines():
        row = json.loads(line)
        text = first[row["id"]]
        yield text, replace(text, told=told_of(text.text, row["events"]))


def agreement(both: Sequence[tuple[Text, Text]]) -> Iterator[str]:
    """The figures as lines of Markdown."""
    met: list[tuple[Told, Told]] = []
    for one, other in both:
        met += _met(one.told, other.told)
    acts = [sum(len(text.told) for text in side) for side in zip(*both, strict=True)]
    yield f"On {len(both)} texts, with {acts[0]} acts in the one and {acts[1]} in the other:"
    yield ""
    yield "| what | agreement |"
    yield "| --- | --- |"
    yield f"| a word names an act (F1) | {f1(len(met), acts[0], acts[1]):.3f} |"
    for name in PARTS:
        same = sum(_alike(getattr(a, name), getattr(b, name)) for a, b in met)
        yield f"| {name}, where both name an act | {ratio(same, len(met)):.3f} |"
    yield f"| type beyond chance (kappa) | {_kappa([(a.type, b.type) for a, b in met]):.3f} |"


def _met(first: Sequence[Told], second: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    left = list(second)
    for one in first:
        other = next((o for o in left if overlap(one.predicate, o.predicate)), None)
        if other is not None:
            left.remove(other)
            yield one, other


def _alike(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return (not one and not other) or any(overlap(a, b) for a in one for b in other)
    return one == other


def _kappa(told: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960): agreement beyond that of two who draw from their own frequencies."""
    same = ratio(sum(a == b for a, b in told), len(told))
    left, right = Counter(a for a, _ in told), Counter(b for _, b in told)
    chance = sum(left[t] * right[t] for t in left) / max(1, len(told)) ** 2
    return ratio(same - chance, 1 - chance)


if __name__ == "__main__":
    sys.stdout.write("\n".join(agreement(list(pairs()))) + "\n")
