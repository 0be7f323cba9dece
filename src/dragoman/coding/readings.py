"""Clauses with a modal verb that ask, describe, wish, permit, or tell of an ability."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from dragoman.coding.syntax import children, is_passive
from dragoman.language.quotes_tables import speech_verbs
from dragoman.model.tables import Column, read_table

_USES = ("official", "saying", "ability", "wish", "fixed", "dated", "offered")
_COLUMNS = (Column("words"), Column("use", choices=_USES))
_QUESTIONS = frozenset({"WP", "WDT", "WRB", "WP$"})
_ASKING = frozenset({"mark", "advmod", "nsubj", "dobj", "attr", "nsubjpass"})
_EMBEDDED = frozenset({"ccomp", "pcomp", "csubj", "xcomp", "advcl"})


@cache
def verbs_of(use: str) -> frozenset[str]:
    """Lemmas of verbs with which a modal verb alone foretells nothing, by the reason."""
    rows = read_table("judgements/no_forecasts.tsv", _COLUMNS)
    return frozenset(r["words"] for r in rows if r["use"] == use)


def is_asked(verb: Token) -> bool:
    """True within a question."""
    return verb.sent.text.rstrip(" \t\n”\"'’)").endswith("?")


def asks(verb: Token, within: Sequence[Token] = ()) -> bool:
    """ "Whether it will fall", "when it will rule", "will it fall?": that is asked, not judged.

    Words that are part of an expression, `within`, ask nothing: "hard to see how".
    """
    first = verb.left_edge
    if first in within:
        return False
    if is_asked(verb) or (first.tag_ == "WRB" and first.lower_ in ("why", "how")):
        return True
    marks = [c for c in verb.lefts if c.dep_ in _ASKING]
    words = {m.lower_ for m in marks}
    if "when" in words:  # a clause of time has no "will" of its own
        ahead = any(c.lower_ in ("will", "would", "wo") for c in verb.lefts if c.tag_ == "MD")
        return ahead or verb.dep_ in ("ccomp", "pcomp")
    if "if" in words and verb.dep_ == "ccomp":
        return True
    asking = words & {"whether", "however"} or any(m.tag_ in ("WP", "WRB") for m in marks)
    return verb.dep_ in _EMBEDDED and bool(asking)


def only_describes(verb: Token) -> bool:
    """True in "a peace that people will respect"; not in ", which will fail"."""
    if verb.dep_ == "relcl":
        before = verb.left_edge.nbor(-1) if verb.left_edge.i else None
        own = any(t.tag_ in _QUESTIONS for t in children(verb, "nsubj", "nsubjpass"))
        return not own or before is None or before.text not in (",", "—", "–")
    first = verb.left_edge
    if first.tag_ == "WP" and verb.dep_ != "ROOT":  # "what might have been a feud"
        return True
    opens = first.tag_ in ("WP", "WDT", "WP$") and first.dep_ in ("dobj", "pobj", "det", "poss")
    return opens or verb.dep_ == "csubj"


def is_wish(verb: Token, modal: str) -> bool:
    """ "Would like to", "would rather", "would not say"."""
    if modal != "would":
        return False
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    return verb.lemma_.lower() in verbs_of("wish") or bool(adverbs & verbs_of("wish"))


def was_able(verb: Token) -> bool:
    """ "Could not reach the town": what somebody was able to do, in a tale of the past."""
    if any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
        return False
    if children(verb, "neg") and not children(verb, "advcl"):
        return True
    purpose = verb.dep_ == "advcl" and any(c.lower_ in ("so", "that") for c in verb.lefts)
    if purpose or verb.left_edge.lower_ == "so":
        return True
    able = verb.lemma_.lower() in verbs_of("ability") and not is_passive(verb)
    told = [t for t in verb.ancestors if t.tag_ == "VBD" and t.lemma_.lower() not in speech_verbs()]
    return able or (bool(told) and verb.dep_ in ("advcl", "relcl", "conj"))


def permits(verb: Token, modal: str) -> bool:
    """ "Voters may register until May": what the rules allow somebody."""
    if modal != "may":
        return False
    if is_passive(verb) and not children(verb, "agent"):
        return bool(children(verb, "neg"))
    rule = any(t.lower_ == "under" and t.dep_ == "prep" for t in verb.children)
    lemma = verb.lemma_.lower()
    named = any(lemma in verbs_of(use) for use in ("wish", "saying", "official"))
    return rule or named or verb.left_edge.lower_ in ("so", "however", "whatever")
