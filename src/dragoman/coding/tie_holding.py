"""Whether a word's clause tells of a tie that holds, or held: its tense, its truth, its things."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.factuality import factuality, of_noun
from dragoman.coding.roles import Trigger
from dragoman.coding.syntax import children
from dragoman.coding.tie_needs import stands
from dragoman.coding.tie_said_of import verb_of
from dragoman.coding.tie_words import POS, Found, carriers, things
from dragoman.model.quantity import Quantity


class Holding(NamedTuple):
    """Whether a tie is told at all, whether its beginning is, and whether its end is."""

    told: bool
    opens: bool = False
    ended: bool = False


NOT_TOLD = Holding(False)


def holding(found: Found, amounts: tuple[Quantity, ...], dated: bool) -> Holding:
    """What the clause says of the tie that a word may tell of."""
    token, word = found
    if word.need is not None and not stands(found):
        return NOT_TOLD
    verb = verb_of(token)
    no_longer = any(_no_longer(t) for t in (token, verb))
    real = _real(found, verb)
    if not real and not no_longer:
        return NOT_TOLD
    if word.present and not (goes_on(verb) or dated or _lasting(amounts)):
        return NOT_TOLD
    does = word.does
    if word.pos == "noun" and token.dep_ in ("dobj", "nsubjpass"):
        does = carriers().get(verb.lemma_.lower(), does)
    past = any(c.lemma_.lower() in things()["past"] for c in children(token, "amod", "advmod"))
    used = verb.dep_ == "xcomp" and verb.head.lower_ == "used"
    return Holding(True, does == "opens", does == "closes" or past or no_longer or used)


def _real(found: Found, verb: Token) -> bool:
    """A treaty that is spoken of as known is there, whatever else the clause doubts."""
    token = found.token
    if _presupposed(found):
        return of_noun(token) == "happened"
    carried = verb.lemma_.lower() in carriers() or token.dep_ == "attr"
    support = verb if found.word.pos == "noun" and token.head == verb and carried else None
    return factuality(Trigger(token, support)) == "happened" and not _of_none(verb)


def _presupposed(found: Found) -> bool:
    token = found.token
    if found.word.pos != "noun":
        return False
    known = children(token, "poss") or any(c.lower_ == "the" for c in children(token, "det"))
    return bool(known) and token.dep_ not in ("attr", "oprd")


def _of_none(verb: Token) -> bool:
    """ "Joined no bloc"; and "the wish to own it", which tells of a wish."""
    none = any(c.lower_ == "no" for o in children(verb, "dobj") for c in o.lefts)
    wish = verb.dep_ == "acl" and any(c.tag_ == "TO" for c in verb.lefts)
    return none or wish


def _lasting(amounts: tuple[Quantity, ...]) -> bool:
    """A share or a rate tells of more than one delivery: "supplied 40 percent of its oil"."""
    units = [q.unit or "" for q in amounts]
    return any(u == "percent" or "/" in u for u in units)


def goes_on(verb: Token) -> bool:
    """True for what goes on: "supplies", "has supplied"; not for "supplied", "will supply"."""
    if any(c.tag_ == "MD" for c in verb.lefts):
        return False
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if auxiliaries:
        return auxiliaries[0].tag_ in ("VBZ", "VBP")
    if verb.tag_ == "VBG":  # "sharing a border with"; not "stopped supplying"
        return verb.dep_ in ("acl", "advcl", "ROOT", "ccomp")
    if verb.tag_ == "VBN":
        return verb.dep_ == "acl"
    if verb.dep_ == "conj" and verb.tag_ == "VB":
        return goes_on(verb.head)
    return verb.tag_ in ("VBZ", "VBP") or verb.pos_ not in POS["verb"]


def _no_longer(token: Token) -> bool:
    words_after = [c for c in token.children if c.lower_ == "longer"]
    return any(c.lower_ == "no" for w in words_after for c in w.children)
