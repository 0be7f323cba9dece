"""Where a text uses names that the actor tables know, by one pass of an Aho-Corasick automaton."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from dragoman.language.folding import Folded, fold
from dragoman.language.known import Known, known_names

# Forms up to this many letters with a capital inside are acronyms.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A name at `start` to `end` of the text, and all that it could stand for."""

    start: int
    end: int
    meanings: tuple[Known, ...]


@cache
def _automaton() -> Any:
    entries: dict[str, list[Known]] = {}
    for known in known_names():
        entries.setdefault(fold(known.form), []).append(known)
    machine = ahocorasick.Automaton()
    for form, meanings in entries.items():
        machine.add_word(form, (len(form), tuple(dict.fromkeys(meanings))))
    machine.make_automaton()
    return machine


def find_names(text: str) -> tuple[Found, ...]:
    """Names in text order, the longest where several overlap; a possessive 's is outside."""
    folded = Folded(text)
    found: list[Found] = []
    for last, (length, meanings) in _automaton().iter(folded.text):
        start, end = folded.original(last + 1 - length, last + 1)
        if _is_whole(text, start, end):
            goes_on = _goes_on(text, end)
            fitting = tuple(
                m
                for m in meanings
                if fits_case(m.form, text[start:end]) and not (m.ends and goes_on)
            )
            if fitting:
                found.append(Found(start, end, fitting))
    return _longest(found)


def _is_whole(text: str, start: int, end: int) -> bool:
    """True when no letter or digit runs on at either end."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())


def _goes_on(text: str, end: int) -> bool:
    """True when another word with a capital follows at once, as in a longer name."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def fits_case(form: str, words: str) -> bool:
    """True when `words` are written as `form` may be.

    A letter that is a capital in the form is one in the text; a form that is all capitals (US,
    WHO) is so in the text, letter for letter; so is a short one with a capital inside (LeT, never
    "Let"). Small letters may be capitals in a headline.
    """
    if form.isupper():
        return words.isupper()
    if len(form) <= _SHORT and any(c.isupper() for c in form[1:]):
        return words == form or words.isupper()
    starts = [w[:1].isupper() for w in form.replace("-", " ").split()]
    written = [w[:1] for w in words.replace("-", " ").replace("–", " ").split()]
    if len(starts) != len(written):
        return words[:1].isupper() or not form[:1].isupper()
    return all(w.isupper() or not w.isalpha() for s, w in zip(starts, written, strict=True) if s)


def _longest(found: list[Found]) -> tuple[Found, ...]:
    taken: list[Found] = []
    free = _Free()
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if free.take(one.start, one.end):
            taken.append(one)
    return tuple(sorted(taken, key=lambda f: f.start))


class _Free:
    """Characters not taken yet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, start: int, end: int) -> bool:
        """Take the range if all of it is free."""
        wanted = range(start, end)
        if not self._taken.isdisjoint(wanted):
            return False
        self._taken.update(wanted)
        return True
