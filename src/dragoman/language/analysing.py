"""A report to all that the language rooms know of it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.language.analysis import Analysis
from dragoman.language.datelines import find_datelines
from dragoman.language.dates import find_dates
from dragoman.language.figures import find_figures
from dragoman.language.gazetteer import find_places
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import paragraphs, parse
from dragoman.language.quotations import find_quotations
from dragoman.language.sightings import sight
from dragoman.model.event import Place
from dragoman.model.report import Report
from dragoman.model.span import Span


def analyse(report: Report) -> Analysis:
    """Parse `report` and find its actors, dates, places, figures and quotations.

    Actors, dates and places of a dateline tell of no event: they are left out.
    """
    doc = parse(report.text)
    datelines = find_datelines(paragraphs(report.text))
    places = _places(doc, report, datelines)
    quotations = find_quotations(doc)
    return Analysis(
        report=report,
        doc=doc,
        mentions=find_mentions(doc, report, places, [q.span for q in quotations]),
        dates=tuple(
            d for d in find_dates(report.text, report.date) if not _within(d.span, datelines)
        ),
        places=places,
        figures=find_figures(doc),
        quotations=quotations,
    )


def _places(doc: Doc, report: Report, datelines: Sequence[Span]) -> tuple[Place, ...]:
    """Places, none of them in a dateline or inside the name of a person or an organisation."""
    named = [s.span for s in sight(doc, report.date) if s.kind != "state"]
    return tuple(p for p in find_places(doc, named) if not _within(p.span, datelines))


def _within(span: Span, datelines: Sequence[Span]) -> bool:
    return any(d.overlaps(span) for d in datelines)
