"""A verb's own subject acts, and nobody else that stands in it: grammar over the encoder's guess.

"Malta and its allies opposed the pact": all of them oppose it. "Vella, an aide to the premier, met
the envoy": Vella met him. "The attack by Hezbollah": Hezbollah is not attacked.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.coding.frames import noun_classes
from dragoman.coding.participants import NOBODY, Cast, Participants, phrases
from dragoman.coding.roles import Trigger
from dragoman.coding.syntax import children, conjuncts, is_passive, objects, prepositional
from dragoman.model.span import Span


def by_subject(
    trigger: Trigger, actor: Participants, recipient: Participants, cast: Cast, mutual: bool
) -> tuple[Participants, Participants]:
    """Both sides, as far as the verb's subject, or a noun's "by", tells who is not on one.

    With `mutual`, whom the subject joins may act on each other, and stay where they are.
    """
    doc = trigger.token.doc
    if not trigger.is_verb:
        actor, recipient = _by_victims(trigger.token, actor, recipient, cast)
        doers = prepositional(trigger.token, "by")
        left = _less(recipient, _tokens(doers), cast, doc)
        return actor if actor.spans or left == recipient else cast.people(doers), left
    recipient = _without_post(trigger.token, recipient, cast)
    subject = next(iter(children(trigger.token, "nsubj")), None)
    if subject is None or is_passive(trigger.token):
        return actor, recipient
    actor = _without_company(actor, subject, cast)
    if mutual or not actor.spans or not children(trigger.token, "dobj"):
        return actor, recipient  # "the mayor and the council failed to agree"
    joined = conjuncts(subject)
    moved = [s for s in recipient.spans if _root(s, doc) in joined]
    owners = frozenset(t.i for x in joined[1:] for t in children(x, "poss") if t.pos_ == "PRON")
    others = _less(recipient, owners, cast, doc)
    others = _less(others, _tokens(t for t in joined if _stands(moved, t)), cast, doc)
    return _of([*actor.spans, *moved], cast, doc) if moved else actor, others


def _by_victims(
    noun: Token, actor: Participants, recipient: Participants, cast: Cast
) -> tuple[Participants, Participants]:
    """Who is killed in an attack does not make it: "two nurses were killed in an attack"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by") else noun
    harmed = verb.pos_ == "VERB" and verb.lemma_.lower() in noun_classes()["harm"]
    if not harmed or not is_violence(noun):
        return actor, recipient
    victims = [t for s in children(verb, "nsubjpass", "nsubj") for t in conjuncts(s)]
    left = _less(actor, _tokens(victims), cast, noun.doc)
    if not victims or left == actor:
        return actor, recipient
    return left, phrases([noun.doc[t.i : t.i + 1] for t in victims], cast)


def is_violence(noun: Token) -> bool:
    """True for a word that names an attack."""
    return noun.lemma_.lower() in noun_classes()["violence"]


def _without_post(verb: Token, recipient: Participants, cast: Cast) -> Participants:
    """The recipient, less the post that he had: "the party dismissed him as its spokesman"."""
    others = objects(verb)
    post = _tokens(prepositional(verb, "as")) if others else frozenset()
    left = _less(recipient, post, cast, verb.doc)
    if left == recipient or left.spans:
        return left
    return phrases([verb.doc[t.i : t.i + 1] for t in others], cast)


def _without_company(actor: Participants, subject: Token, cast: Cast) -> Participants:
    """The actor, less those with whose name an apposition tells who the subject is."""
    doc = subject.doc
    named = [p for a in children(subject, "appos") for p in children(a, "prep")]
    near = _tokens(named)
    inside = [s for s in actor.spans if _covers(near, s, doc)]
    if not inside:
        return actor
    kept = [s for s in actor.spans if s not in inside]
    return _of(kept or [cast.phrase(subject)], cast, doc)


def _less(party: Participants, tokens: frozenset[int], cast: Cast, doc: Doc) -> Participants:
    """The party without those whose words all stand at `tokens`."""
    kept = [s for s in party.spans if not _covers(tokens, s, doc)]
    if len(kept) == len(party.spans):
        return party
    return _of(kept, cast, doc) if kept else NOBODY


def _of(spans: Iterable[Span], cast: Cast, doc: Doc) -> Participants:
    runs = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in sorted(set(spans)))
    return phrases([r for r in runs if r is not None], cast)


def _tokens(heads: Iterable[Token]) -> frozenset[int]:
    """The places of the words below `heads`, but for clauses of their own."""
    own = [t for h in heads for t in h.subtree if not _in_clause(t, h)]
    return frozenset(t.i for t in own)


def _in_clause(token: Token, head: Token) -> bool:
    for step in (token, *token.ancestors):
        if step == head:
            return False
        if step.dep_ in ("relcl", "acl"):
            return True
    return False


def _stands(spans: Iterable[Span], token: Token) -> bool:
    return any(s.start <= token.idx < s.end for s in spans)


def _covers(tokens: frozenset[int], span: Span, doc: Doc) -> bool:
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece is not None and all(t.i in tokens for t in piece)


def _root(span: Span, doc: Doc) -> Token | None:
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece.root if piece is not None else None
