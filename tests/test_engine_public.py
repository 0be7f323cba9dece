"""The public names: few, pinned, and quick to import."""

from __future__ import annotations

import subprocess
import sys

import dragoman


def test_public_names_are_pinned() -> None:
    assert dragoman.__all__ == [
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
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    assert dir(dragoman) == sorted(dragoman.__all__)


def test_other_names_are_none() -> None:
    assert not hasattr(dragoman, "pandas")


def test_importing_loads_no_heavy_library() -> None:
    code = (
        "import sys, dragoman; "
        "print(*(n for n in ('spacy', 'polars', 'sqlalchemy', 'rich') if n in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == ""
