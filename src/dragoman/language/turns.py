"""Turns of an interview: what stands behind a name or its initials at the head of a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.actor import Mention
from dragoman.model.span import Span

# A head of one to three words, and the paragraph behind its colon.
_HEADED = re.compile(r"^[ \t]*([^\W\d_][^\n:]{0,40}):[ \t]+(\S[^\n]*)", re.MULTILINE)
# One who is asked answers more than once; a head that stands twice may be a label of a table.
_LEAST_TURNS = 3


class Turn(NamedTuple):
    """Who speaks, under the name that the report tells elsewhere, and the words that are said."""

    name: str
    actor: str | None
    span: Span


def turns(text: str, mentions: Iterable[Mention]) -> tuple[Turn, ...]:
    """The paragraphs of `text` that a person named in `mentions` is shown to speak, in order.

    Heads that fit nobody, such as "Image", and those that fit two persons give none.
    """
    found = list(_HEADED.finditer(text))
    counted = Counter(match[1] for match in found)
    often = {head for head, n in counted.items() if n >= _LEAST_TURNS}
    if not often:
        return ()
    persons = {m.name: m for m in mentions if m.kind == "person" and m.name}
    known = {head: next(iter(meant)) for head in often if len(meant := _meant(head, persons)) == 1}
    return tuple(
        Turn(name, next(iter(persons[name].codes), None), Span(*match.span(2)))
        for match in found
        if (name := known.get(match[1])) is not None
    )


def _meant(head: str, persons: Iterable[str]) -> set[str]:
    """Those whose name is the head, ends with it, or begins its words with its letters."""
    return {name for name in persons if head in _heads(name)}


def _heads(name: str) -> Iterator[str]:
    words = name.split()
    yield name
    yield words[-1]
    if len(words) > 1:
        initials = "".join(word[0] for word in words)
        yield from (initials, ".".join(initials) + ".")
