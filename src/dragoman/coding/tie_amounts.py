"""The quantities of a tie: those of its clause, the one that its kind is told by first."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.tie_said_of import verb_of
from dragoman.coding.tie_words import POS, Found
from dragoman.language.analysis import Analysis
from dragoman.language.quantities import find_quantities
from dragoman.model.judgement import TieKind
from dragoman.model.quantity import Quantity

# Clauses whose quantities are not the word's own; but what is permitted is told below the verb.
_OTHER = ("ccomp", "parataxis", "advcl", "relcl", "ROOT")
_PERMITTED = ("ccomp", "xcomp")
# What a kind of tie is measured in, the likeliest first; "" is a count.
UNITS: dict[TieKind, tuple[str, ...]] = {
    "border": ("km",),
    "supply": ("percent", "/", "m3", "t", "GWh", "MW"),
    "owns": ("percent",),
    "arms": ("percent", ""),
    "base": ("", "year"),
    "agreement": ("year", "/"),
}
_MEASURING = frozenset({"of", "on", "in"})
# What is measured in nothing: the numbers of its clause are of other things.
UNMEASURED: tuple[TieKind, ...] = ("office", "kin")


def amounts(found: Found, analysis: Analysis) -> tuple[Quantity, ...]:
    """Every quantity in the clause of a word, that of its kind first, the others in text order."""
    if found.word.kind in UNMEASURED:
        return ()
    head = _clause(found)
    first, last = head.left_edge.idx, head.right_edge.idx + len(head.right_edge.text)
    told = find_quantities(analysis.doc, first, last, analysis.report.text)
    below = _PERMITTED if "permitted" in found.word.a else ()
    mine = [q for q in told if _belongs(q, head, analysis, below)]
    order = UNITS.get(found.word.kind, ())
    return tuple(sorted(mine, key=lambda q: _rank(q, order)))


def _clause(found: Found) -> Token:
    verb = verb_of(found.token)
    if _stands_apart(found.token, verb):
        return found.token
    return verb if verb.is_ancestor(found.token) or verb == found.token else found.token


def _stands_apart(token: Token, verb: Token) -> bool:
    """True for the purchase of "raised tariffs by half in answer to its purchase": another act's.

    "A share of", "reliance on" and "a rise in" what is supplied are measured with it.
    """
    at = token
    while at.head != verb and at.head.i != at.i:
        at = at.head
        if at.dep_ == "prep" and at.head.pos_ == "NOUN" and at.lower_ not in _MEASURING:
            return True
    return False


def _belongs(quantity: Quantity, head: Token, analysis: Analysis, below: tuple[str, ...]) -> bool:
    """True where no other clause stands between: "took eight, of which Turkey took five"."""
    run = analysis.doc.char_span(quantity.span.start, quantity.span.end, alignment_mode="expand")
    if run is None:
        return False
    above = run.root
    while above != head:
        mine = above.head == head and above.dep_ in below
        if not mine and above.dep_ in _OTHER:
            return False
        if above.dep_ == "conj" and above.pos_ in POS["verb"]:
            return False
        above = above.head
    return True


def _rank(quantity: Quantity, order: tuple[str, ...]) -> int:
    unit = quantity.normal.unit if quantity.normal else ""
    for rank, wanted in enumerate(order):
        if unit == wanted or (wanted == "/" and wanted in unit):
            return rank
    return len(order)
