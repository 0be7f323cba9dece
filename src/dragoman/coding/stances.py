"""The stance of a source to what it says: the cue's own, turned by negation and by what is said.

"Did not deny" is no denial, and who says that it was not so denies it. A verb that only says takes
its stance from its content: a future of one's own is a promise, and a verdict is for or against.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from dragoman.coding.attribution_found import VERBAL, Found, is_infinitive
from dragoman.coding.attribution_views import feeling
from dragoman.coding.factuality import is_negated
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, is_passive, subjects
from dragoman.language.quotes_tables import attitude_words
from dragoman.language.stance_tables import negated, verdicts
from dragoman.model.attribution import Stance

# What only says or thinks, so that the content tells for or against.
_PLAIN: Final = "asserts"
# Nouns of these manners name what can be true or false ("the claim", "the criticism").
_SAYING = frozenset({"asserts", "claims", "alleges", "criticizes", "believes", "predicts"})
_MARKS = "”’\"'» "
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "wo", "shall"})
# A thought about the future binds nobody, and one about what ought to be asks nothing.
_THOUGHT = frozenset({"believes", "predicts"})
# Who says what cannot be, or may not, denies nothing that was said.
_ABLE = frozenset({"can", "ca", "could", "may", "might"})
_OUGHT = frozenset({"must", "should", "ought"})
_NONE = frozenset({"no", "none", "nothing", "nobody"})


def stance_of(found: Found, cast: Cast) -> Stance:
    """The source's stance to the content of a cue."""
    cue = next((c for p in children(found.token, "prep") if (c := feeling(p))), found.cue)
    stance = cue.thing if cue.thing and not _is_said(found.contents) else cue.stance
    if _turned(found):
        return negated(stance, cue.manner)
    if stance == "fears" and any(_is_own(c, found, cast) for c in found.contents):
        return "threatens" if cue.manner == "warns" else stance
    if stance != _PLAIN:
        return stance
    return next((s for c in found.contents if (s := _told(c, found, cast))), stance)


def of_words(stance: Stance, said: str) -> Stance:
    """The stance of words that are given whole: a question asks."""
    asks = stance == _PLAIN and said.rstrip(_MARKS).endswith("?")
    return "asks" if asks else stance


def _is_said(contents: Sequence[Token]) -> bool:
    """True for what can be true or false: a clause, or a thing said ("the claim", "criticism")."""
    return any(c.pos_ in VERBAL or _names_saying(c) for c in contents)


def _names_saying(noun: Token) -> bool:
    cue = attitude_words().get((noun.lemma_.lower(), "noun"))
    return cue is not None and cue.manner in _SAYING


def _turned(found: Found) -> bool:
    """True where the cue itself is negated: "has never said", "nobody believes"."""
    verbs = [w for w in found.words if w.pos_ in VERBAL]
    if any(is_negated(v) for v in verbs):
        return True
    return any(w.dep_ == "det" and w.lower_ == "no" for w in found.token.lefts)


def _told(content: Token, found: Found, cast: Cast) -> Stance | None:
    """The stance that the content takes by itself; None where it takes none."""
    if content.pos_ not in VERBAL:
        heads = children(content, "pobj", "amod", "pcomp") or [content]
        return next((s for h in heads if (s := _verdict(h))), None)
    own, thought = _is_own(content, found, cast), found.cue.manner in _THOUGHT
    modals = {c.lower_ for c in children(content, "aux")}
    if is_negated(content) or _of_nothing(content):
        return None if modals & _ABLE else negated(_PLAIN, _PLAIN)
    if own and modals & _FUTURE and not thought:
        return verdicts("own").get(content.lemma_.lower(), "promises")
    bidden = is_infinitive(content) and "infinitive" in found.cue.takes  # "told them to leave"
    if not own and (bidden or modals & _OUGHT) and not thought:
        return "demands"
    judged = next((s for c in _named(content) if (s := _verdict(c))), None)
    if judged or own or modals & _FUTURE:
        return judged
    done_by_nobody = is_passive(content) and not subjects(content)
    return None if done_by_nobody else verdicts("deed").get(content.lemma_.lower())


def _of_nothing(verb: Token) -> bool:
    """True where what there is, or is done, is none: "has no plans", "found nothing"."""
    things = children(verb, "dobj", "attr")
    return any(
        t.lower_ in _NONE or (_is_deniable(t) and any(w.lower_ in _NONE for w in t.lefts))
        for t in things
    )


def _is_deniable(noun: Token) -> bool:
    """True for a deed, a claim or a plan, and False for the "place" of "no place to send it"."""
    return not any(c.dep_ in ("relcl", "acl") and is_infinitive(c) for c in noun.rights) or (
        (noun.lemma_.lower(), "noun") in attitude_words()
    )


def _verdict(word: Token) -> Stance | None:
    names = verdicts("name")
    return names.get(word.lemma_.lower()) or next(
        (s for c in children(word, "amod", "compound") if (s := names.get(c.lemma_.lower()))), None
    )


def _named(verb: Token) -> list[Token]:
    """What something is said to be: "is a disgrace", "looks unlikely", "seen as a threat"."""
    found = children(verb, "attr", "acomp", "oprd")
    for preposition in children(verb, "prep"):
        if preposition.lower_ == "as":
            found += children(preposition, "pobj", "amod", "pcomp")
    return found


def _is_empty(subject: Token, verb: Token) -> bool:
    """True for the "it" of "it was possible to meet", which stands for nobody."""
    return subject.lower_ == "it" and verb.lemma_ == "be" and bool(children(verb, "acomp", "attr"))


def _is_own(verb: Token, found: Found, cast: Cast) -> bool:
    """True where the source says it of itself."""
    role = "nsubjpass" if is_passive(verb) else "nsubj"
    doers = children(verb, role)
    if any(d.tag_ == "PRP" and d.lower_ != "you" and not _is_empty(d, verb) for d in doers):
        return True
    codes = {c for s in found.sources for m in cast.of(s) for c in m.codes}
    return any(codes & set(m.codes) for d in doers for m in cast.of(d))
