"""The plain cases: who did what to whom, told in one sentence, for every type and factuality."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding import code
from dragoman.language import analyse
from dragoman.model.event import Event
from dragoman.model.report import Report, report_id
from dragoman.model.when import day

PUBLISHED = day(date(2025, 7, 10), "given")


def coded(text: str) -> tuple[Event, ...]:
    return code(analyse(Report(report_id(text), text, date=PUBLISHED, language="en"))).events


def told(event: Event) -> tuple[str, str, str, str]:
    return event.type, ",".join(event.actor), ",".join(event.recipient), event.factuality


CASES = [
    ("Egypt agreed to deepen trade with Turkey.", "AGREE", "EGY", "TUR", "happened"),
    ("Norway pledged 20 million dollars to Moldova.", "AGREE", "NOR", "MDA", "happened"),
    ("The Indian foreign minister met his Chinese counterpart in Kazan on Monday.",
     "CONSULT", "INDGOV", "CHNGOV", "happened"),
    ("Brazil and Argentina held talks in Montevideo.", "CONSULT", "BRA", "ARG", "happened"),
    ("French President Emmanuel Macron visited Armenia last week.",
     "CONSULT", "FRAGOV", "ARM", "happened"),
    ("Japan praised the Philippines for its restraint.", "SUPPORT", "JPN", "PHL", "happened"),
    ("Saudi Arabia restored relations with Iran in March 2023.", "SUPPORT", "SAU", "IRN",
     "happened"),
    ("Serbia signed an agreement with Hungary.", "SUPPORT", "SRB", "HUN", "happened"),
    ("Turkey sold drones to Kazakhstan.", "COOPERATE", "TUR", "KAZ", "happened"),
    ("Germany sent ammunition to Ukraine.", "AID", "DEU", "UKR", "happened"),
    ("France withdrew its troops from Niger.", "RETREAT", "FRA", "NER", "happened"),
    ("Iran released two French citizens.", "RETREAT", "IRN", "FRACVL", "happened"),
    ("The Philippines urged China to leave the shoal.", "REQUEST", "PHL", "CHN", "happened"),
    ("Ukraine demanded that Russia return the children.", "REQUEST", "UKR", "RUS", "happened"),
    ("Rwanda accused Burundi of arming the militia.", "ACCUSE", "RWA", "BDI", "happened"),
    ("Norway condemned the Russian strikes.", "ACCUSE", "NOR", "RUS", "happened"),
    ("Italy summoned the Iranian ambassador.", "ACCUSE", "ITA", "IRNGOV", "happened"),
    ("Indonesia lodged a formal protest with China.", "ACCUSE", "IDN", "CHN", "happened"),
    ("Iran rejected the American offer.", "REJECT", "IRN", "USA", "happened"),
    ("South Korea ruled out talks with North Korea.", "REJECT", "KOR", "PRK", "happened"),
    ("Venezuela threatened to attack Guyana.", "THREATEN", "VEN", "GUY", "happened"),
    ("Georgian students protested against the government.", "PROTEST", "GEO", "", "happened"),
    ("Britain imposed sanctions on Belarus.", "COERCE", "GBR", "BLR", "happened"),
    ("Czechia expelled two Russian diplomats.", "SANCTION", "CZE", "RUSGOV", "happened"),
    ("The United States raised tariffs on Brazilian goods.", "COERCE", "USA", "BRA",
     "happened"),
    ("India deployed troops along the border with Pakistan.", "MOBILIZE", "IND", "", "happened"),
    ("North Korea tested a missile on Sunday.", "MOBILIZE", "PRK", "", "happened"),
    ("Turkish police arrested three Syrian journalists.", "COERCE", "TURCOP", "SYRMED",
     "happened"),
    ("Two Syrian journalists were arrested by Turkish police.", "COERCE", "TURCOP", "SYRMED",
     "happened"),
    ("Russian forces shelled the Ukrainian city of Kharkiv.", "ASSAULT", "RUSMIL", "UKR",
     "happened"),
    ("Iraq's invasion of Kuwait began in 1990.", "ASSAULT", "IRQ", "KWT", "happened"),
    ("An Israeli airstrike on Lebanon killed six people.", "ASSAULT", "ISR", "LBN", "happened"),
    # Whoever is of no told state is of the one in which the act happens.
    ("Gunmen killed nine villagers in northern Mali.", "ASSAULT", "MLI", "MLICVL", "happened"),
    ("American monks staged a vigil in Beijing.", "PROTEST", "USA", "CHN", "happened"),
    # Who comes under an act, and who only lends his things to one.
    ("The Malian embassy came under attack by Chadian rebels.", "ASSAULT", "TCD", "MLI",
     "happened"),
    ("Mali faced pressure from Chad to free the pilots.", "REQUEST", "TCD", "MLI", "happened"),
    ("Norwegian helicopters airlifted villagers from Malawi.", "AID", "NOR", "MWI", "happened"),
    # What is not told as done.
    ("Pakistan may attack India.", "ASSAULT", "PAK", "IND", "possible"),
    ("Should Iran attack Israel, the war would widen.", "ASSAULT", "IRN", "ISR", "conditional"),
    ("If Iran attacks Israel, oil will be dear.", "ASSAULT", "IRN", "ISR", "conditional"),
    ("Chile will visit nobody, but Peru will send troops to Haiti.", "MOBILIZE", "PER", "HTI",
     "planned"),
    ("Russia denied shelling Ukraine.", "ASSAULT", "RUS", "UKR", "denied"),
    ("Poland did not attack Belarus.", "ASSAULT", "POL", "BLR", "negated"),
    ("Egypt refused to fund Ethiopia.", "AID", "EGY", "ETH", "negated"),
    ("Greece plans to expel two Russian diplomats.", "SANCTION", "GRC", "RUSGOV", "planned"),
    ("Without the pact Serbia would have attacked Kosovo.", "ASSAULT", "SRB", "XKX",
     "counterfactual"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "recipient", "value"), CASES)
def test_plain_case(text: str, event_type: str, actor: str, recipient: str, value: str) -> None:
    found = {told(e) for e in coded(text)}
    fits = [
        f for f in found
        if f[0] == event_type and f[3] == value
        and f[1].startswith(actor) and f[2].startswith(recipient)
    ]  # fmt: skip
    assert fits, found
