"""The passages annotated for who says what, and how far the reader agrees with them.

`python -m training.said [--part test]` prints F1 over the characters of sources, cues and contents,
how many of the judgements, silences and ties are found (one is, where the same words tell it), and
how often the stance of a cue that is found is the annotated one, with the commonest mistakes.
Judgements are set beside the annotated ones one by one as well, with their kinds.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.model.findings import Findings
from dragoman.model.when import UNKNOWN
from training.judgements import lines, tally
from training.passages import Passage, read_passages
from training.texts import part_of

Spans = list[list[int]]
PARTS = ("source", "cue", "content")
OTHERS = ("judgements", "silences", "ties")
# How many kinds of mistaken stances are printed.
MISTAKES = 12


Coded = tuple[Passage, Findings]


def characters(spans: Iterable[Iterable[int]]) -> set[int]:
    """The characters that the spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def coded(passages: Iterable[Passage]) -> list[Coded]:
    """Each passage with what the coder finds in it."""
    return [(p, code_report(verbatim(p.text, Given(UNKNOWN), p.id))) for p in passages]


def agreement(pairs: Iterable[Coded]) -> Iterator[tuple[str, float, float]]:
    """Precision and recall of each part of attributions, and of each other kind of row."""
    counts: Counter[tuple[str, str]] = Counter()
    for passage, found in pairs:
        for name in PARTS:
            wanted = characters(s for a in passage.attributions for s in a[name])
            told = characters(_spans(found, name))
            _count(counts, name, len(wanted & told), len(told), len(wanted))
        for name in OTHERS:
            _compare(counts, name, getattr(passage, name), getattr(found, name))
    for name in (*PARTS, *OTHERS):
        both = counts[name, "both"]
        yield (
            name,
            both / max(counts[name, "told"], 1),
            both / max(counts[name, "wanted"], 1),
        )


def stances(pairs: Iterable[Coded]) -> Counter[tuple[str, str]]:
    """How often a cue of an annotated stance is told with a stance, by (annotated, told)."""
    counts: Counter[tuple[str, str]] = Counter()
    for passage, found in pairs:
        for wanted in passage.attributions:
            theirs = characters(wanted["cue"])
            told = [(len(theirs & characters([a.cue.pair()])), a) for a in found.attributions]
            most, row = max(told, key=lambda pair: pair[0], default=(0, None))
            if most and row is not None:
                counts[wanted["stance"], row.stance] += 1
    return counts


def _spans(found: Findings, name: str) -> Iterator[list[int]]:
    for row in found.attributions:
        if name == "source" and row.source.span:
            yield row.source.span.pair()
        if name == "cue":
            yield row.cue.pair()
        if name == "content":
            yield from (span.pair() for span in row.contents)


def _compare(
    counts: Counter[tuple[str, str]], name: str, wanted: list[dict[str, Any]], told: Iterable[Any]
) -> None:
    """Rows that share their words are the same: the estimate, the silence, the tie."""
    key = {"judgements": "statement", "silences": "cue", "ties": "words"}[name]
    theirs = [characters(row[key]) for row in wanted]
    mine = [set(range(row.span.start, row.span.end)) for row in told]
    found = sum(any(t & m for m in mine) for t in theirs if t)
    right = sum(any(t & m for t in theirs) for m in mine)
    counts[name, "wanted"] += len(theirs)
    counts[name, "told"] += len(mine)
    counts[name, "both"] += min(found, right)


def _count(counts: Counter[tuple[str, str]], name: str, both: int, told: int, wanted: int) -> None:
    for key, value in (("both", both), ("told", told), ("wanted", wanted)):
        counts[name, key] += value


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev", "test"))
    options = parser.parse_args()
    passages = [p for p in read_passages() if options.part in (None, part_of(p.topic))]
    sys.stdout.write(f"{len(passages)} passages\n")
    pairs = coded(passages)
    for name, precision, recall in agreement(pairs):
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        sys.stdout.write(f"{name:12} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}\n")
    sys.stdout.writelines(f"{line}\n" for line in lines(tally(pairs)))
    _print_stances(stances(pairs))


def _print_stances(counts: Counter[tuple[str, str]]) -> None:
    right = sum(n for (wanted, told), n in counts.items() if wanted == told)
    total = max(counts.total(), 1)
    sys.stdout.write(f"stance       right {right / total:.3f} of {total} cues found\n")
    for stance in sorted({wanted for wanted, _ in counts}):
        of = sum(n for (wanted, _), n in counts.items() if wanted == stance)
        told = sum(n for (_, said), n in counts.items() if said == stance)
        hit = counts[stance, stance]
        sys.stdout.write(
            f"  {stance:10} precision {hit / max(told, 1):.3f} recall {hit / of:.3f}\n"
        )
    wrong = Counter({pair: n for pair, n in counts.items() if pair[0] != pair[1]})
    for (wanted, told_as), n in wrong.most_common(MISTAKES):
        sys.stdout.write(f"  {n:4} {wanted} told as {told_as}\n")


if __name__ == "__main__":
    main()
