"""On what a judgement depends: "if", "as long as", "should Russia act", "without a deal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.condition_words import Use, before_words, opening
from dragoman.coding.syntax import children, clause_head

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
# Up which links a verb shares the condition of the clause above it.
_SHARING = frozenset({"xcomp", "acomp", "oprd", "attr", "conj", "ccomp", "pcomp"})
_VERBAL = ("VERB", "AUX")
# A subject that is only supposed: "a blockade would ...", "any deal could ...".
_SUPPOSED = frozenset({"a", "an", "any", "another", "no"})
# How the words that open a phrase or clause hang.
_OPENING = frozenset({"prep", "mark", "pcomp", "advcl"})
_WITHOUT = "without"


class Condition(NamedTuple):
    """The words on which a judgement depends, and whether they make it a conditional one."""

    words: Sequence[Token] = ()
    makes: bool = False


def condition(verb: Token) -> Condition:
    """On what `verb` depends: "once it opens" and "at this rate" make nothing conditional."""
    governors = _governors(verb)
    for words, use in _conditions(verb):
        governor = _governor(words)
        if verb in words or not (governor in governors or use == "inverted"):
            continue
        return Condition(_with_before(words), use not in ("trend", "time"))
    return Condition()


def _with_before(words: list[Token]) -> list[Token]:
    """With the "only" or "particularly" before it."""
    first = words[0]
    while first.i > first.sent.start and first.nbor(-1).lower_ in before_words():
        if first.nbor(-1).dep_ == "cc":
            break
        first = first.nbor(-1)
    return [*first.doc[first.i : words[0].i], *words]


def supposed(verb: Token) -> list[Token]:
    """The subject of a "would" where it is itself what is supposed: "a blockade would ..."."""
    for subject in children(verb, "nsubj", "nsubjpass"):
        first = subject.left_edge
        gerund = subject.tag_ == "VBG"
        if gerund or (first.lower_ in _SUPPOSED and first.dep_ == "det"):
            return [t for t in subject.subtree if not t.is_punct or t.i < subject.right_edge.i]
    return []


def is_supposed(verb: Token) -> bool:
    """True for a verb within a condition, or that holds on one told before it: "if asked, ..."."""
    tokens = list(verb.sent)
    for i in range(len(tokens)):
        opened = opening(tokens, i)
        if opened is None or opened[1] not in ("clause", "inverted"):
            continue
        region = _region(tokens, i, len(opened[0]), opened[1])
        wills = any(c.tag_ == "MD" for c in children(verb, "aux"))
        if verb in region or (wills and region[-1].i < verb.i and _governor(region) == verb):
            return True
    return False


def _governors(verb: Token) -> list[Token]:
    """The verb, and those above it whose condition is its condition too."""
    found = [verb]
    while found[-1].dep_ in _SHARING and len(found) < len(verb.doc):
        found.append(found[-1].head)
    return found


def _conditions(verb: Token) -> Iterator[tuple[list[Token], Use]]:
    """Each condition of the sentence: its words, and how it opens."""
    tokens = list(verb.sent)
    done = -1
    for i, token in enumerate(tokens):
        opened = opening(tokens, i) if token.i > done else None
        if opened is None:
            continue
        words, use = opened
        region = _before_clause(_region(tokens, i, len(words), use), verb)
        if region and not _is_none(region, words, use):
            done = region[-1].i
            yield region, use


def _before_clause(region: list[Token], verb: Token) -> list[Token]:
    """The region up to the comma before the judged clause, where the parser takes both for one."""
    if verb not in region:
        return region
    own = [c.left_edge.i for c in verb.lefts if c.dep_ in _SUBJECTS]
    stops = [t.i for t in region if t.text == "," and t.i < min(own, default=verb.i)]
    return [t for t in region if stops and t.i < stops[-1]]


def _is_none(region: Sequence[Token], words: tuple[str, ...], use: Use) -> bool:
    """True for what only looks like a condition: a manner, a length, a time that is past."""
    if use == "case":
        led = region[0].i < _governor(region).i  # "without a guarantee, they will not disarm"
        return words[0] == _WITHOUT and not led and _is_manner(region)
    if use in ("clause", "opening", "time"):
        verbs = [t for t in region if t.pos_ in _VERBAL]
        return not verbs or (use == "opening" and any(t.tag_ == "VBD" for t in verbs))
    return False


def _is_manner(region: Sequence[Token]) -> bool:
    """ "Without a fight", "without saying why": how, and not on what condition."""
    head = region[0]
    things = [t for t in head.children if t.dep_ == "pobj"]
    if head.head.pos_ not in _VERBAL or not things:
        return True
    return any(c.lower_ in _SUPPOSED for t in things for c in t.lefts) or any(
        t.pos_ == "NOUN" and t.tag_ == "NN" and not list(t.lefts) for t in things
    )


def _region(tokens: Sequence[Token], i: int, width: int, use: Use) -> list[Token]:
    """All words of the condition that opens at `i`."""
    marker = tokens[i + width - 1]
    if use == "word":
        return [marker]
    head = marker
    if use in ("case", "trend"):
        opened = (t for t in tokens[i : i + width] if t.dep_ in _OPENING)
        head = next(opened, marker)
    elif marker.dep_ in ("mark", "advmod", "aux", "auxpass"):
        head = marker.head
    last = max((t.i for t in head.subtree), default=marker.i)
    found = [t for t in tokens[i:] if t.i <= last]
    while found and (found[-1].is_punct or found[-1].is_space):
        found.pop()
    return found


def _governor(region: Sequence[Token]) -> Token:
    """The verb, or the word that estimates, on which a condition hangs."""
    inside = {t.i for t in region}
    top = next((t for t in region if t.head.i not in inside), region[0])
    above = top.head
    return above if above.pos_ in (*_VERBAL, "ADJ") else clause_head(above)
