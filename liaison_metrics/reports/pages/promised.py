"""The pages of a report about committees and objectives: what was promised beside figures, and nobody by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Gap, Report
from liaison_metrics.reports.pages.document import (
    Block,
    Cell,
    DocumentColumn,
    DocumentTable,
    FactList,
    Prose,
    Row,
    Section,
)
from liaison_metrics.reports.pages.tables import cell
from liaison_metrics.services.events.work_plan.objectives import ObjectiveProgress, held_events_words, reached_words
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _


def committees_section(report: Report) -> Iterator[Section]:
    """Yields the section about the committees, if the project has any in the report's cities."""
    if not report.committees:
        return
    heads = (_("City"), _("Set up"), _("Groups with a member"), _("Groups still missing"), _("Meetings held"))
    columns = (*(DocumentColumn(head, "words") for head in heads[:-1]), DocumentColumn(heads[-1]))
    rows = tuple(
        Row((
            label(report.project, "city", one.city), fmt.day(one.set_up) if one.set_up else cell(Gap.NOT_STATED),
            group_words(report, one.present), group_words(report, one.missing), fmt.number(one.meetings),
        ))
        for one in report.committees
    )  # fmt: skip
    title = _("Intercultural City Committees")
    yield Section("committees", title, (DocumentTable(_("Committees by city"), columns, rows),), own_page=True)


def group_words(report: Report, codes: Sequence[str]) -> str:
    """Returns groups by their labels, a dash for none."""
    return ", ".join(label(report.project, "group", code) for code in codes) or "–"


def objectives_section(report: Report) -> Iterator[Section]:
    """Yields the section about the objectives, if the report has any."""
    if report.objectives:
        blocks = tuple(block for one in report.objectives for block in _objective(report, one))
        yield Section("objectives", _("Objectives"), blocks, own_page=True)


def _objective(report: Report, one: ObjectiveProgress) -> Iterator[Block]:
    yield Prose((one.text,), "title")
    rows = ((kind, values) for kind, values in served_by(report, one) if values)
    yield FactList(tuple(rows))


def served_by(report: Report, one: ObjectiveProgress) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """Yields what serves an objective by its kind, in words: each with how far it is."""
    activities = (f"{label(report.project, 'activity', by.code)}: {held_events_words(by)}" for by in one.activities)
    yield _("Activities"), tuple(activities)
    yield _("Deliverables"), tuple(f"{by.code} {by.title}: {state_words(by.state)}" for by in one.deliverables)
    yield _("Indicators"), tuple(f"{by.code} {by.title}: {reached_words(by)}" for by in one.indicators)
