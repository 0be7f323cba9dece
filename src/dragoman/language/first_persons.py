"""Who says "we", "I" and "our" in a quotation: whoever speaks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from dragoman.language.actor_tables import state_codes
from dragoman.language.coreference import pronouns, token_at
from dragoman.language.quotes_speaker import cue_of
from dragoman.model.actor import Mention
from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

BASIS = "coreference"
SPEAKER = "speaker"
# Of these "we" is no state's: observers mean anybody, or all of a country.
OBSERVERS = frozenset({"MED", "EDU", "CVL"})
# A state's code, and that of a sector behind it.
STATE = 3


def first_persons(
    doc: Doc, mentions: Sequence[Mention], quotations: Iterable[Quotation]
) -> tuple[Mention, ...]:
    """`mentions` with those for the first persons of quotations whose speaker has a code."""
    known = {m.head: m for m in mentions}
    found = dict(known)
    for quotation in quotations:
        speaker = _speaker(doc, quotation, known)
        if speaker is None or not _speaks_for(speaker):
            continue
        for token in _persons(doc, quotation.span):
            span = Span(token.idx, token.idx + len(token))
            said = Mention(span, speaker.codes, speaker.kind, speaker.name, token.idx, BASIS)
            found.setdefault(token.idx, said)
    return tuple(sorted(found.values(), key=lambda m: (m.span.start, m.span.end)))


def _persons(doc: Doc, span: Span) -> Iterator[Token]:
    inside = doc.char_span(span.start, span.end, alignment_mode="contract")
    for token in inside or ():
        rule = pronouns().get(token.lower_)
        if rule is not None and rule["form"] == SPEAKER and token.tag_.startswith("PRP"):
            yield token


def _speaker(doc: Doc, quotation: Quotation, known: Mapping[int, Mention]) -> Mention | None:
    """Who speaks: the subject of the cue, else the nearest mention that his words hold."""
    if (told := _subject(doc, quotation)) is not None and told.idx in known:
        return known[told.idx]
    words = quotation.speaker or ""
    named = [m for m in known.values() if m.name == words]
    held = named or [m for m in known.values() if words.endswith(m.span.of(doc.text))]
    at = (quotation.cue or quotation.span).start
    return min(held, key=lambda m: (abs(m.head - at), m.span), default=None)


def _subject(doc: Doc, quotation: Quotation) -> Token | None:
    """The head of whom the cue's verb has as its subject."""
    if quotation.cue is None:
        return None
    cue = cue_of(token_at(doc, quotation.cue.start))
    return cue.speaker if cue else None


def _speaks_for(mention: Mention) -> bool:
    """False for observers, whose "we" is no state's."""
    code = mention.codes[0] if mention.codes else ""
    sector = code[STATE:] if code[:STATE] in state_codes() else code
    return bool(code) and sector not in OBSERVERS
