"""Who is who in a record, on both databases: names put together, rulings, and taking them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from typer.testing import CliRunner

from dragoman.cli.main import app
from dragoman.model.actor import ActorKind, Mention
from dragoman.model.errors import RecordError, UsageError
from dragoman.model.findings import Findings
from dragoman.model.rows import Json
from dragoman.model.when import day
from dragoman.record import Record, open_record, parse_filters
from tests.samples import CODER, report, span

NAMED: tuple[tuple[int, str, tuple[tuple[str, ActorKind, str | None], ...]], ...] = (
    (1, "Huseyn Safarov and Ziyaddin Safarov were held in Khankendi.", (
        ("Huseyn Safarov", "person", None),
        ("Ziyaddin Safarov", "person", None),
        ("Khankendi", "place", "AZE"),
    )),
    (2, "Hüseyin Seferov was held near Stepanakert, said Ziya Mammadov.", (
        ("Hüseyin Seferov", "person", "AZECVL"),
        ("Stepanakert", "place", "AZE"),
        ("Ziya Mammadov", "person", "AZEGOV"),
    )),
    (3, "Mammadov and Novruz Mammadov disagree.", (
        ("Mammadov", "person", "AZEGOV"),
        ("Novruz Mammadov", "person", "AZEGOV"),
    )),
)  # fmt: skip


def fill(record: Record) -> None:
    """Put three reports with names into the record."""
    for month_day, text, named in NAMED:
        when = day(date(2025, 7, month_day), "given")
        mentions = tuple(
            Mention(span(text, name), (code,) if code else (), kind, name, text.index(name))
            for name, kind, code in named
        )
        record.add_findings(Findings(report(text, date=when), mentions=mentions), CODER)


def groups(rows: list[Json]) -> set[frozenset[str]]:
    """The names of each identity."""
    return {frozenset(row["names"]) for row in rows}


def test_names_across_spellings_are_one_row(record: Record) -> None:
    fill(record)
    found = groups(record.identities())
    assert {"Huseyn Safarov", "Hüseyin Seferov"} in found
    assert {"Khankendi", "Stepanakert"} in found
    assert {"Ziyaddin Safarov"} in found and {"Mammadov"} in found


def test_a_row_tells_codes_counts_reasons_and_doubts(record: Record) -> None:
    fill(record)
    rows = {row["name"]: row for row in record.identities()}
    place = rows["Khankendi"]
    assert (place["codes"], place["mentions"], place["reports"]) == (["AZE"], 2, 2)
    assert "so called by Armenia" in place["links"][0]["reason"]
    others = {link["b"] for link in rows["Mammadov"]["doubts"]}
    assert others == {"Novruz Mammadov (AZE)", "Ziya Mammadov (AZE)"}


def test_a_state_its_land_and_its_government_are_one(record: Record) -> None:
    for kind, code in (("state", "AZE"), ("place", "AZE"), ("body", "AZEGOV")):
        text = f"Azerbaijan, told of as a {kind}."
        mention = Mention(span(text, "Azerbaijan"), (code,), kind, "Azerbaijan", 0)  # type: ignore[arg-type]
        record.add_findings(Findings(report(text), mentions=(mention,)), CODER)
    [row] = record.identities()
    assert (row["kind"], row["codes"], row["mentions"]) == ("state", ["AZE", "AZEGOV"], 3)


def test_filters_ask_for_the_reports_and_the_code(record: Record) -> None:
    fill(record)
    early = record.identities(parse_filters(as_of="2025-07-01"))
    assert groups(early) == {
        frozenset({n}) for n in ("Huseyn Safarov", "Ziyaddin Safarov", "Khankendi")
    }
    assert len(record.identities(parse_filters(actor="AZEGOV"))) == 3
    assert len(record.identities(parse_filters(limit=2, offset=1))) == 2
    with pytest.raises(UsageError, match="cannot be asked for by dyad"):
        record.identities(parse_filters(dyad="AZE-RUS"))


def test_a_ruling_is_kept_counts_and_can_be_undone(record: Record) -> None:
    fill(record)
    before = record.identities()
    made = record.rule_actors("Mammadov", "Ziya Mammadov", "same", "ana", "it is about roads")
    ruled = next(r for r in record.identities() if "Mammadov" in r["names"])
    assert ruled["status"] == "ruled" and ruled["names"] == ["Mammadov", "Ziya Mammadov"]
    assert "by ana on" in ruled["links"][0]["reason"]
    record.undo_ruling(made["id"][:8], "ben", "it was not")
    assert record.identities() == before
    [row] = record.rulings()
    assert (row["who"], row["ruling"], row["undone"]["who"]) == ("ana", "same", "ben")


def test_names_ruled_different_or_unsure_are_apart(record: Record) -> None:
    fill(record)
    for answer in ("different", "unsure"):
        record.rule_actors("Khankendi", "Stepanakert", answer, "ana", "two districts")
        assert {"Khankendi"} in groups(record.identities())
    record.rule_actors("Khankendi", "Stepanakert", "same", "ben", "one town")
    assert {"Khankendi", "Stepanakert"} in groups(record.identities())


def test_a_ruling_that_is_none_is_refused(record: Record) -> None:
    fill(record)
    with pytest.raises(UsageError, match="nothing in the record is called 'Mamadov'; near it are"):
        record.rule_actors("Mamadov", "Ziya Mammadov", "same", "ana", "so")
    with pytest.raises(UsageError, match="a ruling is on two names"):
        record.rule_actors("Mammadov", "Mammadov", "same", "ana", "so")
    with pytest.raises(UsageError, match="says who made it and why"):
        record.rule_actors("Mammadov", "Ziya Mammadov", "same", "ana", " ")
    with pytest.raises(UsageError, match="no ruling has an id"):
        record.undo_ruling("ffff", "ana", "so")


def test_a_ruling_is_undone_once(record: Record) -> None:
    fill(record)
    made = record.rule_actors("Mammadov", "Ziya Mammadov", "same", "ana", "so")
    record.undo_ruling(made["id"], "ana", "no")
    with pytest.raises(UsageError, match="was taken back by ana"):
        record.undo_ruling(made["id"], "ana", "no")


def test_rulings_are_never_changed(record: Record) -> None:
    fill(record)
    record.rule_actors("Mammadov", "Ziya Mammadov", "same", "ana", "so")
    for change in ("UPDATE rulings SET who = 'x'", "DELETE FROM rulings"):
        with (
            pytest.raises(RecordError, match="never changed"),
            record._database.writing() as connection,
        ):
            connection.execute(sql(change))


def test_the_commands(tmp_path: Path) -> None:
    where = str(tmp_path / "record.db")
    with open_record(where, create=True) as record:
        fill(record)
    run = CliRunner().invoke
    ruling = ["rule", "actor", "Mammadov", "Ziya Mammadov", "--why", "roads", "--record", where]
    assert run(app, [*ruling, "--same", "--who", "ana"]).exit_code == 0
    listed = run(app, ["rulings", "--record", where]).stdout.splitlines()
    assert listed[1].split("\t")[1:4] == ["Mammadov / Ziya Mammadov", "same", "ana"]
    merged = run(app, ["actors", "--merged", "--record", where]).stdout
    assert "Mammadov\tperson\truled\tMammadov, Ziya Mammadov\tAZEGOV\t2\t2\t" in merged
    undo = ["rule", "undo", listed[1].split("\t")[0], "--why", "no", "--record", where]
    assert run(app, undo).exit_code == 0
    for form in ("json", "jsonl", "csv"):
        told = run(app, ["actors", "--merged", "--record", where, "--format", form])
        assert told.exit_code == 0 and "Seferov" in told.stdout
    wrong = run(app, [*ruling, "--same", "--different"])
    assert isinstance(wrong.exception, UsageError)
