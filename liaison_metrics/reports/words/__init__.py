"""Numbers, gaps and hidden numbers in words, the same in every form of a report."""

from __future__ import annotations

from collections.abc import Sequence

from liaison_metrics import format as fmt
from liaison_metrics.reports.model import Count, Event, Gap, Hidden, Report, Text
from liaison_metrics.services.events.describing import format_label, survey_label
from liaison_metrics.services.labels import other_lines_words
from liaison_metrics.texts import _

_FOLDED = "folded_"
"""How the mark of a line begins that stands for several hidden ones; their number follows."""


def shown(value: Count | Text) -> str:
    """Returns a number as text, or words that say why there is none."""
    if isinstance(value, Gap):
        return gap_words(value)
    if isinstance(value, Hidden):
        return _("hidden") if value.below is None else f"<{value.below}"
    return fmt.number(value) if isinstance(value, int) else value


def country_words(code: Text) -> Text:
    """Returns the name of a country by its code, or why there is none."""
    return fmt.country(code) if isinstance(code, str) else code


def stated(words: str) -> Text:
    """Returns what the project file states, or that it states nothing."""
    return words or Gap.NOT_STATED


def format_words(event: Event) -> Text:
    """Returns whether an event was in person or online."""
    return format_label(event.data.format) or Gap.NOT_STATED


def survey_words(event: Event) -> Text:
    """Returns what participants said of an event in a survey."""
    if "survey" in event.left_out:
        return Gap.NOT_PUBLISHED
    return survey_label(event.data) or Gap.NOT_STATED


def gap_words(gap: Gap) -> str:
    """Returns words that say why there is nothing."""
    return {
        Gap.NOT_STATED: _("not stated"),
        Gap.NOT_APPLICABLE: _("not applicable"),
        Gap.NOT_PUBLISHED: _("not published"),
    }[gap]


def other_lines(dimension: str, folded: int) -> str:
    """Returns the label of a line that stands for some hidden ones: other communities (5)."""
    return f"{other_lines_words(dimension)} ({fmt.number(folded)})"


def mark(people: Count, folded: Sequence[str] = ()) -> str:
    """Returns a code that says why there is no number: not_published, not_stated … For a number it is empty, or
    folded_5 if the number is the sum of 5 *folded* lines that are hidden."""
    if isinstance(people, Gap):
        return people.value
    return f"{_FOLDED}{len(folded)}" if folded else ""


def folded_of(why: str) -> int:
    """Returns how many hidden lines the line of a table stands for, by its mark."""
    return int(why.removeprefix(_FOLDED)) if why.startswith(_FOLDED) else 0


def count_of(reached: str, why: str) -> Count:
    """Returns the number that a table states, or by its mark why there is none. Tables of earlier versions have a line
    for each hidden number, with the mark hidden or below_5."""
    if not why or why.startswith(_FOLDED):
        return int(reached)
    if why == "hidden" or why.startswith("below_"):
        return Hidden(int(why.removeprefix("below_")) if why != "hidden" else None)
    return Gap(why)


def as_of_words(report: Report) -> str:
    """Returns the project, the part of it that the report covers, and the last day."""
    return _("{project} · {scope} · events up to {day}").format(
        project=report.project.acronym, scope=report.scope_words, day=fmt.day(report.as_of)
    )


def notes(report: Report, *, contained: bool = True) -> list[str]:
    """Returns the notes to the figures: how people are counted, what is hidden, and whether the data are made up; with
    *contained* also which indicators are part of another."""
    sentences = [report.counting, *(_contained(report) if contained else ())]
    if report.threshold is not None:
        sentences.append(
            _(
                "Groups with fewer than {threshold} people are hidden to protect privacy, as are others from which "
                "they could be worked out. One line adds them up. All numbers that are shown are exact."
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
