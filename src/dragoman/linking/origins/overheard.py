"""Sources that no attribution holds: "citing the ministry", "..., their lawyer told Reuters"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.linking.origins.cues import citing_pattern, says_patterns
from dragoman.linking.origins.words import sentences_of
from dragoman.model.actor import Mention, Source
from dragoman.model.findings import Findings
from dragoman.model.origin import Citation
from dragoman.model.span import Span

# Between "citing" and whom it names: "citing an official of the country's interior ministry".
AFTER = 40
# Between a speaker and the outlet that is told: "told", "said in an interview with".
BEFORE = 45
_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*")


def sentence_with(findings: Findings, span: Span) -> Span:
    """The sentence in which a span begins, or the span."""
    held = (s for s in sentences_of(findings.report.text) if s.start <= span.start < s.end)
    return next(held, span)


def cited_beside(findings: Findings, span: Span, taken: Iterable[Span]) -> Iterator[Source]:
    """Whom the sentence of `span` names behind "citing"; `taken` are the names of outlets."""
    sentence = sentence_with(findings, span)
    outlets = list(taken)
    for match in citing_pattern().finditer(findings.report.text, sentence.start, sentence.end):
        reach = Span(match.end(), min(match.end() + AFTER, sentence.end))
        near = [m for m in findings.mentions if reach.start <= m.span.start <= reach.end]
        # "citing the agency X": an outlet, which is no speaker.
        name = _CAPITALS.search(findings.report.text, reach.start, reach.end)
        if near and not any(reach.start <= o.start <= near[0].span.end for o in outlets):
            yield _source(findings, Span(match.end(), _end(near)), near[0])
        elif not near and name and not any(reach.start <= o.start <= name.end() for o in outlets):
            yield Source(None, name[0], Span(*name.span()), "named")


def teller_before(findings: Findings, told: Citation, span: Span) -> Source | None:
    """Who speaks right before "told Reuters"; nobody within the telling itself."""
    if told.span is None:
        return None
    near = [
        m
        for m in findings.mentions
        if told.span.start - BEFORE <= m.span.end <= told.span.start
        and not m.span.overlaps(span)
        and m.kind in ("person", "people", "body", "organisation", "group")
    ]
    near.sort(key=lambda m: (m.kind == "person", m.span))
    return _source(findings, near[-1].span, near[-1]) if near else None


def speaker_after(findings: Findings, span: Span) -> Source | None:
    """Who says so behind a telling in the same sentence, where the parse shows nobody."""
    sentence = sentence_with(findings, span)
    text = findings.report.text
    for pattern in says_patterns():
        match = pattern.match(text, span.end, sentence.end)
        if match and len(match["who"].split()) > 1:
            return Source(None, match["who"].strip(), Span(*match.span("who")), "named")
    return None


def _end(near: list[Mention]) -> int:
    """The end of the first mention, and of those that go on from it."""
    end = near[0].span.end
    for mention in near[1:]:
        if mention.span.start <= end + len(" of the "):
            end = max(end, mention.span.end)
    return end


def _source(findings: Findings, span: Span, mention: Mention) -> Source:
    kind = "named" if mention.name else "unnamed"
    code = mention.codes[0] if mention.codes else None
    return Source(code, span.of(findings.report.text), span, kind)
