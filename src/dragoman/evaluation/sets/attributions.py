"""PolNeAR: political news with source, cue and content of each attribution."""

from dragoman.evaluation import attribution
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="polnear",
    files="attribution/polnear*.jsonl",
    about="political news with attributions",
    task="attribution",
    date="date",
    score=attribution.scores,
    errors=attribution.errors,
)
