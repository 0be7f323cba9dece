"""Whom nouns refer to that need another mention: "the president", "its embassy", "both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from dragoman.language.actor_tables import state_codes
from dragoman.language.belonging import is_sector
from dragoman.language.clauses import conjuncts, subjects_above
from dragoman.language.coreference import BASIS, Discourse
from dragoman.language.home import told_home
from dragoman.language.persons import state_names
from dragoman.language.sightings import STATE_CODE
from dragoman.model.actor import Mention
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

# How many sentences back "both sides", and "the ministry", reach.
PAIR_REACH, KIND_REACH = 3, 5
GOVERNMENT, UNION = "GOV", "IGO"
_KINDS = frozenset({"organisation", "group", "company", "body", "media"})


@cache
def meanings() -> dict[str, frozenset[str]]:
    """What a noun may refer back to, by its lemma."""
    rows = read_table("language/anaphors.tsv", (Column("word"), Column("means")))
    found: dict[str, set[str]] = {}
    for r in rows:
        found.setdefault(r["word"], set()).add(r["means"])
    return {w: frozenset(m) for w, m in found.items()}


def resolve_noun(talk: Discourse, noun: Token) -> Mention | None:
    """A mention for a noun phrase that refers back, or None; `noun` is its head."""
    means = meanings().get(noun.lemma_.lower(), frozenset())
    described = talk.mention(noun)
    if described and described.basis != "description":
        return None
    if means and (described is None or not _has_state(described)):
        if pair := _pair(talk, noun, means):
            return pair
        owner = _own_word(noun)
        if owner is not None and "state" in means:
            return _own_country(talk, noun, owner)
        if _is_definite(noun) and (found := _definite(talk, noun, means)):
            return found
    if described and not described.name:
        return _completed(talk, noun, described, means) or _repeated(talk, noun, described)
    return _repeated(talk, noun, None) if described is None and means else None


def _repeated(talk: Discourse, noun: Token, described: Mention | None) -> Mention | None:
    """The same noun with a country close before: "Georgian police ... the police"."""
    if not _is_definite(noun) or (described and _has_state(described)):
        return None
    for sentence in _back(talk, noun, KIND_REACH):
        same = {
            m.codes: m
            for t in sentence
            if t.lemma_.lower() == noun.lemma_.lower()
            and _is_plural(t) == _is_plural(noun)
            and (m := talk.mention(t))
            and _has_state(m)
        }
        if same:
            found = next(iter(same.values()))
            if len(same) > 1:
                return None
            taken = described or _referring(noun, found)
            return replace(taken, codes=found.codes, name=found.name)
    return None


def _has_state(mention: Mention) -> bool:
    return any(not is_sector(c) for c in mention.codes)


def _is_definite(noun: Token) -> bool:
    return any(
        c.lower_ in {"the", "this", "that", "these", "those"} and c.dep_ == "det"
        for c in noun.lefts
    )


def _own_word(noun: Token) -> Token | None:
    """The possessive pronoun before a noun."""
    return next((c for c in noun.lefts if c.tag_ in {"PRP$", "WP$"}), None)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


# ---- pairs


def _pair(talk: Discourse, noun: Token, means: frozenset[str]) -> Mention | None:
    """Both states (or their leaders) for "the two sides", "both presidents"."""
    wanted = means & {"pair", "leaders"}
    twice = any(c.lower_ in {"two", "both"} for c in noun.lefts)
    if not wanted or not twice or noun.tag_ not in {"NNS", "NNPS"}:
        return None
    sector = GOVERNMENT if wanted == {"leaders"} else ""
    parties = _last_two(talk, noun)
    if not parties or (sector and not state_codes().issuperset(parties)):
        return None
    codes = tuple(s + sector for s in parties)
    first = noun.doc[noun.left_edge.i]
    span = Span(first.idx, noun.idx + len(noun))
    return Mention(span, codes, "people" if sector else "state", None, noun.idx, BASIS)


def _last_two(talk: Discourse, noun: Token) -> tuple[str, ...]:
    """The two parties last joined by "and" or a hyphen; else the only two close before."""
    sentences = list(_back(talk, noun, PAIR_REACH))
    for sentence in sentences:
        joined = [p for t in sentence if (p := _joined_states(talk, t)) and t.i < noun.i]
        if joined:
            return joined[-1]
    recent: list[str] = []
    for sentence in sentences:
        here = [_party(m) for t in sentence if t.i < noun.i and (m := talk.mention(t))]
        recent.extend(s for s in here if s and s not in recent)
        if len(recent) >= 2:
            return tuple(recent) if len(recent) == 2 else ()
    return ()


def _joined_states(talk: Discourse, token: Token) -> tuple[str, ...]:
    if token.dep_ == "conj" or len(conjuncts(token)) != 2:
        return ()
    states = [_party(m) for t in conjuncts(token) if (m := talk.mention(t))]
    pair = tuple(dict.fromkeys(s for s in states if s))
    return pair if len(pair) == 2 else ()


def _state(mention: Mention) -> str:
    """The state of a mention, empty where it has none or several."""
    if len(mention.codes) != 1 or is_sector(mention.codes[0]):
        return ""
    return mention.codes[0][:STATE_CODE]


def _party(mention: Mention) -> str:
    """The state that a mention belongs to, or the organisation of states that it is; else empty."""
    state = _state(mention)
    if state in state_codes():
        return state
    return mention.codes[0] if state == UNION else ""


def _back(talk: Discourse, token: Token, reach: int) -> Iterator[list[Token]]:
    """Tokens of the sentence up to `token`, then of the sentences before it, nearest first."""
    here = talk.sentence_of[token.i]
    yield [t for t in talk.sentences[here] if t.i < token.i]
    for k in range(here - 1, max(here - reach, 0) - 1, -1):
        yield list(talk.sentences[k])


# ---- "the country", "the ministry", "the minister"


def _definite(talk: Discourse, noun: Token, means: frozenset[str]) -> Mention | None:
    bare = all(c.dep_ == "det" for c in noun.lefts)
    told = any(c.dep_ in {"relcl", "amod", "prep"} for c in noun.rights)
    if noun.tag_ in {"NNS", "NNPS"} or told or not bare:
        return None
    found = None
    if "state" in means:
        found = _country(talk, noun)
    elif "holder" in means:
        found = _holder(talk, noun, "")
    elif means & _KINDS:
        found = _of_kind(talk, noun, means & _KINDS)
    if found is None:
        return None
    return _referring(noun, found)


def _referring(noun: Token, to: Mention) -> Mention:
    first = noun.doc[noun.left_edge.i]
    span = Span(first.idx, noun.idx + len(noun))
    return Mention(span, to.codes, to.kind, to.name, noun.idx, BASIS)


def _country(talk: Discourse, noun: Token) -> Mention | None:
    """The state that is the subject around, else the only state of this or the last sentence."""
    for subject in subjects_above(noun):
        mention = talk.mention(subject)
        if talk.quote(subject) != talk.quote(noun):
            return None
        if mention and mention.kind in {"state", "place", "body"} and _state(mention):
            return _as_state(mention)
    for sentence in _back(talk, noun, 1):
        states = {_state(m): m for t in sentence if (m := talk.mention(t)) and _state(m)}
        if states:
            return _as_state(next(iter(states.values()))) if len(states) == 1 else None
    return None


def _own_country(talk: Discourse, noun: Token, owner: Token) -> Mention | None:
    """The state of whoever "his" or "whose" stands for, in "his country"."""
    mention = talk.mention(owner)
    return _referring(noun, _as_state(mention)) if mention and _state(mention) else None


def _as_state(mention: Mention) -> Mention:
    return replace(mention, codes=(_state(mention),), kind="state", name=None)


def _of_kind(talk: Discourse, noun: Token, kinds: frozenset[str]) -> Mention | None:
    """The last actor of the kinds, where no other one is as near."""
    for sentence in _back(talk, noun, KIND_REACH):
        near = {
            (m.codes, m.name): m
            for t in sentence
            if (m := talk.mention(t)) and m.kind in kinds and m.name and m.codes
            and m.basis != "description"
            and m.name not in state_names()
        }  # fmt: skip
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    return None


def _holder(talk: Discourse, noun: Token, state: str) -> Mention | None:
    """The person named before with the same title and, where one is given, of the same state."""
    word = noun.lemma_.lower()
    titled: dict[str, Mention] = {}
    for i in sorted(talk.mentions):
        if i >= noun.i:
            break
        mention = talk.mentions[i]
        if mention.kind != "person" or not mention.name or not mention.codes:
            continue
        if state and _state(mention) != state:
            continue
        if _is_called(talk, mention.name, word):
            titled[mention.name] = mention
    return next(iter(titled.values())) if len(titled) == 1 else None


def _is_called(talk: Discourse, name: str, word: str) -> bool:
    """True when the report gives the name this title; a leader is whoever is at the top."""
    titles = talk.titles.get(name, frozenset())
    if word == "leader":
        return any("top" in meanings().get(t, frozenset()) for t in titles)
    return word in titles


# ---- descriptions that lack something


def _completed(
    talk: Discourse, noun: Token, described: Mention, means: frozenset[str]
) -> Mention | None:
    """The description with what "its", "his" or a title before it tells of its state or name."""
    own = _own_word(noun)
    owner = talk.mention(own) if own is not None else None
    if "counterpart" in means:
        return _counterpart(talk, noun, described, owner)
    if _has_state(described):
        state = _state(described)
        holder = _holder(talk, noun, state) if state and "holder" in means else None
        return replace(described, codes=holder.codes, name=holder.name) if holder else None
    if owner and _state(owner) and described.codes:
        codes = tuple(_state(owner) + c for c in described.codes)
        return replace(described, codes=codes)
    return told_home(talk, noun, described) if own is None else None


def _counterpart(
    talk: Discourse, noun: Token, described: Mention, owner: Mention | None
) -> Mention | None:
    """Of its own state and the other's sector: "his Turkish counterpart"."""
    other = owner
    if other is None:
        other = next((m for s in subjects_above(noun) if (m := talk.mention(s))), None)
    if other is None or len(other.codes) != 1:
        return None
    sector = other.codes[0] if is_sector(other.codes[0]) else other.codes[0][STATE_CODE:]
    states = [c[:STATE_CODE] for c in described.codes if not is_sector(c)]
    return replace(described, codes=tuple(s + sector for s in states)) if states else None
