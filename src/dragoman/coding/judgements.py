"""Judgements: what the author or somebody cited holds to be, to come, or to be advisable."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.estimates import Estimate, estimates
from dragoman.coding.horizons import condition, horizon, opening_words
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, clause_head, subjects
from dragoman.language.analysis import Analysis
from dragoman.model.actor import Source
from dragoman.model.attribution import Attribution
from dragoman.model.event import Event
from dragoman.model.judgement import Judgement, JudgementKind
from dragoman.model.span import Span

_VERBAL = ("VERB", "AUX")
# Stances that make a bare "would" a forecast rather than a plan that somebody tells of.
_FORESEEING = frozenset({"predicts", "believes", "warns"})
# What no expression gives a probability: a piece of advice.
_NO_CHANCE = (0.0, 1.0)


def judgements(
    analysis: Analysis, cast: Cast, said: Sequence[Attribution], events: Sequence[Event]
) -> tuple[Judgement, ...]:
    """Every judgement of the text, in text order."""
    planned = [e.event_span for e in events if e.factuality == "planned"]
    found: list[Judgement] = []
    for sentence in analysis.doc.sents:
        by_verb: dict[int, list[Estimate]] = {}
        for estimate in estimates(sentence):
            verb = _judged(estimate)
            if verb is not None:
                by_verb.setdefault(verb.i, []).append(estimate)
        for i, told in sorted(by_verb.items()):
            made = _judgement(analysis.doc[i], told, analysis, cast, said, planned)
            found += [made] if made is not None else []
        found += _advice(sentence, analysis, cast, said)
    return tuple(sorted(found, key=lambda j: (j.span, j.statement, j.term)))


def _judged(estimate: Estimate) -> Token | None:
    """The verb of the clause that the words estimate."""
    last = estimate.words[-1]
    if last.tag_ == "MD" or (last.pos_ == "AUX" and last.dep_ in ("aux", "auxpass")):
        return last.head if last.head.pos_ in _VERBAL or last.head.pos_ == "NOUN" else None
    for word in reversed(estimate.words):
        for child in word.children:
            clause = child.dep_ in ("xcomp", "ccomp", "acl", "csubj", "advcl", "relcl")
            if clause and child.pos_ in _VERBAL and child.i > word.i:
                return child
    return clause_head(last)


def _judgement(  # noqa: PLR0913, PLR0917  # all that is known where a judgement stands
    verb: Token,
    told: Sequence[Estimate],
    analysis: Analysis,
    cast: Cast,
    said: Sequence[Attribution],
    planned: Sequence[Span],
) -> Judgement | None:
    chosen = max(told, key=lambda e: (not e.modal, len(e.words)))
    lone = chosen.modal
    terms = condition(verb) or condition(clause_head(verb.head) if verb.dep_ == "xcomp" else verb)
    actors = _actors(verb, cast)
    if lone and not (actors or terms):
        return None
    if lone and (_is_plan(verb, planned, said, bool(terms), cast) or _only_describes(verb)):
        return None
    if lone and _is_past(verb):
        return None
    estimate = chosen.opposite if _is_negated(verb, chosen) else chosen
    clause = _clause(verb, chosen)
    statement = trimmed(analysis.report.text, clause)
    return Judgement(
        author=_author(verb, analysis, said),
        statement=statement.of(analysis.report.text),
        term=_term(chosen, analysis),
        low=estimate.low,
        high=estimate.high,
        span=_sentence(verb, analysis),
        actors=actors,
        horizon=horizon(verb.sent, statement, analysis),
        condition=_text(terms),
        kind=_kind(verb, terms, said, told),
        hinge=_hinge(statement, terms, told, analysis),
    )


def _is_plan(
    verb: Token,
    planned: Sequence[Span],
    said: Sequence[Attribution],
    conditional: bool,
    cast: Cast,
) -> bool:
    """True for what somebody means to do, and for a "would" that only reports a "will"."""
    at = verb.idx
    if _is_own(verb, said, cast) and not conditional:
        return True
    if any(span.start <= at < span.end for span in planned):
        return True
    doers = [t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ == "PRP"]
    if any("1" in t.morph.get("Person", []) for t in doers):
        return True
    modal = next((c.lower_ for c in verb.lefts if c.tag_ == "MD"), "")
    if modal == "would" and not conditional:
        return not any(
            a.manner in _FORESEEING and a.content.start <= at < a.content.end for a in said
        )
    return False


def _is_own(verb: Token, said: Sequence[Attribution], cast: Cast) -> bool:
    """True for what whoever is cited says of himself: "said that she would tolerate no banners"."""
    holding = [a for a in said if any(s.start <= verb.idx < s.end for s in a.contents)]
    if not holding:
        return False
    source = min(holding, key=lambda a: a.content.end - a.content.start).source
    for subject in subjects(verb):
        if subject.tag_ == "PRP" and subject.lower_ != "it":
            return True
        codes = {c for m in cast.of(subject) for c in m.codes}
        if source.actor in codes:
            return True
    return False


def _only_describes(verb: Token) -> bool:
    """True in "a peace that people will respect", "what might have been": nothing is foretold."""
    if verb.dep_ in ("relcl", "csubj"):
        return True
    return any(t.tag_ in ("WP", "WDT") and t.dep_ in ("nsubj", "dobj", "pobj") for t in verb.lefts)


def _is_past(verb: Token) -> bool:
    """True for "could not see", which tells of what somebody was able to do."""
    return bool(children(verb, "neg")) and any(c.lower_ == "could" for c in verb.lefts)


def _is_negated(verb: Token, estimate: Estimate) -> bool:
    """True where "not" is about what is judged and is no part of the words that judge."""
    own = {t.i for t in estimate.words}
    heads = {verb, clause_head(estimate.words[-1])} if not estimate.modal else {verb}
    return any(c.i not in own for head in heads for c in children(head, "neg"))


def _kind(
    verb: Token, terms: Collection[Token], said: Sequence[Attribution], told: Sequence[Estimate]
) -> JudgementKind:
    at = verb.idx
    if any(a.manner == "warns" and a.content.start <= at < a.content.end for a in said):
        return "warning"
    if terms:
        return "conditional"
    ahead = any(t.lower_ in ("will", "wo", "'ll") for t in verb.lefts) or verb.tag_ == "VB"
    done = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.lefts)
    return "forecast" if ahead and not done else "assessment"


def _actors(verb: Token, cast: Cast) -> tuple[str, ...]:
    """The codes of those who stand in the clause, its own subject first."""
    tokens = [*subjects(verb), *verb.subtree]
    codes = [c for t in tokens for m in cast.of(t) for c in m.codes]
    return tuple(dict.fromkeys(codes))


def _clause(verb: Token, estimate: Estimate) -> Span:
    """The clause that is judged, with the words that judge it where they stand in it."""
    head = verb
    while head.dep_ in ("xcomp", "acl") and any(
        head.head == w or head.head.is_ancestor(w) for w in estimate.words
    ):
        head = head.head if head.head.pos_ in _VERBAL else clause_head(head.head)
    words = [t for t in head.subtree if not t.is_space]
    return Span(words[0].idx, words[-1].idx + len(words[-1].text))


def _term(estimate: Estimate, analysis: Analysis) -> str:
    words = estimate.words
    return Span(words[0].idx, words[-1].idx + len(words[-1].text)).of(analysis.report.text)


def _text(words: Sequence[Token]) -> str | None:
    if not words:
        return None
    return "".join(t.text_with_ws for t in words).strip().rstrip(",;")


def _hinge(
    statement: Span, terms: Sequence[Token], told: Sequence[Estimate], analysis: Analysis
) -> str:
    """What has to be seen for it to be right: the clause without estimates and conditions."""
    left_out = {t.i for t in terms} | {t.i for e in told for t in e.words}
    words = [
        t.text_with_ws
        for t in analysis.doc
        if statement.start <= t.idx < statement.end and t.i not in left_out
    ]
    return " ".join("".join(words).split()).strip(" ,;")


def _author(verb: Token, analysis: Analysis, said: Sequence[Attribution]) -> Source:
    """Whose judgement it is: the innermost of those cited, else the report's author or outlet."""
    at = verb.idx
    holding = [a for a in said if any(s.start <= at < s.end for s in a.contents)]
    if holding:
        return min(holding, key=lambda a: a.content.end - a.content.start).source
    report = analysis.report
    kind = "author" if report.author or not report.outlet else "outlet"
    return Source(None, report.author or report.outlet, None, kind)


def _sentence(verb: Token, analysis: Analysis) -> Span:
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    return trimmed(analysis.report.text, sentence, "")


def _advice(
    sentence: Words, analysis: Analysis, cast: Cast, said: Sequence[Attribution]
) -> Iterator[Judgement]:
    """ "Europe should arm Kyiv": what somebody ought to do, which foretells nothing."""
    if sentence.text.rstrip(" ”\"'").endswith("?"):  # "why should bishops be exempt?"
        return
    for modal in sentence:
        if modal.tag_ != "MD" or modal.lower_ not in opening_words("advice"):
            continue
        verb = modal.head if modal.dep_ == "aux" else next(iter(children(modal, "xcomp")), modal)
        if verb == modal:
            continue
        doers = [c for s in subjects(verb) for m in cast.of(s) for c in m.codes]
        first = modal == verb.left_edge and modal.lower_ == "should" and verb.dep_ == "advcl"
        if not doers or first or verb.pos_ not in _VERBAL or _has_been(verb):
            continue
        words = [t for t in verb.subtree if not t.is_space]
        clause = Span(words[0].idx, words[-1].idx + len(words[-1].text))
        statement = trimmed(analysis.report.text, clause)
        yield Judgement(
            author=_author(verb, analysis, said),
            statement=statement.of(analysis.report.text),
            term=modal.text,
            low=_NO_CHANCE[0],
            high=_NO_CHANCE[1],
            span=_sentence(verb, analysis),
            actors=_actors(verb, cast),
            horizon=horizon(sentence, statement, analysis),
            condition=_text(condition(verb)),
            kind="prescription",
        )


def _has_been(verb: Token) -> bool:
    """True for "must have known", which is a guess and no advice."""
    return any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.lefts)
