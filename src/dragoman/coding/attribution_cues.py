"""The words by which somebody is told to say, think or want something, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.coding.syntax import children, is_passive, subjects
from dragoman.language.quotes_tables import Cue, attitude_words, cue_verbs

_VERBAL = ("VERB", "AUX")
_AROUND_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
# How far from its verb an adverb or an auxiliary is still part of the cue.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at `token`: the words of the cue, whose it is, and the heads of what is said."""

    token: Token
    stance: str
    words: tuple[Token, ...]
    sources: tuple[Token, ...]
    contents: tuple[Token, ...]


def cues(doc: Doc) -> Iterator[Found]:
    """Every cue of a text that has its content in its own sentence, in text order."""
    for token in doc:
        if token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in _VERBAL:
            yield from _verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(token)
        elif token.pos_ in ("ADJ",) or token.dep_ == "acomp":
            yield from _adjective(token)


def known(verb: Token) -> tuple[Cue, Token | None] | None:
    """The cue that a verb is, and its particle or preposition where that makes it one."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "agent", "dative") and child.i > verb.i:
            cue = cue_verbs().get(f"{lemma} {child.lower_}")
            if cue is not None:
                return cue, child
    cue = cue_verbs().get(lemma)
    return (cue, None) if cue is not None else None


def words_of(verb: Token) -> tuple[Token, ...]:
    """A verb with its auxiliaries, negation and adverbs beside it, and what carries it.

    "went on to say", "has repeatedly denied".
    """
    held = {verb.i}
    at = verb
    while at.dep_ == "xcomp" and at.head.pos_ in _VERBAL and not cue_verbs().get(at.head.lemma_):
        held.update(range(at.head.i, at.i))
        at = at.head
    held.update(
        c.i
        for c in at.children
        if c.dep_ in _AROUND_VERB and 0 < at.i - c.i <= _NEAR and _joined(c, at)
    )
    held.update(c.i for c in verb.children if c.dep_ == "prt")
    return tuple(verb.doc[i] for i in sorted(held))


def _joined(word: Token, verb: Token) -> bool:
    """True where only words of the same kind stand between."""
    between = verb.doc[word.i + 1 : verb.i]
    return all(t.dep_ in _AROUND_VERB or t.dep_ == "npadvmod" for t in between)


def _verb(verb: Token) -> Iterator[Found]:
    found = known(verb)
    if found is None:
        return
    cue, particle = found
    if _is_wished(verb):
        return
    words = words_of(verb)
    contents, link = _contents(verb, cue, particle)
    if is_passive(verb):
        yield from _passive(verb, cue, words, contents)
        return
    if contents:
        whole = (*words, link) if link is not None and link not in words else words
        sources = tuple(s for s in subjects(verb) if s.i not in {c.i for c in contents})
        yield Found(verb, cue.stance, whole, sources, tuple(contents))


def _is_wished(verb: Token) -> bool:
    """True for an infinitive that nobody is told to do: "wants to know", "watched to see"."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.lefts):
        return False
    above = verb.head
    return verb.dep_ != "xcomp" or above.pos_ not in _VERBAL or known(above) is not None


def _contents(verb: Token, cue: Cue, particle: Token | None) -> tuple[list[Token], Token | None]:
    """What a verb says: the heads of clauses and things, and the preposition before them."""
    if particle is not None and "thing" in cue.takes:
        things = children(particle, "pobj", "pcomp") or children(verb, "dobj")
        return things + [c for c in children(verb, "xcomp", "ccomp") if things], particle
    found: list[Token] = []
    if "clause" in cue.takes:
        found += [c for c in children(verb, "ccomp") if c.pos_ in _VERBAL or c.n_lefts]
        found = found or _inserted(verb)
    if "infinitive" in cue.takes:
        found += children(verb, "xcomp")
        found += [c for c in children(verb, "ccomp") if _infinitive(c) and c not in found]
    if "name" in cue.takes and (named := children(verb, "oprd")):
        found += [*children(verb, "dobj"), *named]
    addressed = bool(found) and "thing" not in cue.takes
    asked = "infinitive" in cue.takes and any(_infinitive(c) for c in found)
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
        if above.pos_ in _VERBAL and above.i != verb.i:
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
    if told and (agents or clauses):
        yield Found(verb, cue.stance, (*words, *by), agents, tuple(told))


def _according(token: Token) -> Iterator[Found]:
    link = next(iter(children(token, "prep")), None)
    sources = children(link, "pobj") if link is not None else children(token, "pobj")
    head = token.head
    if head.pos_ not in _VERBAL:
        head = next((a for a in token.ancestors if a.pos_ in _VERBAL), head)
    if sources and head.i != token.i:
        words = (token, link) if link is not None else (token,)
        yield Found(token, "asserts", words, tuple(sources), (head,))


def _noun(noun: Token) -> Iterator[Found]:
    cue = attitude_words().get((noun.lemma_.lower(), "noun"))
    if cue is None:
        return
    contents, link = _behind(noun, cue)
    if not contents:
        return
    owners = children(noun, "poss")
    words: tuple[Token, ...] = (noun,) if link is None else (noun, link)
    sources = [x for o in owners for x in (o,)] or _makers(noun)
    carrier = noun.head if not owners and _carries(noun) else None
    if carrier is not None:
        sources = subjects(carrier) or sources
        words = (*words_of(carrier), *words)
    yield Found(noun, cue.stance, words, tuple(sources), tuple(contents))


def _carries(noun: Token) -> bool:
    """True where the verb above only says that the noun's word was spoken: "made the claim"."""
    return noun.dep_ == "dobj" and noun.head.pos_ in _VERBAL and not is_passive(noun.head)


def _makers(noun: Token) -> list[Token]:
    """Whose word it is: "criticism by", "calls from"."""
    preps = [p for p in children(noun, "prep") if p.lower_ in ("by", "from", "among")]
    return [p for prep in preps for p in children(prep, "pobj")]


def _adjective(adjective: Token) -> Iterator[Found]:
    cue = attitude_words().get((adjective.lemma_.lower(), "adjective"))
    if cue is None:
        return
    contents, link = _behind(adjective, cue)
    if not contents:
        return
    words: tuple[Token, ...] = (adjective,) if link is None else (adjective, link)
    sources: list[Token] = []
    if adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in _VERBAL:
        words = (*words_of(adjective.head), *words)
        sources = subjects(adjective.head)
    elif adjective.dep_ in ("amod", "acl", "ROOT"):
        sources = [adjective.head] if adjective.dep_ != "ROOT" else []
    if sources:
        yield Found(adjective, cue.stance, words, tuple(sources), tuple(contents))


def _behind(word: Token, cue: Cue) -> tuple[list[Token], Token | None]:
    """What a noun or an adjective says, and the preposition before it."""
    for child in word.rights:
        clause = child.dep_ in ("ccomp", "acl", "xcomp", "advcl", "relcl") and child.pos_ in _VERBAL
        if clause and "infinitive" in cue.takes and _infinitive(child):
            return [child], None
        if clause and "clause" in cue.takes and _finite(child):
            return [child], None
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            return children(child, "pobj", "pcomp"), child
    return [], None


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.lefts)


def _finite(verb: Token) -> bool:
    """True for "that ..." and its like, False for a clause that only describes the noun."""
    marked = any(c.dep_ == "mark" or c.tag_ in ("WRB",) for c in verb.lefts)
    return marked or (verb.dep_ in ("ccomp", "acl") and bool(children(verb, "nsubj", "nsubjpass")))
