"""Who says what: source, cue and content of every saying, thought and wish of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.attribution_chains import chain_of
from dragoman.coding.attribution_cues import find_cues
from dragoman.coding.attribution_drafts import Draft, put_quotations
from dragoman.coding.attribution_found import Found, adjuncts
from dragoman.coding.attribution_nested import fold_nested
from dragoman.coding.attribution_relays import put_relays
from dragoman.coding.attribution_somebody import only_shows
from dragoman.coding.attribution_sources import source_of
from dragoman.coding.attribution_spans import cue_span, runs, trimmed
from dragoman.coding.attribution_weighing import weigh_cues
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.participants import Cast
from dragoman.coding.stances import of_words, stance_of
from dragoman.coding.venues import venue_of
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution
from dragoman.model.span import Span


def attributions(analysis: Analysis, cast: Cast, readings: Readings) -> tuple[Attribution, ...]:
    """Every attribution of the text, in text order."""
    drafts: dict[int, Draft] = {}
    spoken = [q.span for q in analysis.quotations]
    for found in find_cues(analysis.doc):
        contents = _contents(found)
        if contents and not _is_hedge(found, spoken) and not only_shows(found, cast):
            drafts[found.token.i] = Draft(found, source_of(found.sources, found, cast), contents)
    put_quotations(drafts, analysis, cast)
    put_relays(drafts, analysis.doc, cast)
    weigh_cues(drafts, analysis, cast, readings)
    fold_nested(drafts, cast)
    rows = sorted(
        (_row(draft, analysis, cast) for draft in drafts.values()),
        key=lambda a: (a.span, a.content, a.cue),
    )
    return tuple(replace(row, chain=chain_of(row, rows)) for row in rows)


def _contents(found: Found) -> list[Span]:
    """What is said, less the words that say so and who says it."""
    left_out = {t.i for t in found.words}
    for source in found.sources:
        if not any(source.is_ancestor(c) or source == c for c in found.contents):
            left_out |= {t.i for t in source.subtree}
    held: set[int] = set()
    for content in found.contents:
        inside = {t.i for t in content.subtree}
        if content.is_ancestor(found.token):
            inside -= {t.i for t in found.token.subtree}
        held |= inside
    return runs(found.token.doc, held - left_out)


def _is_hedge(found: Found, spoken: Sequence[Span]) -> bool:
    """True for "I think", "you know" among the words of a quotation: they are part of them."""
    at = found.token.idx
    own = any(s.tag_ == "PRP" and s.morph.get("Person", []) != ["3"] for s in found.sources)
    return own and any(span.start <= at < span.end for span in spoken)


def _row(draft: Draft, analysis: Analysis, cast: Cast) -> Attribution:
    text = analysis.report.text
    found = draft.found
    words = (*found.words, *adjuncts(found, draft.contents))
    contents = tuple(trimmed(text, span) for span in draft.contents)
    sentence = trimmed(text, Span(found.token.sent.start_char, found.token.sent.end_char), "")
    whole = Span(contents[0].start, contents[-1].end)
    told = of_words(stance_of(found, cast), contents[-1].of(text))
    return Attribution(
        source=draft.source,
        cue=cue_span(found.token, words, draft.source.span),
        content=whole,
        quotation=draft.quotation or any(q.span.overlaps(whole) for q in analysis.quotations),
        stance=(draft.stance or told) if told == "asserts" else told,
        span=Span(min(sentence.start, whole.start), max(sentence.end, whole.end)),
        contents=contents,
        manner=found.cue.manner,
        chain=tuple(draft.through),
        venue=venue_of(found.token, whole),
    )
