"""Since when and until when a tie holds: dates and durations of its clause."""

from __future__ import annotations

from datetime import date
from functools import cache

from spacy.tokens import Token

from dragoman.coding.tie_holding import Holding, goes_on
from dragoman.coding.tie_said_of import verb_of
from dragoman.coding.tie_words import Found
from dragoman.language.analysis import Analysis
from dragoman.model.event import DateMention
from dragoman.model.quantity import Quantity
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, When

YEAR = "year"
LAST_YEAR = 9999


@cache
def _bounds() -> dict[str, str]:
    columns = (Column("word"), Column("bound", choices=("since", "until", "at", "for")))
    return {r["word"]: r["bound"] for r in read_table("ties/bounds.tsv", columns)}


def interval(
    found: Found, holding: Holding, told: tuple[Quantity, ...], analysis: Analysis
) -> When:
    """The interval that the clause tells; an end that it does not tell stays unknown.

    "Until 2019" ends with the last day of 2019. A length of time counts from the date that the
    tie begins, or back from the report's date where the tie is told to have gone on for so long.
    """
    start, end = None, None
    precision = "unknown"
    for mention in _dates(found, analysis):
        bound = _bound(mention, analysis)
        opens, closes = _reading(found, bound, holding, mention)
        when = mention.within if mention.within and mention.within.known else mention.when
        if opens and start is None and when.start:
            start, precision = when.start, when.precision
            if mention.within is not None:
                end = when.end
        elif closes and end is None:
            end = when.end or when.start
    start, end = _lasting(found, start, end, told, analysis)
    if start and end and start >= end:
        end = None
    if start is None and end is None:
        return UNKNOWN
    return When(start, end, precision, "text")  # type: ignore[arg-type]


def dated(found: Found, analysis: Analysis) -> bool:
    """True where the clause tells since or until when, so that what it tells lasts."""
    bounds = [_bound(d, analysis) for d in _dates(found, analysis)]
    return any(b in ("since", "until") for b in bounds)


def _reading(found: Found, bound: str, holding: Holding, mention: DateMention) -> tuple[bool, bool]:
    """Whether a date opens, and whether it closes."""
    if mention.within is not None or bound == "since":
        return True, False
    if bound == "until":
        return False, True
    if holding.ended:
        return False, True
    named = found.word.pos == "noun" and found.word.kind == "agreement"
    return holding.opens or named, False


def _dates(found: Found, analysis: Analysis) -> list[DateMention]:
    """The dates in the clause, or in the noun's own phrase."""
    verb = verb_of(found.token)
    head = verb if verb.is_ancestor(found.token) else found.token
    mine = {t.i for t in _clause(head)} | {t.i for t in _clause(found.token)}
    doc = analysis.doc
    return [
        d
        for d in analysis.dates
        if (d.when.known or d.within) and not d.timex.startswith("P")
        if any(
            t.i in mine
            for t in doc.char_span(d.span.start, d.span.end, alignment_mode="expand") or ()
        )
    ]


def _clause(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if child.dep_ not in ("ccomp", "parataxis", "advcl", "relcl", "conj") or (
            child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX")
        ):
            found += _clause(child)
    return found


def _bound(mention: DateMention, analysis: Analysis) -> str:
    run = analysis.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if run is None or not len(run):
        return "at"
    own = _bounds().get(run[0].lower_)
    before = run[0].nbor(-1).lower_ if run[0].i else ""
    return own or _bounds().get(before, "at")


def _lasting(
    found: Found,
    start: date | None,
    end: date | None,
    told: tuple[Quantity, ...],
    analysis: Analysis,
) -> tuple[date | None, date | None]:
    for quantity in told:
        years = quantity.normal.value if quantity.normal and quantity.normal.unit == YEAR else None
        if years is None:
            continue
        published = analysis.report.date.start
        if start is not None and end is None and found.word.kind in ("agreement", "base"):
            return start, later(start, years)
        if start is None and published and _went_on(found, quantity, analysis):
            return later(published, -years), end
    return start, end


def _went_on(found: Found, quantity: Quantity, analysis: Analysis) -> bool:
    """ "Has armed for four decades": up to now; an agreement "for 100 years" runs ahead."""
    verb = verb_of(found.token)
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    text = analysis.report.text
    lead = text[: quantity.span.start].rstrip().rpartition(" ")[2].lower()
    return perfect and goes_on(verb) and _bounds().get(lead) == "for"


def later(day: date, years: float) -> date | None:
    """The day that many years after `day`; None beyond the calendar's end."""
    months = day.month - 1 + round(years * 12)
    year, month = day.year + months // 12, months % 12 + 1
    if not 0 < year <= LAST_YEAR:
        return None
    return date(year, month, min(day.day, 28))
