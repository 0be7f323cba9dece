"""The words by which somebody is told to say, think or want something, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.coding.attribution_found import VERBAL, Found
from dragoman.coding.attribution_nouns import according_cues, adjective_cues, noun_cues
from dragoman.coding.attribution_verbs import verb_cues


def find_cues(doc: Doc) -> Iterator[Found]:
    """Every cue of a text that has its content in its own sentence, in text order.

    The one place where cues come from: whoever finds cues in another way adds them here.
    """
    yield from ruled_cues(doc)


def ruled_cues(doc: Doc) -> Iterator[Found]:
    """The cues that the tables and the parse tell."""
    for token in doc:
        if token.lower_ == "according":
            yield from according_cues(token)
        elif token.pos_ in VERBAL:
            yield from verb_cues(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from noun_cues(token)
        elif token.pos_ in ("ADJ",) or token.dep_ == "acomp":
            yield from adjective_cues(token)
