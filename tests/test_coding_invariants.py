"""What must hold of every coded row, whatever the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding import code
from dragoman.language import analyse
from dragoman.model.findings import Findings
from dragoman.model.report import Report, report_id
from dragoman.model.rows import findings_row
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, day

SENTENCES = (
    "Turkey expelled two Greek diplomats on March 3.",
    "“We shall not yield,” Iranian President Masoud Pezeshkian said in Tehran.",
    "Police in Tbilisi detained about 40 protesters; three were injured.",
    "According to observers, Egypt may send troops to Libya next month.",
    "Kyiv denied that its drones had struck a Russian refinery.",
    "The ministry did not respond to a request for comment.",
    "Qatar, Egypt and the United States brokered a truce between Israel and Hamas.",
    "If Serbia attacks Kosovo, NATO would respond.",
    "He added: ‘Nothing was agreed – nothing at all.’",
    "India's tariffs, the prime minister warned, were “a mistake”…",
    "Armenia and Azerbaijan signed an agreement at the White House.",
    "The raid angered Baku.",
    "Café owners in Zürich, 34 % of them, closed.",
)
DATES = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2026, 1, 1)))
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from((" ", "\n\n", "  "))), max_size=7
).map(lambda parts: "".join(s + gap for s, gap in parts).strip())


def report(text: str, published: date | None) -> Report:
    when = day(published, "given") if published else UNKNOWN
    return Report(report_id(text), text, date=when, language="en")


def spans_of(found: Findings) -> list[Span]:
    spans = [m.span for m in found.mentions] + [q.span for q in found.quotes]
    for event in found.events:
        spans += [event.span, event.event_span, *event.actor_spans, *event.recipient_spans]
        spans += [f.span for f in event.figures] + [s.span for s in event.source if s.span]
    for row in found.attributions:
        spans += [row.span, row.cue, row.content]
    return spans + [s.span for s in found.silences]


@settings(deadline=None, max_examples=40)
@given(TEXTS, DATES)
def test_every_span_slices_back_to_words(text: str, published: date | None) -> None:
    found = code(analyse(report(text, published)))
    for span in spans_of(found):
        words = span.of(text)
        assert words and words == words.strip()
    for event in found.events:
        assert event.span.contains(event.event_span)
        assert event.actor or event.recipient
    for mention in found.dates:
        assert mention.span.of(text) == mention.text
    for place in found.places:
        assert place.span.of(text) == place.text


@settings(deadline=None, max_examples=20)
@given(TEXTS, DATES)
def test_same_report_gives_same_rows(text: str, published: date | None) -> None:
    first = findings_row(code(analyse(report(text, published))))
    second = findings_row(code(analyse(report(text, published))))
    assert first == second
    ids = [e["id"] for e in first["events"]]
    assert len(ids) == len(set(ids))


@settings(deadline=None, max_examples=20)
@given(TEXTS, st.dates(date(1990, 1, 1), date(2026, 1, 1)))
def test_nothing_happened_after_its_report(text: str, published: date) -> None:
    for event in code(analyse(report(text, published))).events:
        if event.factuality == "happened" and event.when.start is not None:
            assert event.when.start <= published


@settings(deadline=None, max_examples=20)
@given(TEXTS)
def test_undated_report_dates_nothing_by_today(text: str) -> None:
    for event in code(analyse(report(text, None))).events:
        assert event.when.basis in ("text", "none")
        assert event.when.start is None or event.when.start.year < date.today().year  # noqa: DTZ011
