"""Views: what somebody is told to see, and as what; and what moves somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.attribution_found import Found, words_of
from dragoman.coding.syntax import children, conjuncts, is_passive, subjects
from dragoman.language.quotes_tables import AS, FELT, Cue, attitude_words
from dragoman.language.source_tables import nameless


def view_cues(verb: Token, cue: Cue) -> Iterator[Found]:
    """The cue that a verb of seeing, calling or moving is; none where it is used otherwise.

    "Regards the pact as a threat", "is viewed in Tehran with alarm", "the pact worries Tehran".
    """
    if AS in cue.takes and (ways := _ways(verb)):
        yield from _seen(verb, cue, ways)
    elif FELT in cue.takes and (felt := children(verb, "dobj")) and not is_passive(verb):
        causes = [c for c in subjects(verb) if c not in felt]
        if causes and not children(verb, "ccomp", "xcomp"):
            yield Found(verb, cue, words_of(verb), tuple(felt), tuple(causes))


def _ways(verb: Token) -> list[Token]:
    """ "As a threat", "with alarm": as what, or with what feeling, something is seen."""
    above = [verb, *children(verb, "dobj")]
    found = [p for a in above for p in children(a, "prep", "advcl") if p.lower_ == AS]
    return found or [p for p in children(verb, "prep") if feeling(p) is not None]


def feeling(preposition: Token) -> Cue | None:
    """What the noun of "with alarm" says of him who feels it."""
    if preposition.lower_ != "with":
        return None
    words = (attitude_words().get((n.lemma_.lower(), "noun")) for n in preposition.children)
    return next((cue for cue in words if cue is not None), None)


def _seen(verb: Token, cue: Cue, ways: list[Token]) -> Iterator[Found]:
    passive = is_passive(verb)
    things = children(verb, "nsubjpass", "csubjpass") if passive else children(verb, "dobj")
    if not things and verb.dep_ in ("acl", "relcl"):
        things = [verb.head]
    sources = subjects(verb)
    by = children(verb, "agent") if passive and sources else []
    # with what feeling belongs to the cue, as what to what is seen
    said = [w for w in ways if w.lower_ == AS and w.head == verb]
    if things and not any(t.dep_ == "dobj" and t in sources for t in things):
        sources = sources or (_perceivers(verb) if passive else [])
        yield Found(verb, cue, (*words_of(verb), *by), tuple(sources), (*things, *said))


def _perceivers(verb: Token) -> list[Token]:
    """Where something is seen so, for those who see it: "in Tehran", "in Western capitals"."""
    places = [
        p
        for preposition in children(verb, "prep")
        if preposition.lower_ in ("in", "across", "within")
        for p in children(preposition, "pobj")
        if p.pos_ == "PROPN" or p.lemma_.lower() in nameless()
    ]
    return [x for p in places[:1] for x in conjuncts(p)]
