"""Acts to events: factuality, source and circumstances beside who did what to whom."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts import Act
from dragoman.coding.attribution_chains import sources_of
from dragoman.coding.attribution_sources import SOMEBODY
from dragoman.coding.cameo import Codes
from dragoman.coding.circumstances import Setting
from dragoman.coding.factuality import factuality
from dragoman.coding.homes import homed
from dragoman.coding.laid_to import is_laid
from dragoman.coding.participants import Participants
from dragoman.coding.syntax import is_passive
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.actor import AUTHOR, Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.event import Event, Place
from dragoman.model.ids import content_id
from dragoman.model.ontology import Factuality, facts_of
from dragoman.model.span import Span
from dragoman.model.when import When
from dragoman.version import coder_name

# Acts that happen where their target is.
PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "RETREAT", "AID"})
PROTEST = "PROTEST"
# Modes that only a state's own power can have, and that are seldom told with who used it.
STATE_POWER = frozenset({"arrest", "censor", "convict", "deport"})
# Confidence of a frame with both sides told, one side told, and sides taken from the context;
# rough ranks until a calibrated score replaces them.
BOTH_TOLD, ONE_TOLD, INHERITED = 0.9, 0.7, 0.5


def event(  # noqa: PLR0913, PLR0917  # all that is known of a report
    act: Act,
    analysis: Analysis,
    setting: Setting,
    said: tuple[Attribution, ...],
    quoted: tuple[Quotation, ...],
    codes: Codes,
) -> Event:
    """The event that an act makes."""
    facts = facts_of(act.match.type, act.frame.mode)
    token = act.trigger.token
    value, when = _placed_in_time(act, setting)
    span = Span(token.idx, token.idx + len(token.text))
    targets = act.recipient.spans if facts.type in PHYSICAL else ()
    land = setting.where(act.trigger, targets, roughly=True)
    act = homed(_by_place(act, land), land)
    made = Event(
        id="",
        type=act.match.type,
        mode=act.frame.mode,
        context=act.frame.context,
        cameo=codes.of(act.coded),
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
        actor=act.actor.codes,
        recipient=act.recipient.codes,
        actor_spans=act.actor.spans,
        recipient_spans=act.recipient.spans,
        event_span=span,
        factuality=value,
        span=_evidence(act),
        source=_sources(act, sources_of(token.idx, said, quoted)),
        when=when,
        where=setting.where(act.trigger, targets),
        figures=setting.figures(act.trigger),
        confidence=_confidence(act),
        coder=coder_name(),
    )
    return replace(made, id=event_id(made, analysis.report.id))


def _sources(act: Act, told: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who tells the act: what "is attributed to" somebody is so by others than the author."""
    return (*told, SOMEBODY) if is_laid(act.frame) and told == (AUTHOR,) else told


def _placed_in_time(act: Act, setting: Setting) -> tuple[Factuality, When]:
    """Factuality and time together: what is dated after the report's publication is planned."""
    value = act.factuality or factuality(act.trigger)
    if value == "happened" and not act.trigger.is_verb and setting.lies_ahead(act.trigger):
        value = "planned"
    when = setting.when(act.trigger, value)
    if not when.known and value == "happened":
        when = setting.stand_in(act.trigger)
    return value, when


def _by_place(act: Act, where: Place | None) -> Act:
    """Who is of no told state is of the one in which the act is said to happen.

    So is an arrest with nobody said to make it; and to march in another's capital is to march
    against it.
    """
    if where is None or where.country is None:
        return act
    here = Participants((where.country,), (where.span,), inherited=True)
    if not act.actor and act.frame.mode in STATE_POWER:
        return replace(act, actor=here)
    if act.match.type not in PHYSICAL | {PROTEST}:
        return act
    codes = (*act.actor.codes, *act.recipient.codes)
    if codes and all(code in sectors() for code in codes):
        return replace(
            act,
            actor=_of_state(act.actor, where.country),
            recipient=_of_state(act.recipient, where.country),
        )
    abroad = act.match.type == PROTEST and not act.recipient
    if abroad and where.country not in {code[:3] for code in act.actor.codes}:
        return replace(act, recipient=here)
    return act


def _of_state(side: Participants, country: str) -> Participants:
    return replace(side, codes=tuple(country + c for c in side.codes), inherited=bool(side))


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
    if act.probability is not None:
        return act.probability
    if act.actor.inherited or act.recipient.inherited:
        return INHERITED
    if act.actor and act.recipient:
        return BOTH_TOLD
    return ONE_TOLD if is_passive(act.trigger.anchor) or act.actor else INHERITED
