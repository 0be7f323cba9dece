"""The hinge of a judgement: what has to be seen for it to be right."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.estimates import Estimate
from dragoman.coding.negation import negations
from dragoman.coding.odds import odds_words

_BEING = frozenset({"be", "remain", "look", "seem", "become", "appear"})
_MARKS = " ,;:.“”\"'‘’–—"


def hinge(words: Sequence[Token], told: Sequence[Estimate], depends: Sequence[Token]) -> str:
    """The statement without the words that estimate or deny it, and without its condition."""
    for estimate in told:
        thing = _of(estimate, words)
        if thing:
            return _joined([t for t in thing if t in words and t not in estimate.words])
    left_out = {t.i for t in depends} | {t.i for e in told for t in e.words}
    for estimate in told:
        left_out |= _carriers(estimate)
    for word in words:
        if word.pos_ in ("VERB", "AUX"):
            left_out |= {t.i for t in negations(word) if _denies(word, told)}
    return _joined([t for t in words if t.i not in left_out])


def _of(estimate: Estimate, words: Sequence[Token]) -> list[Token]:
    """What a risk, a chance or a prospect is told to be of."""
    nouns = [w for w in words if w.lower_ in odds_words("noun")]
    if estimate.words[-1].pos_ == "NOUN":
        nouns.insert(0, estimate.words[-1])
    elif estimate.kind is None:
        return []
    of = (c for noun in nouns for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
    return next(([t for p in c.children for t in p.subtree] for c in of), [])


def _joined(words: Sequence[Token]) -> str:
    """The words as a text, with a blank where others were left out."""
    words = list(words)
    while words and (words[-1].lemma_ in _BEING or words[-1].dep_ in ("aux", "prep")):
        words.pop()  # "a deal is", once "improbable" is left out
    said = ""
    for n, token in enumerate(words):
        gap = n and token.i > words[n - 1].i + 1 and not said.endswith((" ", "\n"))
        said += (" " if gap and not token.is_punct else "") + token.text_with_ws
    return " ".join(said.split()).strip(_MARKS)


def _carriers(estimate: Estimate) -> set[int]:
    """The copula and the "to" around "is likely to leave", and the "it is" before "that"."""
    last = estimate.words[-1]
    if last.pos_ not in ("ADJ", "VERB", "ADP", "NOUN", "PART"):
        return set()
    ends = last.tag_ == "TO"
    there = [t for t in last.head.lefts if t.dep_ == "expl"]
    if last.pos_ == "NOUN" and there:  # "there is a risk that"
        said = [last.head, *there, *last.lefts, *(t for t in last.subtree if t.i == last.i + 1)]
        return {t.i for t in said}
    core = estimate.words[-2] if ends and len(estimate.words) > 1 else last
    infinitive = [t for t in core.rights if t.dep_ in ("xcomp", "ccomp", "acl")]
    opened = [t for clause in infinitive for t in clause.lefts if t.tag_ == "TO"]
    if not (opened or ends):
        return set()
    heads = {core, core.head, core.head.head if core.head.pos_ == "ADP" else core.head}
    found = {t.i for t in opened} | {h.i for h in heads if h.lemma_ in _BEING}
    helping = (t for h in heads if h == core or h.lemma_ in _BEING for t in h.lefts)
    return found | {t.i for t in helping if t.dep_ in ("aux", "auxpass")}


def _denies(verb: Token, told: Sequence[Estimate]) -> bool:
    """True for the verb that is judged, and the verb that carries the words that judge."""
    heads = {h for e in told for w in e.words for h in (w, w.head)}
    return verb in heads
