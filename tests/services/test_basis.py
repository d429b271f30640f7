"""What a figure rests on: how each of its people is known, adding up to the figure."""

from __future__ import annotations

from collections.abc import Callable

from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures.basis import basis
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.made_up import WORLD
from tests.services.conftest import row, sheet
from tests.services.event_sheets import log


def test_people_are_counted_by_how_they_are_known(new_workspace: Callable[[str], Workspace]) -> None:
    workspace = new_workspace("basis")
    people = sheet(
        row("Ana Korba", email="ana@example.org"), row("Cem Halost", born="1980"), row("Eva Lang"), row(""),
        row("Eva Lang", title="Songs", date="2021-05-05", email="eva@example.org"),
    )  # fmt: skip
    import_file(workspace, "list.csv", people, actor=COORDINATOR)
    import_file(workspace, "log.csv", log(("Bread and words", 9)), actor=COORDINATOR)
    found = basis(workspace, "IND1", actor=COORDINATOR)
    assert found == FigureBasis(contact=2, birth=1, name=0, listed=1, unlisted=5, additional=0)
    assert found.reached == figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached == 9


def test_the_parts_add_up_to_every_figure(new_workspace: Callable[[str], Workspace]) -> None:
    workspace = new_workspace("world")
    for name, data in WORLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    scopes = [Scope(), Scope(city="graz"), Scope(community="syrian"), Scope(city="vejle", gender="female")]
    for code in (one.code for one in workspace.project.indicators):
        for scope in scopes:
            reached = figures.indicator(workspace, code, scope, actor=COORDINATOR).reach.reached
            assert basis(workspace, code, scope, actor=COORDINATOR).reached == reached
