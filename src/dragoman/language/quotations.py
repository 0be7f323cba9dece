"""Whole quotations in a report, each with its speaker and where it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.language.folding import fold
from dragoman.language.quotes_marks import Stretch, find_stretches
from dragoman.language.quotes_speaker import (
    FAR,
    Cue,
    cue_of,
    full_names,
    speaker_text,
    venue_in,
)
from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

# A quoted piece without a cue is speech from this many words on, when it is a clause.
CLAUSE_WORDS = 5
# Under a cue, a piece of one word is emphasis or irony, not somebody's words.
PIECE_WORDS = 2
_STOPS = frozenset(".!?…")
_SINGULAR = frozenset({"he", "she", "it"})
_PRONOUNS = _SINGULAR | {"they", "who", "i", "we"}


@dataclass(slots=True)
class _Reading:
    """The text read so far: its stretches, names, and who spoke."""

    doc: Doc
    starts: list[int]
    stretches: Sequence[Stretch]
    names: list[tuple[int, str]]
    spoke: list[tuple[int, str]] = field(default_factory=list)

    def outside(self, token: Token) -> bool:
        """True when `token` stands in no quotation."""
        return not any(s.start <= token.idx < s.end for s in self.stretches)

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Quotations of speech and writing in text order; scare quotes and titles are left out.

    `speaker` is as full a name as the text gave before, or the words that describe the speaker;
    None where nobody is said to speak. `actor` is left for those who know actors. A quotation's
    text is without its outer marks, its span with them.
    """
    stretches = find_stretches(doc.text)
    reading = _Reading(doc, [t.idx for t in doc], stretches, full_names(doc))
    found: list[Quotation] = []
    for at, stretch in enumerate(stretches):
        before = stretches[at - 1] if at else None
        quotation = _quotation(reading, stretch, before, found[-1] if found else None)
        if quotation is not None:
            found.append(quotation)
    return tuple(found)


def _quotation(
    reading: _Reading, stretch: Stretch, before: Stretch | None, last: Quotation | None
) -> Quotation | None:
    cue = _cue(reading, stretch)
    words = _word_count(reading.doc.text, stretch)
    if not (_is_clause(reading, stretch) or (cue and words >= PIECE_WORDS)):
        return None
    start, end = stretch.inner
    text, span = reading.doc.text[start:end], Span(stretch.start, stretch.end)
    if cue is not None:
        speaker = _speaker(reading, cue)
        venue = venue_in(_sentence_outside(reading, cue.token))
    elif last is not None and before is not None and _continues(reading, before, stretch, last):
        speaker, venue = last.speaker, last.venue
    else:
        speaker, venue = None, None
    if speaker:
        reading.spoke.append((stretch.start, speaker))
    return Quotation(text, span, speaker, None, venue)


def _word_count(text: str, stretch: Stretch) -> int:
    start, end = stretch.inner
    return len(text[start:end].split())


def _is_clause(reading: _Reading, stretch: Stretch) -> bool:
    """A sentence or clause: long enough, with a finite verb or sentence punctuation."""
    start, end = stretch.inner
    inner = reading.doc.text[start:end].strip()
    if len(inner.split()) < CLAUSE_WORDS:
        return False
    tokens = reading.doc[reading.token_at(start) : reading.token_at(end)]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in tokens)
    return finite and (inner[0].isupper() or inner[-1] in ".,!?…" or len(tokens) > 2 * CLAUSE_WORDS)


def _cue(reading: _Reading, stretch: Stretch) -> Cue | None:
    """The cue of a quotation: before it after a colon or 'that', else behind it, else before."""
    text = reading.doc.text
    lead = text[: stretch.start].rstrip()[-1:]
    start, end = stretch.inner
    after = _after(reading, stretch)
    if after and text[start:end].rstrip()[-1:] in {",", "?", "!"} and lead not in {":"}:
        return after
    before = _before(reading, stretch)
    if lead in {":", ","} or not text[start : start + 1].isupper():
        return before or after
    return after or before


def _before(reading: _Reading, stretch: Stretch) -> Cue | None:
    """The nearest cue before the quotation in its sentence."""
    at = reading.token_at(stretch.start) - 1
    steps = 0
    while at >= 0 and steps < FAR:
        token = reading.doc[at]
        if token.idx >= stretch.start:
            at -= 1
            continue
        if reading.outside(token):
            if _breaks(token):
                return None
            if (cue := cue_of(token)) and cue.speaker is not None:
                return cue
        at, steps = at - 1, steps + 1
    return None


def _after(reading: _Reading, stretch: Stretch) -> Cue | None:
    """The nearest cue behind the quotation, before a sentence ends or another quotation opens."""
    at = reading.token_at(stretch.end)
    start, end = stretch.inner
    if reading.doc.text[start:end].rstrip()[-1:] in {"."} and not _lower_next(reading, at):
        return None
    for token in reading.doc[at : at + FAR]:
        if _breaks(token) or not reading.outside(token):
            return None
        if token.pos_ != "NOUN" and (cue := cue_of(token)) and cue.speaker is not None:
            return cue
    return None


def _lower_next(reading: _Reading, at: int) -> bool:
    return at < len(reading.doc) and reading.doc[at].text[:1].islower()


def _breaks(token: Token) -> bool:
    return (token.text[-1:] in _STOPS and len(token.text) < 4 and token.pos_ == "PUNCT") or (
        "\n" in token.text
    )


def _sentence_outside(reading: _Reading, token: Token) -> str:
    """The words around `token` in its sentence that stand in no quotation."""
    doc = reading.doc
    first = last = token.i
    while first > 0 and not (reading.outside(doc[first - 1]) and _breaks(doc[first - 1])):
        first -= 1
    while last + 1 < len(doc) and not (reading.outside(doc[last + 1]) and _breaks(doc[last + 1])):
        last += 1
    return "".join(t.text_with_ws for t in doc[first : last + 1] if reading.outside(t))


def _continues(reading: _Reading, before: Stretch, stretch: Stretch, last: Quotation) -> bool:
    """True when the quotation goes on right after the one before, or after its cue's sentence."""
    if last.span.start != before.start:
        return False
    between = reading.doc.text[before.end : stretch.start]
    return between.count("\n\n") < 2 and sum(c in _STOPS for c in between) <= 1


def _speaker(reading: _Reading, cue: Cue) -> str | None:
    head = cue.speaker
    if head is None:
        return None
    if head.lower_ in _PRONOUNS:
        return _meant(reading, head)
    return _fuller(reading, speaker_text(head), head.idx)


def _meant(reading: _Reading, pronoun: Token) -> str | None:
    """Whom a pronoun stands for: the nearest earlier speaker, or person who did something."""
    spoken = [(at, name) for at, name in reading.spoke if at < pronoun.idx]
    acted = [
        (t.idx, _fuller(reading, speaker_text(t), t.idx))
        for t in reading.doc[max(0, pronoun.i - 150) : pronoun.i]
        if t.dep_ in {"nsubj", "nsubjpass"} and reading.outside(t) and _could_be(t, pronoun)
    ]
    both = sorted(spoken + acted)
    return both[-1][1] if both else None


def _could_be(subject: Token, pronoun: Token) -> bool:
    """A person for 'he' and 'she', a thing or a body for 'it'."""
    if subject.pos_ != "PROPN" and not (pronoun.lower_ == "it" and subject.pos_ == "NOUN"):
        return False
    person = subject.ent_type_ == "PERSON"
    return person if pronoun.lower_ in {"he", "she"} else not person


def _fuller(reading: _Reading, name: str, offset: int) -> str:
    """The fuller name that the text gave before `offset` to whom it now calls `name`."""
    if " " in name.strip() or not name[:1].isupper():
        return name
    wanted = fold(name)
    for at, full in reversed(reading.names):
        if at <= offset and fold(full.split()[-1]) == wanted:
            return full
    return next((full for _, full in reading.names if fold(full.split()[-1]) == wanted), name)
