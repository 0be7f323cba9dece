"""PETRARCH-2's validation sentences with CAMEO triples, some of them with none."""

from dragoman.evaluation import triples
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="petr2_gsr",
    files="events/petr2_gsr*.jsonl",
    about="PETRARCH-2's validation sentences, in CAMEO",
    task="triples",
    date="date",
    score=triples.scores,
    errors=triples.errors,
    confusions=triples.confusions,
)
