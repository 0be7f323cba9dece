"""Further ways in which texts write the names of the actor tables' people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product

from dragoman.language.actor_rows import Person
from dragoman.language.actor_tables import state_codes, titles
from dragoman.model.tables import Column, read_table

# Spellings of one name beyond this many are left out: two parts with five each, and no more.
_MOST = 25
# The article of Arabic names, as a word of its own or joined by a hyphen.
_ARTICLE = re.compile(r"\b(?:al|el)[- ](?=\w)", re.IGNORECASE)
_ARTICLES = ("al-", "el-", "al ", "el ")
# What follows an office's title: whose it is.
_WHOSE = re.compile(r" (?:of|for|to|in|at|on|with|and) |,")


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    rows = read_table("language/spellings.tsv", (Column("words", many=True),))
    return {word: row.many("words") for row in rows for word in row.many("words")}


@cache
def _called_first() -> frozenset[str]:
    column = Column("state", choices=tuple(sorted(state_codes())))
    return frozenset(r["state"] for r in read_table("language/called_first.tsv", (column,)))


def spellings(name: str) -> Iterator[str]:
    """Other spellings of a person's name of two words or more, without the one given."""
    words = name.split()
    if len(words) > 1:
        choices = [_spellings().get(word, (word,)) for word in words]
        for spelt in islice(product(*choices), _MOST):
            yield from (form for form in _with_articles(" ".join(spelt)) if form != name)


def _with_articles(name: str) -> Iterable[str]:
    """ "Bashar al-Assad" with each form of its article; any other name as it is."""
    if not _ARTICLE.search(name):
        return (name,)
    return (_ARTICLE.sub(article, name) for article in _ARTICLES)


def titled(person: Person) -> Iterator[str]:
    """How the holder of an office is called by title and surname: "Secretary Kerry".

    None where the office is no title that stands in front of a name.
    """
    title = _WHOSE.split(person.office, maxsplit=1)[0]
    words = person.name.split()
    if len(words) < 2 or title.split()[-1].lower() not in titles():
        return
    surname = words[0] if person.code in _called_first() else words[-1]
    if surname[:1].isupper() and len(surname.rstrip(".")) > 1:
        yield from dict.fromkeys((f"{title} {surname}", f"{title.split()[-1]} {surname}"))
