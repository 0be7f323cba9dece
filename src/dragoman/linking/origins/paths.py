"""The way of what is told: who said it, through which agencies it came, to the report's outlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.linking.origins.citations import all_citations
from dragoman.linking.origins.cues import outlet_words
from dragoman.linking.origins.outlets import Outlet, Outlets
from dragoman.linking.origins.overheard import cited_beside, speaker_after, teller_before
from dragoman.linking.origins.speakers import Speaker, is_document, speaker_of
from dragoman.model.actor import Source
from dragoman.model.attribution import Attribution
from dragoman.model.findings import Findings
from dragoman.model.origin import Citation, OriginKind, Telling
from dragoman.model.span import Span

# A source holds what is told when so much of it lies in what the source is said to say.
HELD = 0.5
_CHANNEL_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way: a speaker or an outlet, with the words of the report that name it."""

    kind: OriginKind
    label: str
    span: Span | None
    reason: str
    speaker: Speaker | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A report with what it cites; made once and asked for each of its tellings."""

    findings: Findings
    outlet: Outlet | None
    named: tuple[Citation, ...]
    outlets: Outlets

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The outlets that it names, without its own."""
        own = self.outlet.name if self.outlet else None
        return tuple(c for c in self.named if c.outlet != own)

    def path(self, telling: Telling) -> tuple[Step, ...]:
        """From the innermost source of a telling to the outlet of its report; never empty."""
        speakers = [*self._beside(telling), *self._speakers(telling)]
        if not any(step.speaker for step in speakers):
            speakers = [*self._tellers(telling), *speakers]
        if not speakers and not any(self._cited(telling)):
            source = speaker_after(self.findings, telling.span)
            speakers = [*self._step(source)] if source else []
        steps = [*speakers, *self._cited(telling), *self._whole()]
        steps.append(self._own())
        kept: dict[tuple[OriginKind, str], Step] = {}
        for step in steps:
            kept.setdefault((step.kind, step.label), step)
        return tuple(kept.values())

    def contributed(self) -> tuple[Step, ...]:
        """The agencies of whose work part of the report is, nobody says which."""
        found = (c for c in self.cited if c.role == "contributed")
        return tuple(self._outlet(c.outlet, c.span, "contributed") for c in found)

    def _beside(self, telling: Telling) -> Iterator[Step]:
        """Those behind "citing", who are nearer to the act than all others."""
        for source in cited_beside(self.findings, telling.span, self._told()):
            yield from self._step(source)

    def _tellers(self, telling: Telling) -> Iterator[Step]:
        """Those who told an outlet of the same sentence, where no attribution says who."""
        for citation in self.named:
            if citation.role == "told" and citation.scope and citation.scope.overlaps(telling.span):
                source = teller_before(self.findings, citation, telling.span)
                yield from self._step(source) if source else ()

    def _step(self, source: Source) -> Iterator[Step]:
        speaker = speaker_of(source, self.findings, self.outlets)
        if speaker:
            words = f"on the word of {speaker.label}"
            yield Step(speaker.kind, speaker.label, source.span, words, speaker)

    def _speakers(self, telling: Telling) -> Iterator[Step]:
        for held in holding(telling.span, self.findings):
            source = held.source
            if source.span and source.span.overlaps(telling.span):
                continue  # the telling is about the saying: "ministers agreed to suspend the debt"
            named = [c for c in self._told() if source.span and source.span.contains(c)]
            if not named and (outlet := self._outlet_as(source)):
                yield self._outlet(outlet.name, source.span, "cites")
                continue
            alone = bool(named) and self._is_outlet(source.span, named[0])
            ours = any(c.span and source.span and source.span.contains(c.span) for c in self.named)
            if not alone and not (ours and is_document(source.text or "")):
                yield from self._step(source)
            for span in named:
                citation = next(c for c in self.cited if c.span == span)
                yield self._outlet(citation.outlet, span, citation.role)

    def _outlet_as(self, source: Source) -> Outlet | None:
        """The outlet that a source is, where no cue of the tables stands beside it."""
        own = self.outlet.name if self.outlet else None
        for span, outlet in self.outlets.find(source.text or ""):
            if source.span and outlet.name != own:
                name = span.shifted(source.span.start)
                if name.end >= source.span.end - 1 and self._is_outlet(source.span, name):
                    return outlet
        return None

    def _told(self) -> list[Span]:
        return [c.span for c in self.cited if c.span and c.scope]

    def _is_outlet(self, source: Span | None, name: Span) -> bool:
        """True for "the state news agency X", False for "an official quoted by X"."""
        if source is None:
            return True
        before = self.findings.report.text[source.start : name.start].split()
        fill = outlet_words()
        return all(w[:1].isupper() or w.lower() in fill for w in before)

    def _cited(self, telling: Telling) -> Iterator[Step]:
        """Outlets of the same sentence, those behind another first, then the last named first."""
        found = [c for c in self.cited if c.scope and c.scope.overlaps(telling.span)]
        found = [c for c in found if not self._speaks_elsewhere(c, telling)]
        for c in sorted(found, key=lambda c: (c.role == "citing", c.span), reverse=True):
            yield self._outlet(c.outlet, c.span, c.role)

    def _speaks_elsewhere(self, citation: Citation, telling: Telling) -> bool:
        """True where the outlet is the source of another part of the sentence."""
        its = [
            a
            for a in self.findings.attributions
            if a.source.span and citation.span and a.source.span.contains(citation.span)
        ]
        return bool(its) and not any(_holds(a, telling.span) for a in its)

    def _whole(self) -> Iterator[Step]:
        for role in ("whole", "credit"):
            found = [c for c in self.cited if c.role == role]
            yield from (self._outlet(c.outlet, c.span, role) for c in found)

    def _own(self) -> Step:
        if self.outlet is None:
            return Step("own", "", None, "the report's own words")
        kind: OriginKind = "agency" if self.outlet.agency else "own"
        return Step(kind, self.outlet.name, None, f"{self.outlet.name} tells it itself", role="own")

    def _outlet(self, name: str, span: Span | None, role: str) -> Step:
        outlet = self.outlets.named(name)
        kind: OriginKind = "agency" if outlet.agency else "own"
        if span and self._is_channel(span):
            kind = "channel"
        return Step(kind, outlet.name, span, _WAYS[role].format(outlet.name), role=role)

    def _is_channel(self, span: Span) -> bool:
        text = self.findings.report.text
        before = text[max(0, span.start - _CHANNEL_BEFORE) : span.start].lower().rstrip()
        beside = [w for w, kind in outlet_words().items() if kind == "channel"]
        return any(before.endswith(word) for word in beside)


_WAYS = {
    "told": "told to {}",
    "cites": "cites {}",
    "citing": "cites {}",
    "contributed": "has material of {}",
    "credit": "carries the copy of {}",
    "whole": "rests on a report by {}",
}


def case_of(findings: Findings, outlets: Outlets) -> Case:
    """A report ready to be asked where its tellings are from."""
    report = findings.report
    outlet = outlets.named(report.outlet) if report.outlet else outlets.of_url(report.url)
    return Case(findings, outlet, all_citations(report, outlets), outlets)


def holding(span: Span, findings: Findings) -> list[Attribution]:
    """The attributions in whose content `span` lies, the innermost first."""
    found = [a for a in findings.attributions if _holds(a, span)]
    return sorted(found, key=lambda a: (a.content.end - a.content.start, a.content, a.cue))


def _holds(attribution: Attribution, span: Span) -> bool:
    common = sum(
        max(0, min(c.end, span.end) - max(c.start, span.start)) for c in attribution.contents
    )
    return common > HELD * (span.end - span.start)
