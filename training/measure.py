"""How well the encoder reads the parts of the corpus that it did not learn from.

`python -m training.measure [--part test] [--docs]` prints the figures; `--docs` writes them into
docs/encoder.md between its marks.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.encoder import read
from dragoman.coding.learned import Proposal, proposals
from dragoman.evaluation.ratios import f1, mean, ratio
from dragoman.language.parse import parse
from dragoman.model.ontology import EVENT_TYPES
from training.texts import Pair, Text, Told, part, read_corpus

PAGE = Path(__file__).parent.parent / "docs" / "encoder.md"
BEGIN, END = "<!-- figures: printed by make figures -->", "<!-- end of figures -->"
# Bounds of the classes of probability in which reliability is told.
BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass
class Tally:
    """Counts over a part of the corpus."""

    texts: int = 0
    acts: int = 0
    told: int = 0
    found: int = 0
    typed: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    modes: int = 0
    facts: int = 0
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)


def tally(texts: Sequence[Text]) -> Tally:
    """What the encoder tells of `texts`, counted against their annotation."""
    counts = Tally(texts=len(texts))
    for text in texts:
        doc = parse(text.text)
        told = [p for sentence in doc.sents for p in _of(sentence)]
        _count(counts, text, told)
    return counts


def _of(sentence: Words) -> Iterator[Proposal]:
    yield from proposals(sentence, read(sentence))


def _count(counts: Tally, text: Text, told: Sequence[Proposal]) -> None:
    counts.acts += len(text.told)
    counts.told += len(told)
    counts.gold.update(t.type for t in text.told)
    counts.named.update(p.type for p in told)
    for proposal in told:
        match = next((t for t in text.told if _overlap(t.predicate, proposal)), None)
        right = match is not None and match.type == proposal.type
        counts.sure.append((proposal.probability, right))
        if match is None:
            continue
        counts.found += 1
        counts.typed[match.type] += right
        counts.modes += right and match.mode == proposal.mode
        counts.facts += match.factuality == proposal.factuality
        _count_parties(counts.words, match, proposal)


def _count_parties(words: Counter[tuple[str, str]], match: Told, proposal: Proposal) -> None:
    """Parties right: a head told lies in one of gold's phrases, and each phrase holds a head."""
    sides = (
        ("actor", match.actor, proposal.actors),
        ("recipient", match.recipient, proposal.recipients),
        ("source", match.source, proposal.sources),
    )
    for name, wanted, told in sides:
        words[name, "gold"] += len(wanted)
        words[name, "told"] += len(told)
        words[name, "right"] += sum(any(_in(t.root, span) for span in wanted) for t in told)
        words[name, "met"] += sum(any(_in(t.root, span) for t in told) for span in wanted)


def _in(token: Token, span: Pair) -> bool:
    return token.idx < span[1] and span[0] < token.idx + len(token.text)


def _overlap(span: Pair, proposal: Proposal) -> bool:
    return any(_in(token, span) for token in proposal.words)


def report(counts: Tally) -> Iterator[str]:
    """The figures as lines of Markdown."""
    by_type = [f1(counts.typed[t], counts.named[t], counts.gold[t]) for t in EVENT_TYPES]
    yield f"On {counts.texts:,} texts with {counts.acts:,} acts:"
    yield ""
    yield "| what | figure |"
    yield "| --- | --- |"
    yield f"| acts found (recall) | {ratio(counts.found, counts.acts):.3f} |"
    yield f"| acts told that are acts (precision) | {ratio(counts.found, counts.told):.3f} |"
    yield f"| type macro-F1, acts missed and invented counted | {mean(by_type):.3f} |"
    yield f"| mode right, of acts with the right type | {_share(counts.modes, counts):.3f} |"
    yield f"| factuality right, of acts found | {ratio(counts.facts, counts.found):.3f} |"
    for name in ("actor", "recipient", "source"):
        words = counts.words
        recall = ratio(words[name, "met"], words[name, "gold"])
        precision = ratio(words[name, "right"], words[name, "told"])
        yield f"| {name} found / right, of acts found | {recall:.3f} / {precision:.3f} |"
    yield ""
    yield "| the encoder is this sure of a type | acts | of which right |"
    yield "| --- | --- | --- |"
    for low, high in pairwise(BOUNDS):
        held = [right for sure, right in counts.sure if low <= sure < high]
        if held:
            yield f"| {low:.2f} to {min(high, 1.0):.2f} | {len(held)} | {mean(held):.3f} |"


def _share(right: int, counts: Tally) -> float:
    return ratio(right, sum(counts.typed.values()))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "dev", "test"), default="test")
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    lines = list(report(tally([t for t in read_corpus() if part(t) == options.part])))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.docs:
        page = PAGE.read_text("utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        PAGE.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), "utf-8")


if __name__ == "__main__":
    main()
