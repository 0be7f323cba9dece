"""To which states or bodies a noun for somebody belongs, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.language.actor_tables import sectors
from dragoman.language.runs import Runs
from dragoman.language.sightings import STATE_CODE, Sighting
from dragoman.language.vocabulary import compounds, words

# Sectors that stand in a state's place: "IGO" alone is somebody's whole code.
STATELESS = "INT"
PREFIXES = frozenset({"IGO", "NGO", "MNC", "IMG"})
# Sectors whose members are often elsewhere: "in Ukraine" does not make soldiers Ukrainian.
ROAMING = frozenset({"MIL", "SPY", "BUS", "MNC"})
# Sectors whose leaders and officials are at home where the text places them.
SETTLED = frozenset({"OPP", "LAB", "AGR", "COP", "JUD"})
_BELONGING = frozenset({"of", "from"})
# "An aide at the ministry" is the ministry's; "missiles at Israel" are not Israel's.
_SERVING = frozenset({"for", "at"})
_WITHIN = frozenset({"in", "across"})
# Sectors of those who are based or caught abroad as often as at home.
FIGHTING = frozenset({"REB", "UAF", "CRM", "REF"})
# How many tokens behind a noun a preposition, and a participle, still belong to it.
_NEAR, _NEXT = 6, 2
_MODIFIER_POS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV", "DET", "CCONJ", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody or somewhere that a noun belongs to: an actor code and the tokens that say so."""

    code: str
    first: int
    last: int
    whole: bool = False  # the code stands as it is (a body), rather than for its state alone
    seat: bool = False  # a capital or a palace

    @property
    def state(self) -> str:
        """The state's or organisation's part of the code; empty for a sector alone."""
        return "" if is_sector(self.code) else self.code[:STATE_CODE]

    @property
    def stateless(self) -> bool:
        """True for an organisation's code, and a people's without a state ("INTKUR")."""
        return self.code[:STATE_CODE] in {*PREFIXES, STATELESS}


class Surroundings:
    """What is known of a document's tokens: the sighting and the description at each.

    `titles` are the tokens of titles and nouns for actors: no name begins with them. `dated`
    tells whether the report's date is known.
    """

    def __init__(
        self,
        doc: Doc,
        sightings: Sequence[Sighting],
        titles: Iterable[int] = (),
        dated: bool = False,
    ) -> None:
        self.doc = doc
        self.dated = dated
        self.sightings = sightings
        self.starting = {s.first: s for s in sightings}
        self.ending = {s.last - 1: s for s in sightings}
        self.at = {i: s for s in sightings for i in range(s.first, s.last)}
        self.described: dict[int, tuple[str, ...]] = {}
        self.runs = Runs(doc, self.at, titles)


def before(around: Surroundings, first: int, edge: int, joined: bool) -> list[Owner]:
    """Owners among the modifiers from token `edge` up to `first`: possessors, else adjectives.

    With `joined` several may be joined by "and" ("Greek and Turkish ministers").
    """
    owners: list[Owner] = []
    possessive = False
    seen: set[int] = set()
    for i in _modifiers(around.doc, first, edge, joined):
        sighting = around.at.get(i)
        if sighting is None or sighting.first in seen or sighting.first < edge:
            continue
        seen.add(sighting.first)
        if not belongs(around.doc, sighting) or _is_joined_to_other(around, sighting):
            continue
        is_possessor = _is_possessor(around.doc, sighting)
        if is_possessor and not possessive:
            owners, possessive = [], True
        if is_possessor == possessive:
            owners.append(_owner(sighting))
    return owners[::-1]


def _modifiers(doc: Doc, first: int, edge: int, joined: bool) -> Iterator[int]:
    for i in range(first - 1, edge - 1, -1):
        if doc[i].pos_ == "CCONJ" and not joined:
            return
        if doc[i].pos_ not in _MODIFIER_POS and doc[i].dep_ not in {"amod", "poss", "compound"}:
            return
        yield i


def _is_joined_to_other(around: Surroundings, sighting: Sighting) -> bool:
    """True for the town in "Gaza and European leaders", which is no modifier of theirs."""
    doc, j = around.doc, sighting.last
    joins = sighting.role != "adjective" and j + 1 < len(doc) and doc[j].dep_ == "cc"
    return joins and j + 1 not in around.at


def _is_possessor(doc: Doc, sighting: Sighting) -> bool:
    return sighting.last < len(doc) and doc[sighting.last].tag_ == "POS"


def _owner(sighting: Sighting) -> Owner:
    told = sighting.kind == "people" and len(sighting.code) > STATE_CODE  # a diaspora, rebels
    whole = told or sighting.kind not in {"state", "person", "people", "place"}
    return Owner(sighting.code, sighting.first, sighting.last, whole, sighting.role == "seat")


def belongs(doc: Doc, sighting: Sighting) -> bool:
    """False in compounds such as "pro-Russian", "Iran-backed", "Iraq War veterans"."""
    i, j = sighting.first, sighting.last
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 2].whitespace_:
        rule = compounds("before").get(doc[i - 2].lower_)
        if rule is not None:
            return rule
    if j + 1 < len(doc) and doc[j].text == "-" and not doc[j].whitespace_:
        after = doc[j + 1]
        return compounds("after").get(after.lower_, after.tag_ not in {"VBN", "VBD"})
    bare = sighting.role != "adjective" and j < len(doc)
    return not bare or compounds("next").get(doc[j].lower_, True)


def after(around: Surroundings, noun: Token, sector: str, word: str) -> list[Owner]:
    """Owners in the phrases after `noun`: "of", "from", and "in" where that tells.

    `word` is the noun's lemma, or the whole phrase where that is one of the native ones.
    """
    settled = _is_settled(sector, word)
    for preposition in _prepositions(noun, settled and sector not in FIGHTING):
        says = preposition.lower_
        if says in _BELONGING or (says in _SERVING | _WITHIN and settled):
            owners = [o for t in _objects(preposition) for o in _owners_at(around, t, says)]
            if owners:
                return owners
    return []


def _is_settled(sector: str, word: str) -> bool:
    """True for those who belong to the country where the text places them."""
    at_home = sector in SETTLED or word not in words("posted")
    return is_native(word) or (sector not in ROAMING and at_home)


def is_native(word: str) -> bool:
    """True for forces and services that are never another country's, where they are."""
    return word in words("native")


def _prepositions(noun: Token, verbs: bool) -> Iterator[Token]:
    """Those that follow `noun`, with `verbs` also "held in" and "based in" right behind it."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.i <= noun.i + _NEAR:
            yield child
        elif verbs and child.dep_ == "acl" and child.i <= noun.i + _NEXT:
            yield from (c for c in child.rights if c.dep_ == "prep" and c.lower_ in _WITHIN)


def _objects(preposition: Token) -> list[Token]:
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    for token in found:
        found.extend(c for c in token.rights if c.dep_ == "conj")
    return found


def _owners_at(around: Surroundings, token: Token, preposition: str) -> list[Owner]:
    within = preposition in _WITHIN
    sighting = around.at.get(token.i)
    if sighting is not None and _is_possessor(around.doc, sighting):
        owned = (k for k in range(sighting.last, sighting.last + 6) if k in around.described)
        codes = around.described[first] if (first := next(owned, None)) else (sighting.code,)
        return [Owner(c, sighting.first, (first or token.i) + 1, whole=True) for c in codes]
    if sighting is not None and sighting.role != "adjective":
        if preposition == "from" and sighting.kind == "person":
            return []
        return [replace(_owner(sighting), seat=False) if within else _owner(sighting)]
    codes = around.described.get(token.i, ())
    edge = token.left_edge.i
    return [Owner(c, edge, token.i + 1, whole=True) for c in codes]


def is_sector(code: str) -> bool:
    """True for a sector alone ("MIL"), False for a state or an organisation."""
    return code in sectors() and code not in PREFIXES
