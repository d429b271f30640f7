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


def count_of(reached: str, why: str) -> Count:
    """Returns the number that a table states, or by its mark why there is none: the reverse of ``mark``."""
    if not why:
        return int(reached)
    if why == "hidden" or why.startswith("below_"):
        return Hidden(int(why.removeprefix("below_")) if why != "hidden" else None)
    return Gap(why)


def as_of_words(report: Report) -> str:
    """Returns the project, the part of it that the report covers, and the last day."""
    return _("{project} · {scope} · events up to {day}").format(
        project=report.project.acronym, scope=report.scope_words, day=fmt.day(report.as_of)
    )


def notes(report: Report) -> list[str]:
    """Returns the notes to the figures: how people are counted, what is hidden, and whether the data are made up."""
    sentences = [report.counting, *_contained(report)]
    if report.threshold is not None:
        sentences.append(
            _(
                "Groups with fewer than {threshold} people are hidden to protect privacy, as are others from which "
                "they could be worked out. All other numbers are exact."
            ).format(threshold=report.threshold)
        )
    else:
        sentences.append(_("Exact figures with small numbers by community, gender and age. Do not publish."))
    if report.made_up:
        sentences.append(_("Sample data: all people and events in this report are made up."))
    return sentences


def _contained(report: Report) -> list[str]:
    """Returns a sentence for each indicator whose people all count towards another one too."""
    titles = {one.code: one for one in report.indicators}
    return [
        _("{part} is part of {whole}: {people} of the {reached} people.").format(
            part=one.code,
            whole=held.indicator,
            people=fmt.number(held.people),
            reached=shown(titles[held.indicator].people.reached),
        )
        for one in report.indicators
        for held in one.contained
        if held.indicator in titles and held.people and held.people == one.people.reached and one.people.reached != 0
    ]
