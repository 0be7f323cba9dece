"""Where the sides of a tie stand: from the name of a place in the table to tokens of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from dragoman.coding.syntax import children, conjuncts, objects, prepositional, subjects
from dragoman.coding.tie_said_of import COPULAR, holder, verb_of, who
from dragoman.coding.tie_words import POS, carriers, things

_BEFORE = ("poss", "amod", "compound", "nmod")
_OWNING = (*_BEFORE, "npadvmod")


def tokens_at(token: Token, place: str) -> list[Token]:
    """The tokens in a place of a word; a relative pronoun gives what it stands for."""
    reader = _PLACES.get(place)
    if reader is not None:
        found = list(reader(token))
    elif place.endswith("-owner"):
        heads = tokens_at(token, place.removesuffix("-owner"))
        found = [o for head in heads for o in (*owners(head), *_owners_of_which(head))]
    else:
        found = _after(token, place)
    return [antecedent(t) for t in found]


def _after(token: Token, preposition: str) -> list[Token]:
    near = prepositional(token, preposition)
    if token.pos_ in POS["verb"]:
        return near or [t for o in children(token, "dobj") for t in prepositional(o, preposition)]
    carried = token.dep_ in (*COPULAR, "dobj", "nsubjpass")
    return near or (prepositional(verb_of(token), preposition) if carried else [])


def owners(head: Token) -> Iterator[Token]:
    """Whose something is, at any depth: "40 % of Israel's oil imports", "Russian troops"."""
    for token in head.subtree:
        if token.dep_ in _OWNING or (token.dep_ == "pobj" and token.pos_ == "PROPN"):
            yield token


def _owners_of_which(head: Token) -> Iterator[Token]:
    """ "Russian oil, of which India buys a million barrels": whose the oil is."""
    for token in head.subtree:
        if token.tag_ == "WDT" and token.dep_ == "pobj":
            yield from children(antecedent(token), *_BEFORE)


def _objects(token: Token) -> list[Token]:
    if token.dep_ in COPULAR and token.tag_ == "VBN":  # "is majority-owned by"
        return subjects(token.head)
    return objects(token)


def antecedent(token: Token) -> Token:
    """For a relative pronoun, the noun that it stands for; else the token."""
    if token.tag_ in ("WDT", "WP", "WP$") or (token.lower_ == "that" and token.pos_ == "PRON"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


def _subjects(token: Token) -> list[Token]:
    return subjects(verb_of(token))


def _possessors(token: Token) -> list[Token]:
    return [x for p in children(token, *_BEFORE) for x in (*conjuncts(p), *_hyphened(p))]


def _whose(token: Token) -> list[Token]:
    return [x for p in children(token, "poss") for x in conjuncts(p)]


def _hyphened(token: Token) -> Iterator[Token]:
    """The first of "Iran-Iraq border", which hangs on the second."""
    yield from children(token, "compound", "nmod", "amod", "punct")


def _has(noun: Token) -> list[Token]:
    """Who has what a noun names: "its base", "the Russian base", "keeps a base"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in carriers():
        return subjects(verb)
    return []


def _noun(token: Token) -> list[Token]:
    return [token.head] if token.dep_ in ("amod", "acl", "compound") else []


def _joined_before(token: Token) -> list[Token]:
    """ "Gazprom-owned": who stands before the hyphen."""
    before = [c for c in token.lefts if c.dep_ in _OWNING and c.pos_ != "ADV"]
    if not before and token.i > 1 and token.nbor(-1).text == "-":
        before = [token.nbor(-2)]
    if not token.i or token.nbor(-1).text != "-":
        return []
    if any(t.lemma_.lower() in things()["public"] for t in before):
        return _whose_state(token)
    return before


def _whose_state(token: Token) -> list[Token]:
    """Whose the state of "state-owned" is: "Peru's state-owned bank", "a Peruvian one"."""
    held = (o for noun in _noun(token) for o in children(noun, *_BEFORE))
    return [o for o in held if o.i < token.i - 2 and o.pos_ in ("PROPN", "ADJ")]


def _dative(token: Token) -> list[Token]:
    return [x for c in children(token, "dative") if c.pos_ != "ADP" for x in conjuncts(c)]


def _as_of(verb: Token) -> list[Token]:
    """Whose an office is: "resigned as prime minister of Armenia"."""
    offices = prepositional(verb, "as") or children(verb, "oprd")
    return [t for o in offices for t in (*prepositional(o, "of"), *children(o, "poss"))]


def _permitted(verb: Token) -> list[Token]:
    """Who may do what a verb allows: "allowing a firm to run the port"."""
    clauses = children(verb, "ccomp", "xcomp")
    return [*children(verb, "dobj"), *(s for c in clauses for s in children(c, "nsubj"))]


def _permitted_thing(verb: Token) -> list[Token]:
    """What it may have or run, and where."""
    clauses = children(verb, "ccomp", "xcomp")
    things = [o for c in clauses for o in children(c, "dobj")]
    return things or [t for c in clauses for p in children(c, "prep") for t in children(p, "pobj")]


_PLACES: dict[str, Callable[[Token], Iterable[Token]]] = {
    "subj": _subjects,
    "as-of": _as_of,
    "permitted": _permitted,
    "permitted-thing": _permitted_thing,
    "obj": _objects,
    "obj-dative": _dative,
    "poss": _possessors,
    "whose": _whose,
    "who": who,
    "holder": holder,
    "has": _has,
    "self": lambda token: [token],
    "noun": _noun,
    "before": _joined_before,
}
