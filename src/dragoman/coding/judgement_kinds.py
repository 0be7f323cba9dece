"""What kind of judgement it is: of what is, will be or would be, a warning, or advice."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.holders import Holders
from dragoman.coding.judged import VERBAL
from dragoman.coding.syntax import children, clause_head
from dragoman.model.judgement import JudgementKind

_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_OPEN = frozenset({"may", "might", "could"})
_WOULD = frozenset({"would", "'d", "’d"})
_ADVISING: tuple[JudgementKind, ...] = ("prescription", "warning")


def kind(
    verb: Token, told: Sequence[Estimate], chosen: Estimate, depends: bool, holders: Holders
) -> JudgementKind:
    """The kind, by words that make one, the cue, the condition, and the tense; in this order."""
    if chosen.kind in _ADVISING or "warns" in holders.uses(verb):
        return chosen.kind if chosen.kind in _ADVISING else "warning"
    if depends:
        return "conditional"
    modals = {t.lower_ for t in verb.lefts if t.dep_ == "aux"} | {
        w.lower_ for e in told for w in e.words if e.modal
    }
    if modals & _FUTURE:
        return "forecast"
    if modals & _WOULD:
        foreseen = "foresees" in set(holders.uses(verb)) or holders.reported_past(verb)
        return "forecast" if foreseen or chosen.kind == "forecast" else "conditional"
    return chosen.kind or _by_tense(verb, modals, chosen)


def _by_tense(verb: Token, modals: set[str], chosen: Estimate) -> JudgementKind:
    done = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    lasting = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    if _of_a_thing(verb, chosen):
        return "forecast"
    if done or lasting:
        return "assessment"
    if modals & _OPEN:
        states = verb.pos_ == "AUX" or verb.lemma_ == "be"
        return "assessment" if states else "forecast"
    if any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children):
        return "forecast"
    if chosen.words[-1].tag_ == "VBG" and "going" in {w.lower_ for w in chosen.words}:
        return "forecast"
    # "a risk that the truce collapses": the present tense tells of what may come
    comes = chosen.words[-1].pos_ == "NOUN" and verb.tag_ in ("VBZ", "VBP") and verb.pos_ == "VERB"
    return "forecast" if comes else "assessment"


def _of_a_thing(verb: Token, chosen: Estimate) -> bool:
    """ "A deal by spring is improbable": a thing that may come, and no clause, is judged."""
    word = next((w for w in chosen.words if w.pos_ in ("ADJ", "NOUN")), chosen.words[-1])
    if word.dep_ == "pobj":  # "without a doubt" is said of a clause
        return False
    if word.pos_ not in ("ADJ", "NOUN", "VERB") or verb.pos_ not in VERBAL:
        return False
    if clause_head(word) != verb and word.head != verb:
        return False
    subject = children(verb, "nsubj", "nsubjpass")
    return bool(subject) and subject[0].pos_ in ("NOUN", "PROPN", "PRON")
