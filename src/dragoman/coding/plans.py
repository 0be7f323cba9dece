"""What a modal verb alone does not make a judgement: plans, abilities, questions, descriptions."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.holders import Holders
from dragoman.coding.participants import Cast
from dragoman.coding.readings import asks, is_wish, only_describes, permits, verbs_of, was_able
from dragoman.coding.syntax import children, is_passive, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution

_PERSONS = frozenset({"i", "we", "he", "she", "they"})
_STATE_LETTERS = 3


class Plans:
    """Tells what foretells nothing from what does, in one report."""

    def __init__(self, analysis: Analysis, cast: Cast, holders: Holders) -> None:
        self._days = {d.span.start for d in analysis.dates if d.when.single_day is not None}
        self._cast = cast
        self._holders = holders

    def foretells(self, verb: Token, modal: str, conditional: bool) -> bool:
        """False where a bare "will", "would", "may" or "could" at the verb judges nothing."""
        if asks(verb) or only_describes(verb) or is_wish(verb, modal):
            return False
        uses = set(self._holders.uses(verb))
        if "plans" in uses or (modal == "could" and was_able(verb)):
            return False
        if conditional:
            return not self._promises(verb)
        if modal in ("may", "might"):
            return not permits(verb, modal)
        if modal == "could" or uses & {"foresees", "warns"}:
            return not self._of_himself(verb)
        return not (modal == "would" and self._wills(verb)) and not self._is_plan(verb)

    def fixes(self, verb: Token, words: Sequence[Token]) -> bool:
        """ "Is set to sign", "is expected to meet on Monday": what is fixed already."""
        to = any(t.tag_ == "TO" for t in (words[-1], *verb.lefts))
        if not to or verb.lemma_.lower() not in verbs_of("official"):
            return False
        said = {word.lower_ for word in words}
        return bool(said & verbs_of("fixed")) or (
            bool(said & verbs_of("dated")) and self._day(verb)
        )

    def _day(self, verb: Token) -> bool:
        return any(t.idx in self._days for t in verb.subtree)

    def _promises(self, verb: Token) -> bool:
        """ "I will resign if he stays": what the speaker says of himself."""
        doers = [t.lower_ for t in verb.lefts if t.dep_ == "nsubj"]
        return (
            bool({"i", "we"} & set(doers))
            and self._holders.quotation(verb) is not None
            and not is_passive(verb)
        )

    def _wills(self, verb: Token) -> bool:
        """ "I would miss it", "she would not be drawn": what somebody is willing to do."""
        doers = [t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")]
        if any(t.lower_ in ("i", "we") for t in doers) and not is_passive(verb):
            return True
        if self._holders.of(verb):
            return False
        known = any(t.lower_ in _PERSONS or self._cast.named(t) for t in doers)
        refused = children(verb, "neg") or any(t.lower_ == "neither" for t in doers)
        done = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        return done or (bool(refused) and known)

    def _is_plan(self, verb: Token) -> bool:
        lemma = verb.lemma_.lower()
        offered = children(verb, "acomp", "attr") if lemma == "be" else []
        if lemma in verbs_of("official") or any(t.lower_ in verbs_of("offered") for t in offered):
            return True
        if not is_passive(verb) and lemma in verbs_of("saying"):
            return True
        if self._day(verb):
            return True
        return self._of_himself(verb)

    def _of_himself(self, verb: Token) -> bool:
        """True for what whoever speaks says of himself or of his own state."""
        doers = [t for t in verb.lefts if t.dep_ == "nsubj"]
        if any(t.lower_ in ("i", "we") for t in doers):
            spoken = self._holders.quotation(verb) is not None
            return spoken and verb.pos_ == "VERB" and not is_passive(verb)
        return any(self._is_of(held, verb) for held in self._holders.of(verb)[:1])

    def _is_of(self, held: Attribution, verb: Token) -> bool:
        """True where who is cited is the subject of the verb, by code or by pronoun."""
        source = held.source.actor
        active = not is_passive(verb)
        its = " its " in f" {(held.source.text or '').lower()} "
        for subject in subjects(verb):
            if subject.lower_ in _PERSONS or (subject.lower_ == "it" and verb.pos_ == "VERB"):
                return active
            codes = {c for m in self._cast.of(subject) for c in m.codes}
            state = (source or "")[:_STATE_LETTERS]
            if source in codes or (its and any(c[:_STATE_LETTERS] == state for c in codes)):
                return True
        return False
