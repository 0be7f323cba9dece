"""Analysis -> Findings: events, attributions, quotations, silences."""

from dragoman.coding.code import code

__all__ = ["code"]
