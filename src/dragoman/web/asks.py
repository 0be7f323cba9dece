"""What a request asks: its parameters, checked, as a question to the record."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel
from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.model.ontology import FACTUALITIES
from dragoman.model.questions import NAMES
from dragoman.record import Filters, Record, parse_filters
from dragoman.web.schemas import EventFilters

Form = Literal["page", "json", "csv", "api"]

# Rows at a time: what is asked for when nothing is said, and the most that may be.
DEFAULT_ROWS: dict[Form, int] = {"page": 50, "json": 1000, "csv": 1000, "api": 1000}
MOST_ROWS: dict[Form, int] = {"page": 200, "json": 5000, "csv": 5000, "api": 5000}
LONGEST_VALUE = 200
# An id may be cut short, but not so far that it is no more than a guess.
_ID = re.compile(r"[0-9A-Fa-f]{6,20}")


class NotFoundError(Exception):
    """Nothing has this address; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as a page, a program or a link puts it.

    `path` is the page's, without `.json` or `.csv`; `form` is what is to come back.
    """

    record: Record
    path: str
    params: Mapping[str, Sequence[str]]
    form: Form = "page"

    def one(self, name: str) -> str | None:
        """The last value of a parameter, or None where it is missing or blank."""
        values = self.params.get(name) or [""]
        return values[-1].strip() or None

    def check(self, known: Collection[str]) -> None:
        """Raise UsageError for a parameter that is unknown here, or too long."""
        for name, values in self.params.items():
            if name not in known:
                raise UsageError(f"no such filter {name[:40]!r}; there are: {', '.join(known)}")
            for value in values:
                if len(value) > LONGEST_VALUE:
                    raise UsageError(f"{name} is longer than {LONGEST_VALUE} characters")

    def flag(self, name: str) -> bool:
        """True where a parameter is "1", as a box that is ticked sends it; raises UsageError for
        anything but that and blank."""
        value = self.one(name)
        if value not in (None, "1"):
            raise UsageError(f"{name} {value[:40]!r} cannot be; expected 1, or nothing")
        return value is not None

    def choice(self, name: str, choices: Collection[str]) -> str | None:
        """One of `choices` or None; raises UsageError, naming them, for another value."""
        value = self.one(name)
        if value is not None and value not in choices:
            raise UsageError(f"no such {name} {value[:40]!r}; there are: {', '.join(choices)}")
        return value

    def row_id(self, key: str, kind: str) -> str:
        """A row's id, or how one begins; raises NotFoundError for what can be none."""
        if not _ID.fullmatch(key):
            raise NotFoundError(f"no {kind} {key[:80]!r}: an id has 6 to 20 letters and digits")
        return key.lower()

    def filters(self, known: type[BaseModel] = EventFilters) -> Filters:
        """The filters, with as many rows as are asked for; raises UsageError when one is wrong."""
        self.check(known.model_fields)
        given = {name: [v for v in vs if v.strip()] for name, vs in self.params.items()}
        if given.get("factuality") == ["all"]:
            given["factuality"] = list(FACTUALITIES)
        both = bool(given.get("both"))
        # What only this page can be asked by is read by its view.
        found = parse_filters({name: values for name, values in given.items() if name in NAMES})
        if both and found.actor and found.recipient:
            found = replace(found, actor=None, recipient=None, dyad=(found.actor, found.recipient))
        return replace(found, limit=self._limit(found.limit))

    def _limit(self, given: int | None) -> int:
        most = MOST_ROWS[self.form]
        if given is None:
            return DEFAULT_ROWS[self.form]
        if not 1 <= given <= most:
            raise UsageError(f"limit {given} cannot be; expected 1 to {most}, then ask with offset")
        return given


def ask_of(request: Request, form: Form) -> Ask:
    """What a request asks of the record that the application serves."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    path = request.url.path
    if form in ("json", "csv"):
        path = path.removesuffix(f".{form}")
    return Ask(request.app.state.record, "/" if path == "/desk" else path, given, form)
