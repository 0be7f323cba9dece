"""Independent origins: what is left of tellings when copies, quotations and chains are folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.linking.origins.chains import Told, earliest, told_of, upstream
from dragoman.linking.origins.copies import shared_text
from dragoman.linking.origins.outlets import Outlets
from dragoman.linking.origins.paths import Step, holding
from dragoman.linking.origins.sameness import same_speakers
from dragoman.linking.origins.shares import copied
from dragoman.linking.origins.speakers import Speaker, speaker_of
from dragoman.linking.origins.statements import shared_quotations
from dragoman.linking.origins.unions import Folding
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.origin import Origin, OriginKind, Reason, SharedText, Telling
from dragoman.model.span import Span

# What a group of tellings rests on is the nearest to the act: somebody who speaks, then an agency,
# then whoever told it first.
_RANK: tuple[OriginKind, ...] = ("statement", "witness", "unnamed", "channel", "agency", "own")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A source as a node: its kind, its name, and the report where only that one can mean it."""

    kind: OriginKind
    label: str
    report: str = ""


Node = Telling | Source


@dataclass(slots=True)
class _Fold:
    """The nodes, why they were joined, and what is known of the sources."""

    union: Folding[Node] = field(default_factory=Folding)
    reasons: dict[Telling, list[Reason]] = field(default_factory=dict)
    speakers: dict[Source, Speaker] = field(default_factory=dict)

    def because(self, telling: Telling, span: Span | None, words: str) -> None:
        reason = Reason(telling.report, span, words)
        kept = self.reasons.setdefault(telling, [])
        if reason not in kept:
            kept.append(reason)


def origins(
    tellings: Iterable[Telling], findings: Iterable[Findings], shared: Iterable[SharedText] = ()
) -> tuple[Origin, ...]:
    """The independent origins of `tellings` that are of one incident or claim.

    `findings` are those of their reports; `shared` is what their reports share where that is
    known already (`CopyIndex`), and looked for where not. Neither order matters. Origins come in
    the order of their first report. Raises KeyError where a telling's report is not among them.
    """
    told = told_of(tellings, findings)
    return origins_of(told, tuple(shared) or shared_text(t.case.findings.report for t in told))


def origins_of(told: list[Told], shared: Iterable[SharedText]) -> tuple[Origin, ...]:
    """As `origins`, of tellings whose ways are known, in order, and whose shared text is."""
    fold = _Fold()
    _root(fold, told)
    _same_speakers(fold)
    _unnamed(fold, told)
    _contributions(fold, told)
    reports = {t.telling.report: t.case.findings for t in told}
    _quotations(fold, [reports[key] for key in sorted(reports)], told)
    _copies(fold, told, sorted(shared, key=lambda s: (s.left, s.right)))
    by_telling = {t.telling: t for t in told}
    found = (_origin(group, fold, by_telling) for group in fold.union.groups())
    return tuple(sorted(filter(None, found), key=lambda o: o.tellings[0].order))


def only_origin(found: Iterable[Origin]) -> Origin | None:
    """The one origin on which all rests, to be marked so wherever it is shown; None for several."""
    several = list(found)
    return several[0] if len(several) == 1 else None


def _root(fold: _Fold, told: list[Told]) -> None:
    """Each telling with its innermost source, or with the telling that it takes it from."""
    for one in told:
        first = one.path[0]
        fold.union.add(one.telling)
        for step in one.path:
            if step.role != "own" or step is first:
                fold.because(one.telling, step.span, step.reason)
        source = upstream(one, told) if not _named(first) else None
        if source is not None and source.telling != one.telling:
            fold.union.join(one.telling, source.telling)
        else:
            node = _node(one, first)
            fold.union.join(one.telling, node)
            if first.speaker:
                fold.speakers[node] = first.speaker


def _named(step: Step) -> bool:
    return step.speaker is not None and step.speaker.known


def _node(told: Told, step: Step) -> Source:
    """A source that is not named is told apart by the outlet to which it spoke."""
    if step.speaker is None:
        return Source(step.kind, step.label, "" if step.label else told.telling.report)
    if step.speaker.known:
        country = step.speaker.country or ""
        return Source(step.kind, step.label, country)
    through = told.cited.label if told.cited else told.outlet or told.telling.report
    return Source(step.kind, through, "unnamed")


def _unnamed(fold: _Fold, told: list[Told]) -> None:
    """Whom one report does not name cannot be told apart, nor from what it tells itself unless it
    has them from an agency."""
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.telling.report, []).append(one)
    for mine in by_report.values():
        nameless = [t for t in mine if (s := t.path[0].speaker) is not None and not s.known]
        heard = any(t.cited and t.cited.label for t in nameless)
        own = [t for t in mine if _is_own(t.path[0]) and not heard]
        for one, other in zip(nameless, [*nameless[1:], *own[:1]], strict=False):
            fold.union.join(one.telling, other.telling)


def _is_own(step: Step) -> bool:
    """True for a report's own words; of one without an outlet they have no label."""
    return step.kind == "own" and (step.role == "own" or not step.label)


def _same_speakers(fold: _Fold) -> None:
    ordered = {source: fold.speakers[source] for source in sorted(fold.speakers)}
    for one, other in same_speakers(ordered):
        fold.union.join(one, other)


def _contributions(fold: _Fold, told: list[Told]) -> None:
    """A report's own words with "AFP contributed" rest on AFP, for all that can be told."""
    present = {t.path[0].label for t in told if t.path[0].kind == "agency"}
    for one in told:
        steps = sorted(one.case.contributed(), key=lambda s: (s.label not in present, s.label))
        if one.path[0].role == "own" and steps:
            first = steps[0]
            if len(steps) == 1 or first.label in present:
                fold.union.join(one.telling, Source(first.kind, first.label))
                fold.because(one.telling, first.span, first.reason)


def _quotations(fold: _Fold, used: list[Findings], told: list[Told]) -> None:
    """Tellings within words that two reports quote, and those that the same speaker told."""
    by_report = {found.report.id: found for found in used}
    for shared in shared_quotations(used):
        sides = ((shared.left, shared.left_span), (shared.right, shared.right_span))
        ends = [list(_said(told, by_report[report], span)) for report, span in sides]
        for one in ends[0]:
            for other in ends[1]:
                fold.union.join(one.telling, other.telling)
                words = f"quotes the same words as {_name(other)}"
                fold.because(one.telling, shared.left_span, words)
                fold.because(
                    other.telling, shared.right_span, f"quotes the same words as {_name(one)}"
                )


def _said(told: list[Told], findings: Findings, span: Span) -> Iterator[Told]:
    """The tellings of a report in a quotation, or told by who says it."""
    outlets = next((t.case.outlets for t in told), None) or Outlets()
    speakers = [speaker_of(a.source, findings, outlets) for a in holding(span, findings)]
    labels = {s.label for s in speakers if s}
    for one in told:
        if one.telling.report == findings.report.id:
            speaker = one.path[0].speaker
            if span.overlaps(one.telling.span) or (speaker and speaker.label in labels):
                yield one


def _copies(fold: _Fold, told: list[Told], shared: Iterable[SharedText]) -> None:
    by_report: dict[str, list[Told]] = {}
    for one in told:
        by_report.setdefault(one.telling.report, []).append(one)
    for pair in shared:
        for one in by_report.get(pair.left, ()):
            for other in by_report.get(pair.right, ()):
                if span := copied(one.telling.span, other.telling.span, pair):
                    fold.union.join(one.telling, other.telling)
                    fold.because(one.telling, span[0], f"has the same text as {_name(other)}")
                    fold.because(other.telling, span[1], f"has the same text as {_name(one)}")


def _name(told: Told) -> str:
    return told.case.findings.report.outlet or "another report"


def _origin(group: list[Node], fold: _Fold, told: Mapping[Telling, Told]) -> Origin | None:
    tellings = tuple(sorted((n for n in group if isinstance(n, Telling)), key=lambda t: t.order))
    sources = sorted(n for n in group if isinstance(n, Source))
    if not tellings:
        return None
    own = any(s.kind == "own" for s in sources)
    named = [s for s in sources if not (own and s.kind == "unnamed")]
    best = min(named, key=lambda s: (_RANK.index(s.kind), -len(s.label), s), default=None)
    kind, name = _identity(best, sources, [told[t] for t in tellings])
    reasons = [r for t in tellings for r in fold.reasons.get(t, ())]
    key = content_id("origin", *(f"{t.report} {t.span.pair()} {t.event}" for t in tellings))
    return Origin(key, kind, name, tellings, tuple(dict.fromkeys(reasons)), best is None)


def _identity(
    best: Source | None, sources: list[Source], told: list[Told]
) -> tuple[OriginKind, str | None]:
    """Kind and name; of outlets that have one text it is that of the first."""
    if best is None:
        return "unnamed", None
    if best.report == "unnamed":
        return best.kind, None
    if best.kind == "own":
        labels = {s.label for s in sources}
        owners = [t for t in told if t.outlet in labels]
        return "own", earliest(owners).outlet if owners else best.label or None
    return best.kind, best.label or None
