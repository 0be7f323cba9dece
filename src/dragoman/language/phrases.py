"""Nouns for those who act ("special forces", "foreign minister") where they stand in a parse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from dragoman.language.actor_tables import agents, titles
from dragoman.language.folding import plain_marks

# Longest phrase of the tables that is looked for, in tokens (hyphens count).
LONGEST_PHRASE = 8
# The sector of those whose words tell none.
UNKNOWN = "UNK"
# Sectors of ranks, honours and degrees, which stand between an office and a name.
RANKS = frozenset({"MIL", "ELI", "REL", "EDU", "CVL", "COP"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` up to `last` name somebody of `sector`; the last of them is the noun.

    `kind` is the agent's ("person", "people", "body", "force", "instrument") or "title"; `words`
    the phrase as its table has it.
    """

    first: int
    last: int
    sector: str
    kind: str
    plural: bool
    words: str

    @property
    def noun(self) -> int:
        """The index of the phrase's own head word."""
        return self.last - 1


@cache
def _table() -> dict[str, tuple[str, str, bool, str]]:
    """Sector, kind and number by phrase in lower case."""
    found: dict[str, tuple[str, str, bool, str]]
    found = {
        t.title.lower(): (t.sector, "title", False, t.title.lower()) for t in titles().values()
    }
    for form, agent in agents().items():
        plural = form == agent.plural.lower() or agent.kind == "people"
        kind = "title" if form in found else agent.kind
        found[form] = (agent.sector, kind, plural, agent.phrase.lower())
    return {plain_marks(form): known for form, known in found.items()}


@cache
def _openers() -> frozenset[str]:
    return frozenset(form.replace("-", " ").split()[0] for form in _table())


@cache
def title_words() -> frozenset[str]:
    """The last words of all phrases, in lower case."""
    return frozenset(form.replace("-", " ").split()[-1] for form in _table())


def find_phrases(doc: Doc) -> list[Phrase]:
    """The longest phrases of the tables in `doc`, in text order, none inside another."""
    found: list[Phrase] = []
    text = doc.text
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lower = plain_marks(lower)
    i = 0
    while i < len(doc):
        phrase = _at(doc, lower, i)
        if phrase:
            found.append(phrase)
        i = phrase.last if phrase else i + 1
    return found


def stacked(doc: Doc, phrases: Iterable[Phrase]) -> list[Phrase]:
    """`phrases`, with an office before a rank or an honour taken as one: "Minister General X".

    The office tells the sector, the rank's word stays the noun before the name.
    """
    found: list[Phrase] = []
    for phrase in phrases:
        office = found[-1] if found else None
        ranked = office and phrase.sector in RANKS and office.last == phrase.first
        if office and ranked and _are_titles(doc, office, phrase):
            found[-1] = replace(phrase, first=office.first, sector=office.sector)
        else:
            found.append(phrase)
    return found


def _are_titles(doc: Doc, *phrases: Phrase) -> bool:
    """True for titles of one person, each with a capital and a sector of its own."""
    return all(
        p.kind in {"title", "person"}
        and not p.plural
        and p.sector != UNKNOWN
        and doc[p.noun].text[:1].isupper()
        for p in phrases
    )


def _at(doc: Doc, lower: str, i: int) -> Phrase | None:
    if plain_marks(doc[i].lower_) not in _openers():
        return None
    for j in range(min(i + LONGEST_PHRASE, len(doc)), i, -1):
        last = doc[j - 1]
        known = _table().get(lower[doc[i].idx : last.idx + len(last)].replace("\n", " "))
        if known and _is_noun(last):
            sector, kind, plural, words = known
            return Phrase(i, j, sector, kind, plural or last.tag_ in {"NNS", "NNPS"}, words)
    return None


def _is_noun(token: Token) -> bool:
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    headed = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return token.tag_ == "JJ" and headed and any(c.dep_ == "det" for c in token.lefts)


def title_tokens(doc: Doc, phrases: Iterable[Phrase]) -> set[int]:
    """The tokens of `phrases` with which no name begins or goes on.

    A capital noun right after a capital name is a surname ("Zabiullah Mujahid").
    """
    return {i for p in phrases if not _is_surname(doc, p) for i in range(p.first, p.last)}


def _is_surname(doc: Doc, phrase: Phrase) -> bool:
    if phrase.kind != "person" or phrase.last - phrase.first > 1 or phrase.first == 0:
        return False
    before, noun = doc[phrase.first - 1], doc[phrase.noun]
    return all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in (before, noun)) and bool(
        before.whitespace_ and before.lower_ not in title_words()
    )
