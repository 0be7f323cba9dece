"""Whether a capital, a palace or a country's name means the place, or those who govern there."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.model.tables import Column, read_table

_COLUMNS = (
    Column("word"),
    Column("use", choices=("at", "way", "hit", "go", "blow", "target", "part")),
)


@cache
def _words(use: str) -> frozenset[str]:
    rows = read_table("language/place_words.tsv", _COLUMNS)
    return frozenset(r["word"] for r in rows if r["use"] == use)


def is_place(head: Token) -> bool:
    """True when the name with this head word stands for the place where something is."""
    top = _first_conjunct(head)
    if top.dep_ == "pobj":
        return _after_preposition(top.head)
    if top.dep_ in {"dobj", "nsubjpass"}:
        return top.head.lemma_.lower() in _words("target")
    if top.dep_ in {"compound", "nmod"} and top.head.i > top.i:
        return _lemma(top.head) in _words("part") or _is_blow(top.head)
    return _before_blow(top)


def _before_blow(name: Token) -> bool:
    """True for "the Kyiv shelling", which the parser may not join."""
    after = next(iter(name.doc[name.i + 1 : name.i + 2]), None)
    return after is not None and after.tag_ == "VBG" and _is_blow(after)


def _is_blow(noun: Token) -> bool:
    """True for "shelling"; a plural is left out, since headlines' verbs look like one."""
    return noun.tag_ in {"NN", "VBG"} and bool({noun.lower_, _lemma(noun)} & _words("blow"))


def is_strictly_place(head: Token) -> bool:
    """True after a preposition of being somewhere ("in Azerbaijan"), going aside."""
    top = _first_conjunct(head)
    return top.dep_ == "pobj" and top.head.lower_ in _words("at")


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if word in _words("at"):
        return True
    if word in _words("way"):
        return _lemma(governor) in _words("go") or preposition.i < 1 or _chained(preposition)
    if word in _words("hit"):
        return _lemma(governor) in _words("blow")
    return word == "of" and _lemma(governor) in _words("part")


def _chained(preposition: Token) -> bool:
    """True for the second half of "from A to B"."""
    governor = preposition.head
    return governor.dep_ == "prep" and governor.lower_ in _words("way")


def _lemma(token: Token) -> str:
    return str(token.lemma_.lower())


def _first_conjunct(token: Token) -> Token:
    """The head of a chain "A, B and C"."""
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i and token.head.pos_ == "PROPN":
        token = token.head
    return token
