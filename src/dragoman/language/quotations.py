"""Whole quotations in a report, each with its speaker and where it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.language.folding import fold
from dragoman.language.quotes_marks import Stretch, find_stretches
from dragoman.language.quotes_speaker import (
    FAR,
    Cue,
    colon_cue_of,
    cue_of,
    full_names,
    nearest_name,
    noun_cue_of,
    reports,
    speaker_text,
    venue_in,
)
from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

# A quoted piece without a cue is speech from this many words on, when it is a clause.
CLAUSE_WORDS = 5
# Under a cue, a piece of one word is emphasis or irony, not somebody's words.
PIECE_WORDS = 2
SENTENCE_WORDS = 3
_SHAPED = frozenset(".,!?…")
# A noun for things said brings words in only from nearby.
NOUN_FAR = 12
# A cue this many characters before a quotation stands right before it.
CLOSE = 24
_LEADS = frozenset(",:")
_OPEN_ENDS = frozenset(",?!—–…")
_STOPS = frozenset(".!?…")
_BEFORE_SENTENCE = _STOPS | frozenset({"", ":", "”", '"', "’", "'"})
_SINGULAR = frozenset({"he", "she", "it"})
_PRONOUNS = _SINGULAR | {"they", "who", "i", "we"}


@dataclass(slots=True)
class _Reading:
    """The text read so far: its stretches, names, and who spoke."""

    doc: Doc
    text: str
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
    text = doc.text
    stretches = find_stretches(text)
    reading = _Reading(doc, text, [t.idx for t in doc], stretches, full_names(doc))
    found: list[Quotation] = []
    for stretch in stretches:
        quotation = _quotation(reading, stretch, found[-1] if found else None)
        if quotation is not None:
            found.append(quotation)
    return tuple(found)


def _quotation(reading: _Reading, stretch: Stretch, last: Quotation | None) -> Quotation | None:
    cue = _cue(reading, stretch)
    words = _word_count(reading.text, stretch)
    direct = reading.text[stretch.inner[0] : stretch.inner[1]].rstrip()[-1:] in _OPEN_ENDS
    piece = cue is not None and (direct or words >= PIECE_WORDS)
    piece = piece and not _is_label(reading, stretch)
    if not (_is_clause(reading, stretch) or piece):
        return None
    start, end = stretch.inner
    text, span = reading.text[start:end], Span(stretch.start, stretch.end)
    if cue is not None:
        speaker = _speaker(reading, cue)
        venue = venue_in(_sentence_outside(reading, cue.token))
    elif last is not None and _continues(reading, stretch, last):
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
    """A sentence or clause: long enough, with a finite verb and a sentence's shape."""
    start, end = stretch.inner
    inner = reading.text[start:end].strip()
    words, shaped = len(inner.split()), inner[:1].isupper() and inner[-1:] in _SHAPED
    if words < (SENTENCE_WORDS if shaped else CLAUSE_WORDS):
        return False
    tokens = reading.doc[reading.token_at(start) : reading.token_at(end)]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in tokens)
    return finite and (shaped or inner[-1] in _SHAPED or words > 2 * CLAUSE_WORDS)


def _is_label(reading: _Reading, stretch: Stretch) -> bool:
    """A name or a label: all in capitals, or before the noun that it qualifies."""
    start, end = stretch.inner
    words = [w for w in reading.text[start:end].strip(" .,").split() if len(w) > 3]
    if len(words) > CLAUSE_WORDS:
        return False
    if words and all(w[0].isupper() for w in words) and len(words) > 1:
        return True
    if reading.text[start:end].rstrip()[-1:] in _OPEN_ENDS:
        return False
    after = reading.token_at(stretch.end)
    following = reading.doc[after] if after < len(reading.doc) else None
    return following is not None and following.pos_ in {"NOUN", "PROPN"}


def _cue(reading: _Reading, stretch: Stretch) -> Cue | None:
    """The cue of a quotation: right before a comma or colon, else behind it, else before it."""
    lead = reading.text[: stretch.start].rstrip()[-1:]
    before = _before(reading, stretch, (cue_of,), FAR)
    if before and lead in _LEADS and stretch.start - before.token.idx < CLOSE:
        return before
    after = _after(reading, stretch)
    if after and lead != ":":
        return after
    if before is None and lead in _LEADS and reading.text[stretch.start + 1].isupper():
        before = _before(reading, stretch, (colon_cue_of,), FAR)
    return before or _before(reading, stretch, (noun_cue_of,), NOUN_FAR) or after


def _before(
    reading: _Reading, stretch: Stretch, kinds: Sequence[Callable[[Token], Cue | None]], far: int
) -> Cue | None:
    """The nearest cue before the quotation in its sentence."""
    at = reading.token_at(stretch.start) - 1
    for token in reversed(reading.doc[max(0, at - far) : at + 1]):
        if not reading.outside(token):
            if _ends_sentence(reading, token):
                return None
            continue
        if _breaks(token):
            return None
        for kind in kinds:
            if (cue := _sound(reading, kind(token), stretch)) is not None:
                return cue
    return None


def _ends_sentence(reading: _Reading, token: Token) -> bool:
    """A stop inside a quotation before a new sentence outside it."""
    if token.text not in _STOPS:
        return False
    rest = reading.doc[token.i + 1 : token.i + 3]
    return any(reading.outside(t) and t.text[:1].isupper() for t in rest)


def _after(reading: _Reading, stretch: Stretch) -> Cue | None:
    """The nearest cue behind a quotation that a comma, '?' or '!' closes."""
    text = reading.text
    start, end = stretch.inner
    last, following = text[start:end].rstrip()[-1:], text[stretch.end : stretch.end + 1]
    at = reading.token_at(stretch.end)
    follows = at < len(reading.doc) and cue_of(reading.doc[at]) is not None  # "..." said X
    if last not in _OPEN_ENDS and following != "," and not follows:
        return None
    if _word_count(text, stretch) < CLAUSE_WORDS and not _opens_sentence(text, stretch):
        return None
    for token in reading.doc[at : at + FAR]:
        if _breaks(token) or not reading.outside(token):
            return None
        if (cue := _sound(reading, cue_of(token), stretch)) is not None:
            return cue
    return None


def _opens_sentence(text: str, stretch: Stretch) -> bool:
    before = text[: stretch.start].rstrip()
    new_line = "\n" in text[len(before) : stretch.start]
    return new_line or before[-1:] in _BEFORE_SENTENCE


def _sound(reading: _Reading, cue: Cue | None, stretch: Stretch) -> Cue | None:
    """The cue with a speaker from outside quotations, beside it where the parse has none."""
    if cue is None or (cue.speaker is not None and reading.outside(cue.speaker)):
        return cue
    here, doc = cue.token.i, reading.doc
    behind = doc[here + 1 : here + 4]
    between = (
        doc[reading.token_at(stretch.end) : here] if stretch.end <= cue.token.idx else doc[0:0]
    )
    near = nearest_name([t for t in behind if reading.outside(t) and t.dep_ != "pobj"])
    near = nearest_name(list(between)) or near
    return Cue(cue.token, near) if near is not None else None


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


def _continues(reading: _Reading, stretch: Stretch, last: Quotation) -> bool:
    """True when the quotation goes on right after the last one, or after its cue's sentence."""
    between = reading.text[last.span.end : stretch.start]
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
    several = pronoun.lower_ == "they"
    spoken = [] if several else [(at, name) for at, name in reading.spoke if at < pronoun.idx]
    acted = [
        (t.idx, _fuller(reading, speaker_text(t), t.idx))
        for t in reading.doc[max(0, pronoun.i - 150) : pronoun.i]
        if t.dep_ in {"nsubj", "nsubjpass"} and reading.outside(t) and _could_be(t, pronoun)
    ]
    both = sorted(spoken + acted)
    return both[-1][1] if both else None


def _could_be(subject: Token, pronoun: Token) -> bool:
    """A person for 'he' and 'she', a thing or a body for 'it'."""
    if subject.pos_ != "PROPN":
        speaks = subject.pos_ == "NOUN" and reports(subject.head)
        return speaks and pronoun.lower_ in {"it", "they"}
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
