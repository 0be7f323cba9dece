"""Measures of a record of reports: counted once, as of a date, the same however they were added."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.main import main
from dragoman.engine.dyad_words import sentence, summary
from dragoman.engine.dyads import DyadAsk, dyad
from dragoman.model.errors import UsageError
from dragoman.record import Record, open_record
from dragoman.web.names import actor_name
from tests.incident_reports import findings

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "south-caucasus"


def fill(record: Record) -> None:
    """Put reports of a raid and of two strikes into the record."""
    for found in findings():
        record.add_findings(found)


def told(record: Record, pair: tuple[str, str], as_of: date | None = None) -> str:
    """The sentence on the first direction."""
    found = dyad(record, DyadAsk(pair, as_of=as_of))
    return sentence(summary(found, found.directions[0], actor_name))


def test_two_reports_of_one_raid_are_one_act(record: Record) -> None:
    fill(record)
    own = dragoman.dyad(record, "RUS", "AZE").filter(actor="RUS")
    assert own["material_conflict"].sum() == pytest.approx(1)
    found = dyad(record, DyadAsk(("RUS", "AZE"))).directions[0]
    (act,) = found.acts.iter_rows(named=True)
    assert (act["reports"], act["quad"], act["start"]) == (2, 4, date(2024, 6, 27))
    assert act["origins"] == 2


def test_a_series_opens_into_incidents_and_these_into_sentences(record: Record) -> None:
    fill(record)
    for one in dyad(record, DyadAsk(("RUS", "AZE"))).directions:
        for act in one.acts.iter_rows(named=True):
            assert act["events"]
            for name in act["events"]:
                event = record.event(name)
                assert event is not None and event["sentence"]


def test_as_of_a_date_only_what_had_been_published_counts(record: Record) -> None:
    fill(record)
    assert "nothing that has a date" in told(record, ("RUS", "AZE"), date(2024, 6, 27))
    early = dyad(record, DyadAsk(("RUS", "AZE"), as_of=date(2024, 7, 1)))
    assert early.directions[0].acts["reports"].to_list() == [1]
    assert early.coverage["reports"].sum() == pytest.approx(1)
    assert told(record, ("RUS", "AZE"), date(2024, 7, 1)).startswith("As of 2024-07-01, Russia")


def test_the_sentence_says_what_in_deeds_and_on_what_it_rests(record: Record) -> None:
    fill(record)
    assert told(record, ("RUS", "AZE")) == (
        "Russia towards Azerbaijan: deeds since 2024-06-27, 1 incident, all conflict; no words; "
        "too few incidents to tell a break from chance; "
        "resting on 1 incident and 2 independent origins."
    )


@pytest.mark.parametrize("order", [*permutations(range(3))][:4])
def test_the_order_of_reports_and_adding_twice_change_nothing(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    frames = []
    for name, numbers in (("a", range(3)), ("b", [*order, *order])):
        with open_record(tmp_path / f"{name}.db", create=True) as record:
            for n in numbers:
                record.add_findings(findings()[n])
            frames.append(dragoman.dyad(record, "RUS", "AZE", period="week"))
    assert frames[0].equals(frames[1])


def test_weights_and_scores_are_named_and_change_what_they_say(record: Record) -> None:
    fill(record)
    plain, weighed = (
        float(dragoman.dyad(record, "RUS", "AZE", weigh=by)["material_conflict"].sum())
        for by in ((), "origins")
    )
    assert weighed == pytest.approx(0.75 * plain, abs=0.01)
    with pytest.raises(UsageError, match="no such weight 'fame'; there are: origins, denied"):
        dragoman.dyad(record, "RUS", "AZE", weigh=["fame"])
    with pytest.raises(UsageError, match="no such option 'scale'"):
        dragoman.dyad(record, "RUS", "AZE", scale="plover")


def test_a_dyad_of_one_and_itself_is_none(record: Record) -> None:
    with pytest.raises(UsageError, match="AZE and AZEGOV are no two actors"):
        dragoman.dyad(record, "AZE", "AZEGOV")


def test_an_empty_record_has_empty_series(record: Record) -> None:
    assert dragoman.dyad(record, "RUS", "AZE").is_empty()
    assert dragoman.breaks(record, "RUS", "AZE").is_empty()
    assert dragoman.ladder(record, "RUS", "AZE").is_empty()
    assert dragoman.network(record).is_empty()
    assert "nothing that has a date" in told(record, ("RUS", "AZE"))


@pytest.mark.parametrize("ending", ["svg", "png"])
@pytest.mark.parametrize(
    "command", [["dyad", "RUS", "AZE"], ["network"], ["compare", "RUS-AZE@2024-06-27"]]
)
def test_charts_are_drawn_into_files(
    tmp_path: Path, command: list[str], ending: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path, drawn = tmp_path / "r.db", tmp_path / f"c.{ending}"
    with open_record(path, create=True) as record:
        fill(record)
    monkeypatch.setattr(
        "sys.argv", ["dragoman", *command, "--record", str(path), "--chart", str(drawn)]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0, capsys.readouterr().err
    data = drawn.read_bytes()
    assert data.startswith(b"<svg" if ending == "svg" else b"\x89PNG")
    if ending == "svg":
        assert b"script" not in data and b"href" not in data


def test_a_chart_of_another_form_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.db"
    open_record(path, create=True).close()
    monkeypatch.setattr(
        "sys.argv", ["dragoman", "dyad", "RUS", "AZE", "--record", str(path), "--chart", "c.gif"]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "no chart can be written as 'c.gif'; expected .svg or .png" in capsys.readouterr().err


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not there")
def test_words_without_deeds_in_march_and_deeds_in_august(tmp_path: Path) -> None:
    from dragoman.engine.pipeline import Inputs, add  # noqa: PLC0415  # loads the coder

    with open_record(tmp_path / "r.db", create=True) as record:
        add(record, Inputs((str(EXAMPLES), str(SEEDS))))
        march = told(record, ("RUS", "AZE"), date(2025, 3, 15))
        august = told(record, ("RUS", "AZE"), date(2025, 8, 31))
    assert "Russia towards Azerbaijan: words without deeds" in march
    assert "deeds since December 2024, 3 incidents, all conflict" in august
    assert "independent origins" in august
