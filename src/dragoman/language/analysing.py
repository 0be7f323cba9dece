"""A report to all that the language rooms know of it."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.language.analysis import Analysis
from dragoman.language.dates import find_dates
from dragoman.language.figures import find_figures
from dragoman.language.gazetteer import find_places
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import parse
from dragoman.language.quotations import find_quotations
from dragoman.language.sightings import sight
from dragoman.model.event import Place
from dragoman.model.report import Report


def analyse(report: Report) -> Analysis:
    """Parse `report` and find its actors, dates, places, figures and quotations."""
    doc = parse(report.text)
    places = _places(doc, report)
    quotations = find_quotations(doc)
    return Analysis(
        report=report,
        doc=doc,
        mentions=find_mentions(doc, report, places, [q.span for q in quotations]),
        dates=find_dates(report.text, report.date),
        places=places,
        figures=find_figures(doc),
        quotations=quotations,
    )


def _places(doc: Doc, report: Report) -> tuple[Place, ...]:
    """Places, none of them inside the name of a person or an organisation."""
    named = [s.span for s in sight(doc, report.date) if s.kind != "state"]
    return find_places(doc, named)
