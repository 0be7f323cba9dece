"""News articles with their toponyms, each with its coordinates."""

from dragoman.evaluation import places
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="tr_news",
    files="places/tr_news*.jsonl",
    about="news articles with toponyms",
    task="places",
    date="dltime",
    score=places.scores,
    errors=places.errors,
)
