"""Ties: what a text tells to hold between two over time, read with a table of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, conjuncts, objects, prepositional, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.event import Figure
from dragoman.model.judgement import TIE_KINDS, Tie, TieKind
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, When

_POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ",)}
_STATE = 3
# Ties that hold either way: the two are told in the order of their codes.
MUTUAL: frozenset[TieKind] = frozenset({"border", "ally", "agreement"})


class Word(NamedTuple):
    """A row of the table: the kind of tie, and where its two ends stand."""

    kind: TieKind
    a: str
    b: str
    present: bool


@cache
def _words() -> dict[tuple[str, str], list[Word]]:
    columns = (
        Column("word"),
        Column("pos", choices=("verb", "noun", "adjective")),
        Column("kind", choices=TIE_KINDS),
        Column("a"),
        Column("b"),
        Column("tense", choices=("present", "any")),
    )
    found = defaultdict(list)
    for row in read_table("ties/words.tsv", columns):
        kind = next(k for k in TIE_KINDS if k == row["kind"])
        word = Word(kind, row["a"], row["b"], row["tense"] == "present")
        found[row["word"], row["pos"]].append(word)
    return dict(found)


def ties(analysis: Analysis, cast: Cast) -> tuple[Tie, ...]:
    """Every tie of the text, in text order, each once a sentence."""
    found: dict[tuple[object, ...], Tie] = {}
    for token in analysis.doc:
        for word in _at(token):
            for tie in _ties(token, word, analysis, cast):
                found.setdefault((tie.kind, tie.a, tie.b, tie.span), tie)
    return tuple(sorted(found.values(), key=lambda t: (t.span, t.kind, t.a, t.b)))


def _at(token: Token) -> Iterator[Word]:
    for name, tags in _POS.items():
        if token.pos_ in tags:
            for word in _words().get((token.lemma_.lower(), name), ()):
                if not word.present or _holds(_verb_of(token)):
                    yield word


def _ties(token: Token, word: Word, analysis: Analysis, cast: Cast) -> Iterator[Tie]:
    if any(children(verb, "neg") for verb in (_verb_of(token), token)):
        return
    ones, others = (_codes(_slot(token, slot), cast) for slot in (word.a, word.b))
    for one in ones:
        for other in others:
            if one[:_STATE] != other[:_STATE]:
                yield _tie(token, word.kind, one, other, analysis)


def _tie(token: Token, kind: TieKind, one: str, other: str, analysis: Analysis) -> Tie:
    a, b = sorted((one, other)) if kind in MUTUAL else (one, other)
    verb = _verb_of(token)
    figure = _figure(verb, analysis)
    sentence = Span(token.sent.start_char, token.sent.end_char)
    via = [*prepositional(verb, "via"), *prepositional(verb, "through")]
    return Tie(
        kind=kind,
        a=a,
        b=b,
        span=trimmed(analysis.report.text, sentence, ""),
        quantity=figure.low if figure else None,
        unit=figure.unit if figure else None,
        interval=_since(verb, analysis),
        via=" ".join(t.text for t in via[0].subtree) if via else None,
    )


def _verb_of(token: Token) -> Token:
    """The verb that carries a noun: "has a base", "is an ally"."""
    for above in (token, *token.ancestors):
        if above.pos_ in _POS["verb"]:
            return above
    return token


def _holds(verb: Token) -> bool:
    """True for what goes on: "supplies", "has supplied"; not for "supplied", "will supply"."""
    if any(c.tag_ == "MD" for c in verb.lefts):
        return False
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if auxiliaries:
        return auxiliaries[0].tag_ in ("VBZ", "VBP")
    if verb.tag_ == "VBG":  # "sharing a border with"; not "stopped supplying"
        return verb.dep_ in ("acl", "advcl")
    return verb.tag_ in ("VBZ", "VBP")


def _slot(token: Token, slot: str) -> Iterable[Token]:
    verb = _verb_of(token)
    if slot == "subj":
        return subjects(verb)
    if slot == "obj":
        return objects(token)
    if slot == "poss":
        return [x for p in children(token, "poss", "amod", "compound") for x in conjuncts(p)]
    if slot == "appos":
        return [token.head] if token.dep_ == "appos" else []
    if slot in ("subj-owner", "obj-owner"):
        heads = subjects(verb) if slot == "subj-owner" else objects(verb)
        return [o for head in heads for o in _owners(head)]
    near = prepositional(token, slot)
    return near or (prepositional(verb, slot) if verb != token else [])


def _owners(head: Token) -> Iterator[Token]:
    """Whose something is, at any depth: "40 % of Israel's oil imports", "Russian troops"."""
    for token in head.subtree:
        if token.dep_ in ("poss", "amod", "compound", "nmod"):
            yield token


def _codes(tokens: Iterable[Token], cast: Cast) -> list[str]:
    codes = [c for t in tokens for m in cast.of(t) for c in m.codes]
    return list(dict.fromkeys(c for c in codes if len(c) >= _STATE))


def _figure(verb: Token, analysis: Analysis) -> Figure | None:
    """The first figure of the clause that has a unit: "40 %", "765 km"."""
    first, last = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge.text)
    inside = (f for f in analysis.figures if first <= f.span.start < last)
    return next((f for f in inside if f.unit), None)


def _since(verb: Token, analysis: Analysis) -> When:
    """The interval that "since" opens in the clause."""
    for noun in prepositional(verb, "since"):
        for date in analysis.dates:
            if date.span.start <= noun.idx < date.span.end and date.when.start:
                return When(date.when.start, None, date.when.precision, "text")
    return UNKNOWN
