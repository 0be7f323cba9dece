"""Who says what: reporting verbs with their clauses, "according to", and quotations."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Piece
from spacy.tokens import Token

from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, subjects
from dragoman.language.actor_tables import sectors
from dragoman.language.analysis import Analysis
from dragoman.language.quotes_tables import speech_verbs
from dragoman.model.actor import AUTHOR, Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.span import Span

# Stances whose content may stand in a gerund: "accused Kyiv of shelling", "criticised it for".
CHARGING = frozenset({"alleges", "criticizes"})


def attributions(analysis: Analysis, cast: Cast) -> tuple[Attribution, ...]:
    """Every attribution of the text, in text order."""
    found: list[Attribution] = []
    for token in analysis.doc:
        if token.pos_ == "VERB" and (stance := speech_verbs().get(token.lemma_.lower())):
            found += _by_verb(token, stance, analysis, cast)
        elif token.lower_ == "according":
            found += _according(token, cast)
    return tuple(sorted(found, key=lambda a: (a.span, a.content)))


def sources_of(
    offset: int, rows: tuple[Attribution, ...], quotations: tuple[Quotation, ...]
) -> tuple[Source, ...]:
    """From whom what stands at `offset` is known: innermost source first, else the author."""
    holding = [a for a in rows if a.content.start <= offset < a.content.end]
    holding.sort(key=lambda a: a.content.end - a.content.start)
    found = [a.source for a in holding]
    for quotation in quotations:
        if quotation.span.start <= offset < quotation.span.end and quotation.speaker:
            speaker = Source(quotation.actor, quotation.speaker, None, "named")
            told = {s.actor for s in found} | {s.text for s in found}
            if not told & {speaker.actor or speaker.text, speaker.text}:
                found.append(speaker)
    return tuple(dict.fromkeys(found)) or (AUTHOR,)


def _by_verb(verb: Token, stance: str, analysis: Analysis, cast: Cast) -> Iterator[Attribution]:
    source = _source(subjects(verb), cast)
    if source is None:
        return
    for content in _contents(verb, stance):
        span = _extent(content, without=verb)
        yield Attribution(
            source=source,
            cue=Span(verb.idx, verb.idx + len(verb.text)),
            content=span,
            quotation=any(q.span.overlaps(span) for q in analysis.quotations),
            stance=stance,
            span=_sentence(verb.sent),
        )


def _contents(verb: Token, stance: str) -> list[Token]:
    clauses = [c for c in children(verb, "ccomp") if c.pos_ in ("VERB", "AUX") or c.n_lefts]
    if stance in CHARGING:
        hosts = [verb, *children(verb, "dobj")]
        preps = [prep for host in hosts for prep in children(host, "prep")]
        clauses += [p for prep in preps for p in children(prep, "pcomp")]
    inserted = verb.dep_ in ("parataxis", "advcl") and bool(children(verb, "nsubj"))
    if not clauses and inserted and verb.head.pos_ in ("VERB", "AUX"):
        between = verb.doc[min(verb.i, verb.head.i) : max(verb.i, verb.head.i)]
        if any(t.text in (",", "—", "–", "”", '"', "'") for t in between):
            clauses = [verb.head]
    return clauses


def _according(token: Token, cast: Cast) -> Iterator[Attribution]:
    names = [p for to in children(token, "prep") for p in children(to, "pobj")]
    names += children(token, "pobj")
    source = _source(names, cast)
    if source is None or token.head == token:
        return
    last = max(t.i for t in token.subtree)
    yield Attribution(
        source=source,
        cue=Span(token.idx, token.idx + len(token.text)),
        content=_extent(token.head, without=token),
        quotation=False,
        stance="asserts",
        span=_sentence(token.doc[last].sent),
    )


def _source(tokens: list[Token], cast: Cast) -> Source | None:
    if not tokens:
        return None
    token = tokens[0]
    mentions = cast.of(token)
    named = cast.named(token)
    if named is not None:
        span = named.span
    else:
        piece = token.doc[token.left_edge.i : token.i + 1]
        span = Span(piece.start_char, piece.end_char)
    text = span.of(cast.text)
    if token.tag_ in ("PRP", "WP", "WDT", "EX") and not mentions:
        return None
    codes = [c for m in mentions for c in m.codes if c not in sectors()]
    named_one = any(m.name for m in mentions)
    return Source(codes[0] if codes else None, text, span, "named" if named_one else "unnamed")


def _extent(content: Token, without: Token) -> Span:
    """From the first to the last word of a clause, less the branch that reports it."""
    skipped = {t.i for t in without.subtree} if without.is_ancestor(content) is False else set()
    if content.is_ancestor(without) is False:
        skipped = set()
    words = [t for t in content.subtree if t.i not in skipped and not t.is_space]
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))


def _sentence(sent: Piece) -> Span:
    text = sent.text
    lead = len(text) - len(text.lstrip())
    return Span(sent.start_char + lead, sent.start_char + max(len(text.rstrip()), lead))
