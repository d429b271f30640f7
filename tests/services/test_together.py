"""The effect of several sheets together: not the sum of their effects."""

from __future__ import annotations

from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import Options, UploadedFile, import_file
from liaison_metrics.services.uploads import together
from liaison_metrics.services.uploads.together import SheetToImport
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

ONE = sheet(row("Ana Korba", email="ana@example.org"), row("Cem Halost", email="cem@example.org"))
TWO = sheet(row("Ana Korba", email="ana@example.org", date="2021-06-05"), row("Eva Lang", date="2021-06-05"))
LOG = b"Date,City,Activity,Title,Number of people\n2021-05-04,Graz,Skill-transfer workshop,Bread and words,9\n"


def to_import(*files: bytes, **options: int) -> list[SheetToImport]:
    return [SheetToImport(UploadedFile(f"{n}.csv", data), Options(**options)) for n, data in enumerate(files)]


def test_it_is_what_importing_them_does(workspace: Workspace) -> None:
    import_file(workspace, "before.csv", sheet(row("Bo Skov", date="2021-07-01")), actor=COORDINATOR)
    revision = workspace.revision()
    files = (ONE, TWO, LOG, ONE)
    previewed = together.preview_together(workspace, to_import(*files), COORDINATOR)
    apart = [together.preview_together(workspace, to_import(data), COORDINATOR)[0].change for data in files]
    assert workspace.revision() == revision and apart == [2, 2, 9, 2]
    numbers = [import_file(workspace, f"{n}.csv", data, actor=COORDINATOR).upload or 0 for n, data in enumerate(files)]
    reached = [one.reach.reached for one in figures.indicators(workspace, actor=COORDINATOR)]
    assert [one.after for one in previewed] == reached and (previewed[0].before, previewed[0].after) == (1, 11)
    assert together.effect_of(workspace, numbers, COORDINATOR) == previewed, "and it is the same afterwards"
    uploads.undo(workspace, numbers[0], COORDINATOR)


def test_a_replaced_upload_counts_no_more(workspace: Workspace) -> None:
    import_file(workspace, "before.csv", ONE, actor=COORDINATOR)
    effect = together.preview_together(workspace, to_import(TWO, replaces=1), COORDINATOR)[0]
    assert (effect.before, effect.after) == (2, 2)
