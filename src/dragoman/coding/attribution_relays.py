"""Who passes on whose words: "the daily reprints a comment by the channel", "citing officials"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dragoman.coding.attribution_drafts import Draft
from dragoman.coding.attribution_found import SAYING, VERBAL, Found, words_of
from dragoman.coding.attribution_sources import source_of
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, is_passive, objects, subjects
from dragoman.language.source_tables import ORIGIN, nameless, relays

# Whose the words are stands behind these: "a comment from the channel".
_WHOSE = ("from", "by", "of")


class Relay(NamedTuple):
    """A verb by which a carrier passes on the words of an origin."""

    verb: Token
    carrier: Token
    origin: Token


def put_relays(drafts: dict[int, Draft], doc: Doc, cast: Cast) -> None:
    """Puts the carriers of words into the attributions of those whose words they are."""
    for relay in _relays(doc):
        whole = _named(relay.origin)
        own = [d for d in drafts.values() if whole & set(_heads(d))]
        for draft in own:
            through = source_of((relay.carrier,), _seen_from(relay), cast)
            draft.through = [s for s in (*draft.through, through) if s != draft.source]
            if draft.found.token in whole:  # "reprints a comment from the channel: ..."
                _named_by(draft, relay, cast)
        if not own:
            _cited(drafts, relay, cast)


def _named(origin: Token) -> set[Token]:
    """The origin's head and what it is called by: "the channel" of "the channel Northern Light"."""
    return {origin, *(t for t in origin.lefts if t.dep_ in ("nmod", "compound", "appos"))}


def _heads(draft: Draft) -> tuple[Token, ...]:
    return draft.found.sources or (draft.found.token,)


def _seen_from(relay: Relay) -> Found:
    return Found(relay.verb, SAYING, words_of(relay.verb), (relay.origin,), ())


def _named_by(draft: Draft, relay: Relay, cast: Cast) -> None:
    """A noun is no cue of its own words: the verb is, and the noun's whole phrase is the source."""
    draft.found = _seen_from(relay)
    draft.source = replace(source_of((relay.origin,), draft.found, cast), kind=draft.source.kind)


def _cited(drafts: dict[int, Draft], relay: Relay, cast: Cast) -> None:
    """ "CNN, citing officials, said that ...": what the carrier says is the origin's."""
    own = drafts.get(relay.verb.i)
    passed_on = relays()[relay.verb.lemma_.lower()] != ORIGIN or _speaks(relay.origin, cast)
    if own is not None and own.quotation and passed_on:  # "reprinted a statement by the union: ..."
        own.through = [own.source]
        own.source = source_of((relay.origin,), own.found, cast)
        return
    told = [
        d
        for d in drafts.values()
        if relay.carrier in d.found.sources
        and d.found.token != relay.verb
        and d.found.token.sent == relay.verb.sent
    ]
    if told and _speaks(relay.origin, cast):
        nearest = min(told, key=lambda d: abs(d.found.token.i - relay.verb.i))
        found = _seen_from(relay)
        source = source_of((relay.origin,), found, cast)
        drafts[relay.verb.i] = Draft(
            found, source, list(nearest.contents), nearest.quotation, [nearest.source]
        )


def _relays(doc: Doc) -> Iterator[Relay]:
    for verb in doc:
        passes = relays().get(verb.lemma_.lower()) if verb.pos_ in VERBAL else None
        if passes is None:
            continue
        things = children(verb, "nsubjpass") if is_passive(verb) else objects(verb)
        if is_passive(verb) and verb.dep_ in ("acl", "relcl"):
            things = things or [verb.head]
        origins = [o for t in things for o in (_whose(t) if passes != ORIGIN else [t])]
        if passes != ORIGIN and things and not is_passive(verb):
            origins = origins or _whose(verb)  # the parser may hang "by the union" on the verb
        carriers = subjects(verb)
        if carriers and origins and carriers[0] != origins[0]:
            yield Relay(verb, carriers[0], origins[0])


def _whose(words: Token) -> list[Token]:
    return [
        p
        for preposition in children(words, "prep", "agent")
        if preposition.lower_ in _WHOSE
        for p in children(preposition, "pobj")
    ]


def _speaks(token: Token, cast: Cast) -> bool:
    """True for whoever can say something: an actor, a name, people."""
    named = token.pos_ == "PROPN" or cast.is_actor(token)
    return named or token.lemma_.lower() in nameless()
