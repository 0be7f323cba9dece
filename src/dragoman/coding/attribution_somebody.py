"""Whether a cue says anything, and whether whoever stands as its source can say it."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.attribution_found import Found
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children
from dragoman.language.quotes_tables import speech_nouns
from dragoman.language.source_tables import nameless, shown_by_things

_LINKS = frozenset({"ADP", "CCONJ", "SCONJ"})
_SAYING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


def says(found: Found) -> bool:
    """False for a cue of light words alone, as "is a" or "made", and of one that a link opens."""
    opening = min(found.words, key=lambda w: w.i)
    if opening.pos_ in _LINKS and len(found.words) > 1:
        return False
    return any(w.pos_ in _SAYING and not w.is_stop for w in found.words)


def has_speaker(found: Found, cast: Cast) -> bool:
    """True where somebody is told to say it, of whom it is known that he can."""
    return any(is_somebody(head, cast) for head in found.sources)


def only_shows(found: Found, cast: Cast) -> bool:
    """True for "the delay underlines that ...": a thing that shows something says nothing."""
    shows = found.token.lemma_.lower() in shown_by_things()
    return shows and bool(found.sources) and not has_speaker(found, cast)


def is_somebody(head: Token, cast: Cast) -> bool:
    """True for an actor, a name, a pronoun for people, an unnamed speaker or a document."""
    if head.pos_ in ("PRON", "DET") or head.pos_ == "PROPN":
        return head.tag_ not in ("WDT", "DT") and head.lower_ not in ("this", "that", "it")
    lemma = head.lemma_.lower()
    if cast.named(head) is not None or lemma in nameless() or lemma in speech_nouns():
        return True
    return any(cast.named(t) is not None for t in children(head, "appos"))
