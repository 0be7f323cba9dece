"""Spans of sources and contents: whole phrases and clauses, without what only surrounds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.model.span import Span

# Longer phrases are cut to the words before the first clause or apposition of their head.
LONGEST_SOURCE = 40
_OPENING, _CLOSING = "“‘\"'«„([", "”’\"'»)]"
_PAIRS = {"”": "“", "»": "«"}
_EDGES = " \t\n\r ,;:.–—-"
_ASIDE = frozenset({"relcl", "appos", "acl", "advcl", "parataxis"})


def phrase(head: Token, cue: Token) -> Span:
    """The whole noun phrase of `head`, less the clause in which `cue` stands."""
    words = [t for t in head.subtree if not t.is_space]
    if head.is_ancestor(cue):
        branch = next(c for c in head.children if c == cue or c.is_ancestor(cue))
        # A clause before its head, "as officials said Plenty", leaves the head alone.
        words = [t for t in words if t.i < branch.left_edge.i or t.i == head.i]
    if len(words) > LONGEST_SOURCE:
        asides = [c.left_edge.i for c in head.rights if c.dep_ in _ASIDE]
        words = [t for t in words if t.i < min(asides, default=head.i + 1)] or [head]
    words = _whole(words, head)
    while len(words) > 1 and words[-1].is_punct and words[-1].text not in _CLOSING:
        words.pop()
    return _closed(head.doc, words[0].i, words[-1].i)


def _closed(doc: Doc, first: int, last: int) -> Span:
    """The words with the mark that closes a name which was opened there: "the daily “Dawn”"."""
    text = doc[first : last + 1].text
    start, end = doc[first].idx, doc[first].idx + len(text)
    # A parse puts its whole text together anew each time it is asked, so only words are.
    near = doc[last + 1] if last + 1 < len(doc) and doc[last + 1].idx == end else None
    after = near.text[:1] if near is not None else ""
    opened = after in _PAIRS and text.count(_PAIRS[after]) > text.count(after)
    return Span(start, end + 1 if opened else end)


def _whole(words: list[Token], head: Token) -> list[Token]:
    """The run of neighbouring words that `head` stands in."""
    at = words.index(head)
    first = last = at
    while first and words[first - 1].i == words[first].i - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i == words[last].i + 1:
        last += 1
    return words[first : last + 1]


def runs(doc: Doc, held: Collection[int]) -> list[Span]:
    """The tokens of `held` as spans; those that only punctuation parts are one."""
    found: list[list[Token]] = []
    for i in sorted(held):
        token = doc[i]
        gap = doc[found[-1][-1].i + 1 : i] if found else ()
        if found and all(t.is_punct or t.is_space for t in gap):
            found[-1].append(token)
        elif not token.is_punct and not token.is_space:
            found.append([token])
    return [_trimmed_run(doc, run) for run in found]


def _trimmed_run(doc: Doc, run: Sequence[Token]) -> Span:
    text, at = doc[run[0].i : run[-1].i + 1].text, run[0].idx
    span = trimmed(text, Span(0, len(text)))
    return Span(at + span.start, at + span.end)


def trimmed(text: str, span: Span, edges: str = _EDGES) -> Span:
    """`span` without blanks and stops at its ends; a quotation keeps its marks and its stop."""
    start, end = span.start, span.end
    blanks = edges or " \t\n\r "
    while start < end and text[start] in blanks:
        start += 1
    while end > start and text[end - 1] in blanks:
        end -= 1
    return Span(start, end) if start < end else span


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """`spans` in order; those that overlap or that only blanks and marks part are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip(_EDGES + _OPENING + _CLOSING):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def cue_span(token: Token, words: Sequence[Token], source: Span | None) -> Span:
    """The words of the cue, in one piece around its head."""
    doc = token.doc
    pieces = list(_pieces(words))
    whole = Span(pieces[0][0].idx, pieces[-1][-1].idx + len(pieces[-1][-1].text))
    between = doc[pieces[0][0].i : pieces[-1][-1].i + 1]
    clear = source is None or not source.overlaps(whole)
    if clear and len(between) <= len(words) + 2:
        return whole
    piece = next((p for p in pieces if token in p), pieces[-1])
    return Span(piece[0].idx, piece[-1].idx + len(piece[-1].text))


def _pieces(words: Iterable[Token]) -> Iterator[list[Token]]:
    """Runs of neighbouring words."""
    run: list[Token] = []
    for word in sorted(set(words), key=lambda t: t.i):
        if run and word.i > run[-1].i + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run
