"""`dragoman evaluate`: gold found and coded, figures printed, floors held, the page written."""

from __future__ import annotations

import json
import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.main import app
from dragoman.evaluation.adapter import Coded, Gold
from dragoman.evaluation.floors import Floor, moved, read_floors, under, write_floors
from dragoman.evaluation.gold import BESIDE, GoldSet, chosen, gold_folder, read_set, read_sets
from dragoman.evaluation.measure import Measured, code_row, measure, published
from dragoman.evaluation.page import error_rows
from dragoman.evaluation.peers import all_peers, best_peer
from dragoman.evaluation.sets import SETS
from dragoman.evaluation.words import number
from dragoman.model.errors import DragomanError, InputError, UsageError
from dragoman.model.when import UNKNOWN

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT / BESIDE
# So many texts of a set show that two scorers agree.
SLICE = 25
# What the reference scorer calls them.
REFERENCE = {
    "plover_gsr": "events",
    "plv": "events",
    "polnear": "attribution",
    "tr_news": "places",
    "te3_platinum": "dates",
}


def actors(code: str) -> list[dict[str, str]]:
    """A side of a gold event."""
    return [{"code": code}]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with two sets of our own."""
    folder = tmp_path / "gold"
    sentences = [
        ("Peru accused Chile of spying.", {"actor": actors("PER"), "recipient": actors("CHL")}),
        ("Chad accused Niger of spying.", {"actor": actors("NER"), "recipient": actors("TCD")}),
    ]
    rows = [
        {"id": f"s{n}", "text": text, "date": "2000-01-01", "expected": [{"code": "ACCUSE", **e}]}
        for n, (text, e) in enumerate(sentences)
    ]
    phrases = [
        {"id": "p0", "text": "Peru", "expected": {"country": "PER", "sector": ""}},
        {"id": "p1", "text": "Peruvian police", "expected": {"country": "PER", "sector": "COP"}},
    ]
    for name, found in (("plover_gsr.dev", rows), ("actor_phrases.dev", phrases)):
        path = folder / "events" / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return folder


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Where floors are kept."""
    return tmp_path / "floors.toml"


def evaluate(*arguments: object) -> Any:
    """What the command did."""
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)], standalone_mode=False)


def one_set(gold: Path, name: str = "plover_gsr") -> Measured:
    """A set of the folder, measured."""
    (found,) = read_sets(gold, chosen([name]))
    assert isinstance(found, GoldSet)
    return measure(found)


def test_it_prints_each_figure_with_floor_and_peer(gold: Path, floors: Path) -> None:
    done = evaluate("--gold", gold, "--floors", floors, "--raise-floors", "--format", "json")
    assert done.return_value == 0
    rows = {(r["set"], r["figure"]): r for r in json.loads(done.stdout)}
    dyad = rows["plover_gsr", "dyad"]
    assert (dyad["value"], dyad["floor"], dyad["holds"], dyad["texts"]) == (0.5, 0.5, True, 2)
    assert dyad["peer"]["name"] == "UniversalPetrarch"
    assert rows["plover_gsr", "type_recall"]["floor"] is None
    assert rows["actor_phrases", "sector_right"]["value"] == 1
    assert "plv is not in" in done.stderr


def test_it_prints_a_table(gold: Path, floors: Path) -> None:
    done = evaluate("--gold", gold, "--floors", floors, "--set", "plover_gsr")
    names, *lines = done.stdout.splitlines()
    assert names.split("\t") == ["set", "figure", "value", "floor", "holds", "best peer"]
    assert "plover_gsr\tdyad\t0.500\t\t\t0.330 UniversalPetrarch" in lines
    assert not floors.exists()


def test_it_ends_with_1_under_a_floor(gold: Path, floors: Path) -> None:
    sha256 = one_set(gold).gold.sha256
    write_floors(floors, {"plover_gsr": Floor(sha256, {"dyad": 0.9, "triple": 0.4})})
    done = evaluate("--gold", gold, "--floors", floors, "--set", "plover_gsr")
    assert done.return_value == 1
    assert "dyad is 0.5, under its floor of 0.9" in done.stderr
    assert "triple is" not in done.stderr


def test_only_the_flag_lowers_a_floor(gold: Path, floors: Path) -> None:
    measured = one_set(gold)
    was = {"plover_gsr": Floor(measured.gold.sha256, {"dyad": 0.9, "triple": 0.4})}
    raised = moved(was, [measured], lower=False)["plover_gsr"].figures
    assert raised == {"dyad": 0.9, "triple": 0.5, "type_macro_f1": 1.0}
    write_floors(floors, was)
    assert evaluate("--gold", gold, "--floors", floors, "--raise-floors").return_value == 1
    assert evaluate("--gold", gold, "--floors", floors, "--lower-floors").return_value == 0
    assert read_floors(floors)["plover_gsr"].figures["dyad"] == 0.5


def test_floors_of_other_texts_are_left_aside(gold: Path, floors: Path) -> None:
    other = {"plover_gsr": Floor("0" * 64, {"dyad": 0.9})}
    measured = one_set(gold)
    assert under(measured, other["plover_gsr"]) == {}
    assert moved(other, [measured], lower=False) == other
    assert moved(other, [measured], lower=True)["plover_gsr"].sha256 == measured.gold.sha256
    write_floors(floors, other)
    done = evaluate("--gold", gold, "--floors", floors, "--set", "plover_gsr")
    assert done.return_value == 0
    assert "is not the file" in done.stderr


def test_fewer_kilometres_are_better(gold: Path) -> None:
    measured = one_set(gold)
    far = Measured(measured.gold, {"mean_km": 240.2}, Counter(), Counter(), {})
    floor = Floor(measured.gold.sha256, {"mean_km": 240.0})
    assert under(far, floor) == {"mean_km": 240.0}
    assert moved({}, [far], lower=False)["plover_gsr"].figures == {"mean_km": 241}
    peer = best_peer("tr_news", "mean_km")
    assert peer is not None
    assert peer.value == 295


def test_floors_survive_being_written(floors: Path) -> None:
    kept = {"plv": Floor("ab", {"type_macro_f1": 0.5}), "tr_news": Floor("cd", {"mean_km": 240})}
    write_floors(floors, kept)
    assert read_floors(floors) == kept


@pytest.mark.parametrize("text", ["[plv]\n", "plv = 3\n", "[plv", "[plv]\nsha256='a'\nfloors=1\n"])
def test_broken_floors_are_refused(floors: Path, text: str) -> None:
    floors.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="expected"):
        read_floors(floors)


def test_gold_is_coded_as_the_code_command_codes(gold: Path) -> None:
    (row, _) = one_set(gold).gold.rows
    coded = code_row(row, SETS["petr2_gsr"])
    lines = json.dumps({"id": row["id"], "text": row["text"], "date": row["date"]})
    printed = CliRunner().invoke(app, ["code", "-"], input=lines).stdout
    said = json.loads(printed)
    assert coded["events"] == said["events"]
    assert coded["date"]["start"] == said["date"]["start"] == "2000-01-01"


def test_placeholder_dates_are_not_taken(gold: Path) -> None:
    (row, _) = one_set(gold).gold.rows
    assert code_row(row, SETS["plover_gsr"])["date"]["start"] is None
    assert published("121108") == published(None) == UNKNOWN


def test_it_says_what_to_give(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="give --gold DIR"):
        gold_folder(None)
    with pytest.raises(InputError, match="is no folder"):
        gold_folder(tmp_path / "none")
    with pytest.raises(UsageError, match="plover_gsr, plv"):
        chosen(["plover"])
    with pytest.raises(InputError, match="none of the sets"):
        list(_failing(evaluate("--gold", tmp_path)))
    with pytest.raises(UsageError, match="without --set"):
        list(_failing(evaluate("--gold", gold, "--docs", "--set", "plv")))


def _failing(done: Any) -> Any:
    assert isinstance(done.exception, DragomanError)
    raise done.exception


def test_a_row_that_is_none_is_named(gold: Path) -> None:
    path = gold / "events" / "plover_gsr.dev.jsonl"
    adapter = SETS["plover_gsr"]
    path.write_text('{"id": 1, "text": "Peru accused Chile."}\n', encoding="utf-8")
    with pytest.raises(InputError, match="fields of that set"):
        measure(read_set(path, adapter))
    path.write_text('\n{"id": 1}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2: expected"):
        read_set(path, adapter)
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: is no JSON"):
        read_set(path, adapter)
    (path.parent / "plover_gsr.test.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="several files"):
        list(read_sets(gold, [adapter]))


def test_the_page_is_written(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"run it where docs/ is"):
        list(_failing(evaluate("--gold", gold, "--docs")))
    (tmp_path / "docs").mkdir()
    assert evaluate("--gold", gold, "--docs").return_value == 0
    page = (tmp_path / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert "| plover_gsr | dyad | 0.500 | 0.330 UniversalPetrarch |" in page
    assert "| 1 | who acts and who is acted on change places |" in page
    assert "$" not in page
    for sentence in ("Peru accused Chile", "Peruvian police"):
        assert sentence not in page


def test_every_class_of_error_has_its_example() -> None:
    for adapter in SETS.values():
        rows = error_rows(adapter.task)
        assert rows, adapter.task
        assert len({row["error"] for row in rows}) == len(rows)


def test_peers_are_of_figures_that_are_measured(gold: Path) -> None:
    assert {name for name, _ in all_peers()} <= set(SETS)
    assert {f for name, f in all_peers() if name == "plover_gsr"} <= set(one_set(gold).figures)


def test_figures_for_people() -> None:
    assert [number(v) for v in (None, 0.12345, 1.0, 295.0)] == ["", "0.123", "1.000", "295"]


def test_the_project_has_floors_for_every_set() -> None:
    kept = read_floors(ROOT / "evaluation" / "floors.toml")
    assert list(kept) == list(SETS)
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for name, floor in kept.items():
        assert len(floor.sha256) == 64
        assert floor.figures
        assert all(f"| {name} | {figure} |" in page for figure in floor.figures)
        assert floor.sha256[:12] in page


def shared(name: str) -> tuple[Gold, Coded]:
    """Some of a real set's rows, and what is coded from them."""
    if not SHARED.is_dir():
        pytest.skip(f"needs {BESIDE}, texts that others coded")
    (found,) = read_sets(SHARED, chosen([name]))
    if not isinstance(found, GoldSet):
        pytest.skip(f"{BESIDE} has no {name}")
    rows = found.rows[: SLICE if "events" in found.adapter.files else SLICE // 5]
    return rows, {row["id"]: code_row(row, found.adapter) for row in rows}


@pytest.mark.parametrize("name", REFERENCE)
def test_figures_agree_with_the_reference_scorer(name: str) -> None:
    rows, coded = shared(name)
    path = SHARED / "score.py"
    if not path.is_file():
        pytest.skip(f"{BESIDE} has no reference scorer")
    reference = runpy.run_path(str(path))["SCORES"][REFERENCE[name]](rows, coded)
    mine = SETS[name].score(rows, coded)
    both = reference.keys() & mine.keys()
    assert len(both) >= 3
    assert {k: round(mine[k], 4) for k in both} == {k: round(reference[k], 4) for k in both}


def test_no_gold_stands_in_the_project() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"needs {BESIDE}, texts that others coded")
    ours = [ROOT / "docs" / "accuracy.md", *(ROOT / "src/dragoman/data/evaluation").iterdir()]
    text = " ".join(path.read_text(encoding="utf-8") for path in ours)
    for found in read_sets(SHARED, [SETS[n] for n in ("plover_gsr", "plv", "petr2_gsr")]):
        assert isinstance(found, GoldSet)
        long = [row["text"] for row in found.rows if len(row["text"]) > 40]
        assert [words for words in long if words[:40] in text] == []
