"""What the tables and the encoder hold for cues, put together into the drafts of attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.attribution_drafts import Draft
from dragoman.coding.attribution_found import Found
from dragoman.coding.attribution_somebody import has_speaker, says
from dragoman.coding.attribution_sources import SOMEBODY, source_of
from dragoman.coding.attribution_spans import joined, trimmed
from dragoman.coding.encoder import Reading
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.learned_cues import Heard, chance, heard
from dragoman.coding.participants import Cast
from dragoman.language.analysis import Analysis
from dragoman.language.quotes_tables import Cue
from dragoman.model.actor import Source
from dragoman.model.attribution import stance_named
from dragoman.model.span import Span

# A cue of a table is dropped where the encoder holds each of its words for less likely than this.
DROPPED = 0.3
# A cue that only the encoder finds is told from here on.
TOLD = 0.8
# One of which nobody is told to say it, or a thing, is told from here on.
ALONE = 0.9
# So many words may be left out of what is said before it is broken off.
GAP = 4
# Parts of speech that name nobody by themselves.
_EMPTY = frozenset({"ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "SPACE"})
# Where the encoder is this sure of the stance, it is the encoder's.
STANCE = 0.8


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
            kept = draft.quotation or draft.through
            if not kept and _chance(draft, sentence, reading) < DROPPED:
                del drafts[i]
        for cue in heard(sentence, reading):
            beside = next(_beside(cue, here), None)
            if beside is not None:
                _mend(beside, cue, cast)
            elif cue.contents and _is_told(draft := _draft(cue, cast), cue, cast):
                drafts.setdefault(draft.found.token.i, draft)
    for i, draft in list(drafts.items()):
        if draft.source.actor is None and _is_quoted(draft, spoken):
            del drafts[i]


def _is_told(draft: Draft, cue: Heard, cast: Cast) -> bool:
    """True where the encoder is sure, and surer still of a cue by which nobody known speaks."""
    enough = TOLD if has_speaker(draft.found, cast) else ALONE
    return cue.probability >= enough and says(draft.found)


def _is_quoted(draft: Draft, spoken: Sequence[Span]) -> bool:
    """True where a cue stands among somebody's own words."""
    return _within(draft.found.token.idx, spoken)


def _within(offset: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


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
    """Gives a table's cue the words that the encoder reads too, and a source where it has none."""
    free = [w for w in cue.words if not _within(w.idx, draft.contents)]
    words = {w.i: w for w in (*draft.found.words, *free)}
    draft.found = replace(draft.found, words=tuple(words[i] for i in sorted(words)))
    negated = any(w.dep_ == "neg" for w in draft.found.words)  # which the rules turn round
    if cue.certainty >= STANCE and not negated:
        draft.stance = stance_named(cue.stance)
    free_runs = (r for r in cue.speakers if not _within(r.root.idx, draft.contents))
    heads = tuple(r.root for r in free_runs if _is_somebody(r.root))
    if draft.source is SOMEBODY and heads:
        draft.source = source_of(heads, draft.found, cast)


def _draft(cue: Heard, cast: Cast) -> Draft:
    whole = cue.words[0].doc[cue.words[0].i : cue.words[-1].i + 1]
    stance = stance_named(cue.stance)
    found = Found(
        token=whole.root,
        cue=Cue("asserts", stance),
        words=cue.words,
        sources=tuple(run.root for run in cue.speakers if _is_somebody(run.root)),
        contents=tuple(run.root for run in cue.contents),
    )
    source = _whole(source_of(found.sources, found, cast), cue, cast)
    return Draft(found, source, _contents(cue, cast.text))


def _is_somebody(head: Token) -> bool:
    """False for the "the" or "and" of a source that the encoder holds only a piece of."""
    return head.pos_ not in _EMPTY and not (head.pos_ == "DET" and head.dep_ == "det")


def _whole(source: Source, cue: Heard, cast: Cast) -> Source:
    """The source in all the words that the encoder holds for it, where the parser parts them."""
    for run in cue.speakers:
        span = trimmed(cast.text, Span(run.start_char, run.end_char))
        if source.span and span.start <= source.span.start and source.span.end <= span.end:
            return replace(source, span=span, text=span.of(cast.text))
    return source


def _contents(cue: Heard, text: str) -> list[Span]:
    """What is said: the runs that the encoder holds for it, with short gaps between them."""
    taken = {w.i for w in cue.words} | {w.i for run in cue.speakers for w in run}
    spans: list[Span] = []
    end = 0
    for run in cue.contents:
        gap = range(end, run.start)
        if spans and len(gap) <= GAP and taken.isdisjoint(gap):
            spans[-1] = Span(spans[-1].start, run.end_char)
        else:
            spans.append(Span(run.start_char, run.end_char))
        end = run.end
    return joined(text, spans)
