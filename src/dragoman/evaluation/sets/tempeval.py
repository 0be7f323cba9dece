"""TempEval-3's test articles with TIMEX3 values."""

from dragoman.evaluation import dates
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="te3_platinum",
    files="dates/te3_platinum*.jsonl",
    about="TempEval-3's test articles",
    task="dates",
    date="dct",
    score=dates.scores,
    errors=dates.errors,
)
