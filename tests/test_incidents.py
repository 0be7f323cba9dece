"""Events of several reports that are one occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.engine.coder import code_report
from dragoman.evaluation.clusters import b_cubed, pairwise
from dragoman.evaluation.coreference import as_findings, errors, mentions, scores, with_text
from dragoman.ingest import Given, verbatim
from dragoman.linking.incidents import Linker, Rulings, blocking, incidents, ruled
from dragoman.linking.incidents.accounts import told
from dragoman.linking.incidents.causes import CAUSE_COLUMNS, causes
from dragoman.linking.incidents.clustering import clusters, components
from dragoman.linking.incidents.disputes import disputes
from dragoman.linking.incidents.features import features
from dragoman.linking.incidents.kinds import kind_of, kind_words, relation
from dragoman.linking.incidents.likeness import by_encoder
from dragoman.linking.incidents.linker import linked
from dragoman.linking.incidents.scoring import BIAS, feature_rows, weights
from dragoman.linking.incidents.telling_figures import at_least
from dragoman.linking.incidents.tellings import tellings
from dragoman.linking.incidents.timing import distance
from dragoman.model.errors import UsageError
from dragoman.model.event import Figure
from dragoman.model.findings import Findings
from dragoman.model.incident import Incident
from dragoman.model.span import Span
from dragoman.model.tables import read_table
from dragoman.model.when import UNKNOWN, When, day, month

# Outlet, day, text.
TEXTS = """
Volga Wire|2024-06-28|Russian police raided homes of Azerbaijanis in Samara on June 27. About 50 \
people were detained. Two brothers, Anar and Elchin Guliyev, died in custody. They died of heart \
failure, the ministry said.
Caspian Letter|2024-07-03|In late June police in Samara raided flats of Azerbaijani traders and \
detained several men. The brothers Guliyev were killed in custody. Autopsies showed blunt-force \
trauma.
Volga Wire|2024-07-06|Russian police raided a market in Samara on July 5. Twelve people were \
detained.
Delta Post|2025-08-07|Russian drones struck an oil depot in Odesa on August 6. Four workers were \
killed.
Delta Post|2025-08-09|Russian drones struck an oil depot in Odesa on August 8. Nobody was hurt.
River Star|2025-08-07|A Russian drone attack on an oil depot in Odesa killed six workers on \
Wednesday.
Nile Star|2024-05-02|Kenya expelled two Somali diplomats on Wednesday.
Nile Star|2024-05-03|Somalia expelled two Kenyan diplomats on Thursday.
Coast Mail|2024-05-02|Two diplomats of Somalia were expelled by Kenya on May 1.
Coast Mail||Ghana and Togo signed a treaty on fishing in Lome.
"""


@cache
def reports() -> tuple[Findings, ...]:
    lines = [line.split("|") for line in TEXTS.strip().splitlines()]
    return tuple(
        code_report(verbatim(text, Given(_day(when), outlet), f"r{n}"))
        for n, (outlet, when, text) in enumerate(lines)
    )


def _day(when: str) -> When:
    return day(date.fromisoformat(when), "given") if when else UNKNOWN


@cache
def found() -> tuple[Incident, ...]:
    return tuple(incidents(reports()))


def words(event: str) -> tuple[str, str]:
    """The report of an event and the words that name its act."""
    for findings in reports():
        for e in findings.events:
            if e.id == event:
                return findings.report.id, e.event_span.of(findings.report.text)
    raise KeyError(event)


def of(report: str, word: str) -> Incident:
    """The incident of the event that `word` names in a report."""
    return next(i for i in found() if any(words(e) == (report, word) for e in i.events))


def test_every_event_is_in_exactly_one_incident() -> None:
    told = [e for one in found() for e in one.events]
    assert sorted(told) == sorted(e.id for f in reports() for e in f.events)
    for one in found():
        assert sorted(e for act in one.acts for e in act.events) == sorted(one.events)


def test_a_raid_with_its_detentions_is_one_incident_of_two_reports() -> None:
    raid = of("r0", "raided")
    assert set(raid.reports) == {"r0", "r1"}
    assert {"raid", "arrest"} <= {act.kind for act in raid.acts}
    assert of("r2", "raided").reports == ("r2",)


def test_strikes_of_two_days_are_two_and_of_one_day_are_one() -> None:
    assert set(of("r3", "struck").reports) == {"r3", "r5"}
    assert of("r4", "struck").reports == ("r4",)


def test_an_expulsion_is_not_its_answer() -> None:
    assert set(of("r6", "expelled").reports) == {"r6", "r8"}
    assert of("r7", "expelled").reports == ("r7",)


def test_causes_of_death_are_disputed_and_vague_counts_are_not() -> None:
    raid = of("r0", "raided")
    contested = {d.attribute: d for d in raid.disputes}
    assert {p.text for p in contested["cause"].positions} == {"heart failure", "blunt-force trauma"}
    assert {h.outlet for p in contested["cause"].positions for h in p.holdings} == {
        "Volga Wire",
        "Caspian Letter",
    }
    told = {v.text for v in raid.values if v.attribute == "cause"}
    assert told == {"heart failure", "blunt-force trauma"}
    assert "detained" not in contested


def test_differing_tolls_are_disputed_with_their_holders() -> None:
    strike = of("r3", "struck")
    toll = next(d for d in strike.disputes if d.attribute == "killed")
    assert {p.text: p.holdings[0].holder for p in toll.positions} == {
        "4": "Delta Post",
        "6": "River Star",
    }
    assert toll.status == "open"


def test_the_same_positions_on_two_acts_are_two_disputes() -> None:
    strike = of("r3", "struck")
    held = told(t for f in reports() for t in tellings(f) if t.id in strike.events)
    (one, *_), (other, *_) = (disputes(held, "attack", act)[0] for act in ("a", "b"))
    assert one.positions == other.positions
    assert one.id != other.id


def test_each_value_slices_back_to_its_words() -> None:
    texts = {f.report.id: f.report.text for f in reports()}
    for one in found():
        for value in one.values:
            for held in value.holdings:
                assert held.span.of(texts[held.report])
                if value.attribute == "cause":
                    assert value.text in texts[held.report]


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(10)))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    assert tuple(incidents([reports()[n] for n in order])) == found()


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(10)), st.integers(1, 9))
def test_reports_may_come_one_by_one(order: list[int], asked: int) -> None:
    linker = Linker(by_encoder())
    for n, place in enumerate(order):
        linker.add(reports()[place])
        if n % asked == 0:
            linker.clusters()
    assert linker.clusters() == linked(reports(), by_encoder()).clusters()


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(10)), st.integers(2, 6))
def test_keys_that_fill_up_change_nothing_of_that(order: list[int], full: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "FULL", full)
        one_by_one = linked([reports()[n] for n in order], by_encoder()).clusters()
        assert one_by_one == linked(reports(), by_encoder()).clusters()


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(10)), st.integers(0, 9), st.integers(2, 80))
def test_what_is_removed_was_never_there(order: list[int], gone: int, full: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "FULL", full)
        linker = linked([reports()[n] for n in order])
        linker.remove(e.id for n in order[:gone] for e in reports()[n].events)
        assert linker.clusters() == linked([reports()[n] for n in order[gone:]]).clusters()


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(10)), st.sets(st.integers(0, 9)), st.integers(2, 80))
def test_only_what_changed_is_told_and_all_of_it(
    order: list[int], gone: set[int], full: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "FULL", full)
        linker, kept = Linker(), set[tuple[str, ...]]()
        for step in [*order, *sorted(gone)]:
            names = {e.id for e in reports()[step].events}
            here = names & {name for cluster in kept for name in cluster}
            if here:
                linker.remove(names)
            else:
                linker.add(reports()[step])
            told = linker.changed()
            anew = {name for cluster in told for name in cluster} | here
            kept = {c for c in kept if anew.isdisjoint(c)} | {*told}
            assert all(anew.issuperset(c) for c in kept if not anew.isdisjoint(c))
        left = [reports()[n] for n in order if n not in gone]
        assert sorted(kept) == linked(left).clusters()


def test_a_report_that_is_there_already_changes_nothing() -> None:
    once, twice = linked(reports()), linked((*reports(), *reports()))
    assert once.clusters() == twice.clusters()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_a_ruling_keeps_apart_no_report_brings_together(data: st.DataObject) -> None:
    events = sorted(e.id for f in reports() for e in f.events)
    pairs = st.tuples(st.sampled_from(events), st.sampled_from(events))
    apart = data.draw(st.lists(pairs.filter(lambda p: p[0] != p[1]), min_size=1, max_size=4))
    linker = Linker(by_encoder(), ruled(different=apart))
    for findings in data.draw(st.permutations(reports())):
        linker.add(findings)
        for cluster in linker.clusters():
            assert not any({*pair} <= {*cluster} for pair in apart)


def test_a_ruling_joins_what_no_score_would() -> None:
    first, other = of("r4", "struck").events[0], of("r6", "expelled").events[0]
    joined = linked(reports(), by_encoder(), ruled(same=[(other, first)]))
    assert any({first, other} <= {*cluster} for cluster in joined.clusters())
    assert joined.verdict(first, other).bar == "ruling"


def test_rulings_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(UsageError, match="contradict"):
        ruled(same=[("a", "b"), ("b", "c")], different=[("c", "a")])
    assert Rulings() == ruled()


def test_a_verdict_says_what_spoke_for_and_against() -> None:
    linker = linked(reports(), by_encoder())
    first, other = (of("r3", "struck").events[0], of("r4", "struck").events[0])
    told = linker.verdict(other, first)
    assert (told.first, told.second) == tuple(sorted((first, other)))
    assert told.bar == "dates"
    said = {f.name: f for f in told.features}
    assert said["time_days_apart"].words == "both texts tell the day, and it is another"
    assert said["time_days_apart"].weight < 0 < said["kind_same"].weight


def test_features_do_not_depend_on_which_is_first() -> None:
    told = [t for f in reports() for t in tellings(f)]
    for one in told:
        for other in told:
            assert features(one, other) == features(other, one)


def test_every_feature_is_named_and_has_its_weight() -> None:
    names = set(feature_rows())
    assert set(weights().incident) == set(weights().act) == {*names, BIAS}
    told = [t for f in reports() for t in tellings(f)]
    assert {n for one in told for other in told for n in features(one, other)} <= names
    for name, row in feature_rows().items():
        for held in (weights().incident[name], weights().act[name]):
            assert row["speaks"] == "either" or held == 0 or (held > 0) == (row["speaks"] == "for")


def test_kinds_and_their_relations() -> None:
    event = reports()[0].events[0]
    assert kind_of(replace(event, type="COERCE", mode="arrest")) == "arrest"
    assert kind_of(replace(event, type="ASSAULT", mode=None)) == "attack"
    assert relation("raid", "arrest") == relation("arrest", "raid") == "part"
    assert relation("attack", "accusation") == "reaction"
    assert relation("conviction", "deployment") == "none"
    assert all(kind_words().values())


@pytest.mark.parametrize(
    "row", read_table("incidents/causes.tsv", CAUSE_COLUMNS), ids=lambda row: row["words"]
)
def test_a_cause_is_read_as_the_table_says(row: dict[str, str]) -> None:
    text = row["example"].replace("<", "").replace(">", "")
    wanted = row["example"].partition("<")[2].partition(">")[0]
    told = [c.words for c in causes(text, Span(0, len(text))) if c.attribute == row["attribute"]]
    assert told == [wanted.removeprefix("a ").removeprefix("the ").removeprefix("The ")
                    .removeprefix("A ").removeprefix("an ").removeprefix("An ")]  # fmt: skip


def test_days_between_dates() -> None:
    first, second = day(date(2025, 8, 6)), day(date(2025, 8, 8))
    assert distance(first, second) == distance(second, first) == 2
    assert distance(first, day(date(2025, 8, 7))) == 1
    assert distance(first, month(2025, 8)) == 0
    assert distance(first, UNKNOWN) is None


def test_average_linkage_weighs_all_pairs() -> None:
    held = {("a", "b"): 3.0, ("b", "c"): -7.0, ("a", "c"): -5.0}
    assert clusters("cba", lambda a, b: held[a, b]) == [("a", "b"), ("c",)]
    assert clusters("abc", lambda a, b: held[a, b], [("a", "c")]) == [("a", "c"), ("b",)]
    assert clusters("abc", lambda a, b: None) == [("a",), ("b",), ("c",)]
    assert components({"a": ["b"], "b": ["a"], "c": []}) == [("a", "b"), ("c",)]


def test_b_cubed_of_known_groupings() -> None:
    gold = {"a": 1, "b": 1, "c": 2, "d": 2}
    assert b_cubed(gold, gold) == pairwise(gold, gold) == (1.0, 1.0)
    whole = dict.fromkeys(gold, 0)
    assert b_cubed(gold, whole) == (0.5, 1.0)
    assert pairwise(gold, whole).precision == pytest.approx(1 / 3)


def test_ecb_mentions_are_grouped_by_acts_over_what_was_coded() -> None:
    sents = [["Kenya", "expelled", "a", "Somali", "envoy", "."], [], ["It", "rained", "."]]
    row = {"id": "1", "sents": sents, "split": "dev", "events": [
        [0, [1], "expelled", "X", "ACT"], [2, [1], "rained", "Y", "ACT"]]}  # fmt: skip
    text = with_text(row)["text"]
    assert text == "Kenya expelled a Somali envoy . It rained ."
    assert [text[a:b] for spans, _ in mentions(row) for a, b in spans] == ["expelled", "rained"]
    coded = {"1": as_findings(code_report(verbatim(text)))}
    got = scores([row], coded)
    assert (got["mentions"], got["coded"], got["b_cubed_f1"]) == (2, 1, 1.0)
    assert errors([row], coded) == {"not-coded": 1}


def test_one_report_that_tells_two_causes_tells_of_a_dispute() -> None:
    text = (
        "Police in Samara detained two brothers on June 27. They died of heart failure, the police "
        "said. Autopsies showed broken ribs."
    )
    (one,) = incidents([code_report(verbatim(text, Given(_day("2024-06-29"), "Volga Wire"), "r"))])
    (contested,) = [d for d in one.disputes if d.attribute == "cause"]
    assert {p.text for p in contested.positions} == {"heart failure", "broken ribs"}


def _disputed(*texts: str) -> set[str]:
    """The subjects of all disputes of reports of two outlets with these texts."""
    coded = [
        code_report(verbatim(text, Given(_day("2025-07-05"), f"Paper {n}"), f"d{n}"))
        for n, text in enumerate(texts)
    ]
    return {dispute.subject for one in incidents(coded) for dispute in one.disputes}


def test_who_leaves_a_report_open_does_not_deny_it() -> None:
    told = "Ghanaian soldiers attacked a village in Togo, the opposition says. "
    assert "took place: an attack" in _disputed(told + "Ghana's government has denied that.")
    assert not _disputed(told + "Ghana's government has not confirmed that.")


def test_a_denial_answers_what_another_says_and_not_what_the_report_tells() -> None:
    found = _disputed(
        "Chad's foreign minister accused Libya's army of breaking an agreement of May 2021 on the "
        "wells. Libya's defence ministry rejected this."
    )
    assert "took place: a promise or agreement" not in found


def test_two_days_that_one_holder_tells_are_of_two_things() -> None:
    found = _disputed(
        "Police in Accra arrested two Togolese editors on June 30. Police in Accra arrested eight "
        "Togolese traders on July 1.",
        "Ghanaian police arrested eight Togolese traders in Accra on July 1.",
    )
    assert not found & {"when: an arrest", "detained: an arrest"}


def test_another_does_not_say_that_it_is_all() -> None:
    figure = Figure("detained", 1.0, 1.0, Span(0, 7))
    assert at_least(figure, "another eight").high is None
    assert at_least(figure, "exactly one").high == 1.0


def test_who_is_named_twice_on_end_does_not_act_on_itself() -> None:
    text = (
        "The quarrel began anew after two blasts on May 3 and 5, which happened in Libya but "
        "targeted Petrobras, Brazil's state-owned oil company."
    )
    event = code_report(verbatim(text, Given(_day("2025-07-05"), "Paper"), "p")).events[0]
    assert (event.actor, event.recipient) == ((), ("BRABUS",))
