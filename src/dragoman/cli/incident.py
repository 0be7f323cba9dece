"""One incident, or one dispute, for people: accounts side by side, positions with their holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from dragoman.cli.say import plain
from dragoman.cli.tables import lines_of, position_words, when_words
from dragoman.model.rows import Json

# Characters of an id that are shown.
_ID = 8
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Of what speaks for or against only the weightiest is told.
_FEATURES = 3


def print_incident(row: Json, out: TextIO) -> None:
    """Print an incident: its acts, reports, accounts, origins, disputes and why it is one."""
    letters = {report["id"]: _letter(n) for n, report in enumerate(row["reports"])}
    out.write(f"incident {row['id'][:_ID]}  {when_words(row['when'])}\n\n")
    _block(out, "acts", _acts(row))
    _block(out, "reports", _reports(row, letters))
    out.write("accounts, side by side\n")
    lines_of(["", *letters.values()], _accounts(row, letters), out)
    out.write("\n")
    _block(out, "origins", _origins(row, letters))
    sentences = {event["id"]: event["sentence"] for event in row["events"]}
    told = (line for d in row["disputes"] for line in _dispute(d, letters, sentences))
    _block(out, "disputes", told)
    _block(out, "changed", _changes(row))
    _block(out, "corrected", _corrections(row, letters))
    _block(out, "rulings", (_ruling(ruling) for ruling in row["rulings"]))
    _block(out, "why these are one", _verdicts(row))


def print_dispute(row: Json, out: TextIO) -> None:
    """Print a dispute with the words of each who holds a position."""
    of = f" of incident {row['incident'][:_ID]}" if row["incident"] else ""
    out.write(f"dispute {row['id'][:_ID]}{of}\n")
    for line in _dispute(row, {}, {}):
        out.write(f"{plain(line)}\n")


def _block(out: TextIO, title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        out.write(f"{title}\n")
        out.writelines(f"  {plain(line)}\n" if line else "\n" for line in found)
        out.write("\n")


def _letter(number: int) -> str:
    """A, B ... Z, A1, B1 ...: what a report is called beside the others."""
    rounds, place = divmod(number, len(_LETTERS))
    return _LETTERS[place] + (str(rounds) if rounds else "")


def _acts(row: Json) -> Iterator[str]:
    sentences = {event["id"]: event for event in row["events"]}
    for act in row["acts"]:
        first = sentences[act["events"][0]]
        yield f"{act['means']}: {first['sentence']}"
        yield f"   events {' '.join(event[:_ID] for event in act['events'])}"


def _reports(row: Json, letters: dict[str, str]) -> Iterator[str]:
    for report in row["reports"]:
        name = report["outlet"] or "no outlet told"
        title = report["title"] or "(no title)"
        published = when_words(report["date"])
        yield f"{letters[report['id']]}  {published}  {name}: {title} ({report['id'][:_ID]})"


def _accounts(row: Json, letters: dict[str, str]) -> Iterator[list[str]]:
    """A line an attribute, a column a report; "RUSGOV: heart failure" where it cites somebody."""
    for attribute in dict.fromkeys(value["attribute"] for value in row["values"]):
        cells: dict[str, list[str]] = {report: [] for report in letters}
        for value in row["values"]:
            if value["attribute"] == attribute:
                for held in value["holdings"]:
                    own = held["holder"] in {held["outlet"], held["report"]}
                    said = value["text"] if own else f"{held['holder']}: {value['text']}"
                    cells[held["report"]].append(said)
        yield [attribute, *("; ".join(dict.fromkeys(cell)) for cell in cells.values())]


def _origins(row: Json, letters: dict[str, str]) -> Iterator[str]:
    for origin in row["origins"]:
        told = " ".join(letters[report] for report in origin["reports"])
        name = origin["name"] or "not named"
        circular = "; they only cite one another" if origin["circular"] else ""
        yield f"{told}: {origin['kind']}, {name}{circular}"
        yield from dict.fromkeys(f"   {_reason(r, letters)}" for r in origin["reasons"])
    if len(row["origins"]) == 1:
        yield "all of it rests on this one origin"


def _reason(reason: Json, letters: dict[str, str]) -> str:
    where = letters.get(reason["report"], reason["report"][:_ID])
    return f"{where} {reason['why']}" + (f' ("{reason["words"]}")' if reason["words"] else "")


def _dispute(row: Json, letters: dict[str, str], sentences: dict[str, str]) -> Iterator[str]:
    since = f" since {row['since']}" if row["since"] else ""
    yield f"{row['subject']}: {row['status']}{since} ({row['id'][:_ID]})"
    if ruling := row["ruling"]:
        yield f"   settled: {row['settled']}, by {ruling['who']}: {ruling['why']}"
    for position in row["positions"]:
        yield f"   {position_words(position)}"
        held = position["holdings"]
        yield from dict.fromkeys(f"      {_held(one, letters, sentences)}" for one in held)


def _held(one: Json, letters: dict[str, str], sentences: dict[str, str]) -> str:
    """When, where and in which words a position is held, with the sentence around a few words."""
    where = letters.get(one["report"]) or one["outlet"] or f"report {one['report'][:_ID]}"
    sentence = sentences.get(one["event"], "")
    around = f" in: {sentence}" if one["words"] in sentence and one["words"] != sentence else ""
    return f'{one["since"] or "undated"} {where}: "{one["words"]}"{around}'


def _changes(row: Json) -> Iterator[str]:
    for change in row["changes"]:
        told = f"{change['attribute']} {change['before']['text']}"
        yield f"{change['holder']} told {told}, from {change['on']} on {change['after']['text']}"


def _corrections(row: Json, letters: dict[str, str]) -> Iterator[str]:
    for one in row["corrections"]:
        first, earlier = (letters.get(r or "", (r or "?")[:_ID]) for r in _ends(one))
        yield f"{first} {one['kind']} {earlier}: {one['words'] or one['why']}"


def _ends(correction: Json) -> tuple[str | None, str | None]:
    return correction["report"], correction["earlier"]


def _ruling(row: Json) -> str:
    events = " ".join(event[:_ID] for event in row["events"])
    change = f" {row['detail']}={row['value']}" if row["detail"] else ""
    said = f"{row['matter']} {events}: {row['ruling']}{change}"
    return f"{row['id'][:_ID]} {said}, by {row['who']} on {row['made_at']}: {row['why']}"


def _verdicts(row: Json) -> Iterator[str]:
    for verdict in row["verdicts"]:
        pair = f"{verdict['first'][:_ID]} {verdict['second'][:_ID]}"
        if verdict["bar"] == "ruling":
            yield f"{pair}: ruled by a person"
            continue
        heavy = verdict["features"][:_FEATURES]
        told = "; ".join(f"{f['words']} ({f['weight']:+.1f})" for f in heavy)
        yield f"{pair}: {verdict['probability']:.0%}: {told}"
