"""What codes a report, under the name that its rows carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.model.findings import Findings
from dragoman.model.report import Report
from dragoman.version import coder_name

# Languages whose reports are coded; "und" is a text too short to tell. Others are kept uncoded.
LANGUAGES = ("en", "und")


def code_report(report: Report) -> Findings:
    """All that the present coder finds in one report; nothing in a language not read yet."""
    if report.language not in LANGUAGES:
        return Findings(report)
    # Loading the parser takes half a second, so only coding does it.
    from dragoman.coding.code import code  # noqa: PLC0415
    from dragoman.language import analyse  # noqa: PLC0415
    from dragoman.language.parse import passing_words  # noqa: PLC0415

    with passing_words():
        return code(analyse(report))


@dataclass(frozen=True, slots=True)
class Coder:
    """A coder's name with its version, and what it does."""

    name: str = field(default_factory=coder_name)
    code: Callable[[Report], Findings] = code_report


PRESENT = Coder()
