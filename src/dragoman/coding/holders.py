"""Whose judgement it is: those cited for what stands at a verb, and what they do in saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from dragoman.coding.attribution_sources import SOMEBODY
from dragoman.coding.attribution_spans import phrase
from dragoman.coding.judges import by_name, can_judge, only_estimates
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, is_passive
from dragoman.language.analysis import Analysis
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

    def of(self, verb: Token) -> list[Attribution]:
        """The attributions in whose content the verb stands, the innermost first."""
        at = verb.idx
        found = [a for a in self._said if any(s.start <= at < s.end for s in a.contents)]
        found.sort(key=lambda a: sum(s.end - s.start for s in a.contents))
        spoken = self.quotation(verb)
        if spoken is None:
            return found
        # who tells of others' views outside the marks does not speak the words inside them
        outer = [a for a in found if not _inside(a, spoken)]
        return [a for a in found if _inside(a, spoken)] + [a for a in outer if a.quotation]

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
        cited = [a for a in self.of(verb) if not only_estimates(a, verb, words)]
        held = [a.source for a in cited if _may_speak(a, spoken)]
        held = [s for s in held if can_judge(s, self._analysis, cast)]
        named = [s for s in held if s.text and s.text.lower() not in _FIRST]
        if named:
            return by_name(named[0], self._analysis, cast)
        if spoken is not None and spoken.speaker:
            return Source(spoken.actor, spoken.speaker, None, "named")
        expecting = _expecting(words[-1], cast)
        if expecting is not None:
            return by_name(expecting, self._analysis, cast)
        if any(s.text is None for s in held):
            return SOMEBODY
        report = self._analysis.report
        kind = "author" if report.author or not report.outlet else "outlet"
        return Source(None, report.author or report.outlet, None, kind)


def _expecting(word: Token, cast: Cast) -> Source | None:
    """Who "expects" or "feared", where the verb that estimates has somebody as its subject."""
    if word.pos_ != "VERB" or is_passive(word):
        return None
    doers = [s for s in children(word, "nsubj") if s.pos_ in ("NOUN", "PROPN")]
    if not doers:
        return None
    span = phrase(doers[0], word)
    mentions = cast.of(doers[0])
    codes = [c for m in mentions for c in m.codes]
    kind = "named" if any(m.name for m in mentions) else "unnamed"
    return Source(codes[0] if codes else None, span.of(cast.text), span, kind)


def _may_speak(held: Attribution, spoken: Quotation | None) -> bool:
    return spoken is None or not spoken.speaker or _speaks(held, spoken)


def _speaks(held: Attribution, spoken: Quotation) -> bool:
    """True for who is cited within the marks, or speaks the words between them."""
    name = held.source.text or ""
    same = name in (spoken.speaker or "") or (spoken.speaker or "") in name
    return _inside(held, spoken) or held.cue == spoken.cue or same


def _inside(held: Attribution, spoken: Quotation) -> bool:
    return spoken.span.start <= held.cue.start < spoken.span.end
