"""Acts that reports and files both tell count once, by rules that can be checked and left off."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.analysis.together import together, with_filed, without
from dragoman.cli.main import main
from dragoman.engine.dyads import DyadAsk, dyad
from dragoman.engine.event_import import import_events
from dragoman.record import Record, open_record
from tests.acts_samples import act, acts
from tests.event_files import ICEWS, gdelt, icews, write
from tests.incident_reports import findings

DAY = date(2024, 6, 27)
_FILED = {"actor": pl.String, "recipient": pl.String, "day": pl.Date, "code": pl.String,
          "type": pl.String, "mode": pl.String}  # fmt: skip


def filed(*days: date, kind: str = "COERCE", mode: str | None = None) -> pl.DataFrame:
    """Acts of files of one kind, one a day."""
    rows = [("AZE", "RUS", day, f"{kind} {mode}", kind, mode) for day in days]
    return pl.DataFrame(rows, schema=_FILED, orient="row")


def test_an_act_and_one_of_a_file_on_its_day_or_the_next_are_one() -> None:
    for after, one in ((-1, 0), (0, 1), (1, 1), (2, 0)):
        other = filed(DAY + timedelta(days=after))
        assert together(acts(act(DAY, "COERCE")), other).height == one, after


def test_another_type_another_pair_and_vague_days_are_never_one() -> None:
    own = acts(act(DAY, "COERCE"))
    assert together(own, filed(DAY, kind="ASSAULT")).is_empty()
    assert together(own, filed(DAY).with_columns(actor=pl.lit("TUR"))).is_empty()
    assert together(acts(act(DAY, "COERCE", days=40)), filed(DAY)).is_empty()
    assert together(acts(act(DAY, "COERCE", days=30)), filed(DAY + timedelta(days=20))).height == 1


def test_the_closest_kind_and_day_is_taken_and_each_only_once() -> None:
    own = acts(act(DAY, "COERCE", mode="arrest"))
    told = pl.concat([filed(DAY), filed(DAY + timedelta(days=1), mode="arrest")])
    (row,) = together(own, told).iter_rows(named=True)
    assert (row["day"], row["code"]) == (DAY + timedelta(days=1), "COERCE arrest")
    assert without(told, together(own, told))["code"].to_list() == ["COERCE None"]
    assert with_filed(own, together(own, told))["filed"].to_list() == ["2024-06-28 COERCE arrest"]


OFFSETS = st.lists(st.integers(0, 20), max_size=8, unique=True)


@given(OFFSETS, OFFSETS, st.randoms())
def test_one_stands_for_one_whatever_the_order(
    told: list[int], days: list[int], luck: object
) -> None:
    own = acts(*(act(DAY + timedelta(days=n), "COERCE", incident=f"i{n}") for n in told))
    files = filed(*(DAY + timedelta(days=n) for n in days))
    found = together(own, files)
    assert found.height <= min(len(told), len(days))
    assert found["incident"].n_unique() == found["day"].n_unique() == found.height
    assert without(files, found).height == len(days) - found.height
    again = together(
        own.sample(fraction=1.0, shuffle=True), files.sample(fraction=1.0, shuffle=True)
    )
    assert again.equals(found)


def fill(record: Record, folder: Path) -> None:
    """A raid of June 27 that two reports tell, and a file that tells it and an arrest in July."""
    for found in findings()[:2]:
        record.add_findings(found)
    told = [icews(1, "2024-06-28", "173", Publisher="River Gazette"), icews(2, "2024-07-20", "173")]
    import_events(record, write(folder / "i.tsv", told, ICEWS), "icews")


def test_a_raid_that_reports_and_a_file_tell_is_one_act(record: Record, tmp_path: Path) -> None:
    fill(record, tmp_path)
    found = dyad(record, DyadAsk(("RUS", "AZE")))
    assert found.together == 1
    assert "1 act that both a report and a file tell is counted once" in found.notes
    acts_told = found.directions[0].acts
    assert acts_told["filed"].drop_nulls().to_list() == ["2024-06-28 173"]
    apart = dragoman.dyad(record, "RUS", "AZE", apart=True)["material_conflict"].sum()
    assert dragoman.dyad(record, "RUS", "AZE")["material_conflict"].sum() == apart - 1 == 2


def test_networks_ladders_and_comparisons_count_it_once_too(record: Record, tmp_path: Path) -> None:
    fill(record, tmp_path)
    for how, many in (({}, 2), ({"apart": True}, 3)):
        edges = dragoman.network(record, until="2024-08-01", days=60, **how)
        assert edges.filter(actor="RUS", recipient="AZE")["acts"].sum() == pytest.approx(many)
        figures = dragoman.reciprocity(record, "RUS", "AZE", **how)
        assert figures.filter(actor="AZE", sign="conflict")["acts"].to_list() == [many]
        cases = dragoman.compare(record, "RUS-AZE@2024-06-27", **how)
        assert cases["material_conflict"].sum() == pytest.approx(many)


def test_coverage_names_the_outlets_of_files(record: Record, tmp_path: Path) -> None:
    fill(record, tmp_path)
    told = [gdelt(1, "20240720", "20240801000000", ("RUSGOV", "AZEGOV"), "190")]
    import_events(record, write(tmp_path / "g.CSV", told), "gdelt")
    june, july = dragoman.dyad(record, "RUS", "AZE").filter(actor="RUS").iter_rows(named=True)
    assert june["outlets"] == ["River Gazette", "Volga Wire"]
    # GDELT names no outlet: what it is stands for its twelve articles.
    assert july["outlets"] == ["Caspian Letter", "GDELT Event Database 2.0", "Sample Wire"]
    assert july["reports"] == pytest.approx(1 + 12 + 1)
    early = dragoman.dyad(record, "RUS", "AZE", as_of="2024-07-25").filter(actor="RUS")
    assert early["outlets"].to_list()[-1] == ["Caspian Letter", "Sample Wire"]


def test_coverage_of_bodies_names_their_outlets(record: Record, tmp_path: Path) -> None:
    army = {"Source Name": "Army", "Source Sectors": "Military", "Publisher": "River Gazette"}
    told = [icews(1, "2018-06-01"), icews(2, "2018-06-01", **army)]
    import_events(record, write(tmp_path / "i.tsv", told, ICEWS), "icews")
    for who, outlets in (("RUSCOP", ["Sample Wire"]), ("RUSMIL", ["River Gazette"]),
                         ("RUS", ["River Gazette", "Sample Wire"])):  # fmt: skip
        frame = dragoman.dyad(record, who, "AZE").filter(actor=who)
        assert frame["outlets"].to_list() == [outlets]


@pytest.mark.parametrize("apart", [False, True])
def test_the_command_says_how_many_were_put_together(
    tmp_path: Path, apart: bool, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with open_record(tmp_path / "r.db", create=True) as record:
        fill(record, tmp_path)
    asked = (["dyad", "RUS", "AZE"], ["ladder", "RUS", "AZE"], ["compare", "RUS-AZE@2024-06-27"],
             ["network", "--until", "2024-08-01", "--days", "60"])  # fmt: skip
    for command in asked:
        given_ = [*command, "--record", str(tmp_path / "r.db"), *(["--apart"] if apart else [])]
        monkeypatch.setattr("sys.argv", ["dragoman", *given_])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert ended.value.code == 0, said.err
        assert ("counted once" in said.err) is not apart, command
