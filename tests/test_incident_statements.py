"""What two states say and do time and again is one incident only by something particular."""

from __future__ import annotations

from datetime import date
from functools import cache

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.linking.incidents.features import features
from dragoman.linking.incidents.likeness import by_encoder
from dragoman.linking.incidents.linker import linked
from dragoman.linking.incidents.statements import bare
from dragoman.linking.incidents.tellings import Telling, tellings
from dragoman.model.findings import Findings
from dragoman.model.when import day

# An analysis, and a note of the same week.
TEXTS = """
Kenya criticised Somalia for its fishing quotas. Nobody in Mogadishu was surprised by that. Kenya \
criticised Somalia for the treatment of teachers. The two have been at odds for long.
Kenya has criticised Somalia for the quotas on tuna, a trade paper wrote.
Kenya criticised Somalia on May 2.
Kenya criticised Somalia for its fishing quotas on May 3.
"""


@cache
def reports() -> tuple[Findings, ...]:
    came = Given(day(date(2024, 5, 4), "given"))
    texts = TEXTS.strip().splitlines()
    return tuple(code_report(verbatim(t, came, f"r{n}")) for n, t in enumerate(texts))


def told(report: int, place: int = 0) -> Telling:
    found = [t for t in tellings(reports()[report]) if t.trigger == "criticis"]
    return found[place]


def test_words_without_a_day_need_something_in_common() -> None:
    quotas, teachers, tuna = told(0, 0), told(0, 1), told(1)
    assert bare(quotas, teachers) and bare(teachers, quotas)
    assert not bare(quotas, tuna)
    assert bare(teachers, tuna)


def test_a_day_that_both_tell_is_enough() -> None:
    assert not bare(told(2), told(3))
    assert bare(told(2), told(0, 1))


def test_two_criticisms_in_one_analysis_are_two_incidents() -> None:
    quotas, teachers = told(0, 0).id, told(0, 1).id
    alone = linked(reports()[:1], by_encoder())
    assert not any({quotas, teachers} <= {*cluster} for cluster in alone.clusters())
    together = linked(reports()[:2], by_encoder())
    assert any({quotas, told(1).id} <= {*cluster} for cluster in together.clusters())


def test_what_stands_around_both_says_nothing_where_nothing_else_is_in_common() -> None:
    here, there = features(told(0, 0), told(0, 1)), features(told(0, 0), told(1))
    assert not here.keys() & {"passage", "rare_passage", "around"}
    assert {"passage", "rare_passage", "around"} <= there.keys()
