"""PLV: news sentences with the actor and the recipient marked in words, and a PLOVER type."""

from dragoman.evaluation import events
from dragoman.evaluation.adapter import Adapter, Coded, Gold, Scores
from dragoman.evaluation.pairs import pair_macro_f1


def scores(gold: Gold, coded: Coded) -> Scores:
    """Types alone: the actors are words, not codes."""
    return {**events.type_scores(gold, coded), "pair_macro_f1": pair_macro_f1(gold, coded)}


ADAPTER = Adapter(
    name="plv",
    files="events/plv*.jsonl",
    about="news sentences with a marked pair and its PLOVER type",
    task="events",
    score=scores,
    errors=events.type_errors,
    confusions=events.confusions,
    types=events.by_type,
)
