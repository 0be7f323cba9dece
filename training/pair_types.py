"""Which type an act gives to what is between its parties, when they are marked in its text.

An event coder tells of a pair what the one did to the other: a promise to release is agreement, not
release, and a refusal to release is rejection (CAMEO codebook, 0353 express intent to release
persons or property, 124 refuse to yield).
"""

from __future__ import annotations

from dragoman.model.ontology import facts_of
from training.texts import Text, Told

COOPERATION = frozenset({1, 2})  # QuadClasses
# How sure it must be that the act took place for the pair to be told by it.
TOLD = frozenset({"happened", "possible"})


def pair_type(act: Told, text: Text) -> str | None:
    """The type of what is between the act's parties; None where it tells of them nothing."""
    if act.factuality in TOLD:
        return act.type
    if facts_of(act.type, None).quad_class not in COOPERATION:
        return None
    if act.factuality == "planned" and not _asked(act, text) and not _declared(act, text):
        return "AGREE"
    if act.factuality == "negated" and _refused(act, text):
        return "REJECT"
    return None


def _asked(act: Told, text: Text) -> bool:
    """Whether others ask it of who should act: then it is no promise."""
    asked = (t.recipient for t in text.told if t.type == "REQUEST")
    return any(set(recipient) & set(act.actor) for recipient in asked)


def _declared(act: Told, text: Text) -> bool:
    """Whether who will act has signed or declared it: then that is what the pair is told by."""
    said = (t for t in text.told if t.type in ("SUPPORT", "CONCEDE") and t.factuality == "happened")
    return any(t.actor == act.actor for t in said)


def _refused(act: Told, text: Text) -> bool:
    """Whether who did not act is told to refuse."""
    refusals = (t for t in text.told if t.type == "REJECT" and t.factuality == "happened")
    return any(t.actor == act.actor for t in refusals)
