"""A report to all that the language rooms know of it."""

from __future__ import annotations

from dragoman.language.analysis import Analysis
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import parse
from dragoman.model.report import Report


def analyse(report: Report) -> Analysis:
    """Parse `report` and find its actors, dates, places, figures and quotations."""
    doc = parse(report.text)
    mentions = find_mentions(doc, report)
    return Analysis(report, doc, mentions, (), (), (), ())
