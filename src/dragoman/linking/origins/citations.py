"""Which outlets a report names as those through which it knows: credits, bylines and cues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ingest.datelines import agency_of, dateline
from dragoman.linking.origins.cues import (
    outlet_words,
    role_after,
    role_before,
    role_beside,
    unlisted_patterns,
)
from dragoman.linking.origins.outlets import Outlet, Outlets
from dragoman.linking.origins.words import sentences_of
from dragoman.model.origin import Citation, CitationRole
from dragoman.model.report import Report
from dragoman.model.span import Span

WHOLE: frozenset[CitationRole] = frozenset({"credit", "whole", "contributed"})
CREDIT = 14
# A line or a bracket with names alone is a credit: "(AFP)", "Reuters/AP", "- TASS".
_ALONE = re.compile(r"^[\W_]*(?:(?:with|by|and|source|from)\b[\W_]*)?", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|/|;|&|\band\b|\bwith\b|\+|,\s*and\b)\s*")
_ENDING = re.compile(r"\(([^()\n]{2,60})\)[.\s]*$")
_BEGINNING = re.compile(r"\(([^()\n]{2,60})\)\s*[-–—:]")
_TITLE_END = re.compile(r"\s(?:[-–—|]|\()\s*[^-–—|()]{2,40}\)?$|:\s[^:]{2,40}$")
_JOINED = re.compile(r"(?:\s+[a-z-]+){0,2}?\s*(?:,|,?\s+(?:and|or|&)|/)\s*(?:[\w-]+\s+){0,3}")


def citations(report: Report, outlets: Outlets) -> tuple[Citation, ...]:
    """The outlets that a report names, in the order of the text; never its own.

    Those that stand outside the text (author, credits, title) have no span and come first.
    """
    own = outlets.named(report.outlet).name if report.outlet else None
    return tuple(c for c in all_citations(report, outlets) if c.outlet != own)


def all_citations(report: Report, outlets: Outlets) -> tuple[Citation, ...]:
    """As `citations`, with those of its own outlet: "they told our correspondent"."""
    found = [*_outside(report, outlets), *_dateline(report, outlets), *_alone(report, outlets)]
    taken = {c.span for c in found if c.span}
    found += [c for c in _cited(report, outlets) if c.span not in taken]
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda c: (c.span or Span(0, 0), c.outlet, c.role)))


def _outside(report: Report, outlets: Outlets) -> Iterator[Citation]:
    """The author's line, the credits and the title."""
    for line in (report.author, report.notes.credits):
        if names := _names_alone(line or "", outlets):
            role: CitationRole = "credit" if len(names) == 1 else "contributed"
            yield from (Citation(report.id, o.name, role, None, None) for o in names)
        elif line:
            for span, outlet in outlets.find(line):
                role = _role(line, span) or "contributed"
                yield Citation(report.id, outlet.name, role, None, None)
    yield from _title(report, outlets)


def _title(report: Report, outlets: Outlets) -> Iterator[Citation]:
    title = report.title or ""
    ending = _TITLE_END.search(title)
    for span, outlet in outlets.find(title):
        at_end = ending is not None and span.start >= ending.start()
        cued = _role(title, span) in ("cites", "citing", "whole", "credit")
        if cued or (at_end and _names_alone(title[ending.start() if ending else 0 :], outlets)):
            yield Citation(report.id, outlet.name, "whole", None, None)


def _dateline(report: Report, outlets: Outlets) -> Iterator[Citation]:
    """ "BAKU, July 1 (Sample Wire) - ": what stands there is an agency, also an unknown one."""
    line = dateline(report.text.split("\n", 1)[0])
    name = agency_of(line) if line else None
    if line and name:
        start = line.index(name)
        known = [o.name for o in _names_alone(name, outlets)] or [outlets.named(name).name]
        role: CitationRole = "credit" if len(known) == 1 else "contributed"
        yield from (
            Citation(report.id, n, role, Span(start, start + len(name)), None) for n in known
        )


def _alone(report: Report, outlets: Outlets) -> Iterator[Citation]:
    """Names that are a line, or a bracket that ends the text, of their own."""
    text, start = report.text, 0
    pieces = []
    for line in text.split("\n"):
        pieces.append((start, line))
        start += len(line) + 1
    for bracket in (_BEGINNING.match(text), _ENDING.search(text)):
        if bracket:
            pieces.append((bracket.start(1), bracket[1]))
    for at, piece in pieces:
        names = _names_alone(piece, outlets)
        role: CitationRole = "credit" if len(names) == 1 and not _mixed(piece) else "contributed"
        for span, outlet in outlets.find(piece) if names else ():
            yield Citation(report.id, outlet.name, role, span.shifted(at), None)


def _mixed(piece: str) -> bool:
    return bool(re.search(r"\bwith\b", piece, re.IGNORECASE))


def _names_alone(line: str, outlets: Outlets) -> list[Outlet]:
    """The outlets of a line that names nothing else; none for other lines."""
    if not line.strip() or len(line) > 90:
        return []
    body = _ALONE.sub("", line.strip()).strip(" .()[]-–—|:*_")
    parts = [p for p in _JOINT.split(body) if p]
    fill = outlet_words()
    parts = [p for p in parts if p.lower() not in fill]
    if not parts or not all(outlets.is_known(p) for p in parts):
        return []
    return [outlets.named(p) for p in parts]


def _cited(report: Report, outlets: Outlets) -> Iterator[Citation]:
    """Names in sentences, with a cue before, after or beside them."""
    text = report.text
    for sentence in sentences_of(text):
        words = sentence.of(text)
        names = _named(words, outlets)
        roles = _joined(words, [s for s, _ in names], [_role(words, s) for s, _ in names])
        for (span, outlet), role in zip(names, roles, strict=True):
            if found := role or role_beside(words):
                # A line of credits is short; "an article first published in X said" is none.
                long = found == "credit" and len(words.split()) > CREDIT
                scope = None if found in WHOLE and not long else sentence
                place = span.shifted(sentence.start)
                yield Citation(report.id, outlet.name, "cites" if long else found, place, scope)


def _joined(
    words: str, spans: list[Span], roles: list[CitationRole | None]
) -> list[CitationRole | None]:
    """What is said of one name of "AP and Interfax" holds for the other."""
    found = list(roles)
    order = range(1, len(spans))
    for i, j in [*((i, i - 1) for i in order), *((i - 1, i) for i in reversed(order))]:
        between = words[spans[min(i, j)].end : spans[max(i, j)].start]
        if found[i] is None and found[j] and _JOINED.fullmatch(between):
            found[i] = found[j]
    return found


def _role(words: str, span: Span) -> CitationRole | None:
    return role_before(words[: span.start]) or role_after(words[span.end :])


def _named(words: str, outlets: Outlets) -> list[tuple[Span, Outlet]]:
    """Known names, and unknown ones beside a word such as "newspaper"."""
    found = list(outlets.find(words))
    for pattern in unlisted_patterns():
        for match in pattern.finditer(words):
            span = Span(*match.span("name"))
            if not any(span.overlaps(other) for other, _ in found):
                found.append((span, outlets.named(match["name"])))
    return sorted(found, key=lambda pair: pair[0])
