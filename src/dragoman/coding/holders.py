"""Whose judgement it is: those cited for what stands at a verb, and what they do in saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from dragoman.coding.attribution_sources import SOMEBODY
from dragoman.coding.judges import by_name, can_judge, expecting_by, only_estimates
from dragoman.coding.participants import Cast
from dragoman.coding.said_at import goes_on, says, shares_subject
from dragoman.coding.speaking_on import spoke_before
from dragoman.language.analysis import Analysis
from dragoman.language.turns import turns
from dragoman.model.actor import Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.tables import Column, read_table

_COLUMNS = (Column("words"), Column("use", choices=("foresees", "warns", "plans")))
_FIRST = frozenset({"i", "we"})


@cache
def _cues() -> dict[str, str]:
    return {r["words"]: r["use"] for r in read_table("judgements/said_of.tsv", _COLUMNS)}


class Holders:
    """Who is cited where, in one report."""

    def __init__(self, analysis: Analysis, said: Sequence[Attribution]) -> None:
        self._analysis = analysis
        self._said = said
        self._turns = turns(analysis.report.text, analysis.mentions)

    def of(self, verb: Token) -> list[Attribution]:
        """The attributions in whose content the verb stands, the innermost first."""
        found = self._citing(verb)
        while not found and shares_subject(verb):
            verb = verb.head
            found = self._citing(verb)
        found.sort(key=lambda a: sum(s.end - s.start for s in a.contents))
        spoken = self.quotation(verb)
        if spoken is None:
            return found
        # who tells of others' views outside the marks does not speak the words inside them
        outer = [a for a in found if not _inside(a, spoken)]
        return [a for a in found if _inside(a, spoken)] + [a for a in outer if a.quotation]

    def _citing(self, verb: Token) -> list[Attribution]:
        return [a for a in self._said if says(a, verb) or goes_on(a, verb)]

    def quotation(self, verb: Token) -> Quotation | None:
        """The quotation in which the verb stands."""
        spoken = (q for q in self._analysis.quotations if q.span.start <= verb.idx < q.span.end)
        return next(spoken, None)

    def uses(self, verb: Token) -> Iterator[str]:
        """What the innermost who is cited does: foresees, warns or plans; "I hope" counts too."""
        if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _cues():
            yield _cues()[verb.head.lemma_.lower()]
        for held in self.of(verb)[:1]:
            words = self._analysis.doc.char_span(
                held.cue.start, held.cue.end, alignment_mode="expand"
            )
            yield from (
                _cues()[t.lemma_.lower()] for t in words or () if t.lemma_.lower() in _cues()
            )

    def reported_past(self, verb: Token) -> bool:
        """True where the cue is in the past, so that "would" is a "will" told later."""
        for held in self.of(verb)[:1]:
            words = self._analysis.doc.char_span(
                held.cue.start, held.cue.end, alignment_mode="expand"
            )
            return any(t.tag_ in ("VBD", "VBN") for t in words or ())
        return False

    def author(self, verb: Token, words: Sequence[Token], cast: Cast) -> Source:
        """The innermost who is cited, else whoever is quoted, else the author or the outlet.

        Who expects or fears by the estimative `words` themselves is cited by them.
        """
        spoken = self.quotation(verb)
        expects = expecting_by(words[-1], cast)
        if expects is not None:
            return by_name(expects, self._analysis, cast)
        cited = [a for a in self.of(verb) if not only_estimates(a, verb, words)]
        held = [a.source for a in cited if _may_speak(a, spoken)]
        held = [s for s in held if can_judge(s, self._analysis, cast)]
        named = [s for s in held if s.text and s.text.lower() not in _FIRST]
        if named:
            own = by_name(named[0], self._analysis, cast)
            if own.text != named[0].text:
                return own
            spoke = spoke_before(named[0], self._said, self._analysis, cast)
            return by_name(spoke, self._analysis, cast)
        if spoken is not None and spoken.speaker:
            return Source(spoken.actor, spoken.speaker, None, "named")
        if any(s.text is None for s in held):
            return SOMEBODY
        return self._teller(verb)

    def _teller(self, verb: Token) -> Source:
        """Who answers where the verb stands in an interview, else the author or the outlet."""
        turn = next((t for t in self._turns if t.span.start <= verb.idx < t.span.end), None)
        if turn is not None:
            return Source(turn.actor, turn.name, None, "named")
        report = self._analysis.report
        kind = "author" if report.author or not report.outlet else "outlet"
        return Source(None, report.author or report.outlet, None, kind)


def _may_speak(held: Attribution, spoken: Quotation | None) -> bool:
    return spoken is None or not spoken.speaker or _speaks(held, spoken)


def _speaks(held: Attribution, spoken: Quotation) -> bool:
    """True for who is cited within the marks, or speaks the words between them."""
    name = held.source.text or ""
    same = name in (spoken.speaker or "") or (spoken.speaker or "") in name
    return _inside(held, spoken) or held.cue == spoken.cue or same


def _inside(held: Attribution, spoken: Quotation) -> bool:
    return spoken.span.start <= held.cue.start < spoken.span.end
