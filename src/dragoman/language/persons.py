"""What can stand for a mention: its number, and for a person "he" or "she" where that is known."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.language.actor_tables import states
from dragoman.language.folding import fold
from dragoman.model.actor import Mention
from dragoman.model.tables import Column, read_table

THINGS = frozenset({"state", "body", "organisation", "group", "company", "media", "place"})


@cache
def _genders() -> dict[str, str]:
    columns = (Column("gender", choices=("m", "f")), Column("words"))
    found: dict[str, str] = {}
    for row in read_table("language/genders.tsv", columns):
        for word in row.many("words"):
            key = fold(word)
            found[key] = row["gender"] if found.get(key, row["gender"]) == row["gender"] else ""
    return found


def is_given_name(word: str) -> bool:
    """True for a given name of the table."""
    return word[:1].isupper() and fold(word) in _genders()


def gender_of_name(word: str) -> str | None:
    """ "m" or "f" for a given name of the table; None for any other word."""
    return _genders().get(fold(word)) or None


def gender_of(mention: Mention, head: Token) -> str | None:
    """ "m" or "f" by given name, title or noun; None where neither tells."""
    given = (mention.name or "").split(" ")[0]
    words = [given, head.lemma_, *(c.text for c in head.lefts if c.dep_ in {"compound", "nmod"})]
    for word in words:
        gender = _genders().get(fold(word))
        if gender:
            return gender
    return None


def is_many(mention: Mention, head: Token) -> bool:
    """True for a mention of several: plural nouns for people, counted ones, police and the like."""
    if mention.kind in {"state", "place", "organisation", "company", "media"}:
        return False
    return head.tag_ in {"NNS", "NNPS"} or mention.kind == "people"


def is_person(mention: Mention) -> bool:
    """True for one person."""
    return mention.kind == "person"


@cache
def state_names() -> frozenset[str]:
    return frozenset(s.name for s in states())


def is_town(mention: Mention) -> bool:
    """True for a place that is no state: it does not act."""
    return mention.kind == "place" and mention.name not in state_names()
