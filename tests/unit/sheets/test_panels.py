"""Panels of online meetings: panelists of the team don't count, others do."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

BLOCKS = {
    "en": ("Host Details", "Panelist Details", "Attendee Details",
           ["Attended", "User Name", "Email", "Join Time"], "Yes"),
    "it": ("Dettagli host", "Dettagli relatori", "Dettagli partecipanti",
           ["Partecipato", "Nome utente", "E-mail", "Ora di ingresso"], "Sì"),
    "de": ("Host-Angaben", "Podiumsteilnehmer", "Angaben zu Teilnehmern",
           ["Teilgenommen", "Benutzername", "E-Mail", "Beitrittszeit"], "Ja"),
}  # fmt: skip


def report(language: str, panelist: str, host: str = "anna@verein.example") -> list[list[Cell]]:
    """A report with a host, a panelist and six attendees."""
    hosts, panel, attendees, header, yes = BLOCKS[language]
    joined = "14/10/2021 18:00:00"
    return [
        ["Skill-transfer workshop, Graz, 14 October 2021"],
        [hosts], header, [yes, "Anna Wirt", host, joined],
        [panel], header, [yes, "Paul Stein", panelist, joined],
        [attendees], header, *([yes, name, f"a{at}@mail.example", joined] for at, name in enumerate(PEOPLE)),
    ]  # fmt: skip


@pytest.mark.parametrize("language", BLOCKS)
@pytest.mark.parametrize("panelist", ["paul@verein.example", "paul@cesie.example"])
def test_panelists_of_the_hosts_do_not_count(language: str, panelist: str, project: Project) -> None:
    check(Case("panel", "att6 nc2 ask0", sheet(report(language, panelist))), project)


@pytest.mark.parametrize("language", BLOCKS)
def test_other_panelists_count(language: str, project: Project) -> None:
    check(Case("panel", "att7 nc1 ask0", sheet(report(language, "paul@uni.example"))), project)
    shared = report(language, "paul@mail.example", host="anna@mail.example")
    check(Case("a provider's address", "att7 nc1 ask0", sheet(shared)), project)
