"""From a report's analysis to its findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.coding.acts import Act
from dragoman.coding.attributions import attributions
from dragoman.coding.cameo import Codes
from dragoman.coding.circumstances import Setting
from dragoman.coding.discourse import FORCE, carried
from dragoman.coding.events import event
from dragoman.coding.fusion import acts
from dragoman.coding.intentions import stated
from dragoman.coding.participants import Cast
from dragoman.coding.silences import silences
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Quotation
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.span import Span
from dragoman.version import encoder_enabled

# Acts towards somebody: with one side untold the frame has most likely misread the clause.
NEEDS_BOTH = frozenset({"CONSULT"})


def code(analysis: Analysis) -> Findings:
    """All rows of one report; the same analysis gives the same rows."""
    cast = Cast(analysis)
    said = attributions(analysis, cast)
    quoted = tuple(_spoken(q, analysis) for q in analysis.quotations)
    named = acts(analysis, cast, encoder_enabled())
    told = _told(named)
    setting = Setting(analysis, [a.trigger for a in told], [a.cue for a in said])
    codes = Codes((a.coded for a in named), cast)
    found = [event(a, analysis, setting, said, quoted, codes) for a in told]
    made = carried(found, analysis)
    learned = frozenset(e.event_span for e, a in zip(found, told, strict=True) if a.probability)
    persons = frozenset(m.span for m in analysis.mentions if m.name and m.kind == "person")
    return Findings(
        report=analysis.report,
        events=_distinct([*made, *stated(made, analysis)], persons, learned),
        attributions=said,
        quotes=quoted,
        silences=silences(analysis, cast),
        mentions=analysis.mentions,
        places=analysis.toponyms,
        dates=analysis.dates,
    )


def _told(found: list[Act]) -> list[Act]:
    """Acts with somebody in them, and outcomes of force, which may yet take somebody over."""
    return [a for a in found if a.actor.spans or a.recipient.spans or a.match.type in FORCE]


def _distinct(
    events: Iterable[Event], named: frozenset[Span], learned: frozenset[Span]
) -> tuple[Event, ...]:
    """One row for one act: "launched a raid ... raided" in one sentence between the same two."""
    kept: dict[tuple[object, ...], Event] = {}
    for each in events:
        held = each.event_span in learned and _between_somebody(each)
        if not (held or _between_known(each, named)):
            continue
        key = (each.span, each.type, each.mode, each.actor, each.recipient, each.factuality)
        kept.setdefault(key, each)
    return tuple(sorted(kept.values(), key=lambda e: (e.event_span, e.type)))


def _between_somebody(each: Event) -> bool:
    """True for an act with a party in the text, known by a code or not."""
    told = bool(each.actor_spans or each.recipient_spans)
    return told and each.actor_spans != each.recipient_spans


def _between_known(each: Event, named: frozenset[Span]) -> bool:
    """True when a state or an organisation stands on one side at least, and not alone on both.

    An outcome of force is told too when a named person suffers it, of whatever state.
    """
    if each.actor == each.recipient:
        return False
    if each.type in FORCE and named & set(each.recipient_spans):
        return True
    needed = 2 if each.type in NEEDS_BOTH else 1
    placed = [any(c not in sectors() for c in side) for side in (each.actor, each.recipient)]
    told = [bool(each.actor), bool(each.recipient) or len(each.actor) > 1]
    return any(placed) and sum(told) >= needed


def _spoken(quotation: Quotation, analysis: Analysis) -> Quotation:
    """The quotation with its speaker's code, where a mention of that name has one."""
    if quotation.speaker is None or quotation.actor is not None:
        return quotation
    text = analysis.report.text
    for mention in analysis.mentions:
        words = mention.span.of(text)
        if mention.codes and quotation.speaker in (mention.name, words):
            return replace(quotation, actor=mention.codes[0])
    for mention in analysis.mentions:
        if mention.codes and mention.name and mention.name in quotation.speaker:
            return replace(quotation, actor=mention.codes[0])
    return quotation
