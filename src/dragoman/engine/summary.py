"""What came of adding reports to a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.ingest import Refusal

# A line that names more refusals than these cannot be read; each was said when it happened.
_NAMED = 3


@dataclass(slots=True)
class Summary:
    """Counts of reports: `added` new ones, `there` already, `completed` there but only now coded.

    `events` counts the events of those coded now; `unread` the reports, among the added, that are
    kept but not coded because of their language, by language; `refused` what could not be done.
    """

    added: int = 0
    there: int = 0
    completed: int = 0
    events: int = 0
    unread: dict[str, int] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    def line(self) -> str:
        """One line that says it all."""
        parts = [f"added {_count(self.added, 'report')} with {_count(self.events, 'event')}"]
        if self.unread:
            unread = ", ".join(f"{n} in {code!r}" for code, n in sorted(self.unread.items()))
            parts.append(f"kept without coding, for their language: {unread}")
        if self.completed:
            parts.append(f"{self.completed} there before and now coded")
        parts.append(f"{self.there} there already")
        parts.append(f"{len(self.refused)} refused{self._which()}")
        return "; ".join(parts)

    def _which(self) -> str:
        """What was refused; why was said of each when it happened."""
        if not self.refused:
            return ""
        named = [" ".join(r.where.split()) for r in self.refused[:_NAMED]]
        more = len(self.refused) - len(named)
        return ": " + ", ".join(named) + (f" and {more} more" if more else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
