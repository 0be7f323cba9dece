"""Acts: a word that names one, what it is, and who stands on either side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.cameo import Coded
from dragoman.coding.frames import Frame
from dragoman.coding.participants import NOBODY, Cast, Participants
from dragoman.coding.roles import Trigger, walk
from dragoman.coding.triggers import Match, matches
from dragoman.language.analysis import Analysis
from dragoman.model.ontology import Factuality

# Acts that several do together, told in either direction.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Signing a treaty, though SUPPORT, is done together as well.
SIGNING = "057"


@dataclass(frozen=True, slots=True)
class Act:
    """A matched trigger with its participants, on the way to an event.

    `factuality` and `probability` are the encoder's; None where only a frame tells.
    """

    match: Match
    actor: Participants
    recipient: Participants
    factuality: Factuality | None = None
    probability: float | None = None

    @property
    def trigger(self) -> Trigger:
        """The word that names the act."""
        return self.match.trigger

    @property
    def frame(self) -> Frame:
        """The frame that fits."""
        return self.match.frame

    @property
    def coded(self) -> Coded:
        """The act as the stage that chooses its CAMEO code takes it."""
        return Coded(self.match.type, self.frame.mode, self.trigger, self.frame.cameo)


def framed(analysis: Analysis, cast: Cast) -> list[Act]:
    """Every act of the text that a frame fits, in text order."""
    found = [_act(match, cast) for match in matches(analysis.doc, cast)]
    return [a for a in found if a is not None]


def _act(match: Match, cast: Cast) -> Act | None:
    actor = walk(match.frame.actor, match.trigger, cast)
    recipient = walk(match.frame.recipient, match.trigger, cast)
    actor, recipient = parted(match, actor, without(recipient, actor))
    return Act(match, actor, recipient)


def parted(
    match: Match, actor: Participants, recipient: Participants
) -> tuple[Participants, Participants]:
    """ "Russia and Turkey met": for acts done together the first acts and the rest receive."""
    mutual = match.type in MUTUAL or match.frame.cameo == SIGNING
    if mutual and set(actor.spans) == set(recipient.spans):
        recipient = NOBODY  # "talks between A and B": both stand on either side
    if not mutual or (actor and recipient):
        return (_less(actor, recipient) if mutual else actor), recipient
    both = actor or recipient
    if len(both.codes) < 2:
        return actor, recipient
    if len(both.codes) == len(both.spans):
        return both.parted()
    if len(both.spans) == 1:  # "the two countries"
        return replace(both, codes=both.codes[:1]), replace(both, codes=both.codes[1:])
    return actor, recipient


def one_sided(actor: Participants, recipient: Participants) -> tuple[Participants, Participants]:
    """Nobody on both sides where one of them has others: who kills is not among the killed."""
    if _one_in_two_names(actor, recipient):
        return NOBODY, recipient
    kept = _less(recipient, actor)
    return (_less(actor, kept), kept) if kept is recipient else (actor, kept)


def _one_in_two_names(actor: Participants, recipient: Participants) -> bool:
    """True for "hit Petrobras, Brazil's oil company": who is named twice on end is one side."""
    if actor.codes != recipient.codes or len(actor.spans) != 1 or len(recipient.spans) != 1:
        return False
    first, second = sorted((actor.spans[0], recipient.spans[0]))
    return 0 <= second.start - first.end <= len(", ")


def _less(actor: Participants, recipient: Participants) -> Participants:
    """Those who act, less those with whom they do it, where somebody is left."""
    if len(actor.codes) == 1:  # two bodies of one state
        left = tuple(s for s in actor.spans if s not in recipient.spans)
        return Participants(actor.codes, left) if left else actor
    if len(actor.codes) != len(actor.spans):
        return actor
    pairs = zip(actor.codes, actor.spans, strict=True)
    kept = [(c, s) for c, s in pairs if s not in recipient.spans]
    if not kept:
        return actor
    return Participants(tuple(c for c, _ in kept), tuple(s for _, s in kept))


def without(recipient: Participants, actor: Participants) -> Participants:
    """Nobody is recipient through the words that make them actor, nor a state of its own acts."""
    own = {*actor.codes, *(code[:3] for code in actor.codes)}
    if len(recipient.codes) != len(recipient.spans):
        return recipient if not set(recipient.spans) & set(actor.spans) else NOBODY
    pairs = zip(recipient.codes, recipient.spans, strict=True)
    kept = [(c, s) for c, s in pairs if s not in actor.spans and c not in own]
    return Participants(tuple(c for c, _ in kept), tuple(s for _, s in kept))
