"""A cue as it is found, and the words around it that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.language.quotes_tables import Cue, cue_verbs
from dragoman.model.span import Span

VERBAL = ("VERB", "AUX")
_AROUND_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
# How far from its verb an adverb or an auxiliary is still part of the cue.
_NEAR = 5
_BEHIND_VERB = frozenset({"npadvmod", "advmod"})
_LONGEST_ADJUNCT = 8
# What a word does that only says whose words these are: "according to", a noun for things said.
SAYING = Cue("asserts", "asserts")


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at `token`: the words of the cue, whose it is, and the heads of what is said.

    `cue` is what the word does by itself; the sentence may turn its stance (coding.stances).
    """

    token: Token
    cue: Cue
    words: tuple[Token, ...]
    sources: tuple[Token, ...]
    contents: tuple[Token, ...]


def known(verb: Token) -> tuple[Cue, Token | None] | None:
    """The cue that a verb is, and its particle or preposition where that makes it one."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "agent", "dative") and child.i > verb.i:
            cue = cue_verbs().get(f"{lemma} {child.lower_}")
            if cue is not None:
                return cue, child
    cue = cue_verbs().get(lemma)
    return (cue, None) if cue is not None else None


def words_of(verb: Token) -> tuple[Token, ...]:
    """A verb with its auxiliaries, negation and adverbs beside it, and what carries it.

    "went on to say", "has repeatedly denied".
    """
    held = {verb.i}
    at = verb
    while at.dep_ == "xcomp" and at.head.pos_ in VERBAL and not cue_verbs().get(at.head.lemma_):
        held.update(range(at.head.i, at.i))
        at = at.head
    held.update(
        c.i
        for c in at.children
        if c.dep_ in _AROUND_VERB and 0 < at.i - c.i <= _NEAR and _joined(c, at)
    )
    held.update(c.i for c in verb.children if c.dep_ == "prt")
    return tuple(verb.doc[i] for i in sorted(held))


def _joined(word: Token, verb: Token) -> bool:
    """True where only words of the same kind stand between."""
    between = verb.doc[word.i + 1 : verb.i]
    return all(t.dep_ in _AROUND_VERB or t.dep_ == "npadvmod" for t in between)


def adjuncts(found: Found, contents: Sequence[Span]) -> Iterator[Token]:
    """The words right behind a verb that say when, how or where it is said: "said on Monday".

    They belong to its cue (PARC 3.0, Pareti 2016), if nothing that is said stands in them.
    """
    verb = found.token
    if verb.pos_ not in VERBAL:
        return
    end = max(w.i for w in found.words) + 1
    for child in verb.rights:
        words = list(child.subtree)
        if child.i in {w.i for w in found.words} or words[0].i < end:
            continue
        if child.dep_ not in _BEHIND_VERB or words[0].i != end or len(words) > _LONGEST_ADJUNCT:
            return
        if any(s.start <= w.idx < s.end for w in words for s in contents):
            return
        yield from words
        end = words[-1].i + 1


def is_infinitive(verb: Token) -> bool:
    """True for a verb with "to" before it."""
    return any(c.tag_ == "TO" for c in verb.lefts)
