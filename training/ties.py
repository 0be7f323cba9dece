"""How far the reader's ties agree with the passages annotated: `python -m training.ties`.

A tie is found where its words stand in the sentence of one of the reader's; then also where it is
of the same kind, and where both sides share words as well. `--misses` lists what was not found.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.model.judgement import Tie
from dragoman.model.when import UNKNOWN
from training.passages import read_passages
from training.said import characters
from training.texts import part_of

LEVELS = ("words", "kind", "sides")


def same(row: dict[str, Any], tie: Tie, level: str) -> bool:
    """True where the annotated row and the reader's tie agree up to `level`."""
    if not characters(row["words"]) & set(range(tie.span.start, tie.span.end)):
        return False
    if level == "words":
        return True
    if row["kind"] != tie.kind or level == "kind":
        return bool(row["kind"] == tie.kind)
    ends = [set(range(s.span.start, s.span.end)) for s in tie.sides or ()]
    left, right = characters(row["left"]), characters(row["right"])
    straight = all(bool(x & y) for x, y in zip((left, right), ends, strict=True))
    return straight or all(bool(x & y) for x, y in zip((right, left), ends, strict=True))


def compare(rows: list[dict[str, Any]], told: Iterable[Tie], counts: Counter[str]) -> None:
    """Counts what agrees at each level, what is wanted and what is told."""
    found = list(told)
    counts["wanted"] += len(rows)
    counts["told"] += len(found)
    for level in LEVELS:
        recalled = sum(any(same(r, t, level) for t in found) for r in rows)
        right = sum(any(same(r, t, level) for r in rows) for t in found)
        counts[f"recalled {level}"] += recalled
        counts[f"right {level}"] += right


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev", "test"), default="train")
    parser.add_argument("--misses", action="store_true", help="list what differs")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for passage in read_passages():
        if part_of(passage.topic) != options.part:
            continue
        told = code_report(verbatim(passage.text, Given(UNKNOWN), passage.id)).ties
        compare(passage.ties, told, counts)
        if options.misses:
            sys.stdout.writelines(differences(passage.text, passage.ties, told))
    sys.stdout.write(f"{counts['wanted']} annotated, {counts['told']} told\n")
    for level in LEVELS:
        precision = counts[f"right {level}"] / max(counts["told"], 1)
        recall = counts[f"recalled {level}"] / max(counts["wanted"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        sys.stdout.write(f"{level:6} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}\n")


def differences(text: str, rows: list[dict[str, Any]], told: Iterable[Tie]) -> list[str]:
    """A line for each row that no tie agrees with in kind, and each tie that no row does."""
    found = list(told)
    lines = []
    for row in rows:
        if not any(same(row, t, "kind") for t in found):
            words = " ".join(text[a:b] for a, b in row["words"])
            lines.append(f"- {row['kind']} [{words}] {_around(text, row['words'][0])}\n")
    for tie in found:
        if not any(same(row, tie, "kind") for row in rows):
            ends = [s.span.of(text) for s in tie.sides or ()]
            word = tie.words.of(text) if tie.words else ""
            lines.append(f"+ {tie.kind} [{word}] {ends} {tie.span.of(text)}\n")
    return lines


def _around(text: str, pair: list[int]) -> str:
    return text[max(0, pair[0] - 90) : pair[1] + 90].replace("\n", " ")


if __name__ == "__main__":
    main()
