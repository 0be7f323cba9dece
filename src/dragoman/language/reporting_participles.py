"""Who goes on speaking: "She said that the two had met, noting that nothing was signed"."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.quotes_tables import speech_verbs

_UP = frozenset({"advcl", "ccomp", "xcomp", "conj", "relcl", "acl", "pcomp", "prep"})
_VERBAL = frozenset({"VERB", "AUX"})
# No clause is told from deeper than this below the verb that tells it.
_DEEPEST = 6


def told_above(verb: Token) -> Token | None:
    """The reporting verb in whose content a reporting participle after a comma was parsed.

    Who tells the content goes on to tell what the participle brings in, unless whoever acts in
    the content is told to speak there too. None for any other verb.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not _follows_comma(verb) or _speaks(verb.head):
        return None
    at, inside = verb.head, False
    for _ in range(_DEEPEST):
        if at.dep_ not in _UP or at.head.i == at.i:
            return None
        inside = inside or at.dep_ == "ccomp"
        at = at.head
        if inside and at.pos_ in _VERBAL and _speaks(at):
            return at
    return None


def _follows_comma(verb: Token) -> bool:
    """True where only adverbs and "also" stand between a comma and the participle."""
    before = [t for t in verb.doc[max(0, verb.i - 3) : verb.i] if t.dep_ != "advmod"]
    return bool(before) and before[-1].text == ","


def _speaks(verb: Token) -> bool:
    return verb.lemma_.lower() in speech_verbs()
