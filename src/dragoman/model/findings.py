"""All that the coder found in one report."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import Mention
from dragoman.model.attribution import Attribution, Quotation, Silence
from dragoman.model.event import DateMention, Event, Place
from dragoman.model.judgement import Judgement, Tie
from dragoman.model.report import Report


@dataclass(frozen=True, slots=True)
class Findings:
    """The rows of one report, each kind in the order of the text."""

    report: Report
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    silences: tuple[Silence, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    ties: tuple[Tie, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
