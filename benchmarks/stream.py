"""A stream of invented reports with planted incidents, disputes and copies, the same each time.

Reports are made as if they had been coded, since this is about linking: nothing is read from text.
States, kinds of acts and places are as unevenly frequent as in the news (Zipf); each day brings
as many reports as the one before; most incidents are told once, few by many.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from dragoman.language.actor_tables import states
from dragoman.model.actor import AUTHOR, Mention
from dragoman.model.event import Event, Figure, Place
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.ontology import facts_of
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When, day

A_DAY = 50
START = date(2020, 1, 1)
STATES, TOWNS, OUTLETS, PEOPLE, VOCABULARY = 80, 4_000, 60, 3_000, 20_000
# How many incidents of a hundred are told by so many reports.
TOLD_BY = ((1, 62), (2, 20), (3, 10), (4, 5), (6, 2), (8, 1))
# Shares: of incidents that others tell otherwise, of further tellings that are copies, and of
# texts that tell the day.
DISPUTED, COPIED, DATED = 0.15, 0.25, 0.7
# PLOVER type and mode, with words that name the act.
ACTS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("ASSAULT", None, ("attacked", "shelled", "struck")),
    ("CONSULT", "visit", ("visited", "met", "received")),
    ("COERCE", "arrest", ("arrested", "detained", "held")),
    ("ACCUSE", None, ("accused", "blamed", "criticised")),
    ("AGREE", None, ("agreed", "signed", "pledged")),
    ("PROTEST", None, ("rallied", "marched", "demonstrated")),
    ("SANCTION", "expel", ("expelled", "ejected", "removed")),
    ("AID", None, ("delivered", "sent", "donated")),
)
FATAL = frozenset({"ASSAULT"})


@dataclass(frozen=True, slots=True)
class Stream:
    """Reports in the order of publication, and what was planted in them.

    `incidents` are the ids of the events of each; `disputed` the numbers of those that are;
    `copies` pairs of events of which the second's words are the first's.
    """

    reports: list[Findings]
    incidents: list[list[str]]
    disputed: frozenset[int]
    copies: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Incident:
    """What happened, before anybody tells it."""

    act: tuple[str, str | None, tuple[str, ...]]
    actor: int
    recipient: int
    town: int
    on: date
    killed: int
    person: str
    topic: tuple[str, ...]


class _Maker:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # no secret
        self.words = [self._word(3) for _ in range(VOCABULARY)]
        self.names = [f"{self._word(2)} {self._word(3)}".title() for _ in range(PEOPLE)]
        self.towns = [self._word(3).title() for _ in range(TOWNS)]

    def _word(self, syllables: int) -> str:
        return "".join(
            self.chance.choice("bdfgklmnprstvz") + self.chance.choice("aeiou")
            for _ in range(syllables)
        )

    def rank(self, count: int) -> int:
        """A number below `count`, the smaller the likelier."""
        return self.chance.choices(range(count), cum_weights=_zipf(count))[0]

    def incident(self, on: date) -> _Incident:
        """Something that happens on a day."""
        actor = self.rank(STATES)
        town = self.rank(TOWNS)
        others = [n for n in (self.rank(STATES), self.rank(STATES), 0, 1) if n != actor]
        return _Incident(
            ACTS[self.rank(len(ACTS))],
            actor,
            others[0],
            town,
            on,
            self.chance.randint(2, 60),
            self.chance.choice(self.names),
            tuple(self.chance.sample(self.words, 14)),
        )

    def text(self, told: _Incident, dated: bool) -> str:
        """One telling: the act in a sentence of its own words, and two around it."""
        pick, topic = self.chance, told.topic
        verb = pick.choice(told.act[2])
        when = f" on {told.on:%B} {told.on.day}" if dated else ""
        toll = f", killing {told.killed} people" if told.act[0] in FATAL else ""
        place, person = self.towns[told.town], told.person
        head = f"{_land(told.actor)} {verb} {_land(told.recipient)} in {place}{when}{toll}"
        own = " ".join(pick.sample(topic, 5))
        before = " ".join(pick.choices(self.words, k=8))
        after = " ".join((*pick.sample(topic, 4), *pick.choices(self.words, k=5)))
        return f"{before.capitalize()}. {head} amid {own}. {person} spoke of {after}."


_WEIGHTS: dict[int, list[float]] = {}


def _zipf(count: int) -> Sequence[float]:
    if count not in _WEIGHTS:
        _WEIGHTS[count] = list(accumulate(1 / (n + 3) for n in range(count)))
    return _WEIGHTS[count]


@cache
def _lands() -> tuple[tuple[str, str], ...]:
    """Codes and names of states, in an order that has nothing to do with them."""
    named = [(state.code, state.name) for state in states() if state.name.isalpha()]
    random.Random(1).shuffle(named)  # noqa: S311  # no secret
    return tuple(named[:STATES])


def _code(number: int) -> str:
    return _lands()[number][0]


def _land(number: int) -> str:
    return _lands()[number][1]


def stream(count: int, seed: int = 20261129) -> Stream:
    """So many reports."""
    made = Stream([], [], frozenset(), [])
    disputed: set[int] = set()
    maker = _Maker(seed)
    while len(made.reports) < count:
        on = START + timedelta(days=len(made.reports) // A_DAY)
        [many] = maker.chance.choices(
            [n for n, _ in TOLD_BY], weights=[share for _, share in TOLD_BY]
        )
        told = maker.incident(on)
        otherwise = many > 1 and told.act[0] in FATAL and maker.chance.random() < DISPUTED
        if otherwise:
            disputed.add(len(made.incidents))
        made.incidents.append(list(_tellings(maker, told, many, otherwise, made)))
    order = sorted(made.reports, key=lambda f: (f.report.date.start or date.max, f.report.id))
    return replace(made, reports=order, disputed=frozenset(disputed))


def _tellings(
    maker: _Maker, told: _Incident, many: int, otherwise: bool, made: Stream
) -> Iterator[str]:
    first: tuple[str, str] | None = None
    for number in range(many):
        version = replace(told, killed=told.killed * 3) if otherwise and number % 2 else told
        copied = first is not None and not otherwise and maker.chance.random() < COPIED
        dated = maker.chance.random() < DATED
        text = first[1] if first and copied else maker.text(version, dated)
        found = _report(maker, version, text, len(made.reports))
        made.reports.append(found)
        name = found.events[0].id
        if first and copied:
            made.copies.append((first[0], name))
        first = first or (name, text)
        yield name


def _report(maker: _Maker, told: _Incident, text: str, number: int) -> Findings:
    out = told.on + timedelta(days=maker.chance.choice((0, 1, 1, 1, 2, 3)))
    outlet = f"{maker.towns[-1 - maker.rank(OUTLETS)]} Post"
    report = Report(f"r{number:07}", text, outlet=outlet, date=day(out, "given"), language="en")
    person = _span(text, told.person)
    mention = Mention(person, (), "person", told.person, person.start)
    place = _place(text, maker.towns[told.town], told.town)
    event = _event(report, told, place)
    return Findings(report, events=(event,), mentions=(mention,), places=(place,))


def _event(report: Report, told: _Incident, place: Place) -> Event:
    text, (kind, mode, verbs) = report.text, told.act
    facts = facts_of(kind, mode)
    actor, recipient = _land(told.actor), _land(told.recipient)
    start = text.index(f"{actor} ")
    verb = next(v for v in verbs if text.startswith(f"{actor} {v} {recipient}", start))
    span = Span(start, text.index(". ", start) + 1)
    when = _when(text, told.on)
    return Event(
        id=content_id("event", report.id),
        type=facts.type,
        mode=mode,
        context=(),
        cameo=facts.cameo,
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
        actor=(_code(told.actor),),
        recipient=(_code(told.recipient),),
        actor_spans=(_span(text, actor),),
        recipient_spans=(_span(text, recipient),),
        event_span=Span(start + len(actor) + 1, start + len(actor) + 1 + len(verb)),
        factuality="happened",
        span=span,
        source=(AUTHOR,),
        when=when,
        where=place,
        figures=_figures(text, told),
    )


def _when(text: str, on: date) -> When:
    return day(on, "text") if f" on {on:%B} {on.day}" in text else UNKNOWN


def _figures(text: str, told: _Incident) -> tuple[Figure, ...]:
    if told.act[0] not in FATAL:
        return ()
    number = _span(text, f"{told.killed} people")
    return (Figure("killed", told.killed, told.killed, number),)


def _place(text: str, name: str, number: int) -> Place:
    at = _span(text, name)
    return Place(name, at, name, None, number % 170 - 85, number % 359 - 179, number + 1, "city")


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
