"""What a sentence takes over from those before it.

A raid is told in one sentence and its outcome in the next: "About 50 people were detained." Such
an agentless outcome belongs to the act before it, and its figures to both. "The raid", said again
further on, is the raid told before: it happened when and where that one did.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.circumstances import circumstance_words
from dragoman.coding.events import INHERITED, event_id
from dragoman.coding.syntax import children, left_modifiers
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.event import Event
from dragoman.model.report import Report
from dragoman.model.when import meet

# Outcomes of force; only these are carried over from one sentence to the next.
FORCE = frozenset({"COERCE", "ASSAULT"})
# Who is held was charged by who holds him: "detained in Oman on fraud charges".
HOLDING = frozenset({"COERCE"})
# Further apart than this (characters) two sentences are not told in one breath.
NEXT_SENTENCE = 3


def carried(events: list[Event], analysis: Analysis) -> list[Event]:
    """The events with what outcomes and second mentions take from those before, and give them."""
    done: list[Event] = []
    for each in events:
        origin = None if _is_ground(each, analysis) else _origin(each, done, analysis.report)
        if origin:
            done[done.index(origin)] = _enriched(origin, each)
            done.append(_continued(each, origin, analysis.report))
        elif told := _told_before(each, done, analysis):
            done.append(_continued(each, told, analysis.report))
        else:
            done.append(each)
    return done


def _origin(each: Event, before: list[Event], report: Report) -> Event | None:
    """The act of the sentence before (or this one) that an agentless outcome follows from."""
    if each.actor or each.factuality != "happened":
        return None
    if each.type == "ACCUSE":
        return next((e for e in reversed(before) if _charged_by(each, e)), None)
    if each.type not in FORCE:
        return None
    for earlier in reversed(before):
        gap = report.text[earlier.span.end : each.span.start]
        if "\n" in gap or len(gap) > NEXT_SENTENCE:
            return None
        told = earlier.type in FORCE and earlier.factuality == "happened"
        if told and earlier.actor and earlier.confidence > INHERITED:
            return earlier if _one_breath(each, earlier) else None
    return None


def _is_ground(each: Event, analysis: Analysis) -> bool:
    """True for an act that came before the other: "arrested him an hour after the bombing"."""
    token = _token_at(each, analysis)
    if each.type not in FORCE or token is None or token.dep_ not in ("pobj", "pcomp"):
        return False
    return token.head.lower_ in circumstance_words("ground")


def _charged_by(charge: Event, act: Event) -> bool:
    """True for the act, in the same sentence, by which those charged are held."""
    same = charge.span == act.span and set(charge.recipient_spans) & set(act.recipient_spans)
    return bool(same and act.actor and act.type in HOLDING and act.factuality == "happened")


def _one_breath(outcome: Event, earlier: Event) -> bool:
    """False where place, day or victim speak against the outcome being that act's."""
    if outcome.where and earlier.where and outcome.where.name != earlier.where.name:
        return False
    if {outcome.when.basis, earlier.when.basis} == {"text"} and not meet(
        outcome.when, earlier.when
    ):
        return False
    doers = {code[:3] for code in earlier.actor} | {code[-3:] for code in earlier.actor}
    return not doers & {code[:3] for code in outcome.recipient}


def _told_before(each: Event, before: list[Event], analysis: Analysis) -> Event | None:
    """The latest earlier event that a definite noun takes up again."""
    token = _token_at(each, analysis)
    if each.when.basis not in ("none", "report") or token is None or not _definite(token):
        return None
    for earlier in reversed(before):
        same = _token_at(earlier, analysis)
        named_alike = same is not None and same.lemma_.lower() == token.lemma_.lower()
        if named_alike and earlier.type == each.type and _compatible(each, earlier):
            return earlier if earlier.when.basis in ("text", "page") else None
    return None


def _definite(token: Token) -> bool:
    """True for "the raid", and not for "the first raid", which may be another one."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(t.lower_ in circumstance_words("another") for t in left_modifiers(token)):
        return False
    articles = [t for t in children(token, "det") if t.tag_ == "DT"]
    return any(t.lower_ not in ("a", "an", "any") for t in articles)


def _compatible(one: Event, other: Event) -> bool:
    """True when no state told on a side of one contradicts that side of the other."""
    sides = ((one.actor, other.actor), (one.recipient, other.recipient))
    return one.factuality == other.factuality and all(
        not a or not b or {c[:3] for c in a} & {c[:3] for c in b} for a, b in sides
    )


def _token_at(event: Event, analysis: Analysis) -> Token | None:
    piece = analysis.doc.char_span(event.event_span.start, event.event_span.end)
    return piece.root if piece is not None else None


def _continued(each: Event, origin: Event, report: Report) -> Event:
    made = replace(
        each,
        actor=each.actor or origin.actor,
        actor_spans=each.actor_spans or origin.actor_spans,
        recipient=_placed(each.recipient, origin.recipient),
        recipient_spans=each.recipient_spans or origin.recipient_spans,
        when=origin.when if each.when.basis in ("none", "report") else each.when,
        where=each.where or origin.where,
        confidence=INHERITED,
    )
    return replace(made, id=event_id(made, report.id))


def _placed(recipient: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The recipients; people of no told state are those of the act before ("50 were detained")."""
    if all(code in sectors() for code in recipient):
        alike = tuple(c for c in before if c[3:] in recipient or c in recipient)
        return alike or recipient or before
    return recipient


def _enriched(origin: Event, outcome: Event) -> Event:
    told = {f.what for f in origin.figures}
    return replace(
        origin, figures=(*origin.figures, *(f for f in outcome.figures if f.what not in told))
    )
