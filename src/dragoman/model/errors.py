"""All errors that the library raises on purpose.

DragomanError
├── InputError             what was given cannot be read
│   ├── RefusedInputError  a limit or a rule of safety forbids it (size, nesting, address)
│   └── EmptyInputError    nothing in it to read
├── TableError             a table of what the reader knows is wrong: file, line, choices
├── RecordError            the record cannot do what was asked
└── UsageError             a question that cannot be put that way (an unknown type, a bad date)

Each message is one line: what was given, what was expected, what to do.
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root of the tree above."""


class InputError(DragomanError):
    """What was given cannot be read."""


class RefusedInputError(InputError):
    """It could be read, but a limit or a rule of safety forbids it."""


class EmptyInputError(InputError):
    """Nothing in it to read."""


class TableError(DragomanError):
    """A table is wrong; the message names the file, the line and the choices."""


class RecordError(DragomanError):
    """The record cannot do what was asked."""


class UsageError(DragomanError):
    """A question that cannot be put that way."""
