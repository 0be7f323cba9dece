"""Finding the words that name acts, and the frame that fits each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.coding.frames import Frame, Need, noun_frames, verb_frames
from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger, meets
from dragoman.coding.syntax import children, is_passive, left_modifiers, particle_of
from dragoman.model.ontology import EventType
from dragoman.model.tables import Column, read_table


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger with the frame that fits it, and the type that the frame gives it."""

    trigger: Trigger
    frame: Frame
    type: EventType


@dataclass(frozen=True, slots=True)
class Attempt:
    """A frame tried at a word: whether its particle stands there, and the first need not met."""

    trigger: Trigger
    frame: Frame
    spelled: bool = True
    unmet: Need | None = None

    @property
    def fits(self) -> bool:
        """True where the frame may be used."""
        return self.spelled and self.unmet is None


_SUPPORT_COLUMNS = (
    Column("verb"),
    Column("link", choices=("obj", "subj", "prep")),
    Column("subject", choices=("does", "undergoes")),
)


@cache
def _supports() -> dict[tuple[str, str], str]:
    rows = read_table("frames/support.tsv", _SUPPORT_COLUMNS)
    return {(r["verb"], r["link"]): r["subject"] for r in rows}


def matches(doc: Doc, cast: Cast) -> Iterator[Match]:
    """Every act named in the text, in text order; at most one frame a word."""
    for token in doc:
        fitting = next((a for a in attempts(token, cast) if a.fits), None)
        if fitting is not None and fitting.frame.type is not None:
            yield Match(fitting.trigger, fitting.frame, fitting.frame.type)


def attempts(token: Token, cast: Cast) -> Iterator[Attempt]:
    """The frames tried at a word, the most demanding first, to the first that fits."""
    frames = frames_of(token)
    if not frames:
        return
    trigger = trigger_of(token)
    for frame in frames:
        attempt = _attempt(frame, trigger, cast)
        yield attempt
        if attempt.fits:
            return


def frames_of(token: Token) -> tuple[Frame, ...]:
    """The frames of a word's lemma that its part of speech allows."""
    if token.pos_ in ("VERB", "AUX") and not _qualifies(token):
        return verb_frames().get(token.lemma_.lower(), ())
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return noun_frames().get(token.lemma_.lower(), ())
    return ()


def _qualifies(token: Token) -> bool:
    """True for helpers and for participles used as adjectives ("occupied land")."""
    misread = token.dep_ == "acl" and token.tag_ == "VBD"
    return misread or token.dep_ in ("aux", "auxpass", "amod")


def _attempt(frame: Frame, trigger: Trigger, cast: Cast) -> Attempt:
    if not _spelled(frame, trigger):
        return Attempt(trigger, frame, spelled=False)
    unmet = next((n for n in frame.needs if not meets(n, trigger, cast)), None)
    return Attempt(trigger, frame, unmet=unmet)


def _spelled(frame: Frame, trigger: Trigger) -> bool:
    if frame.particle is None:
        return True
    if trigger.is_verb:
        return particle_of(trigger.token, frame.particle)
    before = {t.lower_ for t in left_modifiers(trigger.token)} | {
        t.lemma_.lower() for t in left_modifiers(trigger.token)
    }
    return all(word in before for word in frame.particle.split())


def trigger_of(token: Token) -> Trigger:
    """The word with the support verb that carries it, if it is a noun or an adjective."""
    return _noun_trigger(token) if token.pos_ in ("NOUN", "PROPN", "ADJ") else Trigger(token)


def _noun_trigger(token: Token) -> Trigger:
    """The noun with the support verb above it: "launched a raid", "came under attack"."""
    top = token
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    verb = top.head
    if top.dep_ == "dobj" and verb.pos_ == "VERB":
        return _supported(token, verb, "obj")
    if top.dep_ == "nsubjpass" and verb.pos_ == "VERB":
        return _supported(token, verb, "obj")
    if top.dep_ == "nsubj" and verb.pos_ in ("VERB", "AUX"):
        return _supported(token, verb, "subj")
    if top.dep_ == "pobj" and verb.dep_ == "prep" and verb.head.pos_ == "VERB":
        key = f"{verb.head.lemma_.lower()} {verb.lower_}"
        if (key, "prep") in _supports():
            role = _supports()[(key, "prep")]
            return Trigger(token, verb.head, role == "undergoes")
    relative = [c for c in children(token, "relcl", "acl") if is_passive(c)]
    for clause in relative:
        if (clause.lemma_.lower(), "obj") in _supports():
            return Trigger(token, clause)
    return Trigger(token)


def _supported(token: Token, verb: Token, link: str) -> Trigger:
    role = _supports().get((verb.lemma_.lower(), link))
    return Trigger(token, verb, role == "undergoes") if role else Trigger(token)
