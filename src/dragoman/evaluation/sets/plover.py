"""PLOVER's own gold: sentences with the codes of actor and recipient; their dates are made up."""

from dragoman.evaluation import events
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="plover_gsr",
    files="events/plover_gsr*.jsonl",
    about="sentences coded in PLOVER by its authors",
    task="events",
    score=events.scores,
    errors=events.errors,
    confusions=events.confusions,
    types=events.by_type,
)
