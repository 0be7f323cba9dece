"""Which version of linking made what is kept: the tables it reads, and this program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dragoman.model.ids import content_id
from dragoman.version import coder_name

# Changes with the code of linking, where the same rows would be linked otherwise than before.
LINKING = 4
_FOLDERS = ("incidents", "origins", "names")


@cache
def linker_version() -> str:
    """An id that changes with whatever changes what linking makes of the same rows."""
    data = files("dragoman") / "data"
    tables = (
        table.read_text(encoding="utf-8")
        for folder in _FOLDERS
        for table in sorted((data / folder).iterdir(), key=lambda t: t.name)
        if table.name.endswith(".tsv")
    )
    return content_id("linker", str(LINKING), coder_name(), *tables)
