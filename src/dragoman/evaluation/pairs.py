"""The one event that a sentence tells between a pair which gold has marked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.coding import encoder
from dragoman.evaluation.adapter import Coded, Gold, TypeTally
from dragoman.evaluation.events import MUTUAL, expected, happened, macro_f1, today
from dragoman.evaluation.ratios import Pair, overlap
from dragoman.model.rows import Json
from dragoman.version import encoder_enabled

_MARK = re.compile(r"<(/?)([st])>")


def marked(text: str) -> dict[str, list[Pair]]:
    """The spans marked `<s>` (who acts) and `<t>` (on whom), as they stand without the marks."""
    spans: dict[str, list[Pair]] = {"s": [], "t": []}
    taken = start = 0
    for mark in _MARK.finditer(text):
        if mark[1]:
            spans[mark[2]].append((start, mark.start() - taken))
        else:
            start = mark.start() - taken
        taken += len(mark[0])
    return spans


def named(text: str, names: Sequence[str] | None) -> list[Pair]:
    """Wherever one of `names` stands in `text`."""
    found = (re.finditer(re.escape(name), text) for name in names or () if name)
    return [hit.span() for hits in found for hit in hits]


def between(row: Json, actor: Sequence[Pair], recipient: Sequence[Pair]) -> Json | None:
    """The event that has most of the pair; the more confident, then the earlier, of two alike."""
    ranked = sorted(
        happened(row),
        key=lambda e: (-_sides_met(e, actor, recipient), -e.get("confidence", 1.0)),
    )
    return ranked[0] if ranked else None


def _sides_met(event: Json, actor: Sequence[Pair], recipient: Sequence[Pair]) -> int:
    by, to = event.get("actor_spans", ()), event.get("recipient_spans", ())
    straight = _meet(by, actor) + _meet(to, recipient)
    if event["type"] not in MUTUAL:
        return straight
    return max(straight, _meet(by, recipient) + _meet(to, actor))


def _meet(told: Sequence[Sequence[int]], wanted: Sequence[Pair]) -> bool:
    return any(overlap(a, b) for a in told for b in wanted)


def pair_macro_f1(gold: Gold, coded: Coded) -> float:
    """Macro-F1 where each sentence is given one type: that of the act between the marked two."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in gold:
        wanted = today(expected(row)[0]["code"])
        found = pair_type(row, coded)
        told = today(found) if found else None
        counts[wanted][0] += 1
        counts[wanted][1] += wanted == told
        if told:
            counts[told][2] += 1
    return macro_f1({t: TypeTally(*count) for t, count in counts.items()})


def pair_type(row: Json, coded: Coded) -> str | None:
    """The type of the act between the marked two: the encoder's, or without it the rows'."""
    spans = marked(row["marked_text"])
    if encoder_enabled():
        chances = Counter[str]()
        told = encoder.between(row["text"], spans["s"], spans["t"])
        for name, chance in zip(encoder.labels().types[1:], told, strict=True):
            chances[today(name)] += float(chance)  # type: ignore[assignment]  # shares, not counts
        return max(chances, key=chances.__getitem__)
    event = between(coded.get(row["id"], {}), spans["s"], spans["t"])
    return event["type"] if event else None
