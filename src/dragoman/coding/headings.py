"""Dates that stand on a line of their own, and govern what is told below them."""

from __future__ import annotations

from dragoman.language.analysis import Analysis
from dragoman.language.date_clues import AROUND
from dragoman.model.when import When


def headings(analysis: Analysis) -> list[tuple[int, When]]:
    """Where each date heading ends (characters), and its date, in text order."""
    text = analysis.report.text
    found = []
    for mention in analysis.dates:
        start = text.rfind("\n", 0, mention.span.start) + 1
        end = text.find("\n", mention.span.end)
        beside = text[start : mention.span.start] + text[mention.span.end : end]
        if end > 0 and not beside.strip(AROUND) and mention.when.start and mention.when.end:
            found.append((end, mention.when))
    return found
