"""Putting events together: frame, participants, factuality, source, circumstances."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.attributions import sources_of
from dragoman.coding.circumstances import Setting
from dragoman.coding.factuality import factuality
from dragoman.coding.frames import Frame
from dragoman.coding.participants import NOBODY, Cast, Participants
from dragoman.coding.roles import Trigger, walk
from dragoman.coding.syntax import is_passive
from dragoman.coding.triggers import Match, matches
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.event import Event, Place
from dragoman.model.ids import content_id
from dragoman.model.ontology import Factuality, facts_of
from dragoman.model.span import Span
from dragoman.model.when import When
from dragoman.version import CODER

# Acts that several do together, told in either direction.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Signing a treaty, though SUPPORT, is done together as well.
SIGNING = "057"
# Acts that happen where their target is.
PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "RETREAT", "AID"})
# Modes that only a state's own power can have, and that are seldom told with who used it.
STATE_POWER = frozenset({"arrest", "censor", "convict", "deport"})
# Confidence of a frame with both sides told, one side told, and sides taken from the context;
# rough ranks until a calibrated score replaces them.
BOTH_TOLD, ONE_TOLD, INHERITED = 0.9, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Act:
    """A matched trigger with its participants, on the way to an event."""

    match: Match
    actor: Participants
    recipient: Participants

    @property
    def trigger(self) -> Trigger:
        """The word that names the act."""
        return self.match.trigger

    @property
    def frame(self) -> Frame:
        """The frame that fits."""
        return self.match.frame


def acts(analysis: Analysis, cast: Cast) -> list[Act]:
    """Every act of the text that somebody is told to do or to suffer, in text order."""
    found = [_act(match, cast) for match in matches(analysis.doc, cast)]
    return [a for a in found if a is not None]


def _act(match: Match, cast: Cast) -> Act | None:
    actor = walk(match.frame.actor, match.trigger, cast)
    recipient = walk(match.frame.recipient, match.trigger, cast)
    actor, recipient = _parted(match, actor, _without(recipient, actor))
    return Act(match, actor, recipient)


def _parted(
    match: Match, actor: Participants, recipient: Participants
) -> tuple[Participants, Participants]:
    """ "Russia and Turkey met": for acts done together the first acts and the rest receive."""
    mutual = match.type in MUTUAL or match.frame.cameo == SIGNING
    if not mutual or recipient or len(actor.codes) < 2:
        return actor, recipient
    if len(actor.codes) == len(actor.spans):
        first, rest = actor.spans[:1], actor.spans[1:]
    elif len(actor.spans) == 1:  # "the two countries"
        first = rest = actor.spans
    else:
        return actor, recipient
    return Participants(actor.codes[:1], first), Participants(actor.codes[1:], rest)


def _without(recipient: Participants, actor: Participants) -> Participants:
    """Nobody is recipient through the words that make them actor, nor a state of its own acts."""
    own = {*actor.codes, *(code[:3] for code in actor.codes)}
    if len(recipient.codes) != len(recipient.spans):
        return recipient if not set(recipient.spans) & set(actor.spans) else NOBODY
    pairs = zip(recipient.codes, recipient.spans, strict=True)
    kept = [(c, s) for c, s in pairs if s not in actor.spans and c not in own]
    return Participants(tuple(c for c, _ in kept), tuple(s for _, s in kept))


def event(
    act: Act,
    analysis: Analysis,
    setting: Setting,
    said: tuple[Attribution, ...],
    quoted: tuple[Quotation, ...],
) -> Event:
    """The event that an act makes."""
    facts = facts_of(act.match.type, act.frame.mode)
    token = act.trigger.token
    value, when = _placed_in_time(act, setting)
    span = Span(token.idx, token.idx + len(token.text))
    where = setting.where(act.trigger, act.recipient.spans if facts.type in PHYSICAL else ())
    act = _by_place(act, where)
    made = Event(
        id="",
        type=act.match.type,
        mode=act.frame.mode,
        context=act.frame.context,
        cameo=act.frame.cameo,
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
        actor=act.actor.codes,
        recipient=act.recipient.codes,
        actor_spans=act.actor.spans,
        recipient_spans=act.recipient.spans,
        event_span=span,
        factuality=value,
        span=_evidence(act),
        source=sources_of(token.idx, said, quoted),
        when=when,
        where=where,
        figures=setting.figures(act.trigger),
        confidence=_confidence(act),
        coder=CODER,
    )
    return replace(made, id=event_id(made, analysis.report.id))


def _placed_in_time(act: Act, setting: Setting) -> tuple[Factuality, When]:
    """Factuality and time together: what is dated after the report's publication is planned."""
    value = factuality(act.trigger)
    if value == "happened" and not act.trigger.is_verb and setting.lies_ahead(act.trigger):
        value = "planned"
    when = setting.when(act.trigger, value)
    if not when.known and value == "happened":
        when = setting.stand_in(act.trigger)
    return value, when


def _by_place(act: Act, where: Place | None) -> Act:
    """An arrest with nobody said to make it is the state's in which it is said to be made."""
    if act.actor or act.frame.mode not in STATE_POWER or where is None or where.country is None:
        return act
    return replace(act, actor=Participants((where.country,), (where.span,), inherited=True))


def event_id(made: Event, report_id: str) -> str:
    """The id of an event: its report, what it is, and the words that name it."""
    roles = (*made.actor, ">", *made.recipient)
    return content_id("event", report_id, made.type, made.mode, made.event_span.pair(), *roles)


def _evidence(act: Act) -> Span:
    sentence = act.trigger.token.sent
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start, max(start, sentence.start_char + len(text.rstrip())))


def _confidence(act: Act) -> float:
    if act.actor.inherited or act.recipient.inherited:
        return INHERITED
    if act.actor and act.recipient:
        return BOTH_TOLD
    return ONE_TOLD if is_passive(act.trigger.anchor) or act.actor else INHERITED
