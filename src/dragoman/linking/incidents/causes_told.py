"""Causes, blame and versions that stand with the events of an incident, and who holds each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from dragoman.linking.incidents.causes import causes
from dragoman.linking.incidents.holdings import holding_of
from dragoman.linking.incidents.parties import homes
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.told import Told, in_order
from dragoman.linking.incidents.versions import versions
from dragoman.linking.incidents.words import stems
from dragoman.model.actor import Source
from dragoman.model.findings import Findings
from dragoman.model.span import Span

# Where a sentence ends.
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])")
# So many sentences after an act's own may tell of what it came.
FOLLOWING = 3
# Acts that may be one harm to the same people.
FORCE = "ASSAULT"


def causes_told(tellings: Sequence[Telling], reports: Mapping[str, Findings]) -> list[Told]:
    """Causes and blame that stand with the events of an incident."""
    mine = {telling.id for telling in tellings}
    found = {
        value
        for telling in tellings
        if (findings := reports.get(telling.report.id)) is not None
        for value in (*_causes(telling, findings, mine), *_versions(telling, findings))
    }
    return sorted(found, key=in_order)


def _around(telling: Telling, findings: Findings, mine: Collection[str]) -> Span:
    """An event's sentence, and those after it up to the next event of another incident that
    others suffer: "two were killed. They had been beaten to death"."""
    text, span = telling.report.text, telling.event.span
    last, victims = len(text), set(telling.event.recipient)
    starts = [
        e.span.start
        for e in findings.events
        if e.id not in mine and (e.type != FORCE or victims.isdisjoint(e.recipient))
    ]
    last = min((s for s in starts if s >= span.end), default=last)
    paragraph = text.find("\n\n", span.end)
    last = last if paragraph < 0 else min(last, paragraph)
    ends = [m.start() + 1 for m in _SENTENCE.finditer(text, span.end, last)]
    return Span(span.start, ends[FOLLOWING] if len(ends) > FOLLOWING else last)


def _causes(telling: Telling, findings: Findings, mine: Collection[str]) -> Iterator[Told]:
    text = telling.report.text
    for cause in causes(text, _around(telling, findings, mine)):
        holding = holding_of(telling, cause.span, _source(cause.span, findings))
        if cause.attribute == "cause":
            yield Told("cause", " ".join(sorted(stems(cause.words))), cause.words, holding)
            continue
        inside = (m for m in findings.mentions if cause.span.contains(m.span))
        codes = tuple(sorted({code for m in inside for code in m.codes}))
        if codes:
            name = " ".join(codes)
            yield Told("blame", name, cause.words, holding, homes=homes(codes))


def _versions(telling: Telling, findings: Findings) -> Iterator[Told]:
    """How it came about, by those whom the paragraph sets against each other; where a version
    tells a cause by a cue, the cause is told already."""
    text, start = telling.report.text, telling.event.span.start
    end = text.find("\n\n", telling.event.span.end)
    passage = Span(start, end if end > 0 else len(text))
    for row, span in versions(findings, passage):
        if not any(cause.attribute == "cause" for cause in causes(text, span)):
            words = span.of(text)
            holding = holding_of(telling, span, row.source)
            yield Told("cause", " ".join(sorted(stems(words))), words, holding)


def _source(span: Span, findings: Findings) -> Source:
    """The innermost source of what stands at `span`."""
    holds = [a for a in findings.attributions if a.content.contains(span)]
    if not holds:
        return Source()
    return min(holds, key=lambda a: a.content.end - a.content.start).source
