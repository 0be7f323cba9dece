"""Whether a word estimates where it stands, by what the parser makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.estimate_table import lexicon

# What estimates: "may" the month does not.
_ESTIMATING = frozenset({"AUX", "ADV", "VERB", "PART", "SCONJ", "ADP"})
# What a noun that estimates is followed by: "a chance that", "a risk of".
_TELLS = frozenset({"acl", "prep", "ccomp", "relcl"})
# Modal verbs that are nouns as well.
_MODAL = frozenset({"will", "might"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def estimates_here(words: Sequence[Token]) -> bool:
    """False for a name, and for words that only describe a thing: "a possible visit", "a risk"."""
    last, several = words[-1], len(words) > 1
    if last.pos_ == "NOUN" and last.lower_ in _MODAL:  # "the will of the people"
        return False
    if last.pos_ == "NOUN":
        return _noun_estimates(last, several) and not _is_of_something(words)
    if last.pos_ == "VERB" and last.tag_ != "MD":  # "expects that", "fears that"
        return several or _verb_estimates(last)
    if last.pos_ == "ADV" and last.head.pos_ in ("ADJ", "NOUN", "NUM"):
        # "a potentially habitable planet", "perhaps a hundred men"
        return last.head.dep_ not in ("amod", "compound", "nummod") and last.head.pos_ != "NUM"
    if last.pos_ == "ADJ":
        return _adjective_estimates(last, several)
    return last.pos_ in _ESTIMATING


def _adjective_estimates(word: Token, several: bool) -> bool:
    """What is said to be so; not "a likely visit", "called it impossible"."""
    if word.dep_ == "amod" or (word.dep_ == "conj" and word.head.dep_ == "amod"):
        return several and (word.head.dep_ == "attr" or word.head.pos_ == "ADP")
    return word.dep_ != "oprd" or any(c.dep_ in _CLAUSES for c in word.rights)


def _noun_estimates(noun: Token, several: bool) -> bool:
    """A chance that something is, and no chance to do it: that is an opportunity."""
    tells = [c for c in noun.rights if c.dep_ in _TELLS and (c.dep_ != "prep" or c.lower_ == "of")]
    if any(c.dep_ == "acl" and c.left_edge.tag_ == "TO" for c in tells):
        return False
    if noun.dep_ == "nsubj":  # "the risk is that it falls"
        return several or any(c.dep_ == "ccomp" and _has_mark(c) for c in noun.head.rights)
    if noun.dep_ not in ("attr", "dobj", "pobj"):
        return False
    if not several and f"{noun.lemma_.lower()}ed" in lexicon():  # "doubts about it", "fear of it"
        return any(c.dep_ in ("acl", "ccomp", "relcl") and _has_mark(c) for c in tells)
    return several or any(c.dep_ != "relcl" or _has_mark(c) for c in tells)


def _is_of_something(words: Sequence[Token]) -> bool:
    """ "In the balance of power", "they have no chance": a thing, and nothing that may come."""
    noun = words[-1]
    if noun.dep_ == "pobj" and noun.head in words:
        return any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.rights)
    held = noun.dep_ == "dobj" and noun.head.lemma_ == "have" and noun.head not in words
    return held and not any(c.dep_ in _TELLS for c in noun.rights)


def _has_mark(clause: Token) -> bool:
    return any(c.dep_ == "mark" or (c.lower_ == "that" and c.tag_ == "IN") for c in clause.lefts)


def _verb_estimates(verb: Token) -> bool:
    """ "Expects that", "is expected", "foresees a vote"; not "the feared unrest", "as expected"."""
    if any(c.dep_ in _CLAUSES and not _is_own(c) for c in verb.rights):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return True
    things = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    kinds = {e.kind for e in lexicon().get(verb.lower_, ())}
    finite = verb.tag_ in ("VBP", "VBZ", "VBD") or any(c.lemma_ == "have" for c in verb.lefts)
    return bool(things) and finite and "forecast" in kinds


def _is_own(clause: Token) -> bool:
    """ "Expects to be thanked": what somebody means for himself."""
    return clause.dep_ == "xcomp" and clause.left_edge.tag_ == "TO"
