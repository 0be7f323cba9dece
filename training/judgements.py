"""How far the judgements that are told are those that are annotated, one by one.

A judgement is found where one is told whose statement shares more than half of the shorter of the
two; each counts once, the best agreement first. Of those found, its kind is right or not, and it
has words for a horizon and a condition where the annotated one has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.model.findings import Findings
from dragoman.model.judgement import JUDGEMENT_KINDS, Judgement
from training.passages import Passage

Json = dict[str, Any]
Pair = tuple[Json, Judgement]


@dataclass(slots=True)
class Tally:
    """How many are annotated and told, by kind, and the pairs that are the same."""

    wanted: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    pairs: list[Pair] = field(default_factory=list)

    @property
    def kinds(self) -> Counter[tuple[str, str]]:
        """How often a kind is told as another, by (annotated, told)."""
        return Counter((wanted["kind"], told.kind) for wanted, told in self.pairs)


def tally(coded: Iterable[tuple[Passage, Findings]]) -> Tally:
    """The judgements of all passages, set beside those told."""
    found = Tally()
    for passage, findings in coded:
        found.wanted.update(row["kind"] for row in passage.judgements)
        found.told.update(row.kind for row in findings.judgements)
        found.pairs += _pairs(passage.judgements, findings.judgements)
    return found


def _pairs(wanted: Sequence[Json], told: Sequence[Judgement]) -> Iterator[Pair]:
    theirs = [_characters(row["statement"]) for row in wanted]
    mine = [_characters([r.statement_span.pair()]) if r.statement_span else set() for r in told]
    alike = sorted(
        (-2 * len(a & b) / (len(a) + len(b)), i, k)
        for i, a in enumerate(theirs)
        for k, b in enumerate(mine)
        if 2 * len(a & b) > min(len(a), len(b))
    )
    used: set[tuple[str, int]] = set()
    for _, i, k in alike:
        if ("wanted", i) not in used and ("told", k) not in used:
            used |= {("wanted", i), ("told", k)}
            yield wanted[i], told[k]


def _characters(spans: Iterable[Iterable[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def lines(found: Tally) -> Iterator[str]:
    """What is printed of a tally: agreement, kinds, horizons and conditions."""
    told, wanted, both = found.told.total(), found.wanted.total(), len(found.pairs)
    yield f"judgements, one by one: {_rates(both, told, wanted)}"
    right = sum(n for (one, other), n in found.kinds.items() if one == other)
    yield f"  kind       right {right / max(both, 1):.3f} of {both} found"
    for kind in JUDGEMENT_KINDS:
        as_told = sum(n for (_, other), n in found.kinds.items() if other == kind)
        of = sum(n for (one, _), n in found.kinds.items() if one == kind)
        yield f"  {kind:13} {_rates(found.kinds[kind, kind], as_told, of)}"
    by = [(bool(w["horizon"]), t.horizon_span is not None) for w, t in found.pairs]
    on = [(bool(w["condition"]), t.condition is not None) for w, t in found.pairs]
    for name, pairs in (("horizon", by), ("condition", on)):
        some = sum(a and b for a, b in pairs)
        yield f"  {name:13} {_rates(some, sum(b for _, b in pairs), sum(a for a, _ in pairs))}"


def _rates(both: int, told: int, wanted: int) -> str:
    precision, recall = both / max(told, 1), both / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
