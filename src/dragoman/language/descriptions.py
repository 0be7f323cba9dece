"""Actors by description: a noun for somebody with the country, body or name beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.language.belonging import Owner, Surroundings, after, before, is_native
from dragoman.language.phrases import UNKNOWN, Phrase, stacked
from dragoman.language.places_tables import words
from dragoman.language.runs import Range
from dragoman.language.sightings import Sighting, head_of
from dragoman.language.vocabulary import changed_sectors, weak_agents
from dragoman.language.whereabouts import around_here
from dragoman.model.actor import ActorKind

GOVERNMENT = "GOV"
CIVILIAN = "CVL"
# What tells nothing of what people of a community do: its leaders govern no state.
NOT_A_TRADE = frozenset({UNKNOWN, CIVILIAN, GOVERNMENT})
INTERGOVERNMENTAL = "IGO"
PERSON = "person"
# Longest portfolio between a title and a name, in tokens: "of Economic Development and Trade".
_PORTFOLIO = 7
_PERSONAL = frozenset({"person", "title"})
_OF_STATES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
_BODILY = frozenset({"body", "force"})


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `first` up to `last` describe somebody; `head` is the syntactic head, `noun` the
    phrase's own, `words` the phrase as its table has it.

    `proper` is where the proper name of a body begins that the tables do not have. `named` holds
    the tokens of a name inside ("minister NAME"), `sighting` that name where the tables know it.
    `plural` tells several people from one, `personal` people from bodies.
    """

    first: int
    last: int
    head: int
    noun: int
    words: str
    codes: tuple[str, ...]
    kind: ActorKind
    sector: str
    plural: bool
    personal: bool
    named: Range | None = None
    proper: int | None = None
    sighting: Sighting | None = None


def describe(around: Surroundings, phrases: Sequence[Phrase]) -> list[Description]:
    """What the phrases describe with the words around them, in text order.

    They are read from the end, so that "members of the parliament of X" finds its parliament.
    """
    found: list[Description] = []
    for phrase in reversed(stacked(around.doc, phrases)):
        described = _describe(around, phrase)
        if described:
            around.described[described.head] = described.codes
            found.append(described)
    return sorted(found, key=lambda d: (d.first, d.last))


def _describe(around: Surroundings, phrase: Phrase) -> Description | None:
    doc = around.doc
    while phrase.first < phrase.noun and (taken := around.starting.get(phrase.first)):
        phrase = replace(phrase, first=min(taken.last, phrase.noun))
    if any(i in around.at for i in range(phrase.first, phrase.last)):
        return None
    noun = doc[phrase.noun]
    name = _name_after(around, phrase)
    top = head_of(doc[name[0] : name[1]]) if name else noun
    if not name and (_is_given_elsewhere(around, phrase) or not _stands_alone(noun, phrase)):
        return None
    edge = min(top.left_edge.i, noun.left_edge.i, phrase.first)
    word = phrase.words if is_native(phrase.words) else noun.lemma_.lower()
    owners = before(around, phrase.first, edge, joined=phrase.plural)
    right = [] if owners else after(around, noun, phrase.sector, word)
    if name and not owners and not right:
        right = after(around, top, phrase.sector, word)
    sector = _sector(doc, phrase, edge)
    owners = owners or right
    if not name and not _counts(phrase, owners):
        return None
    somebody = sector != UNKNOWN or phrase.kind == PERSON
    near = around_here(around, top, sector, word) if somebody and not (name or owners) else []
    proper = _proper_start(around, phrase)
    is_proper = proper < phrase.first
    first = min([proper, *(o.first for o in owners if o.last <= phrase.first)])
    last = max([phrase.last, *(o.last for o in right), name[1] if name else 0])
    return Description(
        first=first,
        last=last,
        head=top.i,
        noun=noun.i,
        words=phrase.words,
        codes=_codes(owners or near, sector, phrase),
        kind=_kind_of_body(phrase, owners) if is_proper else _kind(phrase, bool(name)),
        proper=proper if is_proper else None,
        sector=sector,
        plural=phrase.plural,
        personal=phrase.kind in _PERSONAL,
        named=name,
        sighting=around.starting.get(name[0]) if name else None,
    )


def _name_after(around: Surroundings, phrase: Phrase) -> Range | None:
    """The tokens of a name that follows a title or a singular noun for a person at once."""
    doc, i = around.doc, phrase.last
    if phrase.kind not in _PERSONAL or i >= len(doc) or not doc[i - 1].whitespace_:
        return None
    if phrase.kind == "person" and _is_capital(doc[i - 1]) and not doc[phrase.first].is_sent_start:
        return None  # no title: "National" in "the National Directorate"
    if sighting := around.starting.get(i):
        return (i, sighting.last) if sighting.kind == "person" else None
    if doc[i].is_sent_start or (phrase.plural and not _is_capital(doc[phrase.noun])):
        return None
    run = around.runs.starting.get(i)
    if run and doc[run[1] - 1].lower_ in words("tail"):
        return None  # a treaty or a paper: "the General Agreement"
    return None if run and _is_acronym(doc, run) else run or _name_after_portfolio(doc, i)


def _is_acronym(doc: Doc, run: Range) -> bool:
    return run[1] - run[0] == 1 and doc[run[0]].text.isupper() and len(doc[run[0]]) > 1


def _name_after_portfolio(doc: Doc, i: int) -> Range | None:
    """The person in "Minister of Information NAME", by the model's NER."""
    if doc[i].lower_ != "of":
        return None
    j = i + 1
    while j < min(i + _PORTFOLIO, len(doc)) and doc[j].text[:1].isupper():
        if doc[j].ent_type_ == "PERSON":
            end = j + 1
            while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I":
                end += 1
            return j, end
        j += 1
    return None


def _proper_start(around: Surroundings, phrase: Phrase) -> int:
    """Where the proper name of a body begins whose last words are the phrase."""
    doc, k = around.doc, phrase.first
    if phrase.kind in _PERSONAL or not _is_capital(doc[phrase.noun]):
        return k
    while k and not doc[k].is_sent_start and k - 1 not in around.at and _is_capital(doc[k - 1]):
        k -= 1
    return k


def _is_capital(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _is_given_elsewhere(around: Surroundings, phrase: Phrase) -> bool:
    """True for a word that is part of a name ("Julie Bishop")."""
    return phrase.last - phrase.first == 1 and phrase.first in around.runs.at


def _stands_alone(noun: Token, phrase: Phrase) -> bool:
    """True unless the noun only qualifies another; bodies act there too ("a police raid")."""
    bodily = phrase.kind in _BODILY and weak_agents().get(phrase.words) != "noun"
    return bodily or not _modifies(noun)


def _modifies(noun: Token) -> bool:
    """True where the noun only qualifies a later one ("police station")."""
    return noun.dep_ in {"compound", "nmod", "amod"} and noun.head.i > noun.i


def _sector(doc: Doc, phrase: Phrase, edge: int) -> str:
    sector = phrase.sector
    for i in range(phrase.first - 1, edge - 1, -1):
        sector = changed_sectors().get((doc[i].lower_, sector), sector)
    return sector


def _codes(owners: list[Owner], sector: str, phrase: Phrase) -> tuple[str, ...]:
    use = weak_agents().get(phrase.words)
    if use == "relation":
        return ()
    if not owners or use == "alone":
        return () if sector == UNKNOWN else (sector,)
    chosen = owners if phrase.plural or len(owners) == 1 else owners[-1:]
    return tuple(dict.fromkeys(_code(o, sector, phrase) for o in chosen))


def _counts(phrase: Phrase, owners: list[Owner]) -> bool:
    """True unless the noun is one of those that need more to be somebody."""
    use = weak_agents().get(phrase.words)
    if use == "many":
        return phrase.plural
    return use in {None, "alone", "noun"} or (use in {"owner", "relation"} and bool(owners))


def _code(owner: Owner, sector: str, phrase: Phrase) -> str:
    """A body's people take its whole code; whoever else belongs to a state, their own sector, and
    so do some of a community ("Oromo rebels").

    Somebody whose sector is not known has the owner's; a palace's people are government.
    """
    community = owner.code == owner.state + CIVILIAN and sector not in NOT_A_TRADE
    own = owner.whole and not community and phrase.kind in {"person", "people", "title"}
    if owner.stateless or own:
        return owner.code
    if sector == UNKNOWN:
        return owner.state + GOVERNMENT if owner.seat else owner.code
    if sector == INTERGOVERNMENTAL:
        sector = GOVERNMENT  # "Norwegian mediators" serve their state
    return owner.state + sector


def _kind_of_body(phrase: Phrase, owners: list[Owner]) -> ActorKind:
    """A named body of a state, else an organisation."""
    return "body" if owners and phrase.sector in _OF_STATES else "organisation"


def _kind(phrase: Phrase, named: bool) -> ActorKind:
    if named or (phrase.kind in _PERSONAL and not phrase.plural):
        return "person"
    if phrase.kind in _BODILY or phrase.kind == "instrument":
        return "body"
    return "people"
