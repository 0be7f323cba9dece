"""How a text was read: each step of the coder beside what came of it.

Nothing is decided here: the steps are those that `code` takes, and the encoder's probabilities are
read again for the words that they are about.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.coding.chances import chances
from dragoman.coding.code import steps
from dragoman.coding.encoder import DIGITS, Reading, read
from dragoman.coding.explained import Candidate, Explanation, Parsed, Tried, Why
from dragoman.coding.learned import NAMES_ACT, likelihood
from dragoman.coding.likeness import alike
from dragoman.coding.participants import Cast
from dragoman.coding.steps import Fate, Kept, Missed, Reason, Steps
from dragoman.coding.triggers import Attempt, attempts
from dragoman.language.analysis import Analysis
from dragoman.model.span import Span
from dragoman.version import coder_name, encoder_enabled

# A word that the encoder holds for an act at least this likely is shown, though none is told.
SHOWN = 0.1


def explain(analysis: Analysis) -> Explanation:
    """The way of a report through the coder, from its mentions to its rows."""
    cast = Cast(analysis)
    doc = analysis.doc
    encoder = encoder_enabled()
    readings = {s.start: read(s) for s in doc.sents} if encoder else {}
    taken = steps(analysis)
    return Explanation(
        report=analysis.report,
        coder=coder_name(),
        encoder=encoder,
        mentions=analysis.mentions,
        parse=_parse(doc),
        candidates=_candidates(doc, taken, readings),
        frames=tuple(_tried(a) for t in doc for a in attempts(t, cast)),
        events=taken.findings.events,
        alike=alike(analysis.report.text) if encoder else (),
    )


def _candidates(doc: Doc, taken: Steps, readings: dict[int, Reading]) -> tuple[Candidate, ...]:
    """Everything that may name an act, in text order."""
    weighed: tuple[Kept | Missed, ...] = (*taken.weighed.kept, *taken.weighed.missed)
    found = {_words(w)[0].i: _weighed(w, taken, readings) for w in weighed}
    covered = {t.i for each in weighed for t in _words(each)}
    for sentence in doc.sents if readings else ():
        reading = readings[sentence.start]
        unread = sentence.start not in taken.weighed.asked
        for token in sentence:
            likely = likelihood(token, reading)
            if token.i in covered or token.is_punct or likely < SHOWN:
                continue
            why = (
                Why(Reason.UNREAD)
                if unread
                else Why(Reason.NO_ACT, round(likely, DIGITS), NAMES_ACT)
            )
            found[token.i] = Candidate(_span(token), chances([token], reading), None, (), why)
    return tuple(found[i] for i in sorted(found))


def _weighed(each: Kept | Missed, taken: Steps, readings: dict[int, Reading]) -> Candidate:
    return _told(each, taken, readings) if isinstance(each, Kept) else _missed(each, readings)


def _told(kept: Kept, taken: Steps, readings: dict[int, Reading]) -> Candidate:
    """An act that the coder keeps, with its rows, or why it has none."""
    token = kept.act.trigger.token
    at = next((n for n, each in enumerate(taken.acts) if each is kept), None)
    why = Why(Reason.NO_PARTY) if at is None else _why(taken.fates[at])
    mine = _span(token)
    rows = tuple(e.id for e in taken.findings.events if e.event_span == mine)
    return _candidate(kept, readings, () if why and why.reason is Reason.NO_PARTY else rows, why)


def _why(fate: Fate) -> Why | None:
    if fate.reason is None:
        return None
    return Why(fate.reason, other=fate.twin.event_span if fate.twin else None)


def _missed(missed: Missed, readings: dict[int, Reading]) -> Candidate:
    other = _span(missed.other) if missed.other is not None else None
    figure = round(missed.figure, DIGITS) if missed.figure is not None else None
    return _candidate(missed, readings, (), Why(missed.reason, figure, missed.least, other))


def _candidate(
    each: Kept | Missed, readings: dict[int, Reading], events: tuple[str, ...], why: Why | None
) -> Candidate:
    words = _words(each)
    reading = readings.get(words[0].sent.start)
    return Candidate(
        span=Span(words[0].idx, words[-1].idx + len(words[-1])),
        chances=chances(words, reading) if reading is not None else None,
        frame=each.framed.frame.place if each.framed is not None else None,
        events=events,
        why=why,
    )


def _words(each: Kept | Missed) -> tuple[Token, ...]:
    """The words that name an act: those of the encoder's proposal, else the frame's."""
    if each.proposal is not None:
        return each.proposal.words
    return (each.act.trigger.token if isinstance(each, Kept) else each.token,)


def _parse(doc: Doc) -> tuple[Parsed, ...]:
    """The tokens that are no white space; one that hangs on white space is its own head."""
    words = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(words)}
    return tuple(
        Parsed(_span(t), t.lemma_, t.tag_, t.dep_, place.get(t.head.i, place[t.i])) for t in words
    )


def _tried(attempt: Attempt) -> Tried:
    frame = attempt.frame
    told = f"{frame.lemma} {frame.particle}" if attempt.trigger.is_verb else None
    noun = f"{frame.particle} {frame.lemma}"
    return Tried(
        span=_span(attempt.trigger.token),
        frame=(told or noun) if frame.particle else frame.lemma,
        place=frame.place,
        type=frame.type,
        mode=frame.mode,
        particle=None if attempt.spelled else frame.particle,
        need=attempt.unmet.written if attempt.unmet is not None else None,
    )


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))
