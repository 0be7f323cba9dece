"""Attributions in the making: a cue with its source, to which contents and quotations are put."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.coding.attribution_found import SAYING, VERBAL, Found, known, words_of
from dragoman.coding.attribution_sources import SOMEBODY, source_of
from dragoman.coding.attribution_spans import joined
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import subjects
from dragoman.language.analysis import Analysis
from dragoman.model.actor import Source
from dragoman.model.attribution import Quotation, Stance
from dragoman.model.span import Span


@dataclass(slots=True)
class Draft:
    """An attribution in the making; `stance` where it is known by more than the cue's word."""

    found: Found
    source: Source
    contents: list[Span] = field(default_factory=list)
    quotation: bool = False
    through: list[Source] = field(default_factory=list)
    stance: Stance | None = None


def put_quotations(drafts: dict[int, Draft], analysis: Analysis, cast: Cast) -> None:
    """Puts every quotation into the attribution that brings it in, or makes one for it."""
    last: Draft | None = None
    for quotation in analysis.quotations:
        draft = None
        if quotation.cue is not None:
            token = _token_at(analysis.doc, quotation.cue.start)
            draft = drafts.get(token.i) or _of_quotation(token, quotation, cast)
            drafts[token.i] = draft
        elif quotation.speaker is not None:
            draft = last
        holding = [
            d for d in drafts.values() if any(s.overlaps(quotation.span) for s in d.contents)
        ]
        for each in [draft] if draft is not None else holding:
            each.contents = joined(analysis.report.text, [*each.contents, quotation.span])
            each.quotation = True
        last = draft or last


def _of_quotation(token: Token, quotation: Quotation, cast: Cast) -> Draft:
    cue = known(token)
    words = words_of(token) if token.pos_ in VERBAL else (token,)
    found = Found(token, cue[0] if cue else SAYING, words, tuple(subjects(token)), ())
    source = source_of(found.sources, found, cast)
    if source is SOMEBODY:
        source = Source(quotation.actor, quotation.speaker, None, "named")
    return Draft(found, source)


def _token_at(doc: Doc, offset: int) -> Token:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    assert span is not None  # noqa: S101  # the offset is of a token of this text
    return span[0]
