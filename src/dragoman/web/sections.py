"""The sections of the pages: what the head links to, and what stands beside a page in its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A link of the head, and the pages (address, name) that it leads on to."""

    href: str
    name: str
    pages: tuple[tuple[str, str], ...] = ()

    def holds(self, path: str) -> bool:
        """True for the address of a page of this section."""
        own = (self.href, *(href for href, _ in self.pages))
        return any(path == href or path.startswith(f"{href}/") for href in own)


SECTIONS = (
    Section("/chronology", "Chronology"),
    Section(
        "/incidents",
        "Incidents",
        (("/incidents", "Incidents"), ("/disputes", "Disputes"), ("/rulings", "Rulings")),
    ),
    Section(
        "/dyads", "Dyads", (("/dyads", "Dyads"), ("/network", "Network"), ("/compare", "Compare"))
    ),
    Section("/reports", "Reports", (("/reports", "Reports"), ("/corrections", "Corrections"))),
    Section("/actors", "Actors", (("/actors", "Actors"), ("/identities", "Who is who"))),
    Section(
        "/attributions",
        "Sayings",
        (
            ("/attributions", "Who says what"),
            ("/quotes", "Quotations"),
            ("/speakers", "Speakers"),
            ("/silences", "Silences"),
        ),
    ),
    Section("/judgements", "Judgements", (("/judgements", "Judgements"), ("/authors", "Authors"))),
    Section("/ties", "Ties"),
    Section("/about", "About"),
)


def section_of(path: str) -> Section | None:
    """The section that a page is in."""
    return next((section for section in SECTIONS if section.holds(path)), None)
