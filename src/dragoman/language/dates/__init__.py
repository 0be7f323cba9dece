"""Temporal expressions: what a text says about when, as TIMEX3 values and intervals."""

from dragoman.language.dates.find import find_dates
from dragoman.language.dates.tense import Tense, TenseHint, clause_tense

__all__ = ["Tense", "TenseHint", "clause_tense", "find_dates"]
