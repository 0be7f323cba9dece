"""Through whom a saying came, and from whom what stands at a place of the text is known."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.actor import AUTHOR, Source
from dragoman.model.attribution import Attribution, Quotation


def chain_of(row: Attribution, rows: Sequence[Attribution]) -> tuple[Source, ...]:
    """Through whom it came, the nearest first: "CNN reported that officials had said ..."."""
    holding = [
        a
        for a in rows
        if a.source.text
        and a.source != row.source
        and any(s.start <= row.cue.start < s.end for s in a.contents)
    ]
    holding.sort(key=lambda a: a.content.end - a.content.start)
    return tuple(dict.fromkeys((*row.chain, *(a.source for a in holding))))


def sources_of(
    offset: int, rows: tuple[Attribution, ...], quotations: tuple[Quotation, ...]
) -> tuple[Source, ...]:
    """From whom what stands at `offset` is known: innermost source first, else the author."""
    holding = [a for a in rows if any(s.start <= offset < s.end for s in a.contents)]
    holding.sort(key=lambda a: a.content.end - a.content.start)
    found = [a.source for a in holding]
    for quotation in quotations:
        if quotation.span.start <= offset < quotation.span.end and quotation.speaker:
            speaker = Source(quotation.actor, quotation.speaker, None, "named")
            told = {s.actor for s in found} | {s.text for s in found}
            if not told & {speaker.actor or speaker.text, speaker.text}:
                found.append(speaker)
    return tuple(dict.fromkeys(found)) or (AUTHOR,)
