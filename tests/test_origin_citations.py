"""Through whom a report knows: credits, bylines, cues, and the tables behind them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.shapes import key
from dragoman.linking.origins import Outlets, citations
from dragoman.linking.origins.cues import cues
from dragoman.linking.origins.outlets import agencies
from dragoman.linking.origins.speakers import word_kinds
from dragoman.model.errors import TableError
from dragoman.model.origin import CITATION_ROLES
from dragoman.model.report import Notes, Report

OUTLETS = Outlets(["The Ganja Herald", "Sample Wire"])


def cited(text: str, **fields: str) -> list[tuple[str, str]]:
    """Outlet and role of each citation."""
    report = Report("r", text, outlet=fields.pop("outlet", "Daily Sample"), **fields)  # type: ignore[arg-type]
    return [(c.outlet, c.role) for c in citations(report, OUTLETS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("BAKU, July 1 (Reuters) - Police came.", [("Reuters", "credit")]),
        ("BAKU, July 1 (Unheard Of Wire) - Police came.", [("Unheard Of Wire", "credit")]),
        ("MOSCOW, July 8. /TASS/. A ship sank.", [("TASS", "credit")]),
        ("It rained.\n\n(AFP)", [("Agence France-Presse", "credit")]),
        ("It rained. (TASS)", [("TASS", "credit")]),
        ("It rained.\n\nXinhua", [("Xinhua", "credit")]),
        ("It rained.\n\nSource: Xinhua", [("Xinhua", "credit")]),
        (
            "It rained.\n\nAFP/Reuters",
            [("Agence France-Presse", "contributed"), ("Reuters", "contributed")],
        ),
        ("It rained.\n\n- with Kyodo", [("Kyodo", "contributed")]),
        (
            "An Associated Press writer in Geneva contributed to this report.",
            [("Associated Press", "contributed")],
        ),
        ("A witness told Reuters by phone that he had seen it.", [("Reuters", "told")]),
        ("He spoke to the state news agency Azertac.", [("Azertac", "told")]),
        ("He told RIA Novosti and Kyodo so.", [("RIA Novosti", "told"), ("Kyodo", "told")]),
        ("It rained, according to Turan.", [("Turan", "cites")]),
        ("It rained, according to Azerbaijan's APA news agency.", [("APA", "cites")]),
        ("Yonhap reported that it rained.", [("Yonhap", "cites")]),
        ("Yonhap news agency on Tuesday reported a fire.", [("Yonhap", "cites")]),
        (
            "AP and Interfax reported a fire.",
            [("Associated Press", "cites"), ("Interfax", "cites")],
        ),
        (
            "APA reports, citing Report, that it rained.",
            [("APA", "cites"), ("Report News Agency", "citing")],
        ),
        (
            "Trend reports with reference to Sputnik.",
            [("Trend News Agency", "cites"), ("Sputnik", "citing")],
        ),
        ("The minister left, as quoted by Interfax.", [("Interfax", "cites")]),
        ("This was first reported by the Ganja Herald.", [("Ganja Herald", "whole")]),
        ("The local site Sheki Sesi reported a fire.", [("Sheki Sesi", "cites")]),
        ("The Telegram channel Volga Eye reported a fire.", [("Volga Eye", "cites")]),
        ("The daily Al-Akhbar wrote that he had left.", [("Al-Akhbar", "cites")]),
        ("(TASS) - A ship sank in the harbour.", [("TASS", "credit")]),
        (
            "An essay that first appeared in Le Monde a year ago and was read by a few said so.",
            [("Le Monde", "cites")],
        ),
    ],
)
def test_cues(text: str, wanted: list[tuple[str, str]]) -> None:
    assert cited(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Trend is up. The time has come, and the sun was out.",
        "Police searched the office of Sputnik in Baku and took two editors away.",
        "The journalists of Turan were released.",
        "Reuters is owned by a Canadian family.",
        "He told the committee that nobody had read Kyodo.",
        "A report by the ministry said so.",
        "It will make landfall today, according to the National Hurricane Center.",
        "So it was, as quoted by Greek Reporter Weekly.",
    ],
)
def test_a_name_alone_is_no_citation(text: str) -> None:
    assert cited(text) == []


def test_an_outlet_does_not_cite_itself() -> None:
    assert cited("He told Turan so.", outlet="Turan News Agency") == []
    assert cited("BAKU, July 1 (Reuters) - Police came.", outlet="Reuters") == []


def test_what_stands_around_the_text_counts() -> None:
    report = Report(
        "r",
        "It rained.",
        title="Two dead in a raid — TASS",
        author="AFP",
        notes=Notes(credits="With reporting by Reuters and dpa"),
    )
    assert [(c.outlet, c.role, c.span) for c in citations(report, OUTLETS)] == [
        ("Agence France-Presse", "credit", None),
        ("Deutsche Presse-Agentur", "contributed", None),
        ("Reuters", "contributed", None),
        ("TASS", "whole", None),
    ]


def test_an_author_is_no_outlet() -> None:
    assert cited("It rained.", author="Jane Doe") == []


SENTENCES = st.sampled_from(
    [
        "He told Reuters so.",
        "It rained, according to Turan.",
        "Nobody came.",
        "“Why?” Kyodo reported.",
        "TASS",
        "The Telegram channel Volga Eye reported a fire.",
    ]
)


@given(st.lists(SENTENCES, max_size=6), st.sampled_from([" ", "\n\n", "\n"]))
def test_spans_slice_back_to_names(sentences: list[str], between: str) -> None:
    report = Report("r", between.join(sentences))
    for citation in citations(report, OUTLETS):
        assert citation.span is not None
        assert OUTLETS.named(citation.span.of(report.text)).name == citation.outlet
        if citation.scope:
            assert citation.scope.contains(citation.span)


def test_the_table_has_the_agencies_of_the_world() -> None:
    rows = [outlet for outlet, _, _ in agencies()]
    assert len(rows) >= 220
    assert len({outlet.country for outlet in rows}) >= 140
    owners = Counter(outlet.owner for outlet in rows)
    assert min(owners[o] for o in ("state", "public", "cooperative", "private")) >= 10
    for outlet, certain, unsure in agencies():
        assert certain or unsure, outlet.name
    sure = Counter(name for _, certain, _ in agencies() for name in {key(n) for n in certain})
    assert [name for name, count in sure.items() if count > 1] == []


def test_names_lead_to_their_agency() -> None:
    for name, wanted in [
        ("AFP", "Agence France-Presse"),
        ("The Associated Press", "Associated Press"),
        ("Xinhua News Agency", "Xinhua"),
        ("ITAR-TASS", "TASS"),
        ("Azertag", "Azertac"),
    ]:
        outlet = OUTLETS.named(name)
        assert (outlet.name, outlet.agency) == (wanted, True)
    assert not OUTLETS.named("The Ganja Herald").agency
    found = OUTLETS.of_url("https://www.tass.com/world/1")
    assert found is not None
    assert found.name == "TASS"
    assert OUTLETS.of_url("https://[") is None


def test_every_role_has_cues_and_every_kind_words() -> None:
    assert {cue.role for cue in cues()} == set(CITATION_ROLES)
    assert {kind for kind, _ in word_kinds().values()} == {
        "spokes", "unnamed", "witness", "channel", "document", "same", "plain"
    }  # fmt: skip


def test_a_cue_with_its_place_in_the_middle_is_refused(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path  # noqa: PLC0415

    folder = Path(str(tmp_path)) / "origins"
    folder.mkdir()
    (folder / "cues.tsv").write_text("phrase\trole\nsaid {} to\ttold\n", encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_TABLES", str(tmp_path))
    with pytest.raises(TableError, match=r"cues\.tsv:2: .* expected \{\} once"):
        cues.__wrapped__()
