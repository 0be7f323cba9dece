"""The versions of one act that a passage sets against each other: "disputed this narrative".

A passage does so by saying that somebody rejects what another holds. The versions are then what
was held, what those who reject it hold instead, and what others allege in the sentences after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.stance_tables import CLAIM, denied_nouns
from dragoman.model.attribution import Attribution
from dragoman.model.findings import Findings
from dragoman.model.span import Span

# "This narrative", "Moscow's version of events": what is rejected is named by no more words.
NAMED = 6
# What is held of an act, by its stance.
HELD = frozenset({"asserts", "alleges", "admits"})
ALLEGED = "alleges"
# A version is rejected at most so many rows after it is told, and told so soon after the act.
REACH = 3
_OPEN = ("that ", "how ", "why ")


class Version(NamedTuple):
    """One version: the row whose content it is, and where its words stand."""

    row: Attribution
    span: Span


def versions(findings: Findings, passage: Span) -> Iterator[Version]:
    """The versions that a passage sets against each other, in its order; none where it sets none.

    `passage` begins with the sentence that tells the act.
    """
    text = findings.report.text
    rows = [a for a in findings.attributions if passage.contains(a.span)]
    for number, row in enumerate(rows):
        if not _rejects(row, text):
            continue
        held = [r for r in rows[max(0, number - REACH) : number] if _holds(r) and _other(r, row)]
        if held:
            yield from (_version(r, text) for r in (held[-1], *_instead(rows[number + 1 :], row)))
            return


def _rejects(row: Attribution, text: str) -> bool:
    words = row.content.of(text).casefold().split()
    kinds = denied_nouns()
    return (
        row.stance == "denies" and len(words) <= NAMED and any(kinds.get(w) == CLAIM for w in words)
    )


def _holds(row: Attribution) -> bool:
    return row.stance in HELD and row.source.text is not None


def _other(one: Attribution, other: Attribution) -> bool:
    return one.source != other.source


def _instead(after: Sequence[Attribution], rejecting: Attribution) -> Iterator[Attribution]:
    """What those who reject hold, and what others allege in the sentences that follow on."""
    last = rejecting.span
    own = True
    for row in after:
        if row.span == rejecting.span and not _other(row, rejecting) and _holds(row) and own:
            own = False
            yield row
        elif row.span.start - last.end > 1 and row.span != last:
            return  # a sentence lies between that alleges nothing
        elif row.span != rejecting.span and row.stance == ALLEGED and _holds(row):
            last = row.span
            yield row


def _version(row: Attribution, text: str) -> Version:
    span = row.content
    words = span.of(text).casefold()
    opening = next((len(o) for o in _OPEN if words.startswith(o)), 0)
    return Version(row, Span(span.start + opening, span.end))
