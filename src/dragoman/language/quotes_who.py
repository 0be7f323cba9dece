"""Who a cue says is speaking: names made full, pronouns made names."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.folding import fold
from dragoman.language.quotes_reading import Reading
from dragoman.language.quotes_speaker import (
    Cue,
    called_in,
    goes_by_name,
    reports,
    speaker_text,
)

_SINGULAR = frozenset({"he", "she", "it"})
_PRONOUNS = _SINGULAR | {"they", "who", "i", "we"}
# How many words back somebody may be whom a pronoun stands for.
REACH = 150


def speaker_of(reading: Reading, cue: Cue) -> str | None:
    head = cue.speaker
    if head is None:
        return None
    if head.lower_ in _PRONOUNS:
        return _meant(reading, head)
    return _fuller(reading, speaker_text(head), head.idx)


def _meant(reading: Reading, pronoun: Token) -> str | None:
    """Whom a pronoun stands for: the nearest earlier speaker, or person who did something."""
    several, person = pronoun.lower_ == "they", pronoun.lower_ in {"he", "she"}
    spoken = [] if several else [(at, name) for at, name in reading.spoke if at < pronoun.idx]
    acted = [
        (t.idx, _fuller(reading, speaker_text(t), t.idx))
        for t in reading.doc[max(0, pronoun.i - REACH) : pronoun.i]
        if t.dep_ in {"nsubj", "nsubjpass"} and reading.outside(t) and _could_be(t, pronoun)
    ]
    before = reading.doc[max(0, pronoun.i - REACH) : pronoun.i]
    called = [] if person else [(t.idx, called_in(t)) for t in before if goes_by_name(t)]
    both = sorted(spoken + acted + called)
    return both[-1][1] if both else None


def _could_be(subject: Token, pronoun: Token) -> bool:
    """A person for 'he' and 'she', a thing or a body for 'it'."""
    if subject.pos_ != "PROPN":
        speaks = subject.pos_ == "NOUN" and reports(subject.head)
        return speaks and pronoun.lower_ in {"it", "they"}
    person = subject.ent_type_ == "PERSON"
    return person if pronoun.lower_ in {"he", "she"} else not person


def _fuller(reading: Reading, name: str, offset: int) -> str:
    """The fuller name that the text gave before `offset` to whom it now calls `name`."""
    if " " in name.strip() or not name[:1].isupper():
        return name
    wanted = fold(name)
    for at, full in reversed(reading.names):
        if at <= offset and fold(full.split()[-1]) == wanted:
            return full
    return next((full for _, full in reading.names if fold(full.split()[-1]) == wanted), name)
