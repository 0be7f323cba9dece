"""From a token in a role to the actors it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.frames import noun_classes, noun_frames
from dragoman.coding.syntax import children, conjuncts, left_modifiers, prepositional
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.model.actor import Mention
from dragoman.model.span import Span

# Prepositions that tell whose or from where a thing is: "troops of Iran", "officials from Kyiv".
OWNING = ("of", "from")
# What stands before a noun and belongs to its phrase.
PHRASE = ("compound", "amod", "nmod", "nummod", "poss")
# Kinds of actors that have offices and assets in places of other names.
HOLDERS = frozenset({"media", "company", "organisation"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Codes and the words that carry them, in text order, each once."""

    codes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    inherited: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes)

    def parted(self) -> tuple[Participants, Participants]:
        """The first and the others, where each code has its own words."""
        first = Participants(self.codes[:1], self.spans[:1], self.inherited)
        return first, Participants(self.codes[1:], self.spans[1:], self.inherited)


NOBODY = Participants()


class Cast:
    """The mentions of one report, to be asked who a token is."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.report.text
        self._by_head: dict[int, Mention] = {}
        for mention in analysis.mentions:
            held = self._by_head.get(mention.head)
            if held is None or _better(mention, held):
                self._by_head[mention.head] = mention

    def named(self, token: Token) -> Mention | None:
        """The mention whose head `token` is."""
        return self._by_head.get(token.idx)

    def is_actor(self, token: Token) -> bool:
        """True when `token` is the head of a mention with a code."""
        mention = self.named(token)
        return mention is not None and bool(mention.codes)

    def of(self, token: Token, depth: int = 0) -> list[Mention]:
        """Who `token` is, or whose it is where it names a thing: "Russia's fleet", "its attack"."""
        mention = self.named(token)
        known = [mention] if mention is not None and mention.codes else []
        if mention is not None and mention.name is None and (held := self._holders_of(token)):
            return held
        thing = mention is None or (mention.name is None and _sector_only(mention))
        if not thing or depth > 3:
            return known
        # "an oil depot owned by SOCAR": whose it is tells more than what it is
        return self.owners(token, depth + 1) or known

    def owners(self, token: Token, depth: int = 0) -> list[Mention]:
        """Whose thing `token` is: possessor, nationality, or what follows "of", "from", "by"."""
        before = left_modifiers(token)
        if token.lemma_.lower() in noun_classes()["companion"]:  # "its allies" are others
            before = (t for t in before if t.dep_ != "poss")
        left = [m for t in before if (m := self.named(t)) and m.codes]
        if left:
            return self._holders_of(token) or left
        # "the attack by Israel" is Israel's; "shipping by the guards" is misread from elsewhere
        for preposition in (*OWNING, "by") if names_act(token) else OWNING:
            held = [m for t in prepositional(token, preposition) for m in self.of(t, depth + 1)]
            if held:
                return held
        held = [m for t in _holders(token) for m in self.of(t, depth + 1)]
        return held or [m for t in children(token, "appos") for m in self.of(t, depth + 1)]

    def _holders_of(self, token: Token) -> list[Mention]:
        """ "The Baku office of Sputnik" is Sputnik's, in Baku."""
        named = (self.named(t) for t in prepositional(token, "of"))
        return [m for m in named if m is not None and m.codes and m.kind in HOLDERS]

    def meets(self, sentence: Words) -> bool:
        """True when an actor with a code stands in `sentence`: without one it tells of no act."""
        return any(self.is_actor(t) for t in sentence)

    def around(self, run: Words) -> list[Words]:
        """The mentions that share a word with `run`, as words of the text."""
        sentence = run.sent
        found = (self.named(t) for t in sentence)
        near = [m.span for m in found if m is not None]
        mine = Span(run.start_char, run.end_char)
        words = (
            run.doc.char_span(s.start, s.end, alignment_mode="expand")
            for s in near
            if s.overlaps(mine)
        )
        return [w for w in words if w is not None]

    def phrase(self, token: Token) -> Span:
        """The words of the mention that `token` heads; else the token and what stands before it."""
        mention = self.named(token)
        if mention is not None:
            return mention.span
        first = min((t.i for t in token.lefts if t.dep_ in PHRASE), default=token.i)
        return Span(token.doc[first].idx, token.idx + len(token.text))

    def people(self, tokens: Iterable[Token]) -> Participants:
        """Everybody that the tokens stand for, with those joined to them."""
        found: list[Mention] = []
        for token in tokens:
            for each in conjuncts(token):
                found += [m for m in self.of(each) if m not in found]
        return gather(found)


def gather(mentions: Iterable[Mention]) -> Participants:
    """Codes and spans of mentions, each once, in text order."""
    ordered = sorted(mentions, key=lambda m: m.span)
    codes = tuple(dict.fromkeys(c for m in ordered for c in m.codes))
    return Participants(codes, tuple(dict.fromkeys(m.span for m in ordered)))


def phrases(runs: Iterable[Words], cast: Cast) -> Participants:
    """Everybody that the runs of words stand for, each widened to the mentions that it meets.

    Where nobody is known by a code, the phrases themselves are kept: somebody acts, unknown to us.
    """
    heads = [run.root for run in _widened(runs, cast)]
    known = cast.people(heads)
    if known:
        return known
    joined = {cast.phrase(t) for head in heads for t in conjuncts(head)}
    return Participants((), tuple(sorted(joined)))


def _widened(runs: Iterable[Words], cast: Cast) -> list[Words]:
    """Runs with the whole of each mention in them; what then overlaps is one."""
    wide: list[Words] = []
    for run in runs:
        spans = cast.around(run)
        first = min((s.start for s in spans), default=run.start)
        last = max((s.end for s in spans), default=run.end)
        if wide and first <= wide[-1].end - 1:
            first, last = wide[-1].start, max(last, wide.pop().end)
        wide.append(run.doc[min(first, run.start) : max(last, run.end)])
    return wide


def names_act(token: Token) -> bool:
    """True for a noun that names an act by itself ("raid", "talks")."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in noun_frames()


def _holders(token: Token) -> list[Token]:
    """Who has what `token` names: "owned by SOCAR", "belonging to Azerbaijan Airlines"."""
    found: list[Token] = []
    for clause in children(token, "acl"):
        found += prepositional(clause, "by")
        found += prepositional(clause, "to") if clause.tag_ == "VBG" else []
    return found


def _sector_only(mention: Mention) -> bool:
    return all(code in sectors() for code in mention.codes)


def _better(new: Mention, old: Mention) -> bool:
    key = (bool(new.codes), new.span.end - new.span.start)
    return key > (bool(old.codes), old.span.end - old.span.start)
