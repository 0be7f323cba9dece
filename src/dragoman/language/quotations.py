"""Whole quotations in a report, each with its speaker and where it was said."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.language.quotes_cues import find_cue
from dragoman.language.quotes_echoes import echoes
from dragoman.language.quotes_marks import Stretch, find_stretches
from dragoman.language.quotes_reading import (
    OPEN_ENDS,
    STOPS,
    Reading,
    is_clause,
    is_label,
    is_set_phrase,
    sentence_outside,
    word_count,
)
from dragoman.language.quotes_speaker import (
    SUBJECTS,
    Cue,
    cites,
    full_names,
    venue_in,
)
from dragoman.language.quotes_who import speaker_of
from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

# Under a cue, a piece of one word is emphasis or irony, not somebody's words.
PIECE_WORDS = 2


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Quotations of speech and writing in text order; scare quotes and titles are left out.

    `speaker` is as full a name as the text gave before, or the words that describe the speaker;
    None where nobody is said to speak. `actor` is left for those who know actors. A quotation's
    text is without its outer marks, its span with them.
    """
    text = doc.text
    stretches = find_stretches(text)
    reading = Reading(doc, text, [t.idx for t in doc], stretches, full_names(doc))
    found: list[Quotation] = []
    for stretch in stretches:
        quotation = _quotation(reading, stretch, found[-1] if found else None)
        if quotation is not None:
            found.append(quotation)
    found += echoes(doc, stretches, found)
    return tuple(sorted(found, key=lambda q: q.span))


def _quotation(reading: Reading, stretch: Stretch, last: Quotation | None) -> Quotation | None:
    cue = find_cue(reading, stretch)
    if cue is not None and _describes_its_cue(stretch, cue):
        cue = None
    words = word_count(reading.text, stretch)
    direct = reading.text[stretch.inner[0] : stretch.inner[1]].rstrip()[-1:] in OPEN_ENDS
    cited = cue is not None and cites(cue.token) and _is_verb(reading, stretch)
    whole = direct or words >= PIECE_WORDS or cited
    piece = cue is not None and whole
    piece = piece and not is_label(reading, stretch) and not is_set_phrase(reading, stretch)
    if not (is_clause(reading, stretch) or piece):
        return None
    start, end = stretch.inner
    text, span = reading.text[start:end], Span(stretch.start, stretch.end)
    if cue is not None:
        speaker = speaker_of(reading, cue)
        venue = venue_in(sentence_outside(reading, cue.token))
    elif last is not None and _continues(reading, stretch, last):
        speaker, venue = last.speaker, last.venue
    else:
        speaker, venue = None, None
    brought = Span(cue.token.idx, cue.token.idx + len(cue.token.text)) if cue else None
    if speaker:
        reading.spoke.append((stretch.start, speaker))
    return Quotation(text, span, speaker, None, venue, brought)


def _is_verb(reading: Reading, stretch: Stretch) -> bool:
    """True for a single verb: "According to aides, he is "taming" the party" has their word."""
    tokens = reading.doc[reading.token_at(stretch.inner[0]) : reading.token_at(stretch.inner[1])]
    return len(tokens) == 1 and tokens[0].pos_ == "VERB"


def _describes_its_cue(stretch: Stretch, cue: Cue) -> bool:
    """True in "a sign of its "long reach"": a noun that says nothing, but is described there."""
    noun = cue.token
    if cue.speaker is None or cue.speaker.i != noun.i or noun.dep_ in SUBJECTS:
        return False
    return any(stretch.start <= t.idx < stretch.end for t in noun.subtree if t.i > noun.i)


def _continues(reading: Reading, stretch: Stretch, last: Quotation) -> bool:
    """True when the quotation goes on right after the last one, or after its cue's sentence."""
    between = reading.text[last.span.end : stretch.start]
    return between.count("\n\n") < 2 and sum(c in STOPS for c in between) <= 1
