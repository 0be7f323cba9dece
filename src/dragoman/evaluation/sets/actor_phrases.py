"""Phrases for actors with their country and PLOVER sector."""

from dragoman.evaluation import phrases
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="actor_phrases",
    files="events/actor_phrases*.jsonl",
    about="phrases with a country and a sector",
    task="phrases",
    score=phrases.scores,
    errors=phrases.errors,
    confusions=phrases.confusions,
)
