"""The pages of what is said: speakers, authors, stances, probabilities, silences, ties."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engine.whens import holding
from dragoman.record import open_record
from dragoman.web import create_app
from dragoman.web.saying import chance
from tests import said_samples
from tests.web_client import Client, Page


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of the pages of a record in which much is said."""
    with open_record(tmp_path_factory.mktemp("said") / "record.db", create=True) as record:
        said_samples.fill(record)
        yield Client(create_app(record))


def text_of(client: Client, path: str) -> str:
    """The text of a page that answers."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return spaced(answer.text)


def spaced(html: str) -> str:
    """The text of a page, with a blank between what stands in different elements."""
    return " ".join(" ".join(Page(html).texts).split())


def test_speakers_are_listed_with_their_counts_and_actors(client: Client) -> None:
    text = text_of(client, "/speakers")
    assert "3 speakers, 4 quotations." in text
    assert "NINO SAMPLE Georgia (government) GEOGOV 2 2 Sample Review, Sample Wire" in text
    assert "2026-03-02 – 2026-04-01" in text
    assert "Georgia (government) without a name" in text
    links = Page(client.get("/speakers").text).links()
    assert "/quotes?speaker=NINO+SAMPLE" in links
    assert "/actors/GEOGOV" in links
    assert "1 speaker, 1 quotation." in text_of(client, "/speakers?outlet=Sample+Review")


def test_a_speaker_has_a_page_of_quotations_over_time(client: Client) -> None:
    text = text_of(client, "/quotes?speaker=Nino+Sample")
    assert "NINO SAMPLE Georgia (government) GEOGOV" in text
    assert "2 quotations in 2 reports" in text
    first, second = "The road will open this year,", "We never promised a date,"
    assert text.index("2 March") < text.index(first) < text.index("1 April") < text.index(second)
    assert "statement" in text
    assert "reporters" in text
    assert "attributed to this name: 1" in text
    assert second not in text_of(client, "/quotes?speaker=Nino+Sample&until=2026-04-01")
    assert first not in text_of(client, "/quotes?speaker=Nino+Sample&outlet=Sample+Wire")
    nobody = text_of(client, "/quotes?speaker=Nina+Sample")
    assert "no quotation in the record is by Nina Sample; it has: " in nobody


def test_the_form_keeps_whose_page_it_is(client: Client) -> None:
    page = client.get("/quotes?speaker=Nino+Sample&outlet=Sample+Wire").text
    assert '<input type="hidden" name="speaker" value="Nino Sample">' in page
    assert '<option value="Sample Wire" selected>Sample Wire (1)</option>' in page
    assert "/quotes?outlet=Sample+Wire" in Page(page).links()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("?source=diplomats", 1),
        ("?stance=doubts", 1),
        ("?stance=asserts", 2),
        ("?cue=doubt", 1),
        ("?source_kind=unnamed", 1),
        ("?actor=GEO", 1),
        ("?text=canal", 2),
        ("?since=2026-01-01&outlet=Sample+Review", 2),
    ],
)
def test_attributions_are_found_by_source_stance_and_cue(
    client: Client, query: str, count: int
) -> None:
    text = text_of(client, f"/attributions{query}")
    assert f"{count} attribution" in text
    assert client.get(f"/attributions.json{query}").json()["total"] == count
    assert len(client.get(f"/api/attributions{query}").json()["rows"]) == count


def test_an_attribution_shows_who_how_and_what(client: Client) -> None:
    page = client.get("/attributions?stance=doubts").text
    marked = dict(re.findall(r'<span class="m-(who|cue|content)">(.*?)</span>', page))
    assert marked == {"who": "Two western diplomats", "cue": "doubt", "content": "that it will"}
    assert "not named" in spaced(page)
    assert 'title="does not hold it for true, or for likely">doubts' in page


def test_authors_are_listed_by_kind_of_judgement(client: Client) -> None:
    text = text_of(client, "/authors")
    assert "A. Writer the author of the report 3 1 0 1 0 1 1 Sample Review" in text
    assert "Two western diplomats somebody cited without a name 1" in text
    assert "1 author, 1 judgement." in text_of(client, "/authors?kind=prescription")


def test_an_author_has_a_page_of_judgements(client: Client) -> None:
    text = text_of(client, "/judgements?author=A.+Writer")
    assert "3 judgements in 1 report" in text
    assert "“likely” probability 55–80 % The talks are likely to end by December 2026" in text
    assert "Falls due December 2026" in text
    assert "Condition if both sides agree to the map" in text
    assert "Hinge The talks end by December 2026" in text
    assert "Horizon 2 March 2026 – 1 March 2027, counted from words" in text


def test_a_probability_is_drawn_and_advice_has_none(client: Client) -> None:
    page = client.get("/judgements?author=A.+Writer").text
    bars = re.findall(r'<rect x="([\d.]+)" y="1.500" width="([\d.]+)"', page)
    assert bars == [("55.0", "25.0"), ("20.0", "40.0")]
    advice = client.get("/judgements?kind=prescription").text
    assert "must" in advice
    assert "<rect" not in advice
    assert "advice" in Page(advice).text


def test_what_falls_due_is_in_the_order_of_that(client: Client) -> None:
    text = text_of(client, "/judgements?due_since=2025-01-01")
    assert "2 judgements with a date by which they fall due, the first due first." in text
    assert text.index("2025 Due: December") < text.index("2026 Due: December")
    assert "nothing" in text_of(client, "/judgements?due_since=2030-01-01").lower()


@pytest.mark.parametrize(
    ("query", "count"),
    [("?actor=ARM", 2), ("?dyad=GEO-ARM", 2), ("?kind=forecast", 1), ("?dyad=GEO-RUS", 0)],
)
def test_judgements_are_found_by_whom_they_concern(client: Client, query: str, count: int) -> None:
    assert f"{count} judgement" in text_of(client, f"/judgements{query}")


def test_a_silence_and_a_tie_tell_what_is_known(client: Client) -> None:
    silence = text_of(client, "/silences?actor=GEO")
    assert "Georgia (government) silent Tbilisi did not answer questions GEOGOV" in silence
    tie = text_of(client, "/ties?kind=supply")
    assert "Armenia – and Georgia supply 30 % Armenia supplies 30 percent" in tie
    assert "since 2020 via the old canal" in tie
    assert "765 km" in text_of(client, "/ties?dyad=AZE-IRN")


@pytest.mark.parametrize("kind", ["attributions", "quotes", "judgements", "silences", "ties"])
def test_a_row_leads_to_its_words_in_the_report(client: Client, kind: str) -> None:
    page = Page(client.get(f"/{kind}").text)
    links = [str(a["href"]) for a in page.all("a") if "data-open" in a]
    rows = client.get(f"/{kind}.json").json()["rows"]
    assert len(links) == len(rows)
    for link, row in zip(links, rows, strict=True):
        address, _, anchor = link.partition("#")
        assert anchor == f"e-{row['id']}"
        report = client.get(address).text
        assert f'id="{anchor}"' in report
        card = report[report.index(f'id="c-{row["id"]}"') :]
        layer = re.search(r'data-layer="(\w+)"', card)
        assert layer
        assert re.search(rf'id="layer-{layer[1]}"[^>]* checked', report)


@pytest.mark.parametrize("kind", ["attributions", "quotes", "judgements", "silences", "ties"])
def test_the_twins_hold_the_rows_of_the_page(client: Client, kind: str) -> None:
    rows = client.get(f"/{kind}.json").json()["rows"]
    table = list(csv.DictReader(io.StringIO(client.get(f"/{kind}.csv").text)))
    assert [r["id"] for r in rows] == [r["id"] for r in table]
    assert rows


def test_rows_come_by_the_page_and_link_on(client: Client) -> None:
    seen: list[str] = []
    path: str | None = "/judgements.json?limit=2"
    while path:
        found: dict[str, Any] = client.get(path).json()
        seen += [row["id"] for row in found["rows"]]
        path = found["next"]
    assert len(seen) == len(set(seen)) == 6
    speakers = client.get("/speakers.json?limit=1&offset=1").json()
    assert (speakers["total"], len(speakers["rows"]), speakers["next"] is None) == (3, 1, False)


def test_an_actor_leads_to_what_it_said_and_what_is_foretold_of_it(client: Client) -> None:
    found = client.get("/actors/AZE.json").json()["statements"]
    assert found == {"attributions": 1, "quotes": 1, "judgements": 1, "silences": 1, "ties": 1}
    page = client.get("/actors/AZE").text
    for kind in found:
        assert f"/{kind}?actor=AZE" in Page(page).links()
    assert "Where it was silent 1" in spaced(page)
    assert "What is foretold or held of it 1" in spaced(page)
    assert client.get("/actors/GEOGOV").status_code == 200
    assert client.get("/actors/TUR").status_code == 404
    assert "Nothing is said by it or held of it." in text_of(client, "/actors/RUSCOP")


def test_the_margin_of_a_report_tells_every_row(client: Client) -> None:
    row = client.get("/silences.json?actor=GEO").json()["rows"][0]
    margin = text_of(client, f"/reports/{row['report']}")
    assert "Silences 1" in margin
    assert "Two western diplomats doubt doubts not named in the text" in margin
    assert "quoted Nino Sample statement Georgia (government) GEOGOV in the text" in margin
    assert "Falls due December 2026 Condition if both sides agree to the map" in margin


def test_the_head_says_where_one_is(client: Client) -> None:
    page = Page(client.get("/speakers").text)
    current = [(a["href"], a["aria-current"]) for a in page.all("a") if "aria-current" in a]
    assert current == [("/attributions", "true"), ("/speakers", "page")]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/quotes?stance=denies", "no such filter 'stance'; there are: "),
        ("/ties?kind=forecast", "no such kind of ties 'forecast'; there are: member"),
        ("/judgements?due_since=soon", "due-since 'soon' is no date; expected YYYY-MM-DD"),
        ("/judgements?source_kind=ghost", "no such source kind 'ghost'; there are: author"),
        ("/ties?dyad=GEO", "dyad 'GEO' is no pair"),
        ("/speakers?limit=0", "limit 0 cannot be; expected 1 to 200"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: Client, path: str, said: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert said in Page(answer.text).text


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_bar_stays_on_its_line_and_can_be_seen(a: float, b: float) -> None:
    drawn = chance(min(a, b), max(a, b))
    assert drawn["x"] >= 0
    assert drawn["width"] >= 1.5
    assert drawn["x"] + drawn["width"] <= 100.01


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2020-01-01", None, "since 2020"),
        ("2020-06-01", None, "since June 2020"),
        (None, "2020-01-01", "until 31 December 2019"),
        ("2016-01-01", "2020-01-01", "2016–2019"),
        (None, None, None),
    ],
)
def test_how_long_a_tie_holds(since: str | None, until: str | None, said: str | None) -> None:
    assert holding(since, until) == said
