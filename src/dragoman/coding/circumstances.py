"""When, where and with what figures an act happened, told by nearness in the parse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from dragoman.coding.date_lists import whole_list
from dragoman.coding.headings import headings
from dragoman.coding.nearness import (
    CLAUSE_STEP,
    FAR,
    BySentence,
    of_other_noun,
    qualifies_other,
    root_of,
    steps_between,
)
from dragoman.coding.roles import Trigger
from dragoman.language.analysis import Analysis
from dragoman.model.event import DateMention, Figure, Place
from dragoman.model.ontology import Factuality
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, When

# News without a date of its own tells of the days up to its publication.
NEWS_DAYS = 7
# A tale of what is longer past than this is no news; it goes on for so many sentences at most.
OLD_DAYS, BEFORE = 90, 3
# Further from the act than this a place is where something else is.
PLACE_STEPS = 6

_COLUMNS = (
    Column("word"),
    Column("use", choices=("locative", "untimed", "simple", "another", "ground", "meeting")),
)


@cache
def circumstance_words(use: str) -> frozenset[str]:
    """The words of the table of circumstances with one use."""
    rows = read_table("frames/circumstances.tsv", _COLUMNS)
    return frozenset(r["word"] for r in rows if r["use"] == use)


class Setting:
    """The dates, places and figures of one report, to be asked what belongs to an act."""

    def __init__(
        self, analysis: Analysis, triggers: Sequence[Trigger], cues: Sequence[Span]
    ) -> None:
        doc = analysis.doc
        told = [Trigger(token) for c in cues if (token := root_of(doc, c)) is not None]
        self._tellings = BySentence(doc, ((t, t.token) for t in told))
        self._headings = headings(analysis)
        self._report = analysis.report
        self._triggers = BySentence(doc, ((t, t.token) for t in triggers))
        dates = (d for d in analysis.dates if _bounded(d))
        self._dates = BySentence(doc, ((d, root_of(doc, d.span)) for d in dates))
        self._places = BySentence(doc, ((p, root_of(doc, p.span)) for p in analysis.places))
        self._figures = BySentence(doc, ((f, root_of(doc, f.span)) for f in analysis.figures))
        # Asked for by every act of a sentence, so counted once for each word.
        self._nearest: dict[tuple[int, bool], int] = {}
        self._told_from: dict[int, list[tuple[int, Token]]] = {}

    def when(self, trigger: Trigger, value: Factuality) -> When:
        """The nearest date of the sentence that the act's factuality allows."""
        dates = [d for d in self._near(trigger) if self._allowed(d, value)]
        if dates:
            return dates[0].within or whole_list(dates[0], dates, self._report.text)
        above = [when for at, when in self._headings if at <= trigger.token.idx]
        return above[-1] if above and value == "happened" else UNKNOWN

    def lies_ahead(self, trigger: Trigger) -> bool:
        """True when the nearest date of the sentence comes after the report's publication."""
        dates = self._near(trigger)
        return bool(dates) and not self._allowed(dates[0], "happened")

    def stand_in(self, trigger: Trigger) -> When:
        """For an act that news of a known day tells as new: the week up to its publication."""
        published = self._report.date
        if self._report.genre not in ("news", "events") or published.end is None:
            return UNKNOWN
        if published.precision not in ("day", "week") or not _told_as_new(trigger.anchor):
            return UNKNOWN
        if self._in_tale_of_old(trigger.token, published.end):
            return UNKNOWN
        days = min(NEWS_DAYS, (published.end - date.min).days)
        return When(published.end - timedelta(days=days), published.end, "week", "report")

    def _in_tale_of_old(self, token: Token, published: date) -> bool:
        """True where the nearest date, here or shortly before in the paragraph, is long past."""
        sentence = token.sent
        for _ in range(BEFORE):
            told = [d.when.end for d, t in self._dates.beside(sentence.root) if d.when.end]
            if told or sentence.start == 0:
                return bool(told) and max(told) < published - timedelta(days=OLD_DAYS)
            before = token.doc[sentence.start - 1]
            if "\n" in before.text + before.whitespace_:
                return False
            sentence = before.sent
        return False

    def where(
        self, trigger: Trigger, targets: Sequence[Span], roughly: bool = False
    ) -> Place | None:
        """The nearest place that the act is said to be at; a target's own place comes last.

        `roughly` takes in where another thing of the sentence is, which tells the land at least.
        """
        near = []
        for place, token in self._places.beside(trigger.token):
            if self._of_telling(trigger, token):
                continue
            steps = steps_between(trigger, token) if self._owns(trigger, token) else None
            at = _located(token) and (roughly or not of_other_noun(token, trigger.token))
            hit = place.precision != "country" and any(place.span.overlaps(s) for s in targets)
            if steps is not None and steps <= PLACE_STEPS and (at or hit):
                rough = place.precision in ("country", "unknown")
                near.append((rough, not at, steps, place.span, place))
        return min(near, key=lambda n: n[:4])[4] if near else None

    def figures(self, trigger: Trigger) -> tuple[Figure, ...]:
        """Figures that stand in the act's own clause, and nearer to it than to any other act."""
        near = self._figures.beside(trigger.token)
        return tuple(f for f, t in near if self._owns(trigger, t, CLAUSE_STEP, shared=False))

    def _near(self, trigger: Trigger) -> list[DateMention]:
        """The dates that belong to the act rather than to another, the nearest first."""
        beside = [
            (d, t)
            for d, t in self._dates.beside(trigger.token)
            if not qualifies_other(t, trigger.token) and not self._of_telling(trigger, t)
        ]
        # what joined verbs share is told of each, but its own date first
        owned = [
            (steps_between(trigger, t) or 0, steps_between(trigger, t, shared=False) or FAR, d)
            for d, t in beside
            if self._owns(trigger, t)
        ]
        return [d for *_, d in sorted(owned, key=lambda o: (o[0], o[1], o[2].span))]

    def _of_telling(self, trigger: Trigger, token: Token) -> bool:
        """True for a date or a place nearer to a verb of saying: when and where it was told."""
        own = steps_between(trigger, token)
        if own is None:
            return False
        if token.i not in self._told_from:
            told = ((steps_between(t, token), at) for t, at in self._tellings.beside(token))
            self._told_from[token.i] = [(o, at) for o, at in told if o is not None]
        return any(o < own and at != trigger.token for o, at in self._told_from[token.i])

    def _owns(
        self, trigger: Trigger, token: Token, limit: int | None = None, shared: bool = True
    ) -> bool:
        """True when no other act of the sentence stands nearer to `token`."""
        own = steps_between(trigger, token, shared)
        if own is None or (limit is not None and own > limit):
            return False
        return own <= self._steps_of_nearest(token, shared)

    def _steps_of_nearest(self, token: Token, shared: bool) -> int:
        """Steps from `token` to the act of its sentence that is nearest."""
        key = token.i, shared
        if key not in self._nearest:
            acts = (steps_between(t, token, shared) for t, _ in self._triggers.beside(token))
            self._nearest[key] = min((steps for steps in acts if steps is not None), default=FAR)
        return self._nearest[key]

    def _allowed(self, told: DateMention, value: Factuality) -> bool:
        published = self._report.date.end
        if value != "happened" or published is None or told.when.start is None:
            return True
        return told.when.start < published


def _bounded(told: DateMention) -> bool:
    """True where both ends are known, and no further apart than a decade: "July, of 2022 or later"
    and "the last century" would place an act nowhere."""
    bounds = told.when.start is not None and told.when.end is not None
    return bounds and told.when.precision != "unknown"


def _told_as_new(verb: Token) -> bool:
    """True for the tenses in which news tells what is new, outside clauses of background."""
    if verb.pos_ not in ("VERB", "AUX") or verb.tag_ not in ("VBD", "VBN"):
        return False
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if helpers and not set(helpers) <= circumstance_words("simple"):
        return False  # "has annexed", "had been shelled": told as background, or of any time before
    if any(c.lower_ in circumstance_words("untimed") for c in verb.children if c.dep_ == "advmod"):
        return False
    return verb.dep_ not in ("relcl", "acl", "advcl")


def _located(token: Token | None) -> bool:
    """True when the place stands under a preposition of place, or in an adverbial of its own."""
    for step in (token, *token.ancestors) if token is not None else ():
        if step.dep_ == "prep" and step.lower_ in circumstance_words("locative"):
            return True
        if step.dep_ == "prep" and step.lower_ == "of":  # "in the state of Alaska"
            continue
        links = ("pobj", "appos", "conj", "npadvmod")
        if step.dep_ not in links:
            return False
    return False
