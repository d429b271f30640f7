"""Panels of online meetings: who of those listed as panelists is of the team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_email, text_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.names import text_beside_name


class Panel:
    """Knows who of a panel is of the team: who is of one of the project's partners, by what stands beside the name or
    by the address, or has an address of the hosts, as nobody has who only came."""

    def __init__(self, table: Table, project: Project) -> None:
        self._partners = [normal(partner.name) for partner in project.partners]
        self._sites = {*self._partners, *(normal(partner.code) for partner in project.partners)}
        self._domains = _domains_of_hosts(table)

    def is_of_team(self, name: str, email: str) -> bool:
        """Returns whether somebody of the panel is of the team."""
        said = normal(text_beside_name(name))
        partner = bool(said) and any(said in (one, one.split()[0]) for one in self._partners)
        domain = _domain(email)
        return partner or domain in self._domains or normal(domain.rpartition(".")[0]) in self._sites


def panel_of(table: Table, above: Iterable[str], project: Project) -> Panel | None:
    """Returns the panel whom a table lists by the lines *above* it, None if it lists none."""
    return Panel(table, project) if tools("panelists").intersection(above) else None


def _domains_of_hosts(table: Table) -> set[str]:
    """Returns the domains of the addresses in a report's block of hosts that no block of its attendees has: many share
    those of large providers."""
    found: dict[str, set[str]] = defaultdict(set)
    block = "others"
    for cells in table.grid.rows:
        texts = [text for value in cells if (text := text_of(value))]
        if len(texts) == 1:
            line = normal(texts[0])
            block = next((kind for kind in ("hosts", "panelists") if line in tools(kind)), "others")
        found[block] |= {_domain(text) for text in texts if is_email(text)}
    return found["hosts"] - found["others"] - {""}


def _domain(email: str) -> str:
    return email.rpartition("@")[2].strip().casefold()
