"""A record for the pages' tests: a long report with all roles marked, and one that is hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.model.actor import Mention, Source
from dragoman.model.attribution import Attribution, Quotation, Silence
from dragoman.model.event import Event, Figure, Place
from dragoman.model.findings import Findings
from dragoman.model.judgement import Judgement, Tie
from dragoman.model.report import Notes
from dragoman.model.when import When, day, month
from dragoman.record import Record
from tests.samples import CODER, denial, event, raid, report, span, undated

DEPOT = (
    "Russian drones struck an oil depot near Odesa on 8 August 2025, and fire took hold of four "
    "tanks. The depot belongs to a company from Azerbaijan. Ukrainian officials said that four "
    "workers were hurt.\n\n"
    "In Baku, the foreign ministry condemned the strike two days later. Aliyev telephoned his "
    "Ukrainian counterpart, and the two leaders discussed more gas for Ukraine. The ministry had "
    "promised in July to send two million dollars in aid.\n\n"
    "Moscow has not commented. Should Azerbaijan lift its ban on arms for Ukraine, Russia would "
    "answer, a pro-government channel wrote. Trade between the two went on as before."
)
PARAGRAPHS = DEPOT.split("\n\n")
ATTACK = '<script>alert("text")</script> Moscow protested <b>loudly</b> & left.'
HOSTILE = "<img src=x onerror=alert(1)>"


def _event(evidence: str, words: str, kind: str, who: str, whom: str = "", **about: Any) -> Event:
    """An event of the depot report; `who` and `whom` are the words that name them."""
    made = event(DEPOT, evidence, words, kind, **about)
    start = made.span.start
    spans = [(span(DEPOT[start:], w).shifted(start),) if w else () for w in (who, whom)]
    return replace(made, actor_spans=spans[0], recipient_spans=spans[1])


def depot(coder: str = CODER) -> Findings:
    """A report of three paragraphs: nested and overlapping rows, sources, figures, a condition."""
    strike, _, hurt = PARAGRAPHS[0].split(". ")
    condemned, phoned, promised = PARAGRAPHS[1].split(". ")
    lift = "Should Azerbaijan lift its ban on arms for Ukraine, Russia would answer"
    odesa = Place("Odesa", span(DEPOT, "Odesa"), "Odesa", "UKR", 46.48, 30.73, 698740, "city")
    officials = Source("UKRGOV", "Ukrainian officials", span(DEPOT, "Ukrainian officials"), "named")
    struck, later = day(date(2025, 8, 8)), day(date(2025, 8, 10))
    return Findings(
        report=report(
            DEPOT,
            title="Fire at the depot",
            outlet="Sample Gazette",
            author="A. Writer",
            url="https://gazette.example/depot",
            date=day(date(2025, 8, 12), "metadata"),
            genre="analysis",
            notes=Notes(biography="A. Writer writes.", disclaimer="Views are the tests'."),
            input="depot.txt",
        ),
        events=(
            _event(strike, "struck", "ASSAULT", "Russian drones", "oil depot", mode="drone",
                   actor=("RUSMIL",), recipient=("AZEBUS",), when=struck, where=odesa, coder=coder),
            _event(strike, "struck", "ASSAULT", "Russian drones", "Odesa", mode="drone",
                   actor=("RUSMIL",), recipient=("UKR",), when=struck, where=odesa,
                   context=("military",), coder="nested"),
            _event(hurt, "hurt", "ASSAULT", "", "workers", recipient=("UKRCVL",), when=struck,
                   figures=(Figure("injured", 4, 4, span(DEPOT, "four workers")),),
                   source=(officials,), coder=coder),
            _event(condemned, "condemned", "ACCUSE", "foreign ministry", "", mode="disapprove",
                   actor=("AZEGOV",), recipient=("RUS",), when=later, coder=coder),
            _event(phoned, "telephoned", "CONSULT", "Aliyev", "Ukrainian counterpart",
                   mode="phone", actor=("AZEGOV",), recipient=("UKRGOV",), when=later, coder=coder),
            _event(promised, "promised", "AGREE", "The ministry", "", actor=("AZEGOV",),
                   recipient=("UKR",), when=month(2025, 7), factuality="planned",
                   figures=(Figure("aid", 2_000_000, None, span(DEPOT, "two million dollars"),
                                   "USD"),), coder=coder),
            _event(lift, "lift", "CONCEDE", "Azerbaijan", "", actor=("AZEGOV",),
                   recipient=("UKR",), factuality="conditional", coder=coder),
            _event("Trade between the two went on as before", "Trade", "COOPERATE", "the two", "",
                   actor=("AZE", "RUS"), coder=coder,
                   when=When(date(2025, 6, 1), date(2025, 9, 1), "season", "report")),
        ),
        attributions=(
            Attribution(officials, span(DEPOT, "said"), span(DEPOT, "four workers were hurt"),
                        False, "asserts", span(DEPOT, hurt)),
        ),
        quotes=(Quotation("went on", span(DEPOT, "went on"), None, None, "a channel"),),
        mentions=(
            Mention(span(DEPOT, "Russian drones"), ("RUSMIL",), "body", None, 8),
            Mention(span(DEPOT, "Baku"), ("AZE",), "place", "Azerbaijan", DEPOT.index("Baku")),
            Mention(span(DEPOT, "Aliyev"), ("AZEGOV",), "person", "Ilham Aliyev", 0),
            Mention(span(DEPOT, "Ukrainian officials"), ("UKRGOV",), "people", None, 0),
        ),
        places=(odesa,),
    )  # fmt: skip


def hostile(coder: str = CODER) -> Findings:
    """A report whose every field would run if a page let it."""
    return Findings(
        report=report(
            ATTACK,
            title='<script>alert("title")</script>',
            outlet=HOSTILE,
            author='"><script>alert(2)</script>',
            url="javascript:alert(3)",
            date=day(date(2025, 9, 1)),
            notes=Notes(biography="<script>alert(4)</script>"),
            input="=cmd|' /C calc'!A1",
        ),
        events=(
            event(ATTACK, ATTACK, "protested", "ACCUSE", actor=("RUS",), coder=coder,
                  mode="disapprove", when=day(date(2025, 9, 1)),
                  where=Place("left", span(ATTACK, "left"), "<svg onload=alert(5)>"),
                  figures=(Figure("<script>", 1, 2, span(ATTACK, "&"), "=1+1"),),
                  source=(Source(None, "<script>alert(6)</script>", None, "unnamed"),)),
        ),
        quotes=(Quotation("x", span(ATTACK, "loudly"), "<script>alert(7)</script>", None, "<b>"),),
        attributions=(
            Attribution(Source(None, HOSTILE, span(ATTACK, "Moscow"), "unnamed"),
                        span(ATTACK, "protested"), span(ATTACK, "<b>loudly</b>"), False, HOSTILE,  # type: ignore[arg-type]
                        span(ATTACK, "Moscow protested <b>loudly</b>"),
                        (Source(None, "<script>alert(10)</script>", None, "named"),)),
        ),
        silences=(Silence(None, span(ATTACK, "<b>loudly</b> & left.")),),
        judgements=(
            Judgement(Source(None, "<script>alert(11)</script>", None, "named"), HOSTILE, "<b>",
                      0.1, 0.1, span(ATTACK, "& left."), ("RUS",), month(2025, 12), HOSTILE,
                      "warning", "<script>alert(12)</script>"),
        ),
        ties=(Tie("supply", "RUS", "AZE", span(ATTACK, "Moscow"), 1.5, "<b>", via=HOSTILE),),
    )  # fmt: skip


def fill(record: Record) -> None:
    """Put all of them into a record."""
    for found in (raid(), denial(), undated(), depot(), hostile()):
        record.add_findings(found, CODER)
