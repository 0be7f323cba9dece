"""News sentences with the texts of actor and recipient, and one of five classes."""

from dragoman.evaluation import classes
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="cameo_penta",
    files="events/cameo_penta*.jsonl",
    about="news sentences with a pair and one of five classes",
    task="classes",
    score=classes.scores,
    errors=classes.errors,
    confusions=classes.confusions,
)
