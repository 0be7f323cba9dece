"""Parties that one act has from another: what is agreed, asked, refused or condemned tells them.

"Agreed to lift its embargo on Iran" names Iran beside the lifting, "said Paris must pay" Paris as
who pays, "condemned the Turkish raid" Turkey as who raided; and who agreed to lift it, lifts it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.coding.acts import Act
from dragoman.coding.cameo import below
from dragoman.coding.participants import NOBODY, Participants
from dragoman.coding.roles import Trigger
from dragoman.language.actor_tables import sectors

# Acts of words by which somebody speaks of an act of his own, and of an act of another.
OWN = frozenset({"AGREE", "THREATEN", "REJECT"})
OTHERS = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT"})
# Acts by which what somebody else asks or offers is answered, and what is so answered.
ANSWERS, ASKED = frozenset({"CONCEDE", "REJECT"}), frozenset({"REQUEST", "AGREE"})
# Acts whose aim tells against whom they are: "struck to protest against the governor's decree".
AIMED = frozenset({"PROTEST"})
# Acts of force, which the charges that they rest on share with who uses it.
FORCED = frozenset({"COERCE"})


def completed(acts: Sequence[Act]) -> list[Act]:
    """The acts, each with the parties that the acts below or above it tell."""
    at = {act.trigger.token.i: n for n, act in enumerate(acts)}
    whole = list(acts)
    for n, act in enumerate(acts):
        if act.match.type not in OWN | OTHERS | ANSWERS | AIMED | FORCED:
            continue
        aimed = act.match.type in AIMED
        inner = next((at[t.i] for t in below(_top(act), clauses=aimed) if t.i in at), None)
        if inner is not None and inner != n:
            whole[inner] = _asked(whole[inner], whole[n])
            whole[n] = _outer(whole[n], whole[inner])
            whole[inner] = _inner(whole[inner], whole[n])
    return [_tidy(act) for act in whole]


def _tidy(act: Act) -> Act:
    """A body of a state stands for it, and nobody acts on his own state among others."""
    actor = _kept(act.actor, lambda code: not _has_body(code, act.actor))
    recipient = _kept(act.recipient, lambda code: not _has_body(code, act.recipient))
    states = {code[:3] for code in actor.codes if code not in sectors()}
    foreign = _kept(recipient, lambda code: code[:3] not in states)
    return replace(act, actor=actor, recipient=foreign or recipient)


def _has_body(code: str, party: Participants) -> bool:
    """True for a bare state beside a body of its own: "the Japanese premier" is no second party."""
    return any(other != code and other.startswith(code) for other in party.codes)


def _kept(party: Participants, wanted: Callable[[str], bool]) -> Participants:
    """The codes that are wanted, with their words where each code has its own."""
    if len(party.codes) != len(party.spans):
        return replace(party, codes=tuple(filter(wanted, party.codes)))
    pairs = [p for p in zip(party.codes, party.spans, strict=True) if wanted(p[0])]
    return replace(party, codes=tuple(c for c, _ in pairs), spans=tuple(s for _, s in pairs))


def _top(act: Act) -> Trigger:
    """Where the search begins: for "must pay" at the verb that the modal belongs to."""
    token = act.trigger.token
    return Trigger(token.head) if token.dep_ == "aux" else act.trigger


def _outer(act: Act, inner: Act) -> Act:
    """An act of words whose recipient is told by what it is about."""
    demands = act.match.type == "REQUEST" and act.recipient.spans == inner.recipient.spans
    if _placed(act.recipient) and not demands:
        return act
    found = NOBODY
    if act.match.type in OTHERS | ANSWERS:
        found = _other(inner.actor, act.actor)
    if not found and act.match.type in OWN | AIMED | {"REQUEST"}:
        found = _other(inner.recipient, act.actor)
    return replace(act, recipient=found) if found else act


def _asked(act: Act, outer: Act) -> Act:
    """Nobody grants or refuses what he asked himself: who answers was asked."""
    answered = outer.match.type in ANSWERS and act.match.type in ASKED and not act.trigger.is_verb
    if answered and outer.actor.spans and act.actor.spans == outer.actor.spans:
        return replace(act, actor=_less(outer.recipient, outer.actor), recipient=outer.actor)
    return act


def _less(party: Participants, other: Participants) -> Participants:
    return party if set(party.spans).isdisjoint(other.spans) else NOBODY


def _inner(act: Act, outer: Act) -> Act:
    """What is agreed or refused is the speaker's act; what is asked, that of who is asked.

    Charges are made by who holds those charged, and the bombing that somebody is blamed for is his.
    """
    blamed = outer.match.type == "ACCUSE" and outer.recipient.spans
    if blamed and not act.actor and act.recipient.spans == outer.recipient.spans:
        return replace(act, actor=act.recipient, recipient=NOBODY)
    if act.actor.spans:
        return act
    if outer.match.type in FORCED:
        return replace(act, actor=outer.actor) if act.match.type == "ACCUSE" else act
    if outer.match.type in OWN:
        return replace(act, actor=outer.actor)
    return replace(act, actor=outer.recipient) if outer.match.type == "REQUEST" else act


def _other(party: Participants, than: Participants) -> Participants:
    """The party, unless it is of no state, or the same as the other."""
    words = not set(party.spans).isdisjoint(than.spans)
    same = words or not set(party.codes).isdisjoint(than.codes)
    return party if _placed(party) and not same else NOBODY


def _placed(party: Participants) -> bool:
    return any(code not in sectors() for code in party.codes)
