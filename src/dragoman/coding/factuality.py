"""Whether an act happened, was denied, is possible, planned, conditional or negated.

The classes follow FactBank's committed values (Saurí and Pustejovsky 2009) as the contract names
them: certain-positive is `happened`, certain-negative `negated`; what is said of the future, of
what could be, and of what would be is kept apart. Walked from the act up through the predicates
that embed it: each may weaken it, none may strengthen it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dragoman.coding.roles import Trigger
from dragoman.coding.syntax import children, is_reported
from dragoman.model.ontology import FACTUALITIES, Factuality
from dragoman.model.tables import Column, read_table

KINDS = (
    "modal", "verb", "noun", "adjective", "adverb", "mark", "subject", "inverted", "preposition",
)  # fmt: skip
_COLUMNS = (
    Column("word"),
    Column("kind", choices=KINDS),
    Column("link", optional=True),
    Column("makes", choices=FACTUALITIES),
)
# The weaker value wins when an act is under several: "would not attack" is conditional.
WEAKER: dict[Factuality, int] = {
    "happened": 0, "planned": 1, "possible": 2, "negated": 3, "denied": 4, "conditional": 5,
    "counterfactual": 6,
}  # fmt: skip


@cache
def _table() -> dict[tuple[str, str, str], Factuality]:
    rows = read_table("frames/factuality.tsv", _COLUMNS)
    return {
        (r["kind"], word, r["link"]): r["makes"]  # type: ignore[misc]
        for r in rows
        for word in r["word"].split("|")
    }


def _value(kind: str, word: str, link: str = "") -> Factuality | None:
    table = _table()
    return table.get((kind, word, link)) or table.get((kind, word, ""))


def factuality(trigger: Trigger) -> Factuality:
    """What the text commits itself, or the source it cites, to about the act."""
    found: list[Factuality] = ["happened"]
    if not trigger.is_verb:
        found += _around_noun(trigger.token)
    found += _up_from(trigger.support or trigger.token)
    return max(found, key=WEAKER.__getitem__)


def of_noun(noun: Token) -> Factuality:
    """What a noun's own words make of what it names: "the planned base", "no treaty"."""
    return max(("happened", *_around_noun(noun)), key=WEAKER.__getitem__)


def _around_noun(noun: Token) -> list[Factuality]:
    values = [
        _value("adjective", c.lower_) for c in noun.children if c.dep_ in ("amod", "compound")
    ]
    values += [_value("adjective", c.lemma_.lower()) for c in noun.children if c.dep_ == "amod"]
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        values.append("negated")
    return [v for v in values if v]


def _up_from(token: Token) -> list[Factuality]:
    """Walks from the act to the root of its sentence, gathering what each level makes of it."""
    found: list[Factuality] = []
    current, shared = token, True
    while True:
        if shared and current.pos_ in ("VERB", "AUX"):
            found += _on_clause(current)
        if current.dep_ == "ROOT":
            return found + _by_inverted_embedding(current)
        above = _by_embedding(current)
        # who does not deny it leaves it open
        open_ = "denied" in above and is_negated(current.head)
        found += ["possible"] if open_ else above
        if _leaves_scope(current):
            return found
        # a joined clause with its own subject shares what embeds the first, not its modal verb
        shared = not open_ and not (current.dep_ == "conj" and _own_clause(current))
        current = current.head


def _on_clause(verb: Token) -> list[Factuality]:
    values: list[Factuality | None] = []
    modals = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    if verb.dep_ == "conj" and not modals and not _own_clause(verb):
        modals = [c.lower_ for c in verb.head.children if c.dep_ == "aux"]
        values += ["negated" for c in verb.head.children if c.dep_ == "neg"]
    perfect = "have" in modals
    foretold = "would" in modals and not perfect and is_reported(verb)
    values += ["planned" if m == "would" and foretold else _value("modal", m) for m in modals]
    if perfect and any(m in ("would", "could", "might") for m in modals):
        values.append("counterfactual" if "would" in modals else "possible")
    values += ["negated"] if is_negated(verb) else []
    values += [_value("adverb", c.lower_) for c in verb.children if c.dep_ == "advmod"]
    values += [_value("mark", c.lower_) for c in verb.children if c.dep_ in ("mark", "advmod")]
    if verb.dep_ == "ROOT" and any(c.tag_ == "TO" for c in verb.children):
        values.append("planned")  # a headline: "Ministers to meet in Baku"
    if _inverted(verb) or any(_conditional(c) for c in children(verb, "advcl")):
        values.append("conditional")
    return [v for v in values if v]


def is_negated(verb: Token) -> bool:
    """True for "did not", "never", "nobody ... did"."""
    if any(c.dep_ == "neg" for c in verb.children) or _nobody(verb):
        return True
    return any(_value("adverb", c.lower_) == "negated" for c in verb.children)


def _own_clause(verb: Token) -> bool:
    """True for a joined verb with its own subject or tense: "will not talk and has left"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.head.tag_ in ("VB", "VBN", "VBG")
    return finite or bool(children(verb, "nsubj", "nsubjpass"))


def _nobody(verb: Token) -> bool:
    """True where the subject itself says that nobody does it: "no one", "neither side"."""
    heads = children(verb, "nsubj", "nsubjpass")
    words = [w for h in heads for w in (h, *h.lefts)] + list(verb.lefts)
    return any(_value("subject", w.lower_) == "negated" for w in words)


def _conditional(clause: Token) -> bool:
    """True for an "if" clause, so that what it conditions is conditional too."""
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")]
    return _inverted(clause) or any(_value("mark", m) == "conditional" for m in marks)


def _inverted(verb: Token) -> bool:
    """ "Should Russia escalate", "Had they known": a condition by word order, no question."""
    first = next((c for c in verb.lefts if c.dep_ not in ("punct", "cc", "advmod")), None)
    if first is None or first.dep_ not in ("aux", "auxpass"):
        return False
    subject = children(verb, "nsubj", "nsubjpass")
    if not subject or subject[0].i < first.i or _value("inverted", first.lower_) is None:
        return False
    return not verb.sent.text.rstrip().endswith("?")


def _by_embedding(token: Token) -> list[Factuality]:
    """What the word above makes of the clause or noun below it."""
    head = token.head
    link = "acl" if _noun_complement(token) else token.dep_
    if token.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative"):
        link = head.lower_
        head = head.head
    elif any(c.tag_ == "TO" for c in token.children):
        link = "infinitive"
    elif link == "nsubjpass":  # "the attack was foiled"
        link = "dobj"
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(head.pos_)
    if kind is None:
        return []
    value = _phrasal(kind, head, link) or _value(kind, head.lemma_.lower(), link)
    return [value] if value else []


def _by_inverted_embedding(root: Token) -> list[Factuality]:
    """ "Insisted that A give way and B leave": the parser may hang the demand below its content."""
    if root.tag_ not in ("VB", "VBP"):
        return []
    above = [c for c in children(root, "ccomp") if c.i < root.i]
    return [v for c in above if (v := _value("verb", c.lemma_.lower(), "ccomp"))]


def _noun_complement(clause: Token) -> bool:
    """True for "the demand that Russia pay", which the parser takes for a relative clause."""
    return clause.dep_ == "relcl" and bool(children(clause, "mark"))


def _phrasal(kind: str, head: Token, link: str) -> Factuality | None:
    """What a verb with its particle makes of the act ("called off the visit")."""
    particles = [c.lower_ for c in children(head, "prt")]
    return _value(kind, f"{head.lemma_.lower()} {particles[0]}", link) if particles else None


def _leaves_scope(token: Token) -> bool:
    """True where a step up leaves what the words above speak of: relative and adverbial clauses
    tell of the world on their own; so do definite subjects of a verb that is said of them."""
    if token.dep_ == "relcl":
        return not _noun_complement(token)
    if token.dep_ == "advcl":
        marks = [c for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i]
        return any(m.lower_ != "for" for m in marks)
    if token.dep_ == "pobj":
        return not _by_embedding(token) and _value("preposition", token.head.lower_) is None
    if token.dep_ == "nsubj":
        return not any(c.lower_ in ("a", "an") for c in children(token, "det"))
    return token.dep_ == "poss"
