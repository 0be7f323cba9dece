"""Reports with rows of all that is said: quotations, judgements, silences, ties, by several."""

from __future__ import annotations

from datetime import date

from dragoman.model.actor import AUTHOR, Source
from dragoman.model.attribution import Attribution, Quotation, Silence
from dragoman.model.findings import Findings
from dragoman.model.judgement import Judgement, Tie
from dragoman.model.when import When, day
from dragoman.record import Record
from tests.samples import CODER, denial, raid, report, span

TALKS = (
    '"The road will open this year," Nino Sample said in a statement on Monday. Two western '
    "diplomats doubt that it will.\n\n"
    "The talks are likely to end by December 2026, if both sides agree to the map. They could "
    "drag on in the near term. Georgia and Armenia must keep the crossing open.\n\n"
    "Tbilisi did not answer questions about the map. Armenia supplies 30 percent of the water "
    "through the old canal."
)
LATER = '"We never promised a date," NINO SAMPLE told reporters. "Ask me in spring," he added.'
DUE = When(date(2026, 12, 1), date(2027, 1, 1), "month", "text")
SOON = When(date(2026, 3, 2), date(2027, 3, 2), "unknown", "report")


def talks() -> Findings:
    """A report with a row of each kind, and several judgements by its author."""
    nino = Source("GEOGOV", "Nino Sample", span(TALKS, "Nino Sample"), "named")
    diplomats = Source(
        None, "Two western diplomats", span(TALKS, "Two western diplomats"), "unnamed"
    )
    author = Source(None, "A. Writer", None, "author")
    road = '"The road will open this year,"'
    return Findings(
        report(TALKS, title="A map and a road", outlet="Sample Review", author="A. Writer",
               date=day(date(2026, 3, 2))),
        attributions=(
            Attribution(nino, span(TALKS, "said"), span(TALKS, road), True, "asserts",
                        span(TALKS, TALKS.split(". ", maxsplit=1)[0])),
            Attribution(diplomats, span(TALKS, "doubt"), span(TALKS, "that it will"), False,
                        "doubts", span(TALKS, "Two western diplomats doubt that it will.")),
        ),
        quotes=(Quotation("The road will open this year,", span(TALKS, road), "Nino Sample",
                          "GEOGOV", "statement"),),
        silences=(Silence("GEOGOV", span(TALKS, "Tbilisi did not answer questions")),),
        judgements=(
            Judgement(author, "The talks are likely to end by December 2026", "likely", 0.55, 0.8,
                      span(TALKS, "The talks are likely to end by December 2026, if both sides"),
                      ("GEO", "ARM"), DUE, "if both sides agree to the map", "conditional",
                      "The talks end by December 2026"),
            Judgement(author, "They could drag on in the near term", "could", 0.2, 0.6,
                      span(TALKS, "They could drag on in the near term."), (), SOON, None,
                      "forecast", "They drag on in the near term"),
            Judgement(author, "Georgia and Armenia must keep the crossing open", "must", 0.0, 1.0,
                      span(TALKS, "Georgia and Armenia must keep the crossing open."),
                      ("GEOGOV", "ARM"), None, None, "prescription",
                      "Georgia and Armenia keep the crossing open"),
            Judgement(diplomats, "it will", "doubt", 0.1, 0.35,
                      span(TALKS, "Two western diplomats doubt that it will."), ("GEO",),
                      kind="assessment"),
        ),
        ties=(Tie("supply", "ARM", "GEO", span(TALKS, "Armenia supplies 30 percent"), 30.0,
                  "percent", When(date(2020, 1, 1), None, "year", "text"), "the old canal"),),
    )  # fmt: skip


def later() -> Findings:
    """A later report by another outlet that quotes the same speaker, spelled otherwise."""
    return Findings(
        report(LATER, title="No date", outlet="Sample Wire", date=day(date(2026, 4, 1))),
        quotes=(
            Quotation("We never promised a date,", span(LATER, '"We never promised a date,"'),
                      "NINO SAMPLE", "GEOGOV", "reporters"),
            Quotation("Ask me in spring,", span(LATER, '"Ask me in spring,"'), None, "GEOGOV"),
        ),
        judgements=(
            Judgement(AUTHOR, "a date is unlikely", "unlikely", 0.2, 0.4,
                      span(LATER, "never promised"), ("GEO",)),
        ),
    )  # fmt: skip


def fill(record: Record) -> None:
    """Put these and the raid into a record, the later report first."""
    for found in (later(), talks(), raid(), denial()):
        record.add_findings(found, CODER)
