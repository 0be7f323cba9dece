"""Why rows of a table gave no tie, in lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.linking.table_ties import Fault

_SYSTEMS = {
    "cow": "no COW number of a state",
    "gw": "no number of a state in the list of Gleditsch and Ward",
    "iso3": "no ISO 3166-1 alpha-3 code of a state",
    "name": "no name of one state or organisation in the actor tables",
    "code": "no actor code",
}
_WHY = {
    "time": "left out: no year or day from 1000 to 2199, or an end before the beginning",
    "quantity": "left out: {value} is no number",
    "missing": "gave none: the quantity is not known",
    "nothing": "gave none: the table says that nothing holds",
    "same": "left out: both sides are {value}",
}


def fault_lines(faults: Iterable[Fault]) -> Iterator[str]:
    """A line each: how many rows, the first of them, and what was wrong."""
    for fault in faults:
        rows = "1 row" if fault.rows == 1 else f"{fault.rows:,} rows"
        where = (
            f"{rows} (row {fault.first})" if fault.rows == 1 else f"{rows} (first {fault.first})"
        )
        yield f"{where} {_why(fault)}"


def _why(fault: Fault) -> str:
    value = _value(fault.value)
    what, _, system = fault.what.partition(" ")
    if system:
        return f"left out: {value} is {_SYSTEMS[system]}"
    return _WHY[what].format(value=value)


def _value(value: str | None) -> str:
    if value is None:
        return "an empty cell"
    return value if value.startswith("and ") else repr(value)
