"""From a report's analysis to its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.acts import Act
from dragoman.coding.attribution_links import linked
from dragoman.coding.attributions import attributions
from dragoman.coding.cameo import Codes
from dragoman.coding.choice import fates
from dragoman.coding.circumstances import Setting
from dragoman.coding.claimants import by_claimant
from dragoman.coding.confidence import measured
from dragoman.coding.discourse import FORCE, carried
from dragoman.coding.doubles import doubles
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.events import event
from dragoman.coding.fusion import weighed
from dragoman.coding.intentions import stated
from dragoman.coding.judgements import judgements
from dragoman.coding.participants import Cast
from dragoman.coding.silences import silences
from dragoman.coding.steps import Steps
from dragoman.coding.ties import ties
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.version import encoder_enabled


def code(analysis: Analysis) -> Findings:
    """All rows of one report; the same analysis gives the same rows."""
    return steps(analysis).findings


def steps(analysis: Analysis) -> Steps:
    """The way of one report through the coder, with the rows at its end."""
    cast = Cast(analysis)
    readings = Readings(encoder_enabled())
    told_by = attributions(analysis, cast, readings)
    said = by_claimant(told_by, analysis.mentions, analysis.report.text)
    quoted = _alike([_spoken(q, analysis, said) for q in analysis.quotations])
    found = weighed(analysis, cast, readings)
    told = tuple(kept for kept in found.kept if _peopled(kept.act))
    made = _events([k.act for k in found.kept], [k.act for k in told], analysis, cast, said, quoted)
    learned = frozenset(e.event_span for e, k in zip(made, told, strict=True) if k.act.probability)
    persons = frozenset(m.span for m in analysis.mentions if m.name and m.kind == "person")
    whole = doubles([*made, *stated(made, analysis)], analysis.doc, analysis.report.id)
    judged = tuple(fates(*whole, persons, learned))
    rows = [
        measured(fate.event, fate.event.event_span in learned)
        for fate in judged
        if fate.reason is None
    ]
    findings = Findings(
        report=analysis.report,
        events=linked(sorted(rows, key=lambda e: (e.event_span, e.type)), said, analysis),
        attributions=said,
        quotes=quoted,
        silences=silences(analysis, cast, readings),
        judgements=judgements(analysis, cast, said, rows, readings),
        ties=ties(analysis, cast),
        mentions=analysis.mentions,
        places=analysis.toponyms,
        dates=analysis.dates,
    )
    return Steps(found, told, judged, findings)


def _events(  # noqa: PLR0913, PLR0917  # all that is known of a report
    named: Sequence[Act],
    told: Sequence[Act],
    analysis: Analysis,
    cast: Cast,
    said: tuple[Attribution, ...],
    quoted: tuple[Quotation, ...],
) -> list[Event]:
    """The events of the acts in `told`, in their order; codes look at all acts that are `named`."""
    setting = Setting(analysis, [a.trigger for a in told], [a.cue for a in said])
    codes = Codes((a.coded for a in named), cast)
    return carried([event(a, analysis, setting, said, quoted, codes) for a in told], analysis)


def _peopled(act: Act) -> bool:
    """True for acts with somebody, and outcomes of force, which may yet take somebody over."""
    return bool(act.actor.spans or act.recipient.spans or act.match.type in FORCE)


def _alike(quoted: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations; one speaker has one code throughout a report."""
    known = {q.speaker: q.actor for q in reversed(quoted) if q.actor}
    return tuple(replace(q, actor=q.actor or known.get(q.speaker)) for q in quoted)


def _spoken(quotation: Quotation, analysis: Analysis, said: tuple[Attribution, ...]) -> Quotation:
    """The quotation with its speaker's code, where a mention of that name has one.

    A document, or somebody without a name, has that of the attribution whose cue brings it in.
    """
    if quotation.speaker is None or quotation.actor is not None:
        return quotation
    text = analysis.report.text
    coded = [(m, c) for m in analysis.mentions for c in m.codes[:1] if c not in sectors()]
    for mention, code_ in coded:
        if quotation.speaker in (mention.name, mention.span.of(text)):
            return replace(quotation, actor=code_)
    for mention, code_ in coded:
        if mention.name and mention.name in quotation.speaker:
            return replace(quotation, actor=code_)
    brought = (a for a in said if quotation.cue is not None and a.cue.overlaps(quotation.cue))
    return replace(quotation, actor=next((a.source.actor for a in brought), None))
