"""Files and folders: only regular files are read, and none outside the folder that was named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.ingest.limits import MAX_FOLDER_DEPTH
from dragoman.model.errors import InputError, RefusedInputError

# A FIFO opens only when somebody writes to it, so opening must not wait. Windows has neither.
_NO_WAITING: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


# A file of this name tells of its folder and is no report; named by itself, it is read.
ABOUT_FOLDER = "readme"


def is_folder(path: Path) -> bool:
    """True for a folder; a name that cannot be looked at is none, and opening it says why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def open_regular(path: Path) -> BinaryIO:
    """The file opened for reading. Raises InputError when it is missing or no regular file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
    except FileNotFoundError:
        raise InputError("there is no such file or folder") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be opened ({why})") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise RefusedInputError("is no regular file; devices and pipes are not read")
    return cast(BinaryIO, os.fdopen(descriptor, "rb"))


def walk(folder: Path) -> Iterator[Path]:
    """The files in a folder and its folders, sorted by name, but for hidden ones and its README.

    A link is followed only to a file within the folder, and never to another folder.
    """
    root = folder.resolve()
    yield from _walk(folder, root, 0)


def _walk(folder: Path, root: Path, depth: int) -> Iterator[Path]:
    if depth > MAX_FOLDER_DEPTH:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError:
        # It is listed as a file would be, and refused there with the reason.
        yield folder
        return
    for path in entries:
        if path.name.startswith(".") or path.stem.lower() == ABOUT_FOLDER:
            continue
        if is_folder(path) and not path.is_symlink():
            yield from _walk(path, root, depth + 1)
        else:
            yield path


def leads_outside(path: Path, folder: Path) -> bool:
    """True for a link whose target is not within `folder`."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True
