"""Numbers, gaps and hidden numbers in words, the same in every form of a report."""

from __future__ import annotations

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Count, Gap, Hidden, Report, Text
from liaison_metrics.texts import _


def shown(value: Count | Text) -> str:
    """Returns a number as text, or words that say why there is none."""
    if isinstance(value, Gap):
        return gap_words(value)
    if isinstance(value, Hidden):
        return _("hidden") if value.below is None else f"<{value.below}"
    return fmt.number(value) if isinstance(value, int) else value


def stated(words: str) -> Text:
    """Returns what the project file states, or that it states nothing."""
    return words or Gap.NOT_STATED


def gap_words(gap: Gap) -> str:
    """Returns words that say why there is nothing."""
    return {
        Gap.NOT_STATED: _("not stated"),
        Gap.NOT_APPLICABLE: _("not applicable"),
        Gap.NOT_PUBLISHED: _("not published"),
    }[gap]


def mark(value: Count) -> str:
    """Returns a code that says why there is no number: below_5, hidden, not_published … It is empty for a number."""
    if isinstance(value, Gap):
        return value.value
    if isinstance(value, Hidden):
        return "hidden" if value.below is None else f"below_{value.below}"
    return ""


def as_of_words(report: Report) -> str:
    """Returns the project, the part of it that the report covers, and the last day."""
    return _("{project} · {scope} · events up to {day}").format(
        project=report.project.acronym, scope=report.scope_words, day=fmt.day(report.as_of)
    )


def notes(report: Report) -> list[str]:
    """Returns what a reader must know beside the figures: how people are counted, what is hidden, what is made up."""
    said = [report.counting, *_contained(report)]
    if report.threshold is not None:
        said.append(
            _(
                "For publication: a community, gender or age with a number under {threshold} in any table is hidden in "
                "all of them (<{threshold} where it is that small in all, else hidden), and so are further ones that "
                "would give it away; where even that would not do, a table is left out (not published). All other "
                "numbers are exact."
            ).format(threshold=report.threshold)
        )
    else:
        said.append(_("Exact figures, with small numbers by community, gender and age: not for publication."))
    if report.made_up:
        said.append(_("Demonstration: all people and events in this report are made up."))
    return said


def _contained(report: Report) -> list[str]:
    """Returns a sentence for each indicator whose people all count for another as well."""
    titles = {one.code: one for one in report.indicators}
    return [
        _("{part} is contained in {whole}: {people} of its {reached} people.").format(
            part=one.code,
            whole=held.indicator,
            people=fmt.number(held.people),
            reached=shown(titles[held.indicator].people.reached),
        )
        for one in report.indicators
        for held in one.contained
        if held.indicator in titles and held.people and held.people == one.people.reached and one.people.reached != 0
    ]
