"""An explanation as a plain object, for programs."""

from __future__ import annotations

from dragoman.coding.explained import Candidate, Chances, Explanation, Parsed, Tried, Why
from dragoman.coding.likeness import Alike
from dragoman.model.rows import Json, event_row, mention_row, when_row
from dragoman.model.span import Span


def explanation_row(told: Explanation) -> Json:
    """All parts of an explanation; spans are pairs of offsets into `text`."""
    text = told.report.text
    return {
        "text": text,
        "date": when_row(told.report.date),
        "coder": told.coder,
        "encoder": told.encoder,
        "mentions": [mention_row(m, text) for m in told.mentions],
        "parse": [_parsed(p, text) for p in told.parse],
        "candidates": [_candidate(c, text) for c in told.candidates],
        "frames": [_tried(t, text) for t in told.frames],
        "events": [event_row(e) for e in told.events],
        "alike": None if told.alike is None else [_alike(a) for a in told.alike],
    }


def _words(span: Span, text: str) -> Json:
    return {"text": span.of(text), "span": span.pair()}


def _parsed(parsed: Parsed, text: str) -> Json:
    return {
        **_words(parsed.span, text),
        "lemma": parsed.lemma,
        "tag": parsed.tag,
        "dependency": parsed.dependency,
        "head": parsed.head,
    }


def _candidate(candidate: Candidate, text: str) -> Json:
    return {
        **_words(candidate.span, text),
        "chances": _chances(candidate.chances, text) if candidate.chances else None,
        "frame": candidate.frame,
        "events": list(candidate.events),
        "why": _why(candidate.why, text) if candidate.why else None,
    }


def _chances(chances: Chances, text: str) -> Json:
    return {
        "act": chances.act,
        "types": [{"type": name, "probability": p} for name, p in chances.types],
        "mode": {"mode": chances.mode, "probability": chances.mode_probability},
        "factuality": {
            "factuality": chances.factuality,
            "probability": chances.factuality_probability,
        },
        "parties": [
            {
                "role": party.role,
                **_words(party.span, text),
                "probability": party.probability,
                "taken": party.taken,
            }
            for party in chances.parties
        ],
    }


def _why(why: Why, text: str) -> Json:
    return {
        "reason": why.reason.value,
        "probability": why.figure,
        "least": why.least,
        "other": _words(why.other, text) if why.other else None,
    }


def _tried(tried: Tried, text: str) -> Json:
    return {
        **_words(tried.span, text),
        "frame": tried.frame,
        "place": tried.place,
        "type": tried.type,
        "mode": tried.mode,
        "fits": tried.fits,
        "particle": tried.particle,
        "need": tried.need,
    }


def _alike(alike: Alike) -> Json:
    known = alike.known
    return {
        "id": known.id,
        "text": known.text,
        "types": list(known.types),
        "cosine": alike.cosine,
    }
