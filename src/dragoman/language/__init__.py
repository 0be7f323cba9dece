"""The language rooms: a report in, its parse and all that was recognised in it out.

The names below are loaded when first used, so that importing the package stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.language.analysing import analyse
    from dragoman.language.analysis import Analysis

__all__ = ["Analysis", "analyse"]


def __getattr__(name: str) -> Any:
    if name == "analyse":
        from dragoman.language.analysing import analyse  # noqa: PLC0415  # spaCy takes a second

        return analyse
    if name == "Analysis":
        from dragoman.language.analysis import Analysis  # noqa: PLC0415  # the same

        return Analysis
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
