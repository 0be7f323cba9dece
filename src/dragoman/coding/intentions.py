"""What somebody tells of his own future, or of another's duty, is an act of words.

"Israel will evacuate the settlements" tells of a planned withdrawal, and agrees to it; "France
will expel the envoys" threatens; "Egypt will not open the crossing" refuses; "Kenya said Sudan
must free the pilots" demands. Each stands beside the act that it is about, between the same two.
It works on coded events, whoever found their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from dragoman.coding.cameo import aim_of
from dragoman.coding.events import event_id
from dragoman.coding.syntax import children, is_reported
from dragoman.language.analysis import Analysis
from dragoman.model.actor import AUTHOR
from dragoman.model.event import Event
from dragoman.model.ontology import EventType, facts_of
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
Force = Literal["future", "duty", "advice"]
_MODALS = (
    Column("word", many=True),
    Column("class", choices=("modal", "upper")),
    Column("force", choices=("future", "duty", "advice")),
)


class _Word(NamedTuple):
    """The act of words that a stated future or duty is: its type and where its codes stand."""

    type: EventType
    column: str
    mode: str | None = None


@cache
def _forces() -> dict[tuple[str, str], Force]:
    rows = read_table("frames/intentions.tsv", _MODALS)
    return {(r["class"], word): r["force"] for r in rows for word in r.many("word")}  # type: ignore[misc]


def stated(events: Iterable[Event], analysis: Analysis) -> list[Event]:
    """The promises, threats, refusals and demands that future and modal verbs make."""
    told = list(events)
    acts = frozenset(e.event_span.start for e in told)
    return [made for event in told for made in _told(event, analysis, acts)]


def _told(event: Event, analysis: Analysis, acts: frozenset[int]) -> Iterator[Event]:
    verb = _verb_of(event, analysis.doc)
    force = None if verb is None else _force(verb) or _meant(verb, acts)
    if verb is None or force is None or _hedged(verb):
        return
    if force == "future" and _own_word(event):
        word = _future(event)
        if word is not None:
            yield _made(event, word, analysis.report.id)
    elif force != "future" and (duty := _duty(event, force)) is not None:
        yield _made(duty[0], duty[1], analysis.report.id)


def _verb_of(event: Event, doc: Doc) -> Token | None:
    """The verb whose tense the act has: itself, or the one that its noun hangs on."""
    piece = doc.char_span(event.event_span.start, event.event_span.end)
    if piece is None:
        return None
    token = piece.root
    if token.pos_ in ("VERB", "AUX"):
        return token
    return token.head if token.dep_ in ("dobj", "nsubjpass") else None


def _force(verb: Token) -> Force | None:
    """What the verb's modal, or the "to" of a headline, makes of it."""
    modals = [f for c in children(verb, "aux") if (f := _forces().get(("modal", c.lower_)))]
    if modals:
        would = any(c.lower_ == "would" for c in children(verb, "aux"))
        return modals[0] if not would or is_reported(verb) else None
    headline = verb.dep_ == "ROOT" and any(c.tag_ == "TO" for c in verb.children)
    return "future" if headline else None


def _meant(verb: Token, acts: frozenset[int]) -> Force | None:
    """What a word above makes of an infinitive: "plans to impose", where it names no act itself."""
    upper = verb.head
    infinitive = verb.dep_ == "xcomp" and any(c.tag_ == "TO" for c in verb.children)
    if not infinitive or upper.idx in acts or children(upper, "dobj", "neg"):
        return None
    done = upper.tag_ in ("VBZ", "VBP", "VBD", "VBN", "JJ") and not _force(upper)
    return _forces().get(("upper", upper.lemma_.lower())) if done else None


def _hedged(verb: Token) -> bool:
    """True where a condition holds it back, or it is a condition itself."""
    perfect = any(c.lemma_ == "have" for c in children(verb, "aux"))
    aside = verb.dep_ in ("relcl", "advcl", "acl")
    return perfect or aside or verb.sent.text.rstrip().endswith("?")


def _own_word(event: Event) -> bool:
    """True where the author says so, or the actor does, or somebody whose state is not told."""
    states = {code[:3] for code in event.actor}
    source = event.source[0] if event.source else AUTHOR
    somebody = bool(event.actor_spans)
    return somebody and (source.actor is None or source.actor[:3] in states)


def _future(event: Event) -> _Word | None:
    if event.factuality == "negated" and event.type in COOPERATIVE:
        return _Word("REJECT", "12", "refusal")
    if event.factuality not in ("planned", "conditional"):
        return None
    if event.type in COOPERATIVE - {"AGREE"} and event.factuality == "planned":
        return _Word("AGREE", "03")
    return _Word("THREATEN", "13", "threat") if event.type in HOSTILE else None


def _duty(event: Event, force: Force) -> tuple[Event, _Word] | None:
    """Somebody's word that another must act: the demand, from the one to the other."""
    source = event.source[0] if event.source else AUTHOR
    if source.actor is None or source.span is None or not event.actor:
        return None
    if source.actor[:3] in {code[:3] for code in event.actor} or event.factuality == "negated":
        return None
    asked = replace(
        event,
        actor=(source.actor,),
        actor_spans=(source.span,),
        recipient=event.actor,
        recipient_spans=event.actor_spans,
    )
    return asked, _Word("REQUEST", "10" if force == "duty" else "02")


def _made(event: Event, word: _Word, report: str) -> Event:
    """The act of words, between the same two, told by the same words."""
    row = aim_of(event.cameo)
    mode = (row[word.mode] or None) if row is not None and word.mode else None
    facts = facts_of(word.type, mode)
    made = replace(
        event,
        type=word.type,
        mode=mode,
        context=(),
        cameo=(row[word.column] if row is not None else "") or f"{word.column}0",
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
        factuality="happened",
        when=UNKNOWN,
        where=None,
        figures=(),
    )
    return replace(made, id=event_id(made, report))
