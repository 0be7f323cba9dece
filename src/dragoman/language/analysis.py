"""What the language rooms know of one report, handed on to the coder."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.model.actor import Mention
from dragoman.model.attribution import Quotation
from dragoman.model.event import DateMention, Figure, Place
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report with its parse and what was recognised in it, each kind in text order.

    `doc.text` is `report.text`, with blanks for line breaks inside a paragraph, so a token's `idx`
    is an offset into the report's clean text.
    """

    report: Report
    doc: Doc
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    toponyms: tuple[Place, ...]
    figures: tuple[Figure, ...]
    quotations: tuple[Quotation, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Of the toponyms, those that something could happen at."""
        return tuple(p for p in self.toponyms if p.use == "name")
