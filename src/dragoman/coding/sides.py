"""Who stands on either side of an act that the encoder finds: its word first, then grammar's."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.acts import MUTUAL, Act, one_sided
from dragoman.coding.learned import Proposal, surest
from dragoman.coding.own_subject import by_subject
from dragoman.coding.participants import NOBODY, Cast, Participants, phrases
from dragoman.coding.roles import Trigger, walk
from dragoman.coding.sure_sides import sure_sides
from dragoman.coding.syntax import children, is_passive, objects, subjects

# A noun's own words for who acts, surely and mostly: a possessor would as often be who suffers.
SURE, MOSTLY = ("by",), ("adjective",)
# Acts that come from who does them ("praise from Quito"); others go away from where they are.
SENT = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID"})
# Acts that two may do to each other beside those that they always do together.
TOGETHER = frozenset({"SUPPORT", "AID"})
# Troops that are moved, or disarmed, are those who act.
MOVED = frozenset({"MOBILIZE", "RETREAT"})


def sides(
    proposal: Proposal, trigger: Trigger, same: Act | None, cast: Cast
) -> tuple[Participants, Participants]:
    """Actor and recipient of a proposed act; `same` is what a frame of its type tells there."""
    acting, suffering = proposal.chances
    doing = _doing(proposal.actors, trigger)
    actor = phrases(surest(doing, acting), cast)
    done_to = _done_to(_not_within(proposal.recipients, doing, trigger), trigger)
    recipient = phrases(surest(done_to, suffering), cast)
    if same is not None and same.trigger.undergone and same.actor.spans and same.recipient.spans:
        actor, recipient = same.actor, same.recipient  # "faced pressure from": grammar is sure
    elif same is not None:
        actor = actor if actor.spans else same.actor
        recipient = recipient if recipient.spans else _apart(same.recipient, actor)
    actor, recipient = _by_own_words(proposal, trigger, actor, recipient, cast)
    actor, recipient = _undone(proposal, trigger, actor, recipient, cast)
    together = proposal.type in TOGETHER and not _is_done_to_another(trigger)
    mutual = proposal.type in MUTUAL or together
    actor, recipient = by_subject(trigger, actor, recipient, cast, mutual=mutual)
    actor, recipient = sure_sides(trigger, proposal.type, actor, recipient, cast)
    return one_sided(*_hinted(proposal, actor, recipient, cast))


def _is_done_to_another(trigger: Trigger) -> bool:
    """True where a pronoun tells whom all of the subject act on: "A and B backed her"."""
    return any(t.tag_ == "PRP" for t in children(trigger.token, "dobj"))


def _doing(runs: Sequence[Words], trigger: Trigger) -> Sequence[Words]:
    """The actors that are the verb's own subject, where one of them is: "A left, but B stayed"."""
    if trigger.undergone or trigger.anchor.pos_ not in ("VERB", "AUX"):
        return runs
    if is_passive(trigger.anchor):
        runs = [run for run in runs if not _of_what_he_did(run.root, trigger.anchor)]
    own = {t.i for subject in subjects(trigger.anchor) for t in subject.subtree}
    return [run for run in runs if not own.isdisjoint(t.i for t in run)] or runs


def _of_what_he_did(token: Token, passive: Token) -> bool:
    """True in what the sufferer was doing himself: "killed after investigating Russian spies"."""
    below = (t for t in (token, *token.ancestors) if passive.is_ancestor(t))
    return any(t.dep_ == "pcomp" and not children(t, "nsubj") for t in below)


def _not_within(runs: Sequence[Words], doing: Sequence[Words], trigger: Trigger) -> Sequence[Words]:
    """The recipients, less those that only say more of who acts: "fighters linked to Wagner"."""
    return [
        run
        for run in runs
        if not any(
            above.dep_ in ("acl", "relcl") and above.head == actor.root
            and above != trigger.token and not above.is_ancestor(trigger.token)
            for actor in doing
            for above in run.root.ancestors
        )
    ]  # fmt: skip


def _done_to(runs: Sequence[Words], trigger: Trigger) -> Sequence[Words]:
    """The recipients, less who acts in another clause: "A left, while B questioned its pledge",
    "A met in Oslo, where B signed"."""
    runs = [run for run in runs if not _acts_below(run.root, trigger.token)] or runs
    verb = trigger.token
    if not trigger.is_verb or is_passive(verb) or not children(verb, "dobj"):
        return runs
    own = {t.i for t in verb.subtree}
    return [run for run in runs if run.root.dep_ != "nsubj" or run.root.i in own]


def _acts_below(token: Token, act: Token) -> bool:
    """True for the subject of a relative clause that opens with "where" or "when" below the act."""
    above = (token, *token.ancestors)
    verb = next((t for t in above if t.dep_ in ("relcl", "advcl")), None)
    if verb is None or verb == act or verb.is_ancestor(act):
        return False
    opens = any(c.tag_ == "WRB" for c in verb.lefts)
    return opens and any(s in above for s in children(verb, "nsubj"))


def _undone(
    proposal: Proposal, trigger: Trigger, actor: Participants, recipient: Participants, cast: Cast
) -> tuple[Participants, Participants]:
    """Nobody does what a passive says is done to him: "came to court handcuffed"."""
    passive = trigger.is_verb and is_passive(trigger.token) and proposal.type not in MOVED
    if not passive or not actor.spans:
        return actor, recipient
    suffering = cast.people(objects(trigger.token))
    doing = phrases((t.doc[t.i : t.i + 1] for t in subjects(trigger.token)), cast)
    if not set(actor.spans) <= set(suffering.spans) - set(doing.spans):
        return actor, recipient
    others = not doing.spans or set(recipient.spans).isdisjoint(doing.spans)
    return doing, recipient if recipient.spans and others else actor


def _by_own_words(
    proposal: Proposal, trigger: Trigger, actor: Participants, recipient: Participants, cast: Cast
) -> tuple[Participants, Participants]:
    """Who acts by the noun's own words, before people of another clause: "Togolese air raids"."""
    if trigger.is_verb:
        return actor, recipient
    both = walk(("between",), trigger, cast)
    if len(both.spans) > 1 and len(both.codes) == len(both.spans):  # "fighting between A and B"
        return both.parted()
    sure = (*SURE, "from") if proposal.type in SENT else SURE
    own = walk(sure, trigger, cast)
    if own and set(own.spans) >= set(recipient.spans) and not set(own.spans) & set(actor.spans):
        return own, actor if recipient.spans else recipient  # "took demands from": theirs
    if own and set(own.spans) < set(actor.spans):
        return own, recipient  # "he faces a warrant from the court": the court's
    own = own or walk(MOSTLY, trigger, cast)
    apart = own and not set(own.spans) & {*actor.spans, *recipient.spans}
    return own if apart else actor, recipient


def _hinted(
    proposal: Proposal, actor: Participants, recipient: Participants, cast: Cast
) -> tuple[Participants, Participants]:
    """A side that nothing tells, by the known actor that the encoder holds likeliest for it."""
    acting, suffering = (phrases(runs, cast) for runs in proposal.hints)
    if not actor.spans and recipient.spans and acting:
        return _apart(acting, recipient), recipient
    if not recipient.spans and suffering:
        return actor, _apart(suffering, actor)
    return actor, recipient


def _apart(recipient: Participants, actor: Participants) -> Participants:
    """The recipient, unless words of it are already the actor: "Icelandic" forces are Iceland's."""
    shared = any(a.overlaps(b) for a in recipient.spans for b in actor.spans)
    return NOBODY if shared else recipient
