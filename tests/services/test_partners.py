"""Partners: their last upload, events without a sheet, rows that wait and rejected rows."""

from __future__ import annotations

from datetime import date

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.owed.partners import PartnerState, partners
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN = partner("compass"), partner("vifin")
BAD = sheet(row("Amina Haddad"), row("Omar Said", date="2021-02-30"), row("Ida Holm", community="Bangla"))


def by_code(workspace: Workspace) -> dict[str, PartnerState]:
    return {one.partner: one for one in partners(workspace, COORDINATOR)}


def test_who_never_uploaded_comes_first(fresh: Fresh) -> None:
    workspace = fresh()
    assert all(one.last is None and one.open == 0 for one in partners(workspace, COORDINATOR))
    import_file(workspace, "graz.csv", sheet(row("Ana Korba")), actor=COMPASS)
    import_file(workspace, "vejle.csv", sheet(row("Eva Lang", city="Vejle")), actor=COORDINATOR)
    import_file(workspace, "both.csv", sheet(row("A B", city="Vejle"), row("C D", city="Athens")), actor=COORDINATOR)
    for_kassel = Options(Hints(partner="kassel_district"))
    import_file(workspace, "kassel.csv", sheet(row("E F", city="Kassel")), for_kassel, actor=COORDINATOR)
    found = partners(workspace, COORDINATOR)
    assert [one.last is None for one in found] == [True, True, False, False, False]
    files = {one.partner: one.last.file for one in found if one.last}
    assert files == {"compass": "graz.csv", "vifin": "vejle.csv", "kassel_district": "kassel.csv"}


def test_what_is_open_is_counted_until_it_is_settled(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "bad.csv", BAD, actor=COMPASS)
    found = by_code(workspace)["compass"]
    assert (found.waiting, found.rejected, found.without_sheet) == (1, 1, 0)
    for day in (date(2021, 9, 1), date(2021, 5, 4)):
        event = EventFact(0, "skill_transfer_workshop", "graz", day, "")
        planned.plan(workspace, event, 20, COMPASS)
    assert by_code(workspace)["compass"].without_sheet == 1, "of the other one there is a sheet"


def test_a_partner_sees_itself_and_the_funder_nobody(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "graz.csv", sheet(row("Ana Korba")), actor=COMPASS)
    assert [one.partner for one in partners(workspace, VIFIN)] == ["vifin"]
    assert [one.last and one.last.file for one in partners(workspace, COMPASS)] == ["graz.csv"]
    assert partners(workspace, FUNDER) == []
