"""Judgements: what the author or somebody cited holds to be, to come, or to be advisable.

Which words are estimative is found apart, in `estimates`; this fills in what is judged, by whom,
how likely it is then, by when, on what condition, and what would have to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dragoman.coding.advice import advises
from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.certainty import says
from dragoman.coding.concerned import concerned
from dragoman.coding.conditions import Condition, condition, supposed
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.estimates import Estimate, estimates
from dragoman.coding.hinges import hinge
from dragoman.coding.holders import Holders
from dragoman.coding.horizons import horizon
from dragoman.coding.judged import judged
from dragoman.coding.judgement_kinds import kind
from dragoman.coding.learned_findings import chance
from dragoman.coding.negation import bounded
from dragoman.coding.participants import Cast
from dragoman.coding.plans import Plans
from dragoman.coding.readings import asks
from dragoman.coding.statements import (
    is_joined,
    span_of,
    statement_words,
    unquoted,
)
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution
from dragoman.model.event import Event
from dragoman.model.judgement import JUDGEMENT_KINDS, Judgement
from dragoman.model.span import Span

_WOULD = frozenset({"would", "'d", "’d"})


# "May" or "will" is dropped where the encoder holds it for less likely than this to judge: they are
# permissions, plans and habits as well. Words that always estimate are not asked about.
DROPPED = 0.08


def judgements(
    analysis: Analysis,
    cast: Cast,
    said: Sequence[Attribution],
    events: Sequence[Event],
    readings: Readings,
) -> tuple[Judgement, ...]:
    """Every judgement of the text, in text order."""
    found = (e for sentence in analysis.doc.sents for e in estimates(sentence))
    kept = (e for e in found if _may_judge(e, readings))
    return filled(kept, analysis, cast, said, events)


def _may_judge(estimate: Estimate, readings: Readings) -> bool:
    if not estimate.modal:
        return True
    reading = readings.of(estimate.words[0].sent)
    return reading is None or chance(estimate.words, JUDGEMENT_KINDS, reading) >= DROPPED


def filled(
    found: Iterable[Estimate],
    analysis: Analysis,
    cast: Cast,
    said: Sequence[Attribution],
    events: Sequence[Event],
) -> tuple[Judgement, ...]:
    """The judgements that estimative words make, whoever found the words; in text order."""
    by_verb: dict[int, list[Estimate]] = {}
    for estimate in found:
        verb = judged(estimate)
        if verb is not None:
            by_verb.setdefault(verb.i, []).append(estimate)
    reader = _Reader(analysis, cast, said, events)
    rows = reader.rows(by_verb)
    return tuple(sorted(rows, key=lambda j: (j.span, j.statement, j.term)))


class _Reader:
    """Fills in what the estimative words of one report judge."""

    def __init__(
        self, analysis: Analysis, cast: Cast, said: Sequence[Attribution], events: Sequence[Event]
    ) -> None:
        self._analysis, self._cast = analysis, cast
        self._holders = Holders(analysis, said)
        self._plans = Plans(analysis, cast, self._holders)
        self._planned = [e.event_span for e in events if e.factuality == "planned"]

    def rows(self, by_verb: dict[int, list[Estimate]]) -> Iterator[Judgement]:
        told: set[int] = set()
        supposing: set[int] = set()
        for i, words in sorted(by_verb.items()):
            verb = self._analysis.doc[i]
            if is_joined(verb, told):
                told.add(i)
                continue
            if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "prep") and verb.head.i in told:
                continue  # ", possibly ending the war": the clause that it hangs on tells it
            chosen = max(words, key=lambda e: (not e.modal, len(e.words)))
            depends = condition(verb)
            if set(chosen.words) & set(depends.words):  # "without a doubt"
                depends = Condition()
            if i not in supposing and self._judges(verb, chosen, depends.makes):
                told.add(i)
                supposing |= {t.i for t in depends.words}
                yield self._row(verb, words, chosen, depends)

    def _judges(self, verb: Token, chosen: Estimate, conditional: bool) -> bool:
        if chosen.kind == "prescription":
            return advises(verb, chosen, self._cast)
        if not chosen.modal:
            if asks(verb, chosen.words) or self._plans.fixes(verb, chosen.words):
                return False
            return says(verb, chosen, self._cast)
        first = chosen.words[0]
        modal = "would" if first.lower_ in _WOULD else first.lemma_.lower()
        modal = modal if first.tag_ == "MD" else "will"  # "is going to"
        planned = any(s.start <= verb.idx < s.end for s in self._planned)
        foreseen = set(self._holders.uses(verb)) & {"foresees", "warns"}
        if planned and not conditional and not foreseen and modal != "may":
            return False
        return self._plans.foretells(verb, modal, conditional)

    def _row(
        self, verb: Token, told: Sequence[Estimate], chosen: Estimate, on: Condition
    ) -> Judgement:
        text = self._analysis.report.text
        would = any(w.lower_ in _WOULD for e in told for w in e.words)
        estimate = bounded(verb, chosen)
        words = statement_words(verb, told, {t.i for t in on.words})
        statement = unquoted(text, trimmed(text, span_of(words)))
        if would and not on.words:
            on = Condition(supposed(verb), True) if supposed(verb) else on
        depends = on.words
        ahead = horizon([t for t in words if t not in depends], self._analysis)
        foretells = estimate.low > 0 or estimate.high < 1
        apart = () if depends and depends[0] in words else depends
        sentence = Span(verb.sent.start_char, verb.sent.end_char)
        made = kind(verb, told, chosen, on.makes, self._holders)
        return Judgement(
            author=self._holders.author(verb, chosen.words, self._cast),
            statement=statement.of(text),
            term=span_of(chosen.words).of(text),
            low=estimate.low,
            high=estimate.high,
            span=trimmed(text, sentence, ""),
            actors=concerned(verb, told, [*words, *depends], self._cast),
            horizon=ahead.when,
            condition=span_of(depends).of(text) if depends else None,
            kind=made,
            hinge=hinge(words, told, apart) if foretells else None,
            statement_span=statement,
            term_spans=tuple(span_of(e.words) for e in told),
            condition_span=span_of(depends) if depends else None,
            horizon_span=ahead.span,
        )
