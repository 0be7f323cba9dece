"""One act that a sentence tells twice: by a verb and by its noun, its purpose or its means.

"Held talks with Tonga to discuss herring" is one meeting, "retaliated by expelling" one expulsion.
One row remains, with the parties of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.coding.events import event_id
from dragoman.coding.syntax import objects
from dragoman.coding.triggers import trigger_of
from dragoman.model.event import Event
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

DOUBLE_COLUMNS = (
    Column("type", optional=True, many=True),
    Column("link", many=True),
    Column("word", optional=True, many=True),
    Column("keeps", choices=("upper", "lower")),
    Column("example", optional=True),
)
# Links through which a word that names no act is passed: "deliver a note of protest".
PASSED = ("obj", "of")
# No further up than this, in words that are passed.
FAR = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A row of the table."""

    types: tuple[str, ...]
    links: tuple[str, ...]
    words: tuple[str, ...]
    keeps_lower: bool


@cache
def _ways() -> tuple[Way, ...]:
    rows = read_table("frames/doubles.tsv", DOUBLE_COLUMNS)
    return tuple(
        Way(r.many("type"), r.many("link"), r.many("word"), r["keeps"] == "lower") for r in rows
    )


def doubles(events: Sequence[Event], doc: Doc, report: str) -> tuple[list[Event], dict[int, int]]:
    """The events, those that stay with what they take over; and the places of doubles, each with
    that of the event which tells the act in its stead."""
    made = list(events)
    heads = [doc.char_span(e.event_span.start, e.event_span.end) for e in events]
    tokens = {n: piece.root for n, piece in enumerate(heads) if piece is not None}
    gone: dict[int, int] = {}
    for lower in sorted(tokens, key=lambda n: -sum(1 for _ in tokens[n].ancestors)):
        here = _last(lower, gone)
        for upper, way in _above(tokens[lower], made[here], made, tokens):
            there = _last(upper, gone)
            if here == there or not _one_act(made[here], made[there], way):
                continue
            stays, goes = (here, there) if way.keeps_lower else (there, here)
            made[stays] = _merged(made[stays], made[goes], report)
            gone[goes] = stays
            break
    return made, {n: _last(n, gone) for n in gone}


def _last(place: int, gone: Mapping[int, int]) -> int:
    while place in gone:
        place = gone[place]
    return place


def _above(
    token: Token, event: Event, made: Sequence[Event], tokens: Mapping[int, Token]
) -> Iterator[tuple[int, Way]]:
    """The events at the first word above `token` that names any, with the way to each."""
    for _ in range(FAR):
        link, head = _link(token)
        if head is None:
            return
        found = [n for n, other in tokens.items() if other == head]
        for upper in found:
            way = _way(link, head, made[upper], event)
            if way is not None:
                yield upper, way
        if found or link not in PASSED:
            return
        token = head


def _link(token: Token) -> tuple[str, Token | None]:
    """How a word hangs on the one above it, and that word."""
    head = token.head
    if token.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "agent"):
        return head.lower_, head.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return ("obj", head) if trigger_of(token).support == head else ("", None)
    if any(c.tag_ == "TO" for c in token.children):
        controlled = token.dep_ in ("xcomp", "ccomp") and objects(head)
        return ("", None) if controlled else ("infinitive", head)
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return "participle", head
    return ("content", head) if token.dep_ == "ccomp" else ("", None)


def _way(link: str, head: Token, upper: Event, lower: Event) -> Way | None:
    for way in _ways():
        if link not in way.links or (way.types and lower.type not in way.types):
            continue
        if upper.type == lower.type and not way.words:
            return way
        plain = link != "obj" or upper.factuality == lower.factuality
        if plain and head.lemma_.lower() in way.words:
            return way
    return None


def _one_act(lower: Event, upper: Event, way: Way) -> bool:
    """True where nobody else is told to do the one than the other."""
    doing, other = _states(lower.actor), _states(upper.actor)
    if doing and other:
        return bool(doing & other)
    spans = set(lower.actor_spans) | set(lower.recipient_spans)
    return way.keeps_lower or not upper.actor_spans or not spans or bool(doing or other)


def _states(codes: tuple[str, ...]) -> set[str]:
    return {code[:3] for code in codes}


def _merged(stays: Event, goes: Event, report: str) -> Event:
    """The event that stays, with the parties, mode, place and day that only the other tells."""
    codes, spans = _joined(stays, goes)
    made = replace(
        stays,
        actor=stays.actor or goes.actor,
        actor_spans=stays.actor_spans if stays.actor else goes.actor_spans or stays.actor_spans,
        recipient=codes,
        recipient_spans=spans,
        where=stays.where or goes.where,
        when=goes.when if goes.when.basis == "text" != stays.when.basis else stays.when,
    )
    sure = stays.type == goes.type and stays.factuality == goes.factuality
    if sure and stays.mode is None and goes.mode:
        made = replace(made, mode=goes.mode, cameo=goes.cameo, goldstein=goes.goldstein)
    return replace(made, id=event_id(made, report))


def _joined(stays: Event, goes: Event) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Recipients of both, each state once and as finely as either tells it."""
    if not goes.recipient or len(goes.recipient) != len(goes.recipient_spans):
        return stays.recipient, stays.recipient_spans or goes.recipient_spans
    if len(stays.recipient) != len(stays.recipient_spans):
        return stays.recipient, stays.recipient_spans
    told = dict(zip(stays.recipient, stays.recipient_spans, strict=True))
    mine = _states(stays.actor) | _states(stays.recipient)
    for code, span in zip(goes.recipient, goes.recipient_spans, strict=True):
        if code[:3] in told:
            del told[code[:3]]
        elif code[:3] in mine:
            continue
        told[code] = span
    return tuple(told), tuple(dict.fromkeys(told.values()))
