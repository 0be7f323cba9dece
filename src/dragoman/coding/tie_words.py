"""Words that may tell of a tie, from the tables: where its sides stand, and what must be near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.model.judgement import TIE_KINDS, TieKind
from dragoman.model.tables import Column, read_table

POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ", "VERB", "ADP")}


class Need(NamedTuple):
    """What must stand where: a thing of one of `classes` in `place`."""

    place: str
    classes: tuple[str, ...]


class Word(NamedTuple):
    """A row of the table: the kind of tie, where its two sides stand, and when it counts.

    `present` words count only of what goes on; `does` is "opens", "closes" or empty.
    """

    kind: TieKind
    pos: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    present: bool = False
    does: str = ""
    need: Need | None = None


class Found(NamedTuple):
    """A word of a text that may tell of a tie, and how its sides are to be filled."""

    token: Token
    word: Word


def find(doc: Doc) -> Iterator[Found]:
    """Every word of `doc` that the tables know, in text order, once for each of its rows."""
    for token in doc:
        for name, tags in POS.items():
            if token.pos_ in tags:
                for word in words().get((token.lemma_.lower(), name), ()):
                    yield Found(token, word)
                if name == "adjective" and token.lower_ != token.lemma_.lower():
                    for word in words().get((token.lower_, name), ()):
                        yield Found(token, word)


def proposed(token: Token, kind: TieKind) -> Found:
    """A word that somebody else took for one of `kind`, with the table's places for its sides.

    A word that the table lacks gets the places of its kind's row in ties/places.tsv.
    """
    for name, tags in POS.items():
        if token.pos_ in tags:
            for word in words().get((token.lemma_.lower(), name), ()):
                if word.kind == kind:
                    return Found(token, word._replace(need=None, present=False))
    pos = "verb" if token.pos_ in POS["verb"] else "noun"
    return Found(token, _defaults()[kind, pos])


@cache
def words() -> dict[tuple[str, str], tuple[Word, ...]]:
    """Rows by lemma and part of speech, offices among the nouns."""
    columns = (
        Column("word"),
        Column("pos", choices=tuple(POS)),
        Column("kind", choices=TIE_KINDS),
        Column("a", many=True),
        Column("b", many=True),
        Column("tense", choices=("present", "any")),
        Column("does", optional=True, choices=("opens", "closes")),
        Column("needs", optional=True, check=_wrong_need),
    )
    found: dict[tuple[str, str], list[Word]] = defaultdict(list)
    for row in read_table("ties/words.tsv", columns):
        kind = next(k for k in TIE_KINDS if k == row["kind"])
        place, _, classes = row["needs"].partition(":")
        need = Need(place, tuple(classes.split("|"))) if place else None
        a, b, present = row.many("a"), row.many("b"), row["tense"] == "present"
        word = Word(kind, row["pos"], a, b, present, row["does"], need)
        found[row["word"], row["pos"]].append(word)
    office = read_table("ties/offices.tsv", (Column("word"), Column("of", many=True)))
    for row in office:
        found[row["word"], "noun"].append(Word("office", "noun", ("holder",), row.many("of")))
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def _defaults() -> dict[tuple[TieKind, str], Word]:
    columns = (
        Column("kind", choices=TIE_KINDS),
        Column("pos", choices=("verb", "noun")),
        Column("a", many=True),
        Column("b", many=True),
    )
    found = {}
    for row in read_table("ties/places.tsv", columns):
        kind = next(k for k in TIE_KINDS if k == row["kind"])
        found[kind, row["pos"]] = Word(kind, row["pos"], row.many("a"), row.many("b"))
    return found


def _wrong_need(text: str) -> str | None:
    place, _, classes = text.partition(":")
    unknown = [c for c in classes.split("|") if c not in things()]
    return f"expected PLACE:CLASS of {', '.join(things())}" if unknown or not place else None


@cache
def things() -> dict[str, frozenset[str]]:
    """Lemmas by class."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("ties/things.tsv", (Column("class"), Column("words", many=True))):
        found[row["class"]].update(row.many("words"))
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


@cache
def carriers() -> dict[str, str]:
    """Verbs that carry a noun for a tie ("has a base") -> "holds", "opens" or "closes"."""
    columns = (Column("verb"), Column("does", choices=("holds", "opens", "closes")))
    return {r["verb"]: r["does"] for r in read_table("ties/carriers.tsv", columns)}
