"""What a database's error comes to, in one line."""

from __future__ import annotations

from sqlalchemy.exc import OperationalError, SQLAlchemyError

_DAMAGED = "{where} is damaged; restore it from a copy"
_KNOWN = {
    "file is not a database": (
        "{where} is not a Dragoman record: it is no SQLite file; "
        "name another with --record, or $DRAGOMAN_RECORD"
    ),
    "readonly database": (
        "{where} cannot be written: it is read-only; make it writable, or name another record"
    ),
    "unable to open database": (
        "{where} cannot be opened; expected a file in a folder that exists and may be written"
    ),
    "database is locked": (
        "{where} is being written by another program that does not finish; try again later"
    ),
    "disk image is malformed": _DAMAGED,
    "Could not decode to UTF-8": _DAMAGED,
    "database or disk is full": "{where} cannot be written: no space is left on the disk",
    "append-only": "{where} keeps all that it holds: rows are added, never changed or removed",
}


def damaged(where: str) -> str:
    """What is said of a record whose file holds what nobody wrote into it."""
    return _DAMAGED.format(where=where)


def one_line(error: SQLAlchemyError, where: str) -> str:
    """What went wrong in the record at `where`, and what to do."""
    said = str(getattr(error, "orig", None) or error)
    for sign, line in _KNOWN.items():
        if sign in said:
            return line.format(where=where)
    first = next((line.strip() for line in said.splitlines() if line.strip()), type(error).__name__)
    if isinstance(error, OperationalError) and where.startswith("postgresql"):
        return f"{where} does not answer: {first}; is the server running, and the address right?"
    return f"{where}: {first}"
