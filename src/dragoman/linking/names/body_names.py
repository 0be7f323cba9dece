"""Names of bodies, organisations, groups, companies and outlets: whether two mean one."""

from __future__ import annotations

import re
from functools import cache

from dragoman.language.folding import fold
from dragoman.linking.names.scripts import romanise
from dragoman.linking.names.spelling import align
from dragoman.model.identity import Answer, Bearer, Verdict
from dragoman.model.tables import Column, read_table

_WORD = re.compile(r"\w+")
# Up to this share of its letters a word of a body's name may differ in spelling.
_ALIKE = 0.09
_SHORTEST_ACRONYM = 3


def body_words(name: str) -> tuple[str, ...]:
    """The words that tell a body, plain and small: no articles, no legal forms."""
    words = _WORD.findall(fold(romanise(name).text).replace("'", ""))
    kept = tuple(w for w in words if w not in _idle())
    return kept or tuple(words)


def body_verdict(a: Bearer, b: Bearer) -> Verdict:
    """Whether two names mean one body: by their words, their spelling, or as an acronym."""
    if b.name < a.name:
        a, b = b, a
    if a.country and b.country and a.country != b.country:
        return _told("different", 0.05, a, b, "they are of two countries")
    return _by_words(a, b, body_words(a.name), body_words(b.name))


def _by_words(a: Bearer, b: Bearer, of_a: tuple[str, ...], of_b: tuple[str, ...]) -> Verdict:
    if of_a == of_b:
        return _told("same", 0.98, a, b, "the words agree")
    if set(of_a) == set(of_b):
        return _told("same", 0.9, a, b, "the words agree in another order")
    if _spelt_alike(of_a, of_b):
        return _told("same", 0.88, a, b, "the words are spelled alike")
    if _is_acronym(a.name, of_b) or _is_acronym(b.name, of_a):
        return _told("same", 0.85, a, b, "one is the initials of the other")
    if set(of_a) < set(of_b) or set(of_b) < set(of_a):
        return _told("unsure", 0.4, a, b, "one has all words of the other and more")
    return _told("different", 0.02, a, b, "the words differ")


def _told(answer: Answer, chance: float, a: Bearer, b: Bearer, why: str) -> Verdict:
    return Verdict(answer, chance >= 0.95, chance, (), f"{a.name} / {b.name}: {why}")


def _spelt_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(
        align(x, y).share(x, y) <= _ALIKE for x, y in zip(a, b, strict=True)
    )


def _is_acronym(short: str, words: tuple[str, ...]) -> bool:
    letters = short.replace(".", "")
    return (
        len(letters) >= _SHORTEST_ACRONYM
        and letters.isupper()
        and fold(letters) == "".join(w[0] for w in words)
    )


@cache
def _idle() -> frozenset[str]:
    rows = read_table("names/body_words.tsv", (Column("word"), Column("kind")))
    return frozenset(fold(r["word"]) for r in rows)
