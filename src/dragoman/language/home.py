"""The country in which a report plays, for those who act in it without another word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.language.actor_tables import state_codes
from dragoman.language.belonging import is_sector
from dragoman.language.clauses import subject_of
from dragoman.language.coreference import Discourse
from dragoman.language.sightings import STATE_CODE
from dragoman.model.actor import Mention

# Sectors of a state's own institutions and politics: "the police", "the opposition".
DOMESTIC = frozenset({"GOV", "COP", "LEG", "JUD", "MIL", "SPY", "OPP", "PTY"})
# Of these, who speaks against the state's institutions as often as for them.
PARTISAN = frozenset({"OPP", "PTY"})
# Who acts at home in a report that tells of others in passing; soldiers may be abroad.
SETTLED = frozenset({"GOV", "COP", "LEG", "JUD"})
# How often a report has to speak of its only country before that is certain; and of one beside
# others, and which share of its words for states these must be, so that nobody else's can be meant.
ENOUGH, PLENTY, DOMINANT = 2, 5, 0.8


def at_home(found: Sequence[Mention]) -> list[Mention]:
    """`found`, with the country in which the report plays for institutions that have none.

    A report that speaks of several countries leaves open whose "police" are meant, unless nearly
    all its words for states are one's: then these are its government, courts and police.
    """
    spoken = _spoken(found)
    home, times = spoken.most_common(1)[0] if spoken else ("", 0)
    if len(spoken) == 1 and times >= ENOUGH:
        return [_with_home(m, home, DOMESTIC) for m in found]
    clear = times >= PLENTY and times >= DOMINANT * spoken.total()
    return [_with_home(m, home, SETTLED) for m in found] if clear else list(found)


def told_home(talk: Discourse, noun: Token, described: Mention) -> Mention | None:
    """`described` with the state of who tells of it: "Chad said that troops had left".

    Only for a bare noun that is the subject of what is told.
    """
    verb = noun.head
    bare = all(c.lower_ == "the" for c in noun.lefts) and noun.dep_ in {"nsubj", "nsubjpass"}
    domestic = len(described.codes) == 1 and described.codes[0] in DOMESTIC - PARTISAN
    speaker = subject_of(verb.head) if bare and domestic and verb.dep_ == "ccomp" else None
    teller = talk.mention(speaker) if speaker is not None and speaker.i < noun.i else None
    if teller is None or len(teller.codes) != 1 or not _speaks_for(teller.codes[0]):
        return None
    return replace(described, codes=(teller.codes[0][:STATE_CODE] + described.codes[0],))


def _speaks_for(code: str) -> bool:
    """True for a state and its own institutions, not for its newspapers."""
    return code[:STATE_CODE] in state_codes() and code[STATE_CODE:] in DOMESTIC - PARTISAN | {""}


def consistent(found: Sequence[Mention]) -> list[Mention]:
    """`found`, with the office of a person whom one mention settles on all that left it open.

    "Prime Minister X" or "the X administration" tells what plain "X" is in this report.
    """
    told: dict[str, set[str]] = {}
    bodies = {m.span.start: m.codes[0] for m in found if m.kind == "body" and len(m.codes) == 1}
    for m in found:
        if m.kind == "person" and m.name and len(m.codes) == 1:
            codes = {m.codes[0], bodies.get(m.span.start, "")}
            told.setdefault(m.name, set()).update(c for c in codes if len(c) > STATE_CODE)
    return [_told(m, told.get(m.name or "", set())) for m in found]


def _told(mention: Mention, codes: set[str]) -> Mention:
    alone = mention.kind == "person" and mention.codes and len(mention.codes[0]) == STATE_CODE
    fitting = {c for c in codes if mention.codes and c.startswith(mention.codes[0])}
    return replace(mention, codes=tuple(fitting)) if alone and len(fitting) == 1 else mention


def _spoken(found: Sequence[Mention]) -> Counter[str]:
    """How often each state is spoken of."""
    codes = (c[:STATE_CODE] for m in found for c in m.codes if not is_sector(c))
    return Counter(c for c in codes if c in state_codes())


def _with_home(mention: Mention, home: str, sectors: frozenset[str]) -> Mention:
    if len(mention.codes) != 1 or mention.codes[0] not in sectors:
        return mention
    return replace(mention, codes=(home + mention.codes[0],))
