"""Event files that others coded: read whatever their form, kept once, measured like reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

import dragoman
from dragoman.cli.main import main
from dragoman.engine.dyads import DyadAsk, dyad
from dragoman.engine.event_import import event_files, import_events
from dragoman.linking.event_actors import cameo_code
from dragoman.model.errors import InputError, RecordError, UsageError
from dragoman.record import Record
from tests.event_files import ICEWS, POLECAT, gdelt, icews, polecat, read_back, write

SAMPLE = Path(__file__).resolve().parents[2] / "shared" / "gold" / "events" / "icews_sample.tsv"
SINCE, UNTIL = date(2000, 1, 1), date(2030, 1, 1)


def rows(record: Record, who: str, whom: str, *names: str) -> list[tuple[object, ...]]:
    """Cells of the rows of one towards the other."""
    return read_back(record.table_event_rows(who, whom, SINCE, UNTIL), *names)


def test_one_raid_told_by_forty_is_one_act(record: Record, tmp_path: Path) -> None:
    told = [icews(n, "2018-06-01", Publisher=f"Outlet {n}") for n in range(40)]
    found = import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    assert (found.rows, found.events, found.acts, found.lines) == (40, 40, 1, ())
    frame = dragoman.dyad(record, "RUS", "AZE")
    assert frame["material_conflict"].to_list() == [1, 0]
    assert frame["reports"].to_list() == [40, 40]
    first = ("RUSCOP", "AZECVL", "173", "Outlet 0")
    assert rows(record, "RUS", "AZE", "actor", "recipient", "code", "publisher")[0] == first
    assert len(rows(record, "RUSCOP", "AZE", "key")) == 40
    assert rows(record, "RUSMIL", "AZE", "key") == []


def test_the_same_file_twice_and_files_that_overlap_add_nothing(
    record: Record, tmp_path: Path
) -> None:
    june = [icews(n, f"2018-06-{n:02}") for n in range(1, 11)]
    path = write(tmp_path / "a.tsv", june, ICEWS)
    assert import_events(record, path, "icews").events == 10
    again = import_events(record, path, "icews")
    assert not again.new and again.line() == "a.tsv as icews is there already"
    more = write(tmp_path / "b.tsv", [*june[5:], icews(11, "2018-06-11")], ICEWS)
    assert import_events(record, more, "icews").events == 1
    assert dragoman.dyad(record, "RUS", "AZE", period="day")["material_conflict"].sum() == 11
    assert [t["file"] for t in record.event_tables()] == ["a.tsv", "b.tsv"]


def test_bad_rows_are_told_and_lose_no_others(record: Record, tmp_path: Path) -> None:
    told = [
        icews(1, "2018-06-01"),
        icews(2, "no day"),
        icews(3, "2018-06-01", code="999"),
        icews(4, "2018-06-01", **{"Source Name": "Somebody", "Source Country": "Nowhere"}),
        icews(5, "2018-06-01", **{"Target Name": "", "Target Country": ""}),
        icews(1, "2018-06-02"),
        ("6",),
    ]
    found = import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    assert (found.rows, found.events) == (7, 1)
    assert [line.partition(" left")[0] for line in found.lines] == [
        "1 row (first 4)", "1 row (first 3)", "2 rows (first 2)", "1 row (first 6)",
        "1 row (first 5)",
    ]  # fmt: skip


def test_a_quotation_mark_in_a_cell_swallows_no_rows(record: Record, tmp_path: Path) -> None:
    told = [icews(n, "2018-06-01", City='a "town') for n in range(4)]
    told += [icews(9, "2018-06-02", City='"Samara"')]
    found = import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    assert (found.rows, found.events) == (5, 5)
    assert rows(record, "RUS", "AZE", "place") == [('a "town',)] * 4 + [("Samara",)]


def test_gdelt_comes_without_a_header_and_is_known_when_it_was_added(
    record: Record, tmp_path: Path
) -> None:
    told = [
        gdelt(1, "20180601", "20180603120000", ("RUSMIL", "AZECVL"), "190"),
        gdelt(2, "20180601", "20180601000000", ("ROMGOV", "AZE"), "040"),
        gdelt(3, "20180601", "20180601000000", ("RUSGOV", "AZEGOV"), "010"),
    ]
    found = import_events(record, write(tmp_path / "20180603.export.CSV", told), "gdelt")
    assert (found.rows, found.events) == (3, 3)
    assert rows(record, "ROU", "AZE", "actor", "reports") == [("ROUGOV", 12)]
    before = dyad(record, DyadAsk(("RUS", "AZE"), as_of=date(2018, 6, 2)))
    after = dyad(record, DyadAsk(("RUS", "AZE"), as_of=date(2018, 6, 3)))
    # A comment (010) is no act, and the attack was not known yet.
    assert before.directions[0].acts.is_empty()
    assert after.directions[0].acts["type"].to_list() == ["ASSAULT"]


def test_polecat_has_several_actors_in_a_cell(record: Record, tmp_path: Path) -> None:
    told = [
        polecat(1, "2020-03-01", "COERCE", "arrest"),
        polecat(2, "2020-03-02", "CONSULT", "visit", **{
            "Recipient Name": "RUS; IRN", "Recipient Country": "RUS; IRN",
            "Recipient Sectors": "GOV; MIL",
        }),
        polecat(3, "2020-03-03", "SUPPORT", "no such mode"),
    ]  # fmt: skip
    found = import_events(record, write(tmp_path / "p.txt", told, POLECAT), "polecat")
    assert (found.rows, found.events, found.lines) == (3, 4, ())
    assert rows(record, "AZE", "IRN", "recipient", "code") == [("IRNMIL", "CONSULT visit")]
    assert rows(record, "AZE", "RUS", "recipient", "code") == [
        ("RUS", "COERCE arrest"), ("RUSGOV", "CONSULT visit"), ("RUS", "SUPPORT"),
    ]  # fmt: skip


def test_plover_files_need_fewer_columns(record: Record, tmp_path: Path) -> None:
    path = write(tmp_path / "p.tsv", [row[:10] for row in [polecat(1, "2020-03-01", "AID")]],
                 POLECAT[:10])  # fmt: skip
    assert import_events(record, path, "plover").events == 1


def test_both_lists_of_scores_and_every_period_answer(record: Record, tmp_path: Path) -> None:
    told = [icews(n, f"2018-06-{n:02}") for n in range(1, 31)]
    import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    for period, periods in (("day", 30), ("week", 5), ("month", 1)):
        frame = dragoman.dyad(record, "RUS", "AZE", period=period, scores="goldstein")
        own = frame.filter(actor="RUS")
        assert own.height == periods
        assert own["material_conflict"].sum() == 30
        assert own["deeds"].sum() == -5 * 30


def test_a_dyad_of_bodies_is_measured_from_the_rows(record: Record, tmp_path: Path) -> None:
    other = {"Source Name": "Army", "Source Sectors": "Military"}
    told = [icews(1, "2018-06-01"), icews(2, "2018-06-01", **other)]
    import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    for who, many in (("RUSCOP", 1), ("RUSMIL", 1), ("RUSGOV", 0), ("RUS", 1)):
        assert dragoman.dyad(record, who, "AZE")["material_conflict"].sum() == many


def test_an_organisation_is_measured_like_a_state(record: Record, tmp_path: Path) -> None:
    nato = {"Source Name": "NATO", "Source Sectors": "Global", "Source Country": "",
            "Target Name": "Russia", "Target Sectors": "", "Target Country": "Russia"}  # fmt: skip
    told = [icews(n, f"2018-06-0{n}", "130", **nato) for n in (1, 2)]
    assert import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews").lines == ()
    frame = dragoman.dyad(record, "NATO", "RUS")
    assert frame["verbal_conflict"].to_list() == [2, 0]
    assert dragoman.ladder(record, "NATO", "RUS").is_empty()


def test_what_was_imported_cannot_be_changed(record: Record, tmp_path: Path) -> None:
    import_events(record, write(tmp_path / "i.tsv", [icews(1, "2018-06-01")], ICEWS), "icews")
    for table in ("event_tables", "table_events", "table_acts"):
        with pytest.raises(RecordError), record._database.writing() as connection:
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608  # our names


def test_a_file_of_another_form_is_refused(record: Record, tmp_path: Path) -> None:
    path = write(tmp_path / "i.tsv", [icews(1, "2018-06-01")], ICEWS)
    with pytest.raises(InputError, match="has no column 'publication_date', which polecat"):
        import_events(record, path, "polecat")
    with pytest.raises(UsageError, match="there are: gdelt, icews, plover, polecat"):
        import_events(record, path, "acled")


@pytest.mark.parametrize(
    ("given", "code"),
    [("RUSMIL", "RUSMIL"), ("USAGOVHLH", "USAGOV"), ("KSV", "XKX"), ("", None), ("ZZZ", None),
     ("rus", "RUS"), ("RUSBUSXXX", "RUSBUS")],
)  # fmt: skip
def test_actor_codes_of_cameo(given: str, code: str | None) -> None:
    assert cameo_code(given) == code


def test_the_command_goes_on_past_a_bad_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    write(folder / "a.tsv", [("x", "y")], ("one", "two"))
    write(folder / "b.tsv", [icews(1, "2018-06-01")], ICEWS)
    assert [p.name for p in event_files(folder)] == ["a.tsv", "b.tsv"]
    record = str(tmp_path / "r.db")
    monkeypatch.setattr("sys.argv", ["dragoman", "import", str(folder), "--as", "icews",
                                     "--record", record])  # fmt: skip
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert "b.tsv as icews came to 1 events" in said.out
    assert "a.tsv has no column" in said.err


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample of ICEWS is not there")
def test_the_sample_of_icews(tmp_path: Path) -> None:
    with dragoman.open_record(tmp_path / "r.db", create=True) as record:
        found = import_events(record, SAMPLE, "icews")
        assert found.rows == 4_993
        assert found.events > 0.95 * found.rows
        frame = dragoman.dyad(record, "USA", "PRK", period="day")
        assert frame["verbal_cooperation"].sum() > 20
