"""Silences: somebody asked, or expected to speak, who made no statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.coding.attribution_somebody import is_somebody
from dragoman.coding.conditions import is_supposed
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.factuality import is_negated
from dragoman.coding.learned_findings import proposed
from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger
from dragoman.coding.silence_parts import asks_for_a_deed, fill, who_of
from dragoman.coding.silence_patterns import Pattern, patterns
from dragoman.coding.syntax import children, is_passive, objects, prepositional, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Silence

_VERBAL = ("VERB", "AUX")
# Clauses beside what is not said: "declined to comment when asked about the talks".
_ASIDE = ("advcl", "parataxis")


# A silence that only the encoder finds is told from here on.
TOLD = 0.97


def silences(analysis: Analysis, cast: Cast, readings: Readings) -> tuple[Silence, ...]:
    """Every silence of the text, in text order."""
    tokens = [t for t in analysis.doc if is_silent(t)]
    tokens += _learned(tokens, analysis, cast, readings)
    kept = (t for t in sorted(tokens, key=lambda t: t.i) if _is_made(t, cast))
    return tuple(fill(token, analysis, cast) for token in kept)


def _is_made(token: Token, cast: Cast) -> bool:
    """False for what is only supposed or preferred, and for what could not speak."""
    unmade = is_supposed(token) or _is_preferred(token) or _is_of_person(token, cast)
    return _could_speak(token, cast) and not unmade


def _is_of_person(token: Token, cast: Cast) -> bool:
    """ "The senate had not confirmed the judge": a verb that is no speech of a person."""
    links = {p.link for p in patterns().get(token.lemma_.lower(), ())}
    return "thing" in links and any(is_somebody(o, cast) for o in objects(token))


def _is_preferred(token: Token) -> bool:
    """ "It would rather not discuss", "they would prefer not to say": nobody has asked."""
    above = token.head
    return token.dep_ == "xcomp" and any(c.tag_ == "MD" for c in children(above, "aux"))


def _could_speak(token: Token, cast: Cast) -> bool:
    """False where a thing is told not to answer: "the market has not responded"."""
    verb = token.head if token.dep_ in ("acomp", "oprd") else token
    who = who_of(verb) or (subjects(verb.head) if verb.dep_ == "conj" else [])
    active = verb.pos_ in _VERBAL and not is_passive(verb)
    return not active or not who or any(is_somebody(t, cast) or cast.of(t) for t in who)


def _learned(
    known: Sequence[Token], analysis: Analysis, cast: Cast, readings: Readings
) -> Iterator[Token]:
    """Words that the encoder alone takes for those of a silence."""
    told = {w.i for t in known for w in (t, *t.subtree)}
    for sentence in analysis.doc.sents:
        reading = readings.of(sentence) if cast.meets(sentence) else None
        for each in proposed(sentence, reading) if reading is not None else ():
            sure = each.kind == "silence" and each.probability >= TOLD
            if sure and not told & {w.i for w in each.words}:
                yield sentence.doc[each.words[0].i : each.words[-1].i + 1].root


def is_unsaid(noun: Token) -> bool:
    """True for what somebody says nothing about: it took place all the same."""
    # "said nothing about the talks", "issued no statement with its own version of the talks"
    above = noun
    while noun.dep_ == "pobj" and above.dep_ not in ("ROOT", *_ASIDE):
        above = above.head
        if is_silent(above):
            return True
    return False


def is_silent(token: Token) -> bool:
    """True for a word that says that somebody makes no statement."""
    rows = patterns().get(token.lemma_.lower(), ())
    if token.pos_ in _VERBAL:
        if is_passive(token) and any(c.tag_ == "TO" for c in token.children):
            return False  # "asked not to be named"
        if any(is_passive(c) for c in children(token, "xcomp")):
            return False  # "declined to be identified": he spoke
        negated = _is_negated(token)
        return any(p.negated == negated and _has(token, p) for p in rows)
    no = any(c.dep_ == "det" and c.lower_ == "no" for c in token.children)
    given = _whose(token) if no else []
    return any((p.link == "no" and given) or (p.link == "own" and _is_own(token)) for p in rows)


def _whose(noun: Token) -> list[Token]:
    """From whom no word came: "no reply from", "no statement came from"."""
    above = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "attr") else noun
    alone = [noun] if noun.dep_ == "ROOT" else []
    return prepositional(noun, "from") or prepositional(above, "from") or alone


def _is_own(noun: Token) -> bool:
    """True for somebody's silence, by name."""
    of = [*prepositional(noun, "of"), *prepositional(noun, "from")]
    return any(t.pos_ == "PROPN" for t in (*children(noun, "poss"), *of))


def _is_negated(verb: Token) -> bool:
    """By "not", by "no" before its object, by nobody who does it, or after "without"."""
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    neither = any(c.lower_ == "neither" for c in verb.lefts)
    no = any(t.lower_ == "no" for o in objects(verb) for t in o.children)
    return is_negated(verb) or no or without or neither


def _has(verb: Token, pattern: Pattern) -> bool:
    link = pattern.link
    if link == "passive":
        return is_passive(verb)
    if link in ("none", "thing"):
        active = bool(subjects(verb)) and not is_passive(verb)
        return active and not _says_something(verb)
    if link == "yet":
        tokens = children(verb, "xcomp") if _adverb(verb, "yet") else []
    elif link == "acomp":
        tokens = children(verb, "acomp")
    elif link == "oprd":
        tokens = children(verb, "oprd", "ccomp", "acomp")
    elif link in ("obj", "xcomp"):
        tokens = [t for t in Trigger(verb).tokens(link) if not asks_for_a_deed(t)]
    else:
        tokens = prepositional(verb, link)
    return any(t.lemma_.lower() in pattern.words for t in tokens)


def _says_something(verb: Token) -> bool:
    """True for "did not say that": whoever it is takes a stand on what he did not say."""
    clauses = children(verb, "ccomp", "xcomp")
    return any(not _asks(c) for c in clauses)


def _asks(clause: Token) -> bool:
    """True for "how many died", "whether it was safe": what was not told."""
    first = clause.left_edge
    return first.tag_ in ("WRB", "WP", "WDT", "WP$") or (
        first.tag_ == "IN" and first.lower_ != "that"
    )


def _adverb(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children)
