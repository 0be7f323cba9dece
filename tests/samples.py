"""Small reports with hand-made findings, whose spans are found in their own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.model.actor import AUTHOR, Mention, Source
from dragoman.model.attribution import Attribution, Quotation, Silence
from dragoman.model.event import DateMention, Event, Figure, Place
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.judgement import Judgement, Tie
from dragoman.model.ontology import facts_of
from dragoman.model.report import Report, report_id
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When, day, month

CODER = "tester 1"

RAID = (
    "On 27 June Russian police raided flats in Yekaterinburg and held fifty men. "
    "Baku complained on 1 July. "
    '"We want answers," said Hüseyn Example, who asked for a meeting. '
    "The ministry gave no answer. Observers think a break is highly unlikely.\n\n"
    "Azerbaijan shares a border of 765 km with Iran."
)
DENIAL = "Moscow denied that police had beaten anybody. An inquiry may follow."
UNDATED = "The two presidents met and agreed on a new rail line."


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(text: str, **about: Any) -> Report:
    """An English report with that text."""
    return Report(report_id(text), text, language="en", **about)


def event(text: str, evidence: str, words: str, kind: str, **about: Any) -> Event:
    """An event of that type, its evidence and the words that name it given as words."""
    mode, coder = about.pop("mode", None), about.pop("coder", CODER)
    facts = facts_of(kind, mode)
    return Event(
        id=content_id("event", text, words, coder),
        type=facts.type,
        mode=mode,
        context=about.pop("context", ()),
        cameo=facts.cameo,
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
        actor=about.pop("actor", ()),
        recipient=about.pop("recipient", ()),
        actor_spans=(),
        recipient_spans=(),
        event_span=span(text, words),
        factuality=about.pop("factuality", "happened"),
        span=span(text, evidence),
        coder=coder,
        **about,
    )


def raid(coder: str = CODER) -> Findings:
    """A dated report with a row of every kind."""
    first, second = RAID.split(". ")[:2]
    city = Place(
        "Yekaterinburg", span(RAID, "Yekaterinburg"), "Yekaterinburg", "RUS", 56.85, 60.61,
        1486209, "city",
    )  # fmt: skip
    speaker = Source("AZEELI", "Hüseyn Example", span(RAID, "Hüseyn Example"), "named")
    quoted = span(RAID, '"We want answers,"')
    return Findings(
        report=report(
            RAID, title="A raid in the Urals", outlet="Sample Wire", date=day(date(2025, 7, 2)),
            input="raid.txt",
        ),
        events=(
            event(
                RAID, first, "raided", "COERCE", actor=("RUSCOP",), recipient=("AZECVL",),
                mode="seize", coder=coder,
                when=day(date(2025, 6, 27)), where=city, context=("crime",),
                figures=(Figure("detained", 50, 50, span(RAID, "fifty")),),
            ),
            event(
                RAID, second, "complained", "ACCUSE", actor=("AZEGOV",), recipient=("RUSGOV",),
                mode="disapprove", coder=coder,
                when=day(date(2025, 7, 1)),
            ),
            event(
                RAID, "asked for a meeting", "asked", "REQUEST", actor=("AZEELI",), mode="meet",
                coder=coder,
                source=(speaker,),
            ),
        ),
        attributions=(
            Attribution(
                speaker, span(RAID, "said"), quoted, True, "asserts",
                span(RAID, '"We want answers," said Hüseyn Example'),
            ),
        ),
        quotes=(Quotation("We want answers,", quoted, "Hüseyn Example", "AZEELI"),),
        silences=(Silence("AZEGOV", span(RAID, "The ministry gave no answer.")),),
        judgements=(
            Judgement(
                AUTHOR, "a break is highly unlikely", "highly unlikely", 0.05, 0.2,
                span(RAID, "a break is highly unlikely"), ("AZE", "RUS"), month(2025, 12),
            ),
        ),
        ties=(
            Tie("border", "AZE", "IRN", span(RAID, "Azerbaijan shares a border"), 765.0, "km"),
        ),
        mentions=(
            Mention(span(RAID, "Russian"), ("RUS",), "state", "Russia", 11),
            Mention(span(RAID, "Baku"), ("AZE",), "state", "Azerbaijan", RAID.index("Baku")),
            Mention(
                span(RAID, "Azerbaijan"), ("AZE",), "state", "Azerbaijan", RAID.index("Azerbaijan")
            ),
        ),
        places=(city,),
        dates=(
            DateMention("27 June", span(RAID, "27 June"), "2025-06-27", day(date(2025, 6, 27))),
        ),
    )  # fmt: skip


def denial(coder: str = CODER) -> Findings:
    """A later report by another outlet: something denied, something possible."""
    first, second = DENIAL.split(". ")
    july = When(date(2025, 7, 1), date(2025, 8, 1), "month", "text")
    return Findings(
        report(
            DENIAL, title="Moscow denies", outlet="Sample Weekly", date=day(date(2025, 7, 20)),
            input="denial.txt",
        ),
        events=(
            event(
                DENIAL, first, "beaten", "ASSAULT", actor=("RUSCOP",), mode="beat", coder=coder,
                factuality="denied", when=july,
            ),
            event(
                DENIAL, second, "inquiry", "ACCUSE", actor=("RUSGOV",), mode="investigate",
                coder=coder,
                factuality="possible",
            ),
        ),
        mentions=(Mention(span(DENIAL, "Moscow"), ("RUS",), "state", "Russia", 0),),
    )  # fmt: skip


def undated(coder: str = CODER) -> Findings:
    """A report without a date, of two who did one thing together."""
    return Findings(
        report(UNDATED, outlet=None, date=UNKNOWN),
        events=(
            event(
                UNDATED, UNDATED, "met", "CONSULT", actor=("AZEGOV", "RUSGOV"), coder=coder,
                when=When(date(2025, 1, 1), date(2026, 1, 1), "year", "text"),
            ),
        ),
    )  # fmt: skip
