"""What a number counts: by the noun it stands with, and by the verb that noun is governed by."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.figures_fates import ACTS, befell, said_next
from dragoman.language.figures_measures import Reading, measure_of
from dragoman.language.figures_numbers import Number
from dragoman.language.figures_tables import Thing, things

# Nouns for those to whom things happen: verbs and adjectives tell what befell them.
PERSONS = frozenset(
    {"people", "soldiers", "officials", "journalists", "workers", "protesters", "casualties",
     "voters", "hostages", "detained", "displaced"}
)  # fmt: skip
# What befalls anybody, so that a noun that the table lacks must be one for persons.
BODILY = frozenset({"killed", "injured", "missing"})
# 'the two leaders' and the like are read as a reference up to this number.
DEFINITE = 10
_SKIPPED = frozenset({"ADJ", "DET", "ADP", "PUNCT", "ADV", "NUM", "PROPN", "PRON", "PART"})


def what_of(read: Reading, number: Number) -> Thing | None:
    """The category and unit that `number` counts in, or None where it counts nothing known."""
    span = read.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    last = span[-1]
    if not number.article and (measure := measure_of(read, number, last.i + 1)):
        return measure
    noun = _noun(last)
    if (noun is not None and _is_time(noun)) or _picks_out(read, number):
        return None
    return _happened(read, number, noun, span.root, last)


def _happened(
    read: Reading, number: Number, noun: Token | None, root: Token, last: Token
) -> Thing | None:
    """What befell those counted, or else what the noun itself says they are."""
    own = things("noun").get(noun.lemma_.lower()) if noun is not None else None
    if own and own.what not in PERSONS:
        uncounted = number.article or _is_none(number, own) or _is_definite(read, number)
        uncounted = uncounted or read.text[number.end : number.end + 1] == "-"
        return None if uncounted else own
    befell = _befell_either(noun, root, last)
    if noun is not None and own is None:
        return befell if befell and befell.what in BODILY and not number.article else None
    return _counted(read, number, befell, own)


def _counted(
    read: Reading, number: Number, befell: Thing | None, own: Thing | None
) -> Thing | None:
    idle = number.article or number.high in {0, 1} or _is_definite(read, number)
    if befell is None and (idle or read.text[number.end : number.end + 1] == "-"):
        return None
    return befell or own


def _befell_either(noun: Token | None, root: Token, last: Token) -> Thing | None:
    """What befell the noun, or the number that it hangs on ('dozens of people')."""
    if noun is None:
        return befell(root, set()) or said_next(root.doc, last)
    found = befell(noun, set())
    if found is None and noun.dep_ == "pobj" and noun.head.head.i == root.i:
        found = befell(root, {noun.i})
    return found


def _picks_out(read: Reading, number: Number) -> bool:
    """'one of the few countries' counts nothing."""
    return read.text[number.end : number.end + 4].lower() == " of " and number.high == 1


def _is_none(number: Number, own: Thing) -> bool:
    """'no agreement' is no figure, 'no deaths' is one."""
    return number.high == 0 and own.what not in ACTS


def _is_definite(read: Reading, number: Number) -> bool:
    """'the two leaders': known ones, not a count."""
    before = read.text[max(0, number.start - 6) : number.start].lower()
    small = number.high is not None and number.high <= DEFINITE
    return small and before.endswith(("the ", "these ", "those "))


def _is_time(noun: Token) -> bool:
    return noun.lemma_.lower() in things("duration") or noun.ent_type_ == "TIME"


def _noun(last: Token) -> Token | None:
    """The noun counted: the number's head, or what follows 'of', or the next noun."""
    head = last
    while head.dep_ in {"nummod", "quantmod", "compound", "amod", "advmod", "det"} and (
        head.head.i > last.i and head.head.i - last.i < 6
    ):
        head = head.head
    if head.i != last.i and head.pos_ in {"NOUN", "PROPN"}:
        return head
    for token in last.doc[last.i + 1 : last.i + 6]:
        if token.pos_ == "NOUN":
            return token
        if token.pos_ not in _SKIPPED or token.is_sent_start:
            return None
        if token.pos_ in {"ADP", "PUNCT"} and token.lower_ not in {"of", "-"}:
            return None
    return None
