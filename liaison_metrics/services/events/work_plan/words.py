"""The work plan in words: states, how many events were held, and what is missing."""

from __future__ import annotations

from liaison_metrics import format as fmt
from liaison_metrics.domain.work_plan import ActivityCount, WorkState
from liaison_metrics.texts import _, ngettext


def state_words(state: WorkState) -> str:
    """Returns the state of a deliverable."""
    words = {
        WorkState.NOT_STARTED: _("Not started"), WorkState.IN_WORK: _("In work"),
        WorkState.IN_REVIEW: _("In review"), WorkState.PUBLISHED: _("Published"),
    }  # fmt: skip
    return words[state]


def piece_state_words(state: WorkState) -> str:
    """Returns the state of a piece of work."""
    return _("Done") if state is WorkState.PUBLISHED else state_words(state)


def held_words(count: ActivityCount) -> str:
    """Returns how many events were held of those planned, such as “2 of 4”, or how many where no others are planned;
    "" where there is nothing to say."""
    if not count.planned:
        return _("none planned") if count.expected else ""
    if count.promised is None and count.held == count.planned:
        return ngettext("{n} held", "{n} held", count.held).format(n=fmt.number(count.held))
    return _("{held} of {planned}").format(held=fmt.number(count.held), planned=fmt.number(count.planned))


def missing_words(count: ActivityCount) -> list[str]:
    """Returns what is missing of an activity in a city, such as “1 without a sheet”."""
    parts = (
        (count.no_sheet, ngettext("{n} without a sheet", "{n} without a sheet", count.no_sheet)),
        (count.not_planned, ngettext("{n} without a date", "{n} without a date", count.not_planned)),
    )
    return [words.format(n=fmt.number(n)) for n, words in parts if n]


def to_come_words(count: ActivityCount) -> str:
    """Returns how many planned events are still to come, "" for none."""
    return (
        ngettext("{n} to come", "{n} to come", count.to_come).format(n=fmt.number(count.to_come))
        if count.to_come
        else ""
    )
