"""`explain`: every step is told, the rows are the coder's own, and what is missing has a reason."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.explained_tables import NO_INDEX, print_explanation, sections
from dragoman.cli.main import main
from dragoman.coding import likeness
from dragoman.coding.choice import fates
from dragoman.coding.encoder import FOLDER, fingerprint
from dragoman.coding.explain_rows import explanation_row
from dragoman.coding.explained import Candidate, Explanation
from dragoman.coding.likeness import INDEX, Known, alike, opened, write_index
from dragoman.coding.steps import Reason
from dragoman.engine.explaining import explained

EXPULSION = "Ghana may expel the Togolese ambassador after Lomé held talks in Accra."
TEXTS = (
    EXPULSION,
    "Kenya shelled a Somali village. The attack by Kenya on Somalia lasted an hour.",
    "Peru will send engineers to Bolivia, its minister said, but Chile denied that it would pay.",
    "The mayor praised the bakers.\n\nNepal and India signed a treaty, and then they met.",
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return command


def candidate(told: Explanation, word: str) -> Candidate:
    """The candidate that `word` is part of."""
    text = told.report.text
    return next(c for c in told.candidates if word in c.span.of(text).split())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoder", ["on", "off"])
def test_the_events_are_those_of_the_coder(
    text: str, encoder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_ENCODER", encoder)
    told = explained(text)
    assert told.events == dragoman.code(text).events
    named = {name for c in told.candidates for name in c.events}
    assert named == {e.id for e in told.events}


@pytest.mark.parametrize("text", TEXTS)
def test_a_candidate_has_an_event_or_a_reason(text: str) -> None:
    told = explained(text)
    assert told.candidates
    for each in told.candidates:
        assert each.events or each.why, each
        assert each.span.of(text).strip()


def test_the_json_has_all_parts(run: Run) -> None:
    code, out, err = run("explain", EXPULSION, "--date", "2025-06-29", "--format", "json")
    row = json.loads(out)
    assert (code, err) == (0, "")
    assert row["text"] == EXPULSION and row["date"]["start"] == "2025-06-29"
    assert {m["text"] for m in row["mentions"]} >= {"Ghana", "Togolese ambassador"}
    verb = next(p for p in row["parse"] if p["text"] == "expel")
    assert (verb["lemma"], verb["tag"], verb["dependency"]) == ("expel", "VB", "ROOT")
    assert row["parse"][verb["head"]] == verb
    act = next(c for c in row["candidates"] if c["text"] == "expel")
    assert act["chances"]["types"][0]["type"] == "SANCTION"
    assert len(act["chances"]["types"]) == 3
    assert {"actor", "recipient"} <= {p["role"] for p in act["chances"]["parties"] if p["taken"]}
    (event,) = [e for e in row["events"] if e["type"] == "SANCTION"]
    assert act["events"] == [event["id"]] and event["factuality"] == "possible"
    fitting = next(f for f in row["frames"] if f["text"] == "expel" and f["fits"])
    assert fitting["place"] == act["frame"] and fitting["place"].startswith("frames/verbs.tsv:")
    assert len(row["alike"]) == 3 and all(a["text"] and a["cosine"] for a in row["alike"])


def test_a_frame_tells_the_line_of_its_row_and_why_it_does_not_fit() -> None:
    told = explained("Kenya held talks with Somalia.")
    tried = [t for t in told.frames if t.span.of(told.report.text) == "held"]
    missing = next(t for t in tried if t.particle == "up")
    unmet = next(t for t in tried if t.need == "obj=actor")
    assert not missing.fits and not unmet.fits
    for each in tried:
        name, _, line = each.place.rpartition(":")
        rows = (files("dragoman") / "data" / name).read_text("utf-8").splitlines()
        assert "hold" in rows[int(line) - 1].split("\t")[0]
    assert [t.fits for t in tried].count(True) <= 1


@pytest.mark.parametrize(
    ("threshold", "value", "text", "word", "reason"),
    [
        ("fusion.TOLD_ALONE", 1.1, "Norway snubbed fish.", "snubbed", Reason.UNSURE),
        ("fusion.KEPT", 1.1, "Kenya beat Uganda at chess.", "beat", Reason.UNLIKELY),
        ("explain.SHOWN", 0.0, "Kenya harvested maize.", "maize", Reason.NO_ACT),
        ("explain.SHOWN", 0.0, "The bread was stale.", "bread", Reason.UNREAD),
    ],
)
def test_what_stays_below_a_threshold_says_so(  # noqa: PLR0917  # a row of the table above
    threshold: str,
    value: float,
    text: str,
    word: str,
    reason: Reason,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"dragoman.coding.{threshold}", value)
    why = candidate(explained(text), word).why
    assert why is not None and why.reason is reason
    told = why.figure is not None and why.least is not None and why.figure < why.least
    assert told is (reason is not Reason.UNREAD)


@pytest.mark.usefixtures("tables_alone")
@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Kenya met.", "met", Reason.ONE_SIDE),
        ("Soldiers attacked soldiers.", "attacked", Reason.UNKNOWN),
        ("Kenya attacked Somalia and attacked Somalia.", "attacked", Reason.DOUBLE),
        ("The storm praised the plan.", "praised", Reason.NO_PARTY),
    ],
)
def test_the_tables_alone_have_reasons_too(text: str, word: str, reason: Reason) -> None:
    told = explained(text)
    reasons = {c.why.reason for c in told.candidates if c.why and word in c.span.of(text)}
    assert reason in reasons, told.candidates


def test_the_same_on_both_sides_make_no_event() -> None:
    event = dragoman.code("Kenya shelled a Somali village.").events[0]
    alone = replace(event, recipient=event.actor, recipient_spans=event.actor_spans)
    again = replace(event, id="again")
    judged = list(fates([event, alone, again], {}, frozenset(), frozenset([event.event_span])))
    assert [fate.reason for fate in judged] == [None, Reason.SAME, Reason.DOUBLE]
    assert judged[2].twin == event


def test_without_the_encoder_nothing_of_it_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_ENCODER", "on")
    code, out, _ = run("--no-encoder", "explain", EXPULSION, "--format", "json")
    row = json.loads(out)
    assert code == 0 and not row["encoder"] and row["alike"] == []
    assert row["candidates"] and all(c["chances"] is None for c in row["candidates"])
    code, out, _ = run("--no-encoder", "explain", EXPULSION)
    assert code == 0 and "MENTIONS" in out and "ALIKE" not in out


@pytest.mark.parametrize("sentence", ["", "  \n", "... 12"])
def test_a_sentence_without_words_is_one_line_of_error(run: Run, sentence: str) -> None:
    code, out, err = run("explain", sentence)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1 and "no words" in err


def test_in_a_pipe_rows_are_whole_lines(run: Run) -> None:
    _, out, _ = run("explain", EXPULSION)
    parts = [part.splitlines() for part in out.strip().split("\n\n")]
    assert len(parts) == 6
    for _title, columns, *rows in parts:
        assert rows and all(r.count("\t") == columns.count("\t") for r in rows)


def test_a_terminal_gets_tables() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    told = explained(EXPULSION)
    print_explanation(told, out)
    assert all(section.title in out.getvalue() for section in sections(told))
    assert "\t" not in out.getvalue()


def test_the_index_belongs_to_the_network() -> None:
    index = opened((files("dragoman") / "data" / FOLDER / INDEX).read_bytes())
    assert index.network == fingerprint(), "run: make likeness"
    assert len(index.known) == len(index.vectors)


def test_of_another_network_no_texts_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "fingerprint", lambda: "0" * 64)
    told = explained(EXPULSION)
    assert told.alike is None and explanation_row(told)["alike"] is None
    last = list(sections(told))[-1]
    assert (list(last.rows), last.instead) == ([], NO_INDEX)


def test_a_text_is_most_like_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = [Known(str(n), text, ("AID",)) for n, text in enumerate(TEXTS)]
    write_index(tmp_path / "one.npz", known)
    write_index(tmp_path / "two.npz", known)
    data = (tmp_path / "one.npz").read_bytes()
    assert data == (tmp_path / "two.npz").read_bytes()
    monkeypatch.setattr(likeness, "_shipped", lambda: replace(opened(data), network=fingerprint()))
    for each in known:
        found = alike(each.text, 2)
        assert found is not None
        assert found[0].known == each and found[0].cosine > 0.99 > found[1].cosine
