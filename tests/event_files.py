"""Small event files in the forms that others have; who and what in them is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.ingest.event_maps import event_map

ICEWS = ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
         "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
         "Sentence Number", "Publisher", "City")  # fmt: skip
POLECAT = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Name", "Actor Country",
           "Actor Sectors", "Recipient Name", "Recipient Country", "Recipient Sectors",
           "Placename", "Source", "Publication Date")  # fmt: skip


def icews(number: int, day: str, code: str = "173", **cells: str) -> tuple[str, ...]:
    """A row of ICEWS: Russian police against Azerbaijani citizens, unless told otherwise."""
    given = {
        "Event ID": str(number), "Event Date": day, "CAMEO Code": code,
        "Source Name": "Police (Russia)", "Source Sectors": "Police,Government",
        "Source Country": "Russian Federation", "Target Name": "Citizen (Azerbaijan)",
        "Target Sectors": "Social", "Target Country": "Azerbaijan", "Story ID": "7",
        "Publisher": "Sample Wire", "City": "Samara", **cells,
    }  # fmt: skip
    return tuple(given.get(name, "") for name in ICEWS)


def gdelt(number: int, day: str, added: str, pair: tuple[str, str], code: str) -> tuple[str, ...]:
    """A row of GDELT 2.0, told by twelve articles of three outlets."""
    cells = {
        "globaleventid": str(number), "day": day, "actor1code": pair[0], "actor2code": pair[1],
        "eventcode": code, "numarticles": "12", "numsources": "3", "dateadded": added,
        "sourceurl": "https://wire.example/1",
    }  # fmt: skip
    return tuple(cells.get(name, "") for name in event_map("gdelt").header)


def polecat(number: int, day: str, kind: str, mode: str = "", **cells: str) -> tuple[str, ...]:
    """A row of POLECAT between Azerbaijan and Russia, unless told otherwise."""
    given = {
        "Event ID": f"P{number}", "Event Date": day, "Event Type": kind, "Event Mode": mode,
        "Actor Name": "AZE", "Actor Country": "AZE", "Actor Sectors": "GOV",
        "Recipient Name": "RUS", "Recipient Country": "RUS", "Recipient Sectors": "None",
        "Source": "Sample Wire", "Publication Date": day, **cells,
    }  # fmt: skip
    return tuple(given.get(name, "") for name in POLECAT)


def write(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> Path:
    """Rows as a tab-separated file."""
    lines = ["\t".join(row) for row in ([header] if header else []) + list(rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read_back(rows: Sequence[Mapping[str, object]], *names: str) -> list[tuple[object, ...]]:
    """Some cells of rows."""
    return [tuple(row[name] for name in names) for row in rows]
