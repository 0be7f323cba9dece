"""A text that quotations are read from, and whether a stretch of it is speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.language.quotes_marks import Stretch

# A quoted piece without a cue is speech from this many words on, when it is a clause.
CLAUSE_WORDS = 5
SENTENCE_WORDS = 3
# A sentence with the quotations in it is followed for so many tokens to either side.
_REACH = 1_000
_SHAPED = frozenset(".,!?…")
OPEN_ENDS = frozenset(",?!—–…")
STOPS = frozenset(".!?…")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True)
class Reading:
    """The text read so far: its stretches, names, and who spoke."""

    doc: Doc
    text: str
    starts: list[int]
    stretches: Sequence[Stretch]
    names: list[tuple[int, str]]
    spoke: list[tuple[int, str]] = field(default_factory=list)
    _inside: bytearray = field(init=False)

    def __post_init__(self) -> None:
        """Mark the tokens that begin in a quotation, each once however deep they are nested."""
        self._inside = bytearray(len(self.starts))
        done = 0
        for stretch in sorted(self.stretches, key=lambda s: s.start):
            end = self.token_at(stretch.end)
            for i in range(max(done, self.token_at(stretch.start)), end):
                self._inside[i] = True
            done = max(done, end)

    def outside(self, token: Token) -> bool:
        """True when `token` stands in no quotation."""
        return not self._inside[token.i]

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)


def word_count(text: str, stretch: Stretch) -> int:
    start, end = stretch.inner
    return len(text[start:end].split())


def is_clause(reading: Reading, stretch: Stretch) -> bool:
    """A sentence or clause: long enough, with a finite verb and a sentence's shape."""
    start, end = stretch.inner
    inner = reading.text[start:end].strip()
    words, shaped = len(inner.split()), inner[:1].isupper() and inner[-1:] in _SHAPED
    if words < (SENTENCE_WORDS if shaped else CLAUSE_WORDS):
        return False
    tokens = reading.doc[reading.token_at(start) : reading.token_at(end)]
    finite = any(t.tag_ in _FINITE for t in tokens)
    return finite and (shaped or inner[-1] in _SHAPED or words > 2 * CLAUSE_WORDS)


def is_label(reading: Reading, stretch: Stretch) -> bool:
    """A name or a label: all in capitals, or before the noun that it qualifies."""
    start, end = stretch.inner
    words = [w for w in reading.text[start:end].strip(" .,").split() if len(w) > 3]
    if len(words) > CLAUSE_WORDS:
        return False
    if words and all(w[0].isupper() for w in words) and len(words) > 1:
        return True
    if reading.text[start:end].rstrip()[-1:] in OPEN_ENDS:
        return False
    after = reading.token_at(stretch.end)
    following = reading.doc[after] if after < len(reading.doc) else None
    return following is not None and following.pos_ in {"NOUN", "PROPN"}


def is_set_phrase(reading: Reading, stretch: Stretch) -> bool:
    """A phrase that goes by that name (its "inner yard", the "long table"): nobody says it here."""
    start, end = stretch.inner
    first = reading.token_at(start)
    tokens = [t for t in reading.doc[first : reading.token_at(end)] if not t.is_punct]
    mark = first - 1 if first and reading.doc[first - 1].idx >= stretch.start else first
    before = reading.doc[mark - 1] if mark else None
    if not tokens or len(tokens) > SENTENCE_WORDS or before is None:
        return False
    owned = before.tag_ == "PRP$" or before.lower_ == "the"
    return owned and tokens[0].text.islower() and not any(t.tag_ in _FINITE for t in tokens)


def breaks(token: Token) -> bool:
    return (token.text[-1:] in STOPS and len(token.text) < 4 and token.pos_ == "PUNCT") or (
        "\n" in token.text
    )


def sentence_outside(reading: Reading, token: Token) -> str:
    """The words around `token` in its sentence that stand in no quotation, so far as they reach."""
    doc = reading.doc
    first = last = token.i
    begin, end = max(0, token.i - _REACH), min(len(doc), token.i + _REACH)
    while first > begin and not (reading.outside(doc[first - 1]) and breaks(doc[first - 1])):
        first -= 1
    while last + 1 < end and not (reading.outside(doc[last + 1]) and breaks(doc[last + 1])):
        last += 1
    return "".join(t.text_with_ws for t in doc[first : last + 1] if reading.outside(t))
