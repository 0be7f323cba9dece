"""Who says what: source, cue and content of every saying, thought and wish of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from dragoman.coding.attribution_cues import Found, cues, known, words_of
from dragoman.coding.attribution_spans import joined, phrase, runs, trimmed
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import subjects
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.actor import AUTHOR, Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.span import Span

# Somebody is told to say or think it, and nobody says who: "is believed to be".
SOMEBODY = Source(kind="unnamed")


@dataclass(slots=True)
class _Draft:
    """An attribution in the making."""

    found: Found
    source: Source
    contents: list[Span] = field(default_factory=list)
    quotation: bool = False


def attributions(analysis: Analysis, cast: Cast) -> tuple[Attribution, ...]:
    """Every attribution of the text, in text order."""
    drafts: dict[int, _Draft] = {}
    spoken = [q.span for q in analysis.quotations]
    for found in cues(analysis.doc):
        contents = _contents(found)
        if contents and not _is_hedge(found, spoken):
            drafts[found.token.i] = _Draft(found, _source(found.sources, found, cast), contents)
    _quoted(drafts, analysis, cast)
    rows = sorted(
        (_row(draft, analysis) for draft in drafts.values()),
        key=lambda a: (a.span, a.content, a.cue),
    )
    return tuple(replace(row, chain=_chain(row, rows)) for row in rows)


def sources_of(
    offset: int, rows: tuple[Attribution, ...], quotations: tuple[Quotation, ...]
) -> tuple[Source, ...]:
    """From whom what stands at `offset` is known: innermost source first, else the author."""
    holding = [a for a in rows if any(s.start <= offset < s.end for s in a.contents)]
    holding.sort(key=lambda a: a.content.end - a.content.start)
    found = [a.source for a in holding]
    for quotation in quotations:
        if quotation.span.start <= offset < quotation.span.end and quotation.speaker:
            speaker = Source(quotation.actor, quotation.speaker, None, "named")
            told = {s.actor for s in found} | {s.text for s in found}
            if not told & {speaker.actor or speaker.text, speaker.text}:
                found.append(speaker)
    return tuple(dict.fromkeys(found)) or (AUTHOR,)


def _chain(row: Attribution, rows: Sequence[Attribution]) -> tuple[Source, ...]:
    """Through whom it came, the nearest first: "CNN reported that officials had said ..."."""
    holding = [
        a
        for a in rows
        if a.source.text
        and a.source != row.source
        and any(s.start <= row.cue.start < s.end for s in a.contents)
    ]
    holding.sort(key=lambda a: a.content.end - a.content.start)
    return tuple(dict.fromkeys(a.source for a in holding))


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


def _quoted(drafts: dict[int, _Draft], analysis: Analysis, cast: Cast) -> None:
    """Puts every quotation into the attribution that brings it in, or makes one for it."""
    last: _Draft | None = None
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


def _of_quotation(token: Token, quotation: Quotation, cast: Cast) -> _Draft:
    cue = known(token)
    words = words_of(token) if token.pos_ in ("VERB", "AUX") else (token,)
    found = Found(token, cue[0].stance if cue else "asserts", words, tuple(subjects(token)), ())
    source = _source(found.sources, found, cast)
    if source is SOMEBODY:
        source = Source(quotation.actor, quotation.speaker, None, "named")
    return _Draft(found, source)


def _token_at(doc: Doc, offset: int) -> Token:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    assert span is not None  # noqa: S101  # the offset is of a token of this text
    return span[0]


def _source(tokens: Sequence[Token], found: Found, cast: Cast) -> Source:
    if not tokens:
        return SOMEBODY
    token = tokens[0]
    span = phrase(token, found.token)
    mentions = cast.of(token)
    codes = [c for m in mentions for c in m.codes if c not in sectors()]
    named = any(m.name for m in mentions)
    text = span.of(cast.text)
    return Source(codes[0] if codes else None, text, span, "named" if named else "unnamed")


def _row(draft: _Draft, analysis: Analysis) -> Attribution:
    text = analysis.report.text
    found = draft.found
    contents = tuple(trimmed(text, span) for span in draft.contents)
    sentence = trimmed(text, Span(found.token.sent.start_char, found.token.sent.end_char), "")
    whole = Span(contents[0].start, contents[-1].end)
    return Attribution(
        source=draft.source,
        cue=_cue_span(found, draft.source),
        content=whole,
        quotation=draft.quotation or any(q.span.overlaps(whole) for q in analysis.quotations),
        stance=found.stance,
        span=Span(min(sentence.start, whole.start), max(sentence.end, whole.end)),
        contents=contents,
    )


def _cue_span(found: Found, source: Source) -> Span:
    """The words of the cue, in one piece around its head."""
    doc = found.token.doc
    pieces = list(_pieces(found.words))
    whole = Span(pieces[0][0].idx, pieces[-1][-1].idx + len(pieces[-1][-1].text))
    between = doc[pieces[0][0].i : pieces[-1][-1].i + 1]
    clear = source.span is None or not source.span.overlaps(whole)
    if clear and len(between) <= len(found.words) + 2:
        return whole
    piece = next((p for p in pieces if found.token in p), pieces[-1])
    return Span(piece[0].idx, piece[-1].idx + len(piece[-1].text))


def _pieces(words: Iterable[Token]) -> Iterator[list[Token]]:
    """Runs of neighbouring words."""
    run: list[Token] = []
    for word in sorted(set(words), key=lambda t: t.i):
        if run and word.i > run[-1].i + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
