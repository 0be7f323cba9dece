"""Finding and reading the sets in a folder of gold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluation.adapter import Adapter, Gold, as_it_is
from dragoman.evaluation.sets import SETS
from dragoman.model.errors import InputError, UsageError

# Where gold stands beside a checkout, from the working directory.
BESIDE = Path("..") / "shared" / "gold"
_EXPECTED = (
    "a folder with events/, dates/, places/, attribution/ or incidents/ and their JSON Lines in it"
)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set's rows, and the SHA-256 of the file they are from."""

    adapter: Adapter
    rows: Gold
    sha256: str

    @property
    def name(self) -> str:
        """The set's name."""
        return self.adapter.name


def gold_folder(given: Path | None) -> Path:
    """The folder with gold; raises UsageError where none was given and none stands beside."""
    if given is None and not BESIDE.is_dir():
        raise UsageError(f"there is no gold at {BESIDE}; give --gold DIR, {_EXPECTED}")
    folder = given or BESIDE
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; expected {_EXPECTED}")
    return folder


def chosen(names: Iterable[str]) -> list[Adapter]:
    """The adapters of these names, all when there are none; raises UsageError for others."""
    asked = tuple(names)
    if unknown := [name for name in asked if name not in SETS]:
        raise UsageError(f"no set is called {unknown[0]}; there are: {', '.join(SETS)}")
    return [adapter for name, adapter in SETS.items() if not asked or name in asked]


def read_sets(folder: Path, adapters: Iterable[Adapter]) -> Iterator[GoldSet | Adapter]:
    """Each set, or its adapter where the folder has no file of it."""
    for adapter in adapters:
        path = _file(folder, adapter)
        yield read_set(path, adapter) if path else adapter


def read_set(path: Path, adapter: Adapter) -> GoldSet:
    """The set in a file; raises InputError that names the line that is no row."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise InputError(f"{path} cannot be read: {wrong.strerror}") from wrong
    return GoldSet(adapter, tuple(_rows(data, path, adapter)), hashlib.sha256(data).hexdigest())


def _file(folder: Path, adapter: Adapter) -> Path | None:
    found = sorted(folder.glob(adapter.files))
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise InputError(f"{folder} has several files of {adapter.name} ({names}); expected one")
    return found[0] if found else None


def _rows(data: bytes, path: Path, adapter: Adapter) -> Iterator[dict[str, object]]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as wrong:
            raise InputError(f"{path}, line {number}: is no JSON ({wrong})") from wrong
        if isinstance(row, dict) and adapter.prepare is not as_it_is:
            row = _prepared(row, adapter, f"{path}, line {number}")
        if not (isinstance(row, dict) and isinstance(row.get("text"), str) and "id" in row):
            raise InputError(f'{path}, line {number}: expected an object with "id" and "text"')
        yield row


def _prepared(row: dict[str, object], adapter: Adapter, place: str) -> dict[str, object]:
    try:
        return adapter.prepare(row)
    except (KeyError, TypeError) as wrong:
        raise InputError(f"{place}: has not the fields of {adapter.name} ({wrong})") from wrong
