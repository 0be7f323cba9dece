"""The five-way class of a marked pair: statement, or one of the four QuadClasses after CAMEO."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from dragoman.evaluation.adapter import Coded, Confusions, Gold, Scores
from dragoman.evaluation.pairs import between, named
from dragoman.evaluation.ratios import mean
from dragoman.model.ontology import QUAD_NAMES
from dragoman.model.rows import Json

# The last CAMEO root of each class, 0 to 4: statements and appeals (01, 02) are statements.
LAST_ROOTS = (2, 5, 8, 13, 20)
# There, reducing relations, aid and talks counts as words; PLOVER's QuadClass has it as deeds.
REDUCED, VERBAL_CONFLICT = 16, 3
NAMES = {0: "statement", **QUAD_NAMES}


def class_of(cameo: str) -> int:
    """The class, 0 to 4, of a CAMEO code."""
    root = int(cameo[:2])
    return VERBAL_CONFLICT if root == REDUCED else bisect_left(LAST_ROOTS, root)


def _answers(gold: Gold, coded: Coded) -> Iterator[tuple[int, int, Json | None]]:
    """Gold's class, ours, and the event that told it. A sentence without an event states."""
    for row in gold:
        wanted = row["expected"][0]
        spans = (named(row["text"], wanted[side]) for side in ("actor", "recipient"))
        event = between(coded.get(row["id"], {}), *spans)
        yield int(wanted["code"]), class_of(event["cameo"]) if event else 0, event


def scores(gold: Gold, coded: Coded) -> Scores:
    """The share of sentences whose class is gold's."""
    answers = [wanted == told for wanted, told, _ in _answers(gold, coded)]
    return {"sentences": len(answers), "class_accuracy": mean(answers)}


def confusions(gold: Gold, coded: Coded) -> Confusions:
    """Gold's class and the one told."""
    return Counter((NAMES[w], NAMES[t]) for w, t, _ in _answers(gold, coded) if w != t)


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """How the wrong classes are wrong."""
    return Counter(_why(w, t, e) for w, t, e in _answers(gold, coded) if w != t)


def _why(wanted: int, told: int, event: Json | None) -> str:
    if event is None:
        return "no-event"
    if told == 0:
        return "act-as-statement"
    if wanted == 0:
        return "statement-as-act"
    return "word-for-deed" if (wanted > 2) == (told > 2) else "conflict-for-cooperation"
