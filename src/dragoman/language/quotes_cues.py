"""The cue that brings a quotation in: before it, or behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dragoman.language.quotes_marks import Stretch
from dragoman.language.quotes_reading import (
    CLAUSE_WORDS,
    OPEN_ENDS,
    STOPS,
    Reading,
    breaks,
    word_count,
)
from dragoman.language.quotes_speaker import (
    FAR,
    Cue,
    colon_cue_of,
    cue_of,
    nearest_name,
    noun_cue_of,
)

# A noun for things said brings words in only from nearby.
NOUN_FAR = 12
# A cue this many characters before a quotation stands right before it.
CLOSE = 24
_LEADS = frozenset(",:")
_BEFORE_SENTENCE = STOPS | frozenset({"", ":", "”", '"', "’", "'"})


def find_cue(reading: Reading, stretch: Stretch) -> Cue | None:
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
    reading: Reading, stretch: Stretch, kinds: Sequence[Callable[[Token], Cue | None]], far: int
) -> Cue | None:
    """The nearest cue before the quotation in its sentence."""
    at = reading.token_at(stretch.start) - 1
    for token in reversed(reading.doc[max(0, at - far) : at + 1]):
        if not reading.outside(token):
            if _ends_sentence(reading, token):
                return None
            continue
        if breaks(token):
            return None
        for kind in kinds:
            if (cue := _sound(reading, kind(token), stretch)) is not None:
                return cue
    return None


def _ends_sentence(reading: Reading, token: Token) -> bool:
    """A stop inside a quotation before a new sentence outside it."""
    if token.text not in STOPS:
        return False
    rest = reading.doc[token.i + 1 : token.i + 3]
    return any(reading.outside(t) and t.text[:1].isupper() for t in rest)


def _after(reading: Reading, stretch: Stretch) -> Cue | None:
    """The nearest cue behind a quotation that a comma, '?' or '!' closes."""
    text = reading.text
    start, end = stretch.inner
    last, following = text[start:end].rstrip()[-1:], text[stretch.end : stretch.end + 1]
    at = reading.token_at(stretch.end)
    follows = at < len(reading.doc) and cue_of(reading.doc[at]) is not None  # "..." said X
    if last not in OPEN_ENDS and following != "," and not follows:
        return None
    if word_count(text, stretch) < CLAUSE_WORDS and not _opens_sentence(text, stretch):
        return None
    for token in reading.doc[at : at + FAR]:
        if breaks(token) or not reading.outside(token):
            return None
        if (cue := _sound(reading, cue_of(token), stretch)) is not None:
            return cue
    return None


def _opens_sentence(text: str, stretch: Stretch) -> bool:
    before = text[: stretch.start].rstrip()
    new_line = "\n" in text[len(before) : stretch.start]
    return new_line or before[-1:] in _BEFORE_SENTENCE


def _sound(reading: Reading, cue: Cue | None, stretch: Stretch) -> Cue | None:
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
