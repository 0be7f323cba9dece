"""Of a word that tells of a silence: who is silent, by which words, what about, who asked."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.attribution_somebody import is_somebody
from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, is_passive, objects, prepositional, subjects
from dragoman.language.analysis import Analysis
from dragoman.language.quotes_tables import speech_nouns
from dragoman.model.attribution import Silence
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

VERBAL = ("VERB", "AUX")
_ASIDE = ("relcl", "appos", "advcl", "parataxis", "punct", "cc", "conj")


class Links(NamedTuple):
    """Prepositions before what a silence is about, and before who asked; nouns for asking."""

    about: frozenset[str]
    asked: frozenset[str]
    asking: frozenset[str]


@cache
def _links() -> Links:
    columns = (Column("word"), Column("part", choices=("about", "asked", "asking")))
    rows = read_table("frames/silence_links.tsv", columns)
    about, asked, asking = (
        frozenset(r["word"] for r in rows if r["part"] == part)
        for part in ("about", "asked", "asking")
    )
    return Links(about, asked, asking)


def fill(token: Token, analysis: Analysis, cast: Cast) -> Silence:
    """The silence that `token` tells of, with all parts that the clause names."""
    text = analysis.report.text
    who = who_of(token)
    mentions = [m for s in who for m in cast.of(s)]
    words = [t for t in token.subtree if not t.is_space]
    about = [] if _is_when(found := about_of(token), analysis) else found
    speaking = who if who and not _is_nothing(who[0], analysis, cast) else []
    asked = _asked_by(token)
    return Silence(
        actor=next((c for m in mentions for c in m.codes), None),
        span=Span(words[0].idx, words[-1].idx + len(words[-1].text)),
        who=_phrase(speaking[0], token, text) if speaking else None,
        cue=_cue(token),
        about=_run(about, text) if about else None,
        asked_by=_phrase(asked, token, text) if asked is not None else None,
    )


def who_of(token: Token) -> list[Token]:
    """Who is silent: whoever does what the verb says, or could not be reached."""
    if token.pos_ not in VERBAL:
        given = prepositional(token, "from") or children(token, "poss")
        return given or prepositional(token, "of") or prepositional(token.head, "from")
    return subjects(token) or objects(token)


def about_of(token: Token) -> list[Token]:
    """The words for what nothing is said about."""
    heads = [token, *children(token, "xcomp", "dobj", "acomp", "attr", "prep")]
    heads += [t for h in heads[1:] for t in children(h, "dobj", "xcomp", "pobj")]
    for head in heads:
        for preposition in head.children:
            if preposition.dep_ == "prep" and preposition.lower_ in _links().about:
                found = _without_asides(children(preposition, "pobj", "pcomp"))
                if found and not _is_asking(found[0]):
                    return found
    for head in heads:
        for clause in children(head, "ccomp", "acl"):
            if clause.i > token.i:
                return [t for t in clause.subtree if not t.is_space]
    named = [o for h in heads for o in children(h, "dobj")]
    plain = [o for o in named if o.head != token or not _is_word_of_speech(o)]
    return _without_asides(plain[:1]) if plain and not _is_asking(plain[0]) else []


def asks_for_a_deed(noun: Token) -> bool:
    """True for "the request for lower tariffs": who does not grant it has not been silent."""
    for_what = prepositional(noun, "for") if noun.lemma_.lower() in _links().asking else []
    return bool(for_what) and not any(t.lemma_.lower() in speech_nouns() for t in for_what)


def _is_when(words: list[Token], analysis: Analysis) -> bool:
    """True for a day or "now": nobody is silent about that."""
    if not words or words[-1].pos_ == "ADV":
        return bool(words)
    held = Span(words[0].idx, words[-1].idx + len(words[-1].text))
    return any(d.span.start <= held.start and held.end <= d.span.end for d in analysis.dates)


def _is_nothing(head: Token, analysis: Analysis, cast: Cast) -> bool:
    """True for the "no details" that were given, and for a date: these could not have spoken."""
    no = any(c.dep_ == "det" and c.lower_ == "no" for c in head.lefts)
    undergoes = is_passive(head.head) or head.dep_ == "appos"
    return no or _is_when([head], analysis) or (undergoes and not is_somebody(head, cast))


def _without_asides(heads: list[Token]) -> list[Token]:
    return sorted({t for h in heads for t in h.subtree if not t.is_space}, key=lambda t: t.i)


def _is_asking(token: Token) -> bool:
    return token.lemma_.lower() in _links().asking


def _is_word_of_speech(token: Token) -> bool:
    """The object belongs to the cue: "issued no statement"."""
    return token.lemma_.lower() in _links().asking or token.tag_ in ("NN", "NNS")


def _asked_by(token: Token) -> Token | None:
    """Who asked: "a request from a news agency", "asked by reporters"."""
    for word in token.subtree:
        if word.lemma_.lower() not in _links().asking or word == token:
            continue
        for preposition in _links().asked:
            found = prepositional(word, preposition)
            if found:
                return found[0]
        if owners := children(word, "poss"):
            return owners[0]
    return None


def _cue(token: Token) -> Span:
    """The verb with its auxiliaries and negation, and the word of speech that it carries."""
    carried = children(token, "xcomp", "acomp", "dobj", "attr", "prt")
    own = children(token, "aux", "auxpass", "neg", "det", "amod", "advmod")
    words = [token, *(t for t in own if abs(t.i - token.i) <= 4)]
    for word in carried:
        if token.pos_ in VERBAL and word.i > token.i:
            words += [word, *(t for t in children(word, "det", "amod", "aux", "nummod"))]
    first, last = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last.text))


def _phrase(head: Token, cue: Token, text: str) -> Span:
    held = {head.i}
    for child in head.children:
        if child.dep_ not in _ASIDE and child != cue and not child.is_ancestor(cue):
            held.update(t.i for t in child.subtree)
    first = last = head.i
    while first - 1 in held:
        first -= 1
    while last + 1 in held:
        last += 1
    doc = head.doc
    return trimmed(text, Span(doc[first].idx, doc[last].idx + len(doc[last].text)))


def _run(words: list[Token], text: str) -> Span:
    return trimmed(text, Span(words[0].idx, words[-1].idx + len(words[-1].text)))
