"""The pages of a report about committees, objectives, communities and skills: what was promised beside figures.

Only the exact report has what can name people: sources, associations, and who offers and seeks skills.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Count, Gap, Hidden, Report
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
from liaison_metrics.services.events.work_plan.skills.city_lists import (
    holder_words,
    offering_words,
    side_words,
    where_words,
)
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity
from liaison_metrics.services.events.work_plan.words import state_words
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _


def committees_section(report: Report) -> Iterator[Section]:
    """Yields the section about the committees, if the project has any in the report's cities."""
    if not report.committees:
        return
    heads = (_("City"), _("Set up on"), _("Groups with a member"), _("Groups still missing"), _("Meetings held"))
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


def communities_section(report: Report) -> Iterator[Section]:
    """Yields the section about communities and skills, if any are known in the report's cities."""
    if not report.lists.is_empty:
        title = _("Communities and skills")
        yield Section("communities", title, tuple(_lists(report)), own_page=True)


def _lists(report: Report) -> Iterator[Block]:
    lists, project = report.lists, report.project
    yield _communities(report)
    heads = (_("offered"), _("sought"), _("found"))
    columns = (DocumentColumn(_("City"), "words"), *map(DocumentColumn, heads))
    counts = (
        Row((label(project, "city", one.city), *map(fmt.number, (one.offered, one.sought, one.matched))))
        for one in lists.counts
    )
    found = _("Sought and found: skills sought that somebody in any of the cities offers.")
    yield DocumentTable(_("Skills in each city"), columns, tuple(counts), found)
    if lists.skills:
        rows = tuple(Row((one.skill, holder_words(project, one), side_words(one.side))) for one in lists.skills)
        yield _words_table(_("Skills offered and sought"), (_("Skill"), _("By whom"), _("Offered or sought")), rows)
    if lists.teachers:
        rows = tuple(
            Row((one.sought.skill, holder_words(project, one.sought), offering_words(project, one), where_words(one)))
            for one in lists.teachers
        )
        yield _words_table(_("Who could teach whom"), (_("Skill"), _("Sought by"), _("Offered by"), _("Where")), rows)


def _communities(report: Report) -> DocumentTable:
    texts = (_("Source"), _("Associations")) if report.threshold is None else ()
    columns = (
        *(DocumentColumn(head, "words") for head in (_("City"), _("Community"), *texts)),
        DocumentColumn(_("year")), DocumentColumn(_("people")),
    )  # fmt: skip
    rows = tuple(
        Row(
            (
                label(report.project, "city", one.city), label(report.project, "community", one.community),
                *((one.source or "–", one.associations or "–") if texts else ()),
                str(one.year or "–"), cell(community_size(one)),
            )
        )
        for one in report.lists.communities
    )  # fmt: skip
    note = "" if rows else _("No community is mapped yet.")
    if report.threshold is not None:
        hidden = _("Sources, associations, and who offers and seeks skills are not published: they can name people.")
        note = " ".join(filter(None, (note, hidden)))
    return DocumentTable(_("Communities in each city"), columns, rows, note)


def _words_table(title: str, heads: Sequence[str], rows: tuple[Row, ...]) -> DocumentTable:
    return DocumentTable(title, tuple(DocumentColumn(head, "words") for head in heads), rows)


def community_size(one: MappedCommunity) -> Count:
    """Returns how many people a community has, as the report shows it."""
    return Hidden() if one.size_hidden else one.size or Gap.NOT_STATED
