"""To whom a harm is laid by nobody who is named: "the crash, attributed to Russian air defences".

The participle is looked for in what follows the noun as well as below it, since parsers hang what
stands between dashes on the main verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.frames import Frame, noun_classes
from dragoman.coding.syntax import children, is_passive, prepositional

# The role of a frame that asks for it.
ROLE = "laid"
# "Attributed to", "blamed on", "pinned on".
LINKS = ("to", "on")


def laid_to(noun: Token) -> list[Token]:
    """The heads of what a harm is laid to; none where somebody is told to lay it there."""
    for verb in _laying(noun):
        if children(verb, "agent") or not is_passive(verb):
            continue
        for link in LINKS:
            if found := prepositional(verb, link):
                return found
    return []


def is_laid(frame: Frame) -> bool:
    """True for a frame whose act rests on such words."""
    return ROLE in frame.actor


def _laying(noun: Token) -> list[Token]:
    known = noun_classes()["laying"]
    below = [t for t in noun.subtree if t.i > noun.i]  # "the crash of a jet, blamed on" hail
    near = [*below, noun.head, *_following(noun)]
    return [t for t in near if t.lemma_.lower() in known and _is_of(t, noun)]


def _is_of(verb: Token, noun: Token) -> bool:
    """True for a participle of the noun, and for a verb whose passive subject the noun is."""
    return verb.tag_ == "VBN" and (verb != noun.head or noun.dep_ == "nsubjpass")


def _following(noun: Token) -> list[Token]:
    """The first word after the noun's phrase that is no sign and no adverb."""
    rest = noun.doc[noun.right_edge.i + 1 : noun.sent.end]
    return next(([t] for t in rest if not t.is_punct and t.pos_ != "ADV"), [])
