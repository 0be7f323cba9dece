"""Dragoman: reports about the relations between states, as a sourced, dated record.

    import dragoman

    with dragoman.open_record("dragoman.db") as record:
        table = dragoman.chronology(record, dyad="AZE-RUS", since="2025-06-01")

What is named here is stable; the rest of the package may change from version to version.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.engine.event_import import import_events
    from dragoman.engine.measures import (
        breaks,
        compare,
        dyad,
        dyad_ties,
        ladder,
        network,
        reciprocity,
    )
    from dragoman.engine.python import (
        actors,
        attributions,
        authors,
        chronology,
        code,
        disputes,
        events,
        identities,
        import_ties,
        incidents,
        judgements,
        quotes,
        read,
        reports,
        silences,
        speakers,
        tie_tables,
        ties,
    )
    from dragoman.model.errors import DragomanError
    from dragoman.model.event import Event
    from dragoman.model.findings import Findings
    from dragoman.model.report import Report
    from dragoman.record import Record, open_record

__all__ = [
    "DragomanError",
    "Event",
    "Findings",
    "Record",
    "Report",
    "__version__",
    "actors",
    "attributions",
    "authors",
    "breaks",
    "chronology",
    "code",
    "compare",
    "disputes",
    "dyad",
    "dyad_ties",
    "events",
    "identities",
    "import_events",
    "import_ties",
    "incidents",
    "judgements",
    "ladder",
    "network",
    "open_record",
    "quotes",
    "read",
    "reciprocity",
    "reports",
    "silences",
    "speakers",
    "tie_tables",
    "ties",
]

# Where each name is from: it is imported when first used, so that `import dragoman` is quick.
_FROM = {
    "DragomanError": "dragoman.model.errors",
    "Event": "dragoman.model.event",
    "Findings": "dragoman.model.findings",
    "Record": "dragoman.record",
    "Report": "dragoman.model.report",
    "breaks": "dragoman.engine.measures",
    "import_events": "dragoman.engine.event_import",
    "compare": "dragoman.engine.measures",
    "dyad": "dragoman.engine.measures",
    "dyad_ties": "dragoman.engine.measures",
    "ladder": "dragoman.engine.measures",
    "network": "dragoman.engine.measures",
    "reciprocity": "dragoman.engine.measures",
    "open_record": "dragoman.record",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_FROM.get(name, "dragoman.engine.python")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
