"""Reports that correct or withdraw an earlier one, and which one that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.linking.origins.copies import compare
from dragoman.linking.origins.outlets import Outlets
from dragoman.linking.origins.words import Words, plain_words, sentences_of, words_of
from dragoman.model.origin import CORRECTION_KINDS, Correction, CorrectionKind
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

START = "^"
# What a correction says of the report that it means: how like their words must be, at the least.
# Chosen on the train half of corpus/origins: a notice names what it is about in some ten words, and
# of these the report has most.
LIKE = 0.3
# Shorter words are in every report; the first five letters do for "drowned" and "drown".
_SHORTEST, _STEM = 4, 5
# What was wrong may stand in the sentence before or behind.
_AROUND = 200


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str
    kind: CorrectionKind
    own: bool
    at_start: bool


@cache
def _phrases() -> tuple[_Phrase, ...]:
    """Those that withdraw first, then the longest: a notice may say both."""
    columns = (
        Column("phrase"),
        Column("kind", choices=CORRECTION_KINDS),
        Column("whose", choices=("own", "other")),
    )
    found = []
    for row in read_table("origins/corrections.tsv", columns):
        kind = next(k for k in CORRECTION_KINDS if k == row["kind"])
        phrase, start = row["phrase"], row["phrase"].startswith(START)
        found.append(_Phrase(phrase.removeprefix(START), kind, row["whose"] == "own", start))
    order = ("withdraws", "corrects", "updates")
    return tuple(sorted(found, key=lambda p: (order.index(p.kind), -len(p.words), p.words)))


def corrections(
    reports: Iterable[Report], outlets: Outlets | None = None
) -> tuple[Correction, ...]:
    """What `reports` say of earlier ones among them, in the order of their ids.

    One row for each outlet's report that a report speaks of; the strongest word counts, so that
    a notice that corrects and withdraws has withdrawn. `outlets` are those whose names are known;
    where not given, those of the reports.
    """
    given = sorted({r.id: r for r in reports}.values(), key=lambda r: r.id)
    outlets = outlets or Outlets(r.outlet for r in given if r.outlet)
    words = {r.id: words_of(r.text) for r in given}
    by_outlet: dict[str, list[Report]] = {}
    for report in given:
        if report.outlet:
            by_outlet.setdefault(outlets.named(report.outlet).name, []).append(report)
    found = []
    for report in given:
        for outlet, (kind, span) in _said(report, outlets).items():
            among = by_outlet.get(outlet or "", [])
            earlier, reason = _earlier(report, span, among, words)
            found.append(Correction(report.id, kind, span, outlet, earlier, reason))
    return tuple(found)


def is_notice(report: Report) -> bool:
    """True where a report may speak of correcting one: it has one of the phrases."""
    return next(_hits(report), None) is not None


def _said(report: Report, outlets: Outlets) -> dict[str | None, tuple[CorrectionKind, Span]]:
    """Whose report is meant, what is done to it, and the sentence that says so."""
    own = outlets.named(report.outlet).name if report.outlet else None
    found: dict[str | None, tuple[CorrectionKind, Span]] = {}
    for phrase, span in _hits(report):
        words = span.of(report.text)
        others = [o.name for _, o in outlets.find(words) if o.name != own]
        named = [*others, own] if phrase.own else others
        if named and not (phrase.own and own is None):
            found.setdefault(own if phrase.own else named[0], (phrase.kind, span))
    return found


def _hits(report: Report) -> Iterator[tuple[_Phrase, Span]]:
    """Phrases with their sentences, the strongest first; a title's stand for the first sentence."""
    places = sentences_of(report.text)
    lowered = [" ".join(s.of(report.text).lower().split()) for s in places]
    title = (report.title or "").lower()
    for phrase in _phrases():
        for span, words in zip(places, lowered, strict=True):
            if words.startswith(phrase.words) if phrase.at_start else phrase.words in words:
                yield phrase, span
        if phrase.at_start and title.startswith(phrase.words) and places:
            yield phrase, places[0]


def _earlier(
    report: Report, span: Span, among: Iterable[Report], words: dict[str, Words]
) -> tuple[str | None, str]:
    """The report that is meant, and why; None where nothing is like what the notice says."""
    before = [r for r in among if r.id != report.id and not _later(r, report)]
    linked = [r for r in before if r.url and (r.url == report.url or r.url in report.text)]
    if linked:
        return min(linked, key=lambda r: r.id).id, "the same address"
    ranked = sorted(((_likeness(report, span, r, words), r.id) for r in before), reverse=True)
    if ranked and ranked[0][0] >= LIKE:
        return ranked[0][1], f"{ranked[0][0]:.0%} of the words that matter are in it"
    return None, "no earlier report like it"


def _later(report: Report, than: Report) -> bool:
    first, last = report.date.start, than.date.end
    return first is not None and last is not None and first >= last


def _likeness(report: Report, span: Span, earlier: Report, words: dict[str, Words]) -> float:
    """How much of the notice the earlier report has, or of its text, whichever is more."""
    theirs = {w[:_STEM] for w in (*words[earlier.id].texts, *plain_words(earlier.title or ""))}
    near = Span(max(0, span.start - _AROUND), span.end + _AROUND)
    notices = [_stems(words[report.id], place) for place in (span, near)]
    told = max(len(notice & theirs) / max(len(notice), 1) for notice in notices)
    shared = compare(report.id, words[report.id], earlier.id, words[earlier.id])
    share = min(shared.left_share, shared.right_share) if shared else 0.0
    return round(max(told, share), 4)


def _stems(words: Words, span: Span) -> set[str]:
    """The beginnings of the words that are not too common."""
    held = [words.texts[i] for i in words.within(span)]
    return {word[:_STEM] for word in held if len(word) >= _SHORTEST}
