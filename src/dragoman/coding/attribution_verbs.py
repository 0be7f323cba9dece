"""Verbs by which somebody is told to say, think or want something."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.coding.attribution_found import VERBAL, Found, is_infinitive, known, words_of
from dragoman.coding.attribution_views import view_cues
from dragoman.coding.syntax import children, is_passive, subjects
from dragoman.language.quotes_tables import FELT, Cue
from dragoman.language.reporting_participles import told_above


def verb_cues(verb: Token) -> Iterator[Found]:
    found = known(verb)
    if found is None:
        return
    cue, particle = found
    if _is_wished(verb) and not (FELT in cue.takes and verb.head.pos_ == "ADJ"):
        return  # but "is likely to worry Tehran"
    if views := list(view_cues(verb, cue)):
        yield from views
        return
    words = words_of(verb)
    contents, link = _contents(verb, cue, particle)
    if is_passive(verb):
        yield from _passive(verb, cue, words, contents)
        return
    if contents:
        whole = (*words, link) if link is not None and link not in words else words
        teller = told_above(verb) or verb
        sources = tuple(s for s in subjects(teller) if s.i not in {c.i for c in contents})
        yield Found(verb, cue, whole, sources, tuple(contents))


def _is_wished(verb: Token) -> bool:
    """True for an infinitive that nobody is told to do: "wants to know", "watched to see"."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.lefts):
        return False
    above = verb.head
    return verb.dep_ != "xcomp" or above.pos_ not in VERBAL or known(above) is not None


def _contents(verb: Token, cue: Cue, particle: Token | None) -> tuple[list[Token], Token | None]:
    """What a verb says: the heads of clauses and things, and the preposition before them."""
    if particle is not None and "thing" in cue.takes:
        things = children(particle, "pobj", "pcomp") or children(verb, "dobj")
        return things + [c for c in children(verb, "xcomp", "ccomp") if things], particle
    found: list[Token] = []
    if "clause" in cue.takes:
        found += [c for c in children(verb, "ccomp") if c.pos_ in VERBAL or c.n_lefts]
        found = found or _inserted(verb)
    if "infinitive" in cue.takes:
        found += children(verb, "xcomp")
        found += [c for c in children(verb, "ccomp") if is_infinitive(c) and c not in found]
    if "name" in cue.takes and (named := children(verb, "oprd")):
        found += [*children(verb, "dobj"), *named]
    addressed = bool(found) and "thing" not in cue.takes
    asked = "infinitive" in cue.takes and any(is_infinitive(c) for c in found)
    if asked or ("thing" in cue.takes and not (found and children(verb, "dative"))):
        found += [c for c in children(verb, "dobj", "oprd") if c not in found]
    preps = [p for p in children(verb, "prep") if p.lower_ in cue.takes]
    preps += [
        p for o in children(verb, "dobj") for p in children(o, "prep") if p.lower_ in cue.takes
    ]
    if preps and not addressed and "thing" in cue.takes:
        return found + children(preps[0], "pobj", "pcomp"), None
    if preps and not found:
        return children(preps[0], "pobj", "pcomp"), preps[0] if preps[0].head == verb else None
    return found, None


def _inserted(verb: Token) -> list[Token]:
    """The clause around a cue that stands in its midst or behind it: "..., he said, ..."."""
    if verb.dep_ in ("parataxis", "advcl", "ccomp") and children(verb, "nsubj"):
        above = verb.head
        if above.pos_ in VERBAL and above.i != verb.i:
            between = verb.doc[min(verb.i, above.i) : max(verb.i, above.i)]
            if any(t.is_punct for t in between):
                return [above]
    return []


def _passive(
    verb: Token, cue: Cue, words: tuple[Token, ...], contents: list[Token]
) -> Iterator[Found]:
    """ "was condemned by X", "is believed to be", "a plan backed by X"."""
    agents = tuple(subjects(verb))
    undergone = children(verb, "nsubjpass", "csubjpass")
    if not undergone and verb.dep_ == "acl":
        undergone = [verb.head]
    if "clause" in cue.takes:  # "is believed to be"
        contents = contents + [c for c in children(verb, "xcomp") if c not in contents]
    clauses = [c for c in contents if c.dep_ in ("ccomp", "xcomp", "oprd", "pobj", "pcomp")]
    told = [*undergone, *clauses] if "thing" in cue.takes or clauses else []
    expletive = [u for u in undergone if u.tag_ == "PRP" and u.lower_ == "it" and clauses]
    told = [t for t in told if t not in expletive]
    by = children(verb, "agent") if agents else []
    if verb.dep_ == "acl" and not agents and all(c.dep_ == "oprd" for c in clauses):
        return  # "a group called Dawn": its name, which nobody gives it here
    if told and (agents or clauses):
        yield Found(verb, cue, (*words, *by), agents, tuple(told))
