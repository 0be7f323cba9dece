"""When, where and with what figures an act happened, told by nearness in the parse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.coding.roles import Trigger
from dragoman.language.analysis import Analysis
from dragoman.model.event import DateMention, Figure, Place
from dragoman.model.ontology import Factuality
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, When

# A step out of a relative or adverbial clause counts as this many.
CLAUSE_STEP = 3
# Beyond this many steps a date or place of the sentence belongs to something else.
FAR = 9
# News without a date of its own tells of the days up to its publication.
NEWS_DAYS = 7

_COLUMNS = (Column("word"), Column("use", choices=("locative",)))


@cache
def _locatives() -> frozenset[str]:
    return frozenset(r["word"] for r in read_table("frames/prepositions.tsv", _COLUMNS))


class Setting:
    """The dates, places and figures of one report, to be asked what belongs to an act."""

    def __init__(self, analysis: Analysis) -> None:
        self._report = analysis.report
        self._doc = analysis.doc
        self._dates = [(d, _root(analysis.doc, d.span)) for d in analysis.dates if d.when.known]
        self._places = [(p, _root(analysis.doc, p.span)) for p in analysis.places]
        self._figures = [(f, _root(analysis.doc, f.span)) for f in analysis.figures]

    def when(self, trigger: Trigger, value: Factuality) -> When:
        """The nearest date of the sentence that the act's factuality allows."""
        dates = [d for d in self._near(trigger) if self._allowed(d, value)]
        return dates[0].when if dates else UNKNOWN

    def lies_ahead(self, trigger: Trigger) -> bool:
        """True when the nearest date of the sentence comes after the report's publication."""
        dates = self._near(trigger)
        return bool(dates) and not self._allowed(dates[0], "happened")

    def _near(self, trigger: Trigger) -> list[DateMention]:
        """The dates within reach of the act, the nearest first."""
        reached = [(s, d) for d, t in self._dates if (s := _reach(trigger, t)) is not None]
        return [d for _, d in sorted(reached, key=lambda pair: (pair[0], pair[1].span))]

    def stand_in(self) -> When:
        """For news of a known day: the week up to its publication, resting on the report."""
        published = self._report.date
        if self._report.genre not in ("news", "events") or published.end is None:
            return UNKNOWN
        if published.precision not in ("day", "week"):
            return UNKNOWN
        return When(published.end - timedelta(days=NEWS_DAYS), published.end, "week", "report")

    def where(self, trigger: Trigger, taken: Sequence[Span]) -> Place | None:
        """The nearest place that the act is said to be at; participants' own places come last."""
        near = []
        for place, token in self._places:
            steps = _reach(trigger, token)
            if steps is None or not (_located(token) or any(place.span.overlaps(s) for s in taken)):
                continue
            rough = place.precision in ("country", "unknown")
            near.append((rough, not _located(token), steps, place.span, place))
        return min(near, key=lambda n: n[:4])[4] if near else None

    def figures(self, trigger: Trigger) -> tuple[Figure, ...]:
        """Figures that stand in the act's own clause."""
        return tuple(
            f
            for f, t in self._figures
            if (s := _reach(trigger, t)) is not None and s <= CLAUSE_STEP + 1
        )

    def _allowed(self, date: DateMention, value: Factuality) -> bool:
        published = self._report.date.end
        if value != "happened" or published is None or date.when.start is None:
            return True
        return date.when.start < published


def _root(doc: Doc, span: Span) -> Token | None:
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece.root if piece is not None else None


def _located(token: Token | None) -> bool:
    """True when the place stands under a preposition of place, or in an adverbial of its own."""
    for step in (token, *token.ancestors) if token is not None else ():
        if step.dep_ == "prep" and step.lower_ in _locatives():
            return True
        if step.dep_ not in (
            "pobj",
            "compound",
            "appos",
            "conj",
            "nmod",
            "poss",
            "amod",
            "npadvmod",
        ):
            return False
    return False


def _reach(trigger: Trigger, token: Token | None) -> int | None:
    """Steps on the parse from the act to `token`; None when it is out of reach."""
    if token is None or token.sent != trigger.token.sent:
        return None
    steps = min(_distance(trigger.token, token), _distance(trigger.anchor, token))
    return steps if steps <= FAR else None


def _distance(a: Token, b: Token) -> int:
    above = {t.i: cost for t, cost in _climb(a)}
    best = [above[t.i] + cost for t, cost in _climb(b) if t.i in above]
    return min(best, default=FAR + 1)


def _climb(token: Token) -> list[tuple[Token, int]]:
    path, cost = [(token, 0)], 0
    while token.dep_ != "ROOT":
        cost += CLAUSE_STEP if token.dep_ in ("relcl", "advcl", "ccomp", "parataxis") else 1
        token = token.head
        path.append((token, cost))
    return path
