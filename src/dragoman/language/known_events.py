"""Known dated events that a report names: what happened when, by the tables.

The events are a table's; beside them stand the offices that people took up, as the table of
people has them: who is called 'Foreign Minister' with his name has taken up that office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.language.actor_tables import people
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

_KINDS = ("unforeseen", "scheduled")
OFFICE = "office"
_WORD = re.compile(r"\w+")
_LONGEST_SPREAD = 160  # characters within which all words of a joined alias stand


def _is_date(value: str) -> str | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return "expected a day as YYYY-MM-DD"
    return None


_COLUMNS = (
    Column("name"),
    Column("aliases", optional=True, many=True),
    Column("start", check=_is_date),
    Column("end", check=_is_date),
    Column("kind", choices=_KINDS),
    Column("source", optional=True),
)


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event from `start` up to, not including, `end`; its kind is the table's, or OFFICE."""

    name: str
    start: date
    end: date
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a known event, or one of several that go by the same name."""

    span: Span
    events: tuple[KnownEvent, ...]


Events = tuple[KnownEvent, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Plain aliases by first word, longest first; joined ones as patterns of their parts."""

    plain: dict[str, tuple[tuple[str, Events], ...]]
    joined: tuple[tuple[tuple[re.Pattern[str], ...], Events], ...]


def named_events(text: str, sentences: list[Span]) -> list[Named]:
    """The known events that `text` names, in order; a joined alias is looked for by sentence."""
    names = _names()
    even = re.sub(r"[\n\t\xa0]", " ", text.replace("’", "'"))
    found = [*_plain(even, names), *_joined(even, sentences, names)]
    return sorted(found, key=lambda n: (n.span, n.events[0].name))


def _plain(text: str, names: _Names) -> Iterator[Named]:
    after = 0
    for word in _WORD.finditer(text):
        if word.start() < after:
            continue
        for alias, events in names.plain.get(_key(word.group()), ()):
            end = word.start() + len(alias)
            same = text.startswith(alias[1:], word.start() + 1)
            if same and not text[end : end + 1].isalnum():
                yield Named(Span(word.start(), end), events)
                after = end
                break


def _joined(text: str, sentences: list[Span], names: _Names) -> Iterator[Named]:
    here = [j for j in names.joined if all(part.search(text) for part in j[0])]
    for sentence in sentences if here else ():
        for parts, events in here:
            spans = [part.search(text, sentence.start, sentence.end) for part in parts]
            if all(spans):
                start = min(m.start() for m in spans if m)
                end = max(m.end() for m in spans if m)
                if end - start <= _LONGEST_SPREAD:
                    yield Named(Span(start, end), events)


@cache
def _names() -> _Names:
    events: dict[str, list[KnownEvent]] = {}
    for alias, event in (*_tabled(), *_offices()):
        events.setdefault(_key(alias), []).append(event)
    plain: dict[str, list[tuple[str, Events]]] = {}
    for alias in sorted(events, key=lambda a: (-len(a), a)):
        word = _WORD.match(alias)
        if "+" not in alias and word:
            plain.setdefault(word.group(), []).append((alias, tuple(events[alias])))
    return _Names(
        {word: tuple(found) for word, found in plain.items()},
        tuple((_parts(a), tuple(e)) for a, e in sorted(events.items()) if "+" in a),
    )


def _tabled() -> Iterator[tuple[str, KnownEvent]]:
    for row in read_table("time/known_events.tsv", _COLUMNS):
        start, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        event = KnownEvent(row["name"], start, last + timedelta(days=1), row["kind"])
        for alias in dict.fromkeys((row["name"], *row.many("aliases"))):
            yield alias, event


def _offices() -> Iterator[tuple[str, KnownEvent]]:
    for person in people():
        if person.since:
            name = f"{person.office} {person.name}"
            event = KnownEvent(name, person.since, person.since + timedelta(days=1), OFFICE)
            full = (a for a in person.aliases if " " in a)
            for called in dict.fromkeys((person.name, *full)):
                yield f"{person.office} {called}", event


def _key(alias: str) -> str:
    """An alias with its first letter in capitals, since any may open a sentence."""
    return alias[0].upper() + alias[1:]


def _parts(alias: str) -> tuple[re.Pattern[str], ...]:
    ends = {True: r"\w*", False: r"(?!\w)"}
    return tuple(
        re.compile(rf"(?<!\w){re.escape(part.rstrip('*'))}{ends[part.endswith('*')]}")
        for part in alias.split("+")
    )
