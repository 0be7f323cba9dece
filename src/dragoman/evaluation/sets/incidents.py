"""ECB+: news articles, and which of their event mentions are one event across articles."""

from dragoman.evaluation import coreference
from dragoman.evaluation.adapter import Adapter

ADAPTER = Adapter(
    name="ecbplus",
    files="incidents/ecbplus*.jsonl",
    about="news articles with event mentions that are one across articles (CC BY 3.0)",
    task="incidents",
    score=coreference.scores,
    errors=coreference.errors,
    prepare=coreference.with_text,
    keep=coreference.as_findings,
)
