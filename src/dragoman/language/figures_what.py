"""What a number counts: by the noun it stands with, and by the verb that noun is governed by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.language.figures_numbers import Number
from dragoman.language.figures_tables import Thing, things

# Nouns for those to whom things happen: verbs and adjectives tell what befell them.
PERSONS = frozenset(
    {"people", "soldiers", "officials", "journalists", "workers", "protesters", "casualties",
     "voters", "hostages", "detained", "displaced"}
)  # fmt: skip
# Nouns for acts, which 'of' joins to those who suffered them.
ACTS = frozenset({"killed", "injured", "detained", "expelled"})
# What befalls anybody, so that a noun that the table lacks must be one for persons.
BODILY = frozenset({"killed", "injured", "missing"})
# 'the two leaders' and the like are read as a reference up to this number.
DEFINITE = 10

_PER = re.compile(r"\s?(?:/|an?\s|per\s|each\s)\s?", re.IGNORECASE)
_SKIPPED = frozenset({"ADJ", "DET", "ADP", "PUNCT", "ADV", "NUM", "PROPN", "PRON", "PART"})
_OBJECTS = frozenset({"nsubjpass", "dobj", "obj", "attr", "oprd", "ROOT"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A parse and its text, which a parse puts together anew each time it is asked."""

    doc: Doc
    text: str


def what_of(read: Reading, number: Number) -> Thing | None:
    """The category and unit that `number` counts in, or None where it counts nothing known."""
    span = read.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    last = span[-1]
    if not number.article and (measure := _measure(read, number, last.i + 1)):
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
        return _befell(root, set()) or _next_word(root.doc, last)
    found = _befell(noun, set())
    if found is None and noun.dep_ == "pobj" and noun.head.head.i == root.i:
        found = _befell(root, {noun.i})
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


def _measure(read: Reading, number: Number, after: int) -> Thing | None:
    """Money, percents, lengths: the unit stands right after the number, or its sign before."""
    rest = read.doc[after : after + 4]
    words = [t for t in rest if t.text != "-"]
    found = Thing("sum", number.currency) if number.currency else None
    end = number.end
    for size in (3, 2, 1):
        phrase = words[:size]
        if found is None and len(phrase) == size and (found := _unit(phrase)):
            end = phrase[-1].idx + len(phrase[-1])
    if found is None:
        return None
    return _by(read, end, found)


def _unit(words: list[Token]) -> Thing | None:
    texts = (
        " ".join(t.lower_ for t in words),
        " ".join([*(t.lower_ for t in words[:-1]), words[-1].lemma_.lower()]),
    )
    if words[0].is_lower is False and words[-1].text == "M":
        return None
    for text in texts:
        for part in ("currency", "unit"):
            found = things(part).get(text)
            if found and (found.unit != text.upper() or words[0].text.isupper()):
                return found
    if len(words) == 2 and words[0].pos_ in {"ADJ", "PROPN"}:  # 'Azerbaijani manats'
        return things("currency").get(words[1].lemma_.lower())
    return None


def _by(read: Reading, end: int, found: Thing) -> Thing:
    """'$60 a barrel' is a price; 'two million barrels per day' a rate."""
    per = _PER.match(read.text, end)
    if not per:
        return found
    rest = read.doc.char_span(
        per.end(), min(per.end() + 12, len(read.text)), alignment_mode="expand"
    )
    if rest is None or not len(rest) or rest[0].lemma_.lower() not in things("per"):
        return found
    what = "price" if found.what == "sum" else found.what
    return Thing(what, f"{found.unit}/{rest[0].lemma_.lower()}")


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


def _next_word(doc: Doc, last: Token) -> Thing | None:
    """'38 dead', '12 injured', 'four were wounded', whatever the parse made of it."""
    for token in doc[last.i + 1 : last.i + 4]:
        if thing := _said(token):
            return thing
        if token.pos_ not in {"AUX", "ADV", "ADJ", "NOUN"}:
            return None
    return None


def _said(token: Token) -> Thing | None:
    """What an adjective or a past participle says of those counted."""
    if token.lower_ in things("adjective"):
        return things("adjective")[token.lower_]
    return things("verb").get(token.lemma_.lower()) if token.tag_ == "VBN" else None


def _befell(node: Token, seen: set[int]) -> Thing | None:
    """What befell those counted: from the words that hang on them, then from what they hang on."""
    if node.i in seen:
        return None
    seen.add(node.i)
    for found in (*_hanging(node), _governor(node)):
        if found:
            return found
    if node.dep_ == "conj":
        return _befell(node.head, seen)
    return None


def _hanging(node: Token) -> Iterator[Thing | None]:
    for child in node.children:
        if child.dep_ in {"amod", "acl", "appos", "acomp"}:
            yield _said(child)
        if child.dep_ == "relcl":
            passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in child.children)
            yield things("verb" if passive else "subject").get(child.lemma_.lower())
        if child.dep_ == "prep" and child.lower_ == "of" and node.pos_ == "NUM":
            yield from (_befell(o, {node.i}) for o in child.children if o.pos_ == "NOUN")


def _governor(node: Token) -> Thing | None:
    head = node.head
    lemma = head.lemma_.lower()
    if node.dep_ in {"nsubj", "nsubjpass"}:
        return _of_subject(node, head)
    if node.dep_ in _OBJECTS and head.pos_ in {"VERB", "AUX", "NOUN"} and head.i != node.i:
        return things("verb").get(lemma) or _exceeds(head) or _complement(head, node)
    if node.dep_ == "pobj":
        return _after_preposition(head)
    return None


def _of_subject(node: Token, head: Token) -> Thing | None:
    lemma = head.lemma_.lower()
    if node.dep_ == "nsubjpass" or head.tag_ == "VBN":
        said = things("verb").get(lemma) or things("adjective").get(head.lower_)
        return said or _complement(head, node)
    if found := things("subject").get(lemma):
        return found
    return things("adjective").get(head.lower_) or _complement(head, node)


def _complement(verb: Token, node: Token) -> Thing | None:
    """'12 are missing', 'left 12 dead'."""
    for child in verb.children:
        said = things("adjective").get(child.lower_)
        if said and child.i != node.i and child.dep_ in {"acomp", "oprd", "xcomp", "ccomp", "attr"}:
            return said
    return None


def _exceeds(verb: Token) -> Thing | None:
    """'the number of political prisoners exceeds 300': what the subject counts."""
    for subject in (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}):
        if thing := _toll(subject):
            return thing
        for of in (c for c in subject.children if c.dep_ == "prep"):
            for noun in of.children:
                if subject.lemma_.lower() == "number" and noun.lemma_.lower() in things("noun"):
                    return things("noun")[noun.lemma_.lower()]
    return None


def _toll(noun: Token) -> Thing | None:
    return things("toll").get(noun.lemma_.lower())


def _after_preposition(preposition: Token) -> Thing | None:
    """'the deaths of 38', 'the toll rose to 38', 'a toll of 38'."""
    head = preposition.head
    if preposition.lower_ == "of":
        found = things("noun").get(head.lemma_.lower())
        if head.tag_ in {"VBG", "NN"} and head.lemma_.lower() in things("verb"):
            return things("verb")[head.lemma_.lower()]
        return _toll(head) or (found if found and found.what in ACTS else None)
    return _exceeds(head)
