"""Whom pronouns refer to within a report: by clause, by the subject before, else not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from dragoman.language.clauses import (
    conjuncts,
    first_conjuncts_above,
    is_empty_it,
    is_object,
    main_subject,
    own_subject,
    subject_of,
    subjects_above,
)
from dragoman.language.persons import THINGS, gender_of, is_many, is_person, is_town
from dragoman.model.actor import Mention
from dragoman.model.span import Span
from dragoman.model.tables import Column, Row, read_table

# How many sentences back "he" and "she" reach; "it" and "they" reach one.
REACH = 3
# No one is looked for further than so many words away: sentences of prose have seldom a hundred.
FAR = 200
BASIS = "coreference"


@cache
def pronouns() -> dict[str, Row]:
    """Number, gender and form by pronoun."""
    columns = (
        Column("word"),
        Column("number", choices=("one", "many")),
        Column("gender", choices=("m", "f", "n", "any")),
        Column("form", choices=("plain", "own", "self", "relative", "speaker")),
    )
    return {r["word"]: r for r in read_table("language/pronouns.tsv", columns)}


def token_at(doc: Doc, offset: int) -> Token:
    """The token that the character at `offset` stands in."""
    found = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if found is None:
        raise IndexError(f"no token at character {offset} of {len(doc.text)}")
    return found[0]


class Discourse:
    """A report's mentions by head word, and what is known so far of who is who."""

    def __init__(
        self,
        doc: Doc,
        found: Iterable[Mention],
        quoted: Sequence[Span] = (),
        titles: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.doc = doc
        self.mentions: dict[int, Mention] = {token_at(doc, m.head).i: m for m in found}
        self.sentences: list[Sentence] = list(doc.sents)
        self.sentence_of = {t.i: k for k, s in enumerate(self.sentences) for t in s}
        self.genders: dict[str, str] = {}
        self.titles = titles or {}
        self._quote_of: dict[int, int] = {}
        for k, quote in enumerate(quoted):
            tokens = doc.char_span(quote.start, quote.end, alignment_mode="contract")
            self._quote_of.update((t.i, k) for t in tokens or ())

    def quote(self, token: Token) -> int | None:
        """The number of the quotation that the token stands in."""
        return self._quote_of.get(token.i)

    def mention(self, token: Token) -> Mention | None:
        """The mention with this head word, or that in apposition to it."""
        found = self.mentions.get(token.i)
        if found is None and token.pos_ in {"NUM", "NOUN", "PRON"}:
            beside = (c.i for c in token.rights if c.dep_ == "appos")
            found = next((self.mentions[i] for i in beside if i in self.mentions), None)
        return found

    def group(self, token: Token) -> Mention | None:
        """The mention at a token, or that of all that "and" joins to it."""
        members = [m for t in conjuncts(token) if (m := self.mention(t))]
        if len(members) < 2 or len(members) < len(conjuncts(token)):
            return self.mention(token)
        codes = tuple(dict.fromkeys(c for m in members for c in m.codes))
        return replace(members[0], codes=codes, kind="people", name=None)

    def rival(self, token: Token, rule: Row) -> bool:
        """True when somebody close by is known to be of the pronoun's gender."""
        here = self.sentence_of[token.i]
        first = max(self.sentences[max(here - REACH, 0)].start, token.i - FAR)
        end = min(self.sentences[here].end, token.i + FAR)
        near = ((i, m) for i in range(first, end) if (m := self.mentions.get(i)))
        return any(is_person(m) and self.gender(m, self.doc[i]) == rule["gender"] for i, m in near)

    def gender(self, mention: Mention, head: Token) -> str | None:
        """The person's gender by name, or by a pronoun that stood for it before."""
        return gender_of(mention, head) or self.genders.get(mention.name or "")


def resolve_pronoun(talk: Discourse, token: Token) -> Mention | None:
    """A mention for the pronoun at `token`, or None: it refers to nobody, or two are possible."""
    rule = pronouns().get(token.lower_)
    if rule is None or not token.tag_.startswith(("PRP", "W")) or is_empty_it(token):
        return None
    if rule["form"] == "speaker":  # see first_persons
        return None
    if token.lower_ == "it" and is_object(token):  # mostly a thing, which has no mention
        return None
    antecedent = _antecedent(talk, token, rule)
    if antecedent is None or not antecedent.codes:
        return None
    if rule["gender"] in {"m", "f"} and antecedent.name:
        talk.genders.setdefault(antecedent.name, rule["gender"])
    span = Span(token.idx, token.idx + len(token))
    kind = "state" if antecedent.kind == "place" and not is_town(antecedent) else antecedent.kind
    return Mention(span, antecedent.codes, kind, antecedent.name, token.idx, BASIS)


def _antecedent(talk: Discourse, token: Token, rule: Row) -> Mention | None:
    if rule["form"] == "relative":
        return _of_relative(talk, token)
    if rule["form"] == "self":
        subject = own_subject(token)
        return _fitting(talk, subject, rule) if subject is not None else None
    if token.tag_ == "PRP$" and (joined := _joined(talk, token, rule)):
        return joined
    mention, settled = _around(talk, token, rule)
    if settled or talk.quote(token) is not None:
        return mention
    return _ahead(talk, token, rule) or _before(talk, token, rule)


def _joined(talk: Discourse, token: Token, rule: Row) -> Mention | None:
    """X in "X and its allies"."""
    found = (_fitting(talk, t, rule) for t in first_conjuncts_above(token))
    return next((m for m in found if m), None)


def _around(talk: Discourse, token: Token, rule: Row) -> tuple[Mention | None, bool]:
    """The nearest subject around that fits, and whether the search ends with what was met."""
    for subject in subjects_above(token):
        if talk.quote(subject) != talk.quote(token):
            break
        if mention := _fitting(talk, subject, rule):
            return mention, True
        if _blocks(talk, subject, rule):
            return None, True
    return None, False


def _ahead(talk: Discourse, token: Token, rule: Row) -> Mention | None:
    """The subject that a possessive in a phrase before it points to: "In his speech, X said"."""
    node = token
    while node.head.i != node.i and node.dep_ not in {"prep", "advcl"}:
        node = node.head
    while node.dep_ == "prep" and node.head.pos_ not in {"VERB", "AUX"}:
        node = node.head
    if node.dep_ not in {"prep", "advcl"} or token.tag_ != "PRP$":
        return None
    subject = subject_of(node.head)
    return _fitting(talk, subject, rule) if subject is not None and subject.i > token.i else None


def _of_relative(talk: Discourse, token: Token) -> Mention | None:
    """The noun that a relative clause tells of."""
    node = token
    while node.head.i != node.i and node.dep_ != "relcl":
        node = node.head
    mention = talk.mention(node.head) if node.dep_ == "relcl" else None
    fits = mention and (
        token.lower_ in {"that", "whose"} or _is_human(mention) == (token.tag_ == "WP")
    )
    return mention if fits else None


def _is_human(mention: Mention) -> bool:
    return mention.kind in {"person", "people"}


def _fitting(talk: Discourse, token: Token, rule: Row) -> Mention | None:
    """The mention at `token` if the pronoun can stand for it."""
    if rule["number"] == "many":
        group = talk.group(token)
        fits = group and (len(group.codes) > 1 or is_many(group, token) or group.kind == "group")
        return group if fits else None
    mention = talk.mention(token)
    if mention is None or is_many(mention, token):
        return None
    if rule["gender"] == "n":
        return mention if mention.kind in THINGS and not is_town(mention) else None
    if not is_person(mention):
        return None
    known = talk.gender(mention, token) or (rule["gender"] if not talk.rival(token, rule) else "")
    return mention if known == rule["gender"] else None


def _blocks(talk: Discourse, token: Token, rule: Row) -> bool:
    """True for a noun that the pronoun may well stand for though it is no known actor."""
    if rule["gender"] in {"m", "f"} or token.tag_ == "EX" or token.lower_ == "it":
        return False
    many = token.tag_ in {"NNS", "NNPS"} or len(conjuncts(token)) > 1
    if rule["number"] == "many":
        return many
    return not many and token.tag_ != "PRP" and talk.mention(token) is None


def _before(talk: Discourse, token: Token, rule: Row) -> Mention | None:
    """The antecedent before the clauses around: in the sentence itself, else in those before."""
    here = talk.sentences[talk.sentence_of[token.i]]
    near = _persons(talk, here[: token.i - here.start], rule)
    if near:
        other, mention = near[0]
        return mention if len(near) == 1 and not _co_argument(token, other) else None
    reach = REACH if rule["gender"] in {"m", "f"} else 1
    for sentence in _sentences_before(talk, token, reach):
        found, settled = _in_sentence(talk, sentence, rule)
        if settled:
            return found
    return None


def _sentences_before(talk: Discourse, token: Token, reach: int) -> Iterator[Sentence]:
    """The nearest first; sentences that are all quotation are passed over."""
    here = talk.sentence_of[token.i]
    for k in range(here - 1, max(here - reach, 0) - 1, -1):
        sentence = talk.sentences[k]
        if talk.quote(sentence[0]) is None or talk.quote(sentence.root) is None:
            yield sentence


def _in_sentence(talk: Discourse, sentence: Sentence, rule: Row) -> tuple[Mention | None, bool]:
    """The antecedent that a sentence offers, and whether the search ends with it."""
    subject = main_subject(sentence)
    if subject is not None:
        if mention := _fitting(talk, subject, rule):
            return mention, True
        if _blocks(talk, subject, rule):
            return None, True
    persons = _persons(talk, sentence, rule)
    one = len({_who(m) for _, m in persons}) == 1
    return (persons[0][1] if one else None), bool(persons)


def _persons(talk: Discourse, part: Sentence, rule: Row) -> list[tuple[Token, Mention]]:
    if rule["gender"] not in {"m", "f"}:
        return []
    found = [(t, m) for t in part[-FAR:] if (m := _fitting(talk, t, rule))]
    return found if len({_who(m) for _, m in found}) > 1 else found[:1]


def _who(mention: Mention) -> object:
    return mention.name or mention.codes


def _co_argument(pronoun: Token, other: Token) -> bool:
    """True where both are arguments of one verb: "he met him" are two people."""
    return pronoun.tag_ == "PRP" and pronoun.head.i == other.head.i
