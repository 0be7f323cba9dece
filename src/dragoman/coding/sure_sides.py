"""Sides of an act that grammar tells beyond doubt, whatever else was read.

"Held by Kyiv": Kyiv holds them. "Rome arrested two clerics, accusing them": Rome accuses. "Its
dialogue with Oslo", "he said after talks with Oslo": who has the dialogue, and who speaks.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.circumstances import circumstance_words
from dragoman.coding.participants import Cast, Participants
from dragoman.coding.roles import Trigger, walk
from dragoman.coding.syntax import children, clause_head, is_passive, objects, subjects
from dragoman.model.ontology import EventType

Sides = tuple[Participants, Participants]
# Acts that two do with each other.
WITH = "CONSULT"
# The words under which a meeting stands in the clause of who met: "said after talks with Oslo".
DURING = "meeting"


def sure_sides(
    trigger: Trigger, of: EventType, actor: Participants, recipient: Participants, cast: Cast
) -> Sides:
    """Both sides, put right where grammar is sure."""
    token = trigger.token
    if not trigger.is_verb:
        return _of_meeting(trigger, actor, recipient, cast) if of == WITH else (actor, recipient)
    if is_passive(token):
        return _by_agent(token, actor, recipient, cast)
    return _of_participle(token, actor, recipient, cast)


def _by_agent(verb: Token, actor: Participants, recipient: Participants, cast: Cast) -> Sides:
    """Whom "by" names acts, and does not suffer it."""
    agent = cast.people(subjects(verb))
    if not agent or not set(actor.spans).isdisjoint(agent.spans):
        return actor, recipient
    suffering = cast.people(objects(verb))
    mixed = not set(recipient.spans).isdisjoint(agent.spans)
    return agent, suffering if mixed or not recipient.spans else recipient


def _of_participle(verb: Token, actor: Participants, recipient: Participants, cast: Cast) -> Sides:
    """A participle without a subject has that of its clause, not what this acts on; and whom a
    pronoun after it stands for is that."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or children(verb, "nsubj") or is_passive(main):
        return actor, recipient
    harmed, doing = cast.people(objects(main)), cast.people(subjects(main))
    if doing and actor.spans and set(actor.spans) <= set(harmed.spans):
        actor = doing
    them = any(t.tag_ == "PRP" for t in objects(verb))
    return actor, harmed if them and not recipient else recipient


def _of_meeting(
    trigger: Trigger, actor: Participants, recipient: Participants, cast: Cast
) -> Sides:
    """Who meets: whose meeting it is, else who is told to do something after or at it."""
    noun = trigger.token
    other = walk(("with",), trigger, cast)
    if not other:
        return actor, recipient
    own = cast.people(children(noun, "poss"))
    if own and set(own.spans).isdisjoint(other.spans):
        return own, other
    if not actor.spans and noun.dep_ == "pobj" and noun.head.lower_ in circumstance_words(DURING):
        doing = cast.people(subjects(clause_head(noun)))
        if doing and set(doing.codes).isdisjoint(other.codes):
            return doing, other
    return actor, recipient
