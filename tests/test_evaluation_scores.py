"""Scores on tiny gold of our own, where each figure can be counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation import attribution, classes, dates, events, pairs, phrases, places, triples
from dragoman.evaluation.adapter import Coded
from dragoman.evaluation.ratios import f1
from dragoman.model.rows import Json


def event(type_: str, actor: str = "", recipient: str = "", **more: object) -> Json:
    """An event's row, as far as scores look at it."""
    return {
        "type": type_,
        "cameo": "010",
        "actor": actor.split(),
        "recipient": recipient.split(),
        "factuality": "happened",
        "confidence": 1.0,
        **more,
    }


def gold(id_: str, code: str, actor: str = "", recipient: str = "", **more: object) -> Json:
    """A gold sentence with one event, its sides as coded people."""
    sides = {
        "actor": [{"code": c} for c in actor.split()],
        "recipient": [{"code": c} for c in recipient.split()],
    }
    return {"id": id_, "expected": [{"code": code, **sides}], **more}


def told(**rows: list[Json]) -> Coded:
    """Coded rows by id, with events only."""
    return {id_: {"events": found} for id_, found in rows.items()}


def test_types_dyads_and_triples() -> None:
    sentences = [
        gold("a", "DEMAND", "PERGOV", "CHL"),
        gold("b", "FIGHT", "TCD", "NER"),
        gold("c", "CONCEDE", "OMN"),
        gold("d", "CONSULT", "LAO MYS"),
    ]
    rows = told(
        a=[event("REQUEST", "PER", "CHLGOV"), event("ACCUSE", "PER", "CHL")],
        b=[event("ASSAULT", "NER", "TCD")],
        c=[event("RETREAT", "OMN", "QAT", factuality="planned")],
        d=[event("CONSULT", "MYSGOV", "LAO")],
    )
    scores = events.scores(sentences, rows)
    assert scores == {
        "sentences": 4,
        "type_recall": 3 / 4,
        "type_precision": 3 / 4,
        "type_macro_f1": 3 / 4,
        "dyad": 2 / 4,
        "triple": 2 / 4,
    }
    assert events.errors(sentences, rows) == {"type-beside": 1, "swapped": 1, "not-happened": 1}
    assert events.by_type(sentences, rows)["ACCUSE"] == (0, 0, 1)


def test_why_a_type_or_a_side_is_wrong() -> None:
    sentences = [
        gold("a", "AID", "NOR", "SOM"),
        gold("b", "AID", "NOR", "SOM"),
        gold("c", "AID", "NOR", "SOM"),
        gold("d", "AID", "NOR", "SOM"),
    ]
    rows = told(
        a=[],
        b=[event("SUPPORT", "NOR", "SOM")],
        c=[event("AID", "", "SOM")],
        d=[event("AID", "NOR", "ETH")],
    )
    wanted = {"no-event": 1, "other-type": 1, "actor-untold": 1, "recipient-other": 1}
    assert events.errors(sentences, rows) == wanted
    assert events.confusions(sentences, rows) == {("AID", "SUPPORT"): 1}


def test_a_mutual_act_may_be_told_with_all_on_one_side() -> None:
    meeting = gold("a", "CONSULT", "LAO", "MYS")["expected"][0]
    assert events.pair_holds(meeting, event("CONSULT", "LAO MYS"))
    assert not events.pair_holds({**meeting, "code": "ACCUSE"}, event("ACCUSE", "MYS", "LAO"))


def test_marks_give_spans_of_the_text_without_them() -> None:
    plain = "Peru told Chile, said Lima."
    spans = pairs.marked("<s>Peru</s> told <t>Chile</t>, said <s>Lima</s>.")
    assert [plain[slice(*s)] for s in spans["s"]] == ["Peru", "Lima"]
    assert [plain[slice(*s)] for s in spans["t"]] == ["Chile"]


@pytest.mark.usefixtures("tables_alone")
def test_the_event_between_the_marked_pair_gives_its_type() -> None:
    near = event("ACCUSE", actor_spans=[[0, 4]], recipient_spans=[[10, 15]], confidence=0.4)
    far = event("AID", actor_spans=[[20, 24]], recipient_spans=[])
    sentence = gold("a", "DISAPPROVE", marked_text="<s>Peru</s> told <t>Chile</t> off.")
    assert pairs.pair_macro_f1([sentence], told(a=[far, near])) == 1
    assert pairs.pair_macro_f1([sentence], told(a=[far])) == 0
    assert pairs.between({"events": [far, near]}, [], []) == far
    assert pairs.between({"events": []}, [], []) is None


@pytest.mark.parametrize(
    ("code", "cut"),
    [
        ("GEOGOVMIL", "GEOGOV"),
        ("REB", "---REB"),
        ("REBMIL", "---REB"),
        ("IGOUNO", "IGOUNO"),
        ("NGO", "---NGO"),
        ("USA", "USA"),
        ("---CVL", "---CVL"),
        ("", "---"),
    ],
)
def test_an_actor_code_is_cut_to_country_and_first_sector(code: str, cut: str) -> None:
    assert triples.side(code) == cut


def test_triples_are_exact() -> None:
    sentences: list[Json] = [
        {"id": "a", "expected": [{"actor": "TUR", "recipient": "SOMGOV", "code": "073"}]},
        {"id": "b", "expected": []},
    ]
    right = event("AID", "TUR", "SOMGOVMIL", cameo="073")
    near = event("AID", "TUR", "SOMGOV", cameo="070")
    assert triples.scores(sentences, told(a=[right]))["triple_f1"] == 1
    assert triples.scores(sentences, told(a=[right], b=[near]))["triple_precision"] == 1 / 2
    both = triples.told_triples([event("AID", "TUR QAT", "SOM", cameo="073")])
    assert both == {("TUR", "SOM", "073"), ("QAT", "SOM", "073")}


def test_what_two_do_together_is_told_both_ways() -> None:
    visit = triples.told_triples([event("CONSULT", "TUR", "SOM", cameo="042")])
    assert visit == {("TUR", "SOM", "042"), ("SOM", "TUR", "043")}
    talks = triples.told_triples([event("CONSULT", "TUR", "SOM QAT", cameo="046")])
    states = ("TUR", "SOM", "QAT")
    assert talks == {(a, b, "046") for a in states for b in states if a != b}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"cameo": "070"}, {"finer-code": 1}),
        ({"cameo": "112"}, {"other-code": 1}),
        ({"recipient": ["SOM"]}, {"other-sector": 1}),
        ({"recipient": ["ETHGOV"]}, {"other-country": 1}),
        ({"cameo": "112", "actor": ["QAT"]}, {"missed": 1, "triple-beside": 1}),
        ({"factuality": "denied"}, {"not-happened": 1}),
    ],
)
def test_why_a_triple_is_wrong(change: Json, why: dict[str, int]) -> None:
    sentence = {"id": "a", "expected": [{"actor": "TUR", "recipient": "SOMGOV", "code": "073"}]}
    row = event("AID", "TUR", "SOMGOV", cameo="073") | change
    assert triples.errors([sentence], told(a=[row])) == why


@pytest.mark.parametrize(
    ("cameo", "wanted"),
    [
        *(("010", 0), ("0211", 0), ("030", 1), ("057", 1), ("061", 2)),
        *(("0841", 2), ("090", 3), ("138", 3), ("141", 4), ("204", 4)),
        *(("162", 3), ("171", 4)),
    ],
)
def test_a_cameo_code_has_one_of_five_classes(cameo: str, wanted: int) -> None:
    assert classes.class_of(cameo) == wanted


def test_a_sentence_without_an_event_is_a_statement() -> None:
    sentences = [
        {"id": i, "text": "", "expected": [{"actor": None, "recipient": None, "code": c}]}
        for i, c in zip("abcde", "00412", strict=True)
    ]
    rows = told(
        b=[event("ACCUSE", cameo="112")],
        c=[event("REJECT", cameo="120")],
        d=[event("ASSAULT", cameo="190")],
    )
    assert classes.scores(sentences, rows) == {"sentences": 5, "class_accuracy": 1 / 5}
    why = {"statement-as-act": 1, "word-for-deed": 1, "conflict-for-cooperation": 1, "no-event": 1}
    assert classes.errors(sentences, rows) == why


def test_a_phrase_has_the_code_of_its_longest_mention() -> None:
    def row(*found: tuple[int, int, str]) -> Json:
        return {"mentions": [{"span": [a, b], "codes": [c] if c else []} for a, b, c in found]}

    sentences: list[Json] = [
        {"id": "a", "expected": {"country": "PER", "sector": ["GOV", "ELI"]}},
        {"id": "b", "expected": {"country": "UNO"}},
        {"id": "c", "expected": {"country": "", "sector": "UNK"}},
        {"id": "d", "expected": {"country": "CHL", "sector": "MIL"}},
    ]
    rows = {
        "a": row((0, 4, "PER"), (0, 9, "PERELI")),
        "b": row((0, 4, "IGOUSC")),
        "c": row((0, 3, "CVL")),
        "d": row((0, 9, ""), (0, 4, "PER")),
    }
    scores = phrases.scores(sentences, rows)
    assert scores == {"phrases": 4, "country_right": 3 / 4, "sector_right": 1 / 3}
    why = {"country-other": 1, "sector-untold": 1, "sector-needless": 1}
    assert phrases.errors(sentences, rows) == why


def test_places_are_right_within_161_kilometres() -> None:
    text = "From Lima to Oslo, Bergen, Rome and Nowhere."
    points = {"Lima": (-12, -77), "Oslo": (59.9, 10.7), "Bergen": (60.4, 5.3), "Rome": (41.9, 12.5)}
    tops = [
        {"start": (i := text.index(n)), "end": i + len(n), "phrase": n, "lat": a, "lon": b}
        for n, (a, b) in points.items()
    ]
    tops.append({"start": 0, "end": 4, "phrase": "Fron", "lat": 0, "lon": 0})
    mine = [
        {"span": [5, 9], "lat": -12.5, "lon": -77.0},
        {"span": [13, 17], "lat": -12.0, "lon": -77.0},
        {"span": [19, 25], "lat": None, "lon": None},
        {"span": [36, 43], "lat": 0.0, "lon": 0.0},
    ]
    sentences, rows = [{"id": "a", "text": text, "toponyms": tops}], {"a": {"places": mine}}
    scores = places.scores(sentences, rows)
    assert scores["toponyms"] == 4
    assert scores["recognised_recall"] == scores["recognised_precision"] == 3 / 4
    assert (scores["acc161_of_matched"], scores["acc161_of_all"]) == (1 / 2, 1 / 4)
    why = {"missed": 1, "unresolved": 1, "elsewhere": 1, "place-beside": 1}
    assert places.errors(sentences, rows) == why


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert places.kilometres((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)
    assert places.kilometres((0, 0), (0, 180)) == pytest.approx(20_015, abs=1)


def test_dates_are_right_by_words_and_by_value() -> None:
    timex = [
        {"start": 0, "end": 6, "type": "DATE", "value": "2025-06-03"},
        {"start": 10, "end": 15, "type": "DURATION", "value": "P2D"},
        {"start": 20, "end": 25, "type": "SET", "value": "P1W"},
    ]
    mine = [
        {"span": [3, 6], "timex": "2025-06-03"},
        {"span": [10, 15], "timex": "P3D"},
        {"span": [30, 34], "timex": "2025"},
    ]
    sentences, rows = [{"id": "a", "timex": timex}], {"a": {"dates": mine}}
    scores = dates.scores(sentences, rows)
    assert scores == {"timex": 3, "relaxed_f1": f1(2, 3, 3), "value_f1": f1(1, 3, 3)}
    why = {"missed": 1, "value-duration": 1, "date-beside": 1}
    assert dates.errors(sentences, rows) == why


def test_attributions_are_compared_by_their_characters() -> None:
    theirs = [
        {"source": [{"spans": [[0, 4]]}], "cue": [{"spans": [[5, 9]]}], "content": []},
        {"source": [], "cue": [{"spans": [[50, 54]]}], "content": [{"spans": [[60, 70]]}]},
    ]
    mine = [
        {"source": {"span": [2, 4]}, "cue": {"span": [5, 9]}, "content": {"span": [10, 12]}},
        {"source": {"span": None}, "cue": {"span": [80, 82]}, "content": {"span": [60, 70]}},
    ]
    sentences, rows = [{"id": "a", "attributions": theirs}], {"a": {"attributions": mine}}
    scores = attribution.scores(sentences, rows)
    assert scores["attributions"] == 2
    assert scores["source_f1"] == f1(2, 2, 4)
    assert scores["cue_f1"] == f1(4, 6, 8)
    assert scores["content_f1"] == f1(10, 12, 10)
    assert attribution.errors(sentences, rows) == {"missed": 1, "attribution-beside": 1}


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, more_told: int, more_gold: int) -> None:
    value = f1(right, right + more_told, right + more_gold)
    assert 0 <= value <= 1
    assert (value == 1) == (right > 0 and more_told == more_gold == 0)
