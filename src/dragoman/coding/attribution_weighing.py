"""What the tables and the encoder hold for cues, put together into the drafts of attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words

from dragoman.coding.attribution_drafts import Draft
from dragoman.coding.attribution_found import Found
from dragoman.coding.attribution_sources import SOMEBODY, source_of
from dragoman.coding.attribution_spans import joined
from dragoman.coding.encoder import Reading
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.learned_cues import Heard, chance, heard
from dragoman.coding.participants import Cast
from dragoman.language.analysis import Analysis
from dragoman.language.quotes_tables import Cue
from dragoman.model.attribution import stance_named
from dragoman.model.span import Span

# A cue of a table is dropped where the encoder holds each of its words for less likely than this.
DROPPED = 0.3
# A cue that only the encoder finds is told from here on.
TOLD = 0.8


def weigh_cues(
    drafts: dict[int, Draft], analysis: Analysis, cast: Cast, readings: Readings
) -> None:
    """Drops and adds drafts, keyed by their cue's token, by what the encoder reads."""
    spoken = [q.span for q in analysis.quotations]
    for sentence in analysis.doc.sents:
        here = {i: d for i, d in drafts.items() if sentence.start <= i < sentence.end}
        # A sentence without a cue and without an actor is not worth the time.
        reading = readings.of(sentence) if here or cast.meets(sentence) else None
        if reading is None:
            continue
        for i, draft in here.items():
            if not draft.quotation and _chance(draft, sentence, reading) < DROPPED:
                del drafts[i]
        for cue in heard(sentence, reading):
            beside = next(_beside(cue, here), None)
            if beside is not None:
                _mend(beside, cue, cast)
            elif cue.probability >= TOLD and cue.contents:
                draft = _draft(cue, cast)
                drafts.setdefault(draft.found.token.i, draft)
    for i, draft in list(drafts.items()):
        if draft.source.actor is None and _is_quoted(draft, spoken):
            del drafts[i]


def _is_quoted(draft: Draft, spoken: Sequence[Span]) -> bool:
    """True where a cue stands among somebody's own words."""
    at = draft.found.token.idx
    return any(span.start <= at < span.end for span in spoken)


def _chance(draft: Draft, sentence: Words, reading: Reading) -> float:
    words = draft.found.words
    return max(chance(Span(w.idx, w.idx + len(w.text)), sentence, reading) for w in words)


def _beside(cue: Heard, drafts: dict[int, Draft]) -> Iterator[Draft]:
    """The drafts that share a word with a cue."""
    at = {w.i for w in cue.words}
    for draft in drafts.values():
        if at & {w.i for w in draft.found.words}:
            yield draft


def _mend(draft: Draft, cue: Heard, cast: Cast) -> None:
    """Gives a table's cue the words and the source that the encoder reads, where it has none."""
    # A preposition at the end, "wary of", is the table's to know.
    end = cue.words[-1].i
    words = (*cue.words, *(w for w in draft.found.words if w.i > end))
    draft.found = replace(draft.found, words=words)
    if draft.source is SOMEBODY and cue.speakers:
        heads = tuple(run.root for run in cue.speakers)
        draft.source = source_of(heads, draft.found, cast)


def _draft(cue: Heard, cast: Cast) -> Draft:
    whole = cue.words[0].doc[cue.words[0].i : cue.words[-1].i + 1]
    stance = stance_named(cue.stance)
    found = Found(
        token=whole.root,
        cue=Cue("asserts", stance),
        words=cue.words,
        sources=tuple(run.root for run in cue.speakers),
        contents=tuple(run.root for run in cue.contents),
    )
    source = source_of(found.sources, found, cast)
    return Draft(found, source, _contents(cue, cast.text))


def _contents(cue: Heard, text: str) -> list[Span]:
    return joined(text, [Span(run.start_char, run.end_char) for run in cue.contents])
