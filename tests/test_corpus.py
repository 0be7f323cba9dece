"""The corpus: every line keeps the guide's form, and every span is found in its text."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from training.origins import read_groups
from training.passages import read_passages

from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, type_facts
from dragoman.model.origin import ORIGIN_KINDS

CORPUS = Path(__file__).parent.parent / "corpus"
FORMS = {"wire", "analysis", "opinion", "statement", "social", "headline", "brief"}
REGIONS = {
    "africa", "americas", "asia", "europe", "mideast", "caucasus", "pacific", "global",
}  # fmt: skip
WHY = {
    "sport", "market", "weather", "accident", "metaphor", "background", "procedure", "culture",
    "private", "opinion",
}  # fmt: skip


@cache
def texts() -> tuple[dict[str, Any], ...]:
    files = sorted(f for f in CORPUS.glob("*.jsonl") if f.name != "second.jsonl")
    return tuple(json.loads(line) for f in files for line in f.read_text("utf-8").splitlines())


def span(text: str, said: str) -> tuple[int, int]:
    """Where `said` stands: whole words, and `#2` names the second time."""
    words, _, turn = said.rpartition("#") if re.search(r"#\d+$", said) else (said, "", "1")
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert len(places) >= int(turn), (said, text)
    return places[int(turn) - 1]


def test_ids_and_texts_are_there_once() -> None:
    assert len(texts()) > 3500
    for field in ("id", "text"):
        doubled = [v for v, n in Counter(t[field] for t in texts()).items() if n > 1]
        assert not doubled, doubled[:5]


def test_every_line_says_what_it_is() -> None:
    for text in texts():
        assert text["form"] in FORMS, text["id"]
        assert text["region"] in REGIONS, text["id"]
        assert text["decade"] in range(1980, 2030, 10), text["id"]
        assert text["topic"] and text["text"].strip() == text["text"], text["id"]


def test_every_event_is_of_the_ontology_and_in_its_text() -> None:
    for text in texts():
        for event in text["events"]:
            assert event["type"] in EVENT_TYPES, text["id"]
            assert (event["type"], event["mode"]) in type_facts(), (text["id"], event["mode"])
            assert event["factuality"] in FACTUALITIES, text["id"]
            parts = [event["predicate"], *event["actor"], *event["recipient"], *event["figures"]]
            for part in parts + [p for p in (event["source"], event["when"]) if p]:
                span(text["text"], part)


def test_what_is_no_event_has_its_reason() -> None:
    for text in texts():
        for none in text["none"]:
            assert none["why"] in WHY, text["id"]
            span(text["text"], none["predicate"])
    assert sum(bool(t["none"]) for t in texts()) > 800


def test_all_types_and_factualities_are_common_enough_to_learn() -> None:
    types = Counter(e["type"] for t in texts() for e in t["events"])
    values = Counter(e["factuality"] for t in texts() for e in t["events"])
    assert min(types[t] for t in EVENT_TYPES) > 150, types
    assert min(values[v] for v in FACTUALITIES) > 60, values


def test_spans_of_passages_hold_whole_words_of_their_text() -> None:
    passages = read_passages()
    assert len(passages) >= 700
    for passage in passages:
        rows = [*passage.attributions, *passage.judgements, *passage.silences, *passage.ties]
        spans = [
            s for row in rows for value in row.values() if isinstance(value, list) for s in value
        ]
        for start, end in spans:
            words = passage.text[start:end]
            assert words, (passage.id, start, end)
            assert words == words.strip(), (passage.id, words)
        assert all(row["cue"] for row in passage.attributions), passage.id
    assert len({p.id for p in passages}) == len({p.text for p in passages}) == len(passages)


def test_groups_of_reports_have_one_origin_each_and_claims_of_whole_words() -> None:
    found = read_groups()
    assert len(found) >= 150
    assert len({g.id for g in found}) == len({g.topic for g in found}) == len(found)
    assert min(Counter(group.part for group in found).values()) > 60
    for group in found:
        numbers = sorted(n for origin in group.origins for n in origin["reports"])
        assert numbers == list(range(len(group.reports))), group.id
        assert 2 <= len(numbers) <= 5, group.id
        assert {origin["kind"] for origin in group.origins} <= set(ORIGIN_KINDS), group.id
        assert all(new in numbers and old in numbers for new, old in group.corrects), group.id
        assert set(group.circle) <= set(numbers), group.id
        for number, row in enumerate(group.reports):
            claim = group.telling(number).span
            words = claim.of(row["text"])
            assert words and words == words.strip(), (group.id, words)
            assert not row["text"][claim.end : claim.end + 1].isalnum(), (group.id, words)


@cache
def incident_sets() -> tuple[dict[str, Any], ...]:
    files = sorted((CORPUS / "incidents").glob("*.jsonl"))
    return tuple(json.loads(line) for f in files for line in f.read_text("utf-8").splitlines())


def test_incident_sets_keep_their_form() -> None:
    rows = incident_sets()
    assert len(rows) > 250
    assert {row["region"] for row in rows} == REGIONS
    assert len({row["id"] for row in rows}) == len(rows)
    told = [report["text"] for row in rows for report in row["reports"]]
    assert len(set(told)) == len(told)
    for row in rows:
        assert 2 <= len(row["reports"]) <= 4, row["id"]
        assert {"id", "topic", "region", "reports"} == set(row)
        for report in row["reports"]:
            assert date.fromisoformat(report["date"] or "2020-01-01")
            for act in report["events"]:
                start, end = act["words"]
                assert report["text"][start:end].strip() == report["text"][start:end] != ""
                assert re.fullmatch("[A-Z]", act["incident"])
                assert act["act"] >= 1
