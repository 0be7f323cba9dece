"""Pieces in quotation marks that repeat what a quotation of the same text says, as headings do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from dragoman.language.quotes_marks import Stretch
from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

# A shorter piece may be anybody's.
_FEWEST = 2


def echoes(
    doc: Doc, stretches: Iterable[Stretch], told: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """Untold pieces whose words all stand in one quotation, with its speaker.

    A heading may put words in another form: "'gifting land' ruled out" stands for "we will not
    gift our land". Their lemmas are compared, without words that only join others.
    """
    taken = [q.span for q in told]
    spoken = [(_lemmas(doc, q.span.start, q.span.end), q) for q in told if q.speaker]
    found: list[Quotation] = []
    for stretch in stretches:
        span = Span(stretch.start, stretch.end)
        if any(span.overlaps(t) for t in taken):
            continue
        words = _lemmas(doc, *stretch.inner)
        said = next((q for lemmas, q in spoken if words <= lemmas), None)
        if said is not None and len(words) >= _FEWEST:
            text = doc.text[stretch.inner[0] : stretch.inner[1]]
            found.append(Quotation(text, span, said.speaker))
    return tuple(found)


def _lemmas(doc: Doc, start: int, end: int) -> frozenset[str]:
    run = doc.char_span(start, end, alignment_mode="contract")
    return frozenset(_form(t) for t in run or () if t.is_alpha and not t.is_stop)


def _form(token: Token) -> str:
    """The lemma; of a word in "-ing", which a tagger may take for a noun, what stands before it."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("ing") if token.pos_ in ("NOUN", "PROPN") else lemma
