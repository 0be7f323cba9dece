"""A report to all that the language rooms know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc

from dragoman.language.analysis import Analysis
from dragoman.language.datelines import find_datelines
from dragoman.language.dates import find_dates
from dragoman.language.figures import find_figures
from dragoman.language.first_persons import first_persons
from dragoman.language.gazetteer import find_places
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import paragraphs, parse
from dragoman.language.quotations import find_quotations
from dragoman.language.sightings import sight
from dragoman.language.wrapping import unbroken
from dragoman.model.attribution import Quotation
from dragoman.model.event import Place
from dragoman.model.report import Report
from dragoman.model.span import Span

Row = TypeVar("Row", Place, Quotation)


def analyse(report: Report) -> Analysis:
    """Parse `report` and find its actors, dates, places, figures and quotations.

    Actors and dates of a dateline tell of no event: they are left out, and its places marked.
    """
    text = unbroken(report.text)
    doc = parse(text)
    datelines = find_datelines(paragraphs(text))
    toponyms = _toponyms(doc, report, datelines)
    places = [p for p in toponyms if p.use == "name"]
    quotations = [_own(q, text, report.text) for q in find_quotations(doc)]
    return Analysis(
        report=report,
        doc=doc,
        mentions=first_persons(
            doc, find_mentions(doc, report, places, [q.span for q in quotations]), quotations
        ),
        dates=tuple(
            d for d in find_dates(report.text, report.date) if not _within(d.span, datelines)
        ),
        toponyms=tuple(_own(p, text, report.text) for p in toponyms),
        figures=find_figures(doc),
        quotations=tuple(quotations),
    )


def _toponyms(doc: Doc, report: Report, datelines: Sequence[Span]) -> tuple[Place, ...]:
    """Toponyms, none of them inside the name of a person or an organisation."""
    sightings = sight(doc, report.date)
    bodies = [s.span for s in sightings if s.kind == "body"]
    named = [s.span for s in sightings if s.kind not in {"state", "body"}]
    found = find_places(doc, named, bodies)
    return tuple(replace(p, use="dateline") if _within(p.span, datelines) else p for p in found)


def _own(row: Row, read: str, text: str) -> Row:
    """The row with its words as `text` has them, of which `read` differs in line breaks alone."""
    at = read.find(row.text, row.span.start)
    return row if read is text or at < 0 else replace(row, text=text[at : at + len(row.text)])


def _within(span: Span, datelines: Sequence[Span]) -> bool:
    return any(d.overlaps(span) for d in datelines)
