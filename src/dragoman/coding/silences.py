"""Silences: somebody asked, or expected to speak, who made no statement."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger
from dragoman.coding.syntax import children, is_passive, objects, prepositional, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Silence
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

_COLUMNS = (
    Column("verb"),
    Column("negated", choices=("yes", "no")),
    Column("link"),
    Column("words", optional=True, many=True),
)
_VERBAL = ("VERB", "AUX")
# Clauses beside what is not said: "declined to comment when asked about the talks".
_ASIDE = ("advcl", "parataxis")


class Pattern(NamedTuple):
    """A row of the table: whether the verb is negated, and what stands under it."""

    negated: bool
    link: str
    words: frozenset[str]


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for row in read_table("frames/silences.tsv", _COLUMNS):
        words = frozenset(row.many("words")) - {""}
        pattern = Pattern(row["negated"] == "yes", row["link"], words)
        found[row["verb"]] = (*found.get(row["verb"], ()), pattern)
    return found


def silences(analysis: Analysis, cast: Cast) -> tuple[Silence, ...]:
    """Every silence of the text, in text order."""
    found = []
    for token in analysis.doc:
        if is_silent(token):
            who = [m for s in _who(token) for m in cast.of(s)]
            words = [t for t in token.subtree if not t.is_space]
            piece = token.doc[words[0].i : words[-1].i + 1]
            actor = next((c for m in who for c in m.codes), None)
            found.append(Silence(actor, Span(piece.start_char, piece.end_char)))
    return tuple(found)


def _who(token: Token) -> list[Token]:
    """Who is silent: whoever does what the verb says, or could not be reached."""
    if token.pos_ not in _VERBAL:
        return prepositional(token, "from")
    return subjects(token) or objects(token)


def is_unsaid(noun: Token) -> bool:
    """True for what somebody says nothing about: it took place all the same."""
    # "said nothing about the talks", "issued no statement with its own version of the talks"
    above = noun
    while noun.dep_ == "pobj" and above.dep_ not in ("ROOT", *_ASIDE):
        above = above.head
        if is_silent(above):
            return True
    return False


def is_silent(token: Token) -> bool:
    """True for a word that says that somebody makes no statement."""
    patterns = _patterns().get(token.lemma_.lower(), ())
    if token.pos_ in _VERBAL:
        negated = _is_negated(token)
        return any(p.negated == negated and _has(token, p) for p in patterns)
    no = any(c.dep_ == "det" and c.lower_ == "no" for c in token.children)
    return no and any(p.link == "no" and prepositional(token, "from") for p in patterns)


def _is_negated(verb: Token) -> bool:
    return bool(children(verb, "neg")) or any(
        t.lower_ == "no" for o in objects(verb) for t in o.children
    )


def _has(verb: Token, pattern: Pattern) -> bool:
    link = pattern.link
    if link == "passive":
        return is_passive(verb)
    if link == "none":
        active = bool(subjects(verb)) and not is_passive(verb)
        return active and not _says_something(verb)
    if link == "yet":
        tokens = children(verb, "xcomp") if _adverb(verb, "yet") else []
    elif link == "acomp":
        tokens = children(verb, "acomp")
    elif link in ("obj", "xcomp"):
        tokens = Trigger(verb).tokens(link)
    else:
        tokens = prepositional(verb, link)
    return any(t.lemma_.lower() in pattern.words for t in tokens)


def _says_something(verb: Token) -> bool:
    """True for "did not say that": whoever it is takes a stand on what he did not say."""
    clauses = children(verb, "ccomp", "xcomp")
    return any(not _asks(c) for c in clauses)


def _asks(clause: Token) -> bool:
    """True for "how many died", "whether it was safe": what was not told."""
    first = clause.left_edge
    return first.tag_ in ("WRB", "WP", "WDT", "WP$") or (
        first.tag_ == "IN" and first.lower_ != "that"
    )


def _adverb(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children)
