"""What is known of the event that a whole table is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from liaison_metrics.sheets.words.date_parts import year_at_school
from liaison_metrics.sheets.words.dates import DateOrder, StatedDate


@dataclass(frozen=True, slots=True)
class EventContext:
    """Event details for a whole table; None if not stated.

    ``people`` is a number of people, ``people_at`` the row and the label that state it. ``year`` completes dates
    without one, or ``school_year``, the first of two years ("2021/22").
    ``only_file_dated``: only the file's name states the date; it may be the day of an export. ``settled``: all rows are
    about this event, whatever their cells say. ``unknown`` holds, by kind, words that were stated but not understood.
    """

    activity: str | None = None
    city: str | None = None
    date: StatedDate | None = None
    title: str = ""
    people: int | None = None
    people_at: tuple[int, str] = (0, "")
    year: int = 0
    school_year: int = 0
    only_file_dated: bool = False
    settled: bool = False
    unknown: dict[str, str] = field(default_factory=dict)

    def with_defaults(self, wider: EventContext) -> EventContext:
        """Returns this context, with missing details taken from a wider one."""
        return EventContext(
            activity=self.activity or (None if "activity" in self.unknown else wider.activity),
            city=self.city or (None if "city" in self.unknown else wider.city),
            date=self.date or (None if "date" in self.unknown else wider.date),
            title=self.title or wider.title,
            people=self.people if self.people is not None else wider.people,
            people_at=self.people_at if self.people is not None else wider.people_at,
            year=self.year or wider.year,
            school_year=self.school_year or wider.school_year,
            only_file_dated=wider.only_file_dated if self.date is None else self.only_file_dated,
            unknown={**wider.unknown, **self.unknown},
        )

    @property
    def states_event(self) -> bool:
        """Whether any event detail is stated."""
        return bool(self.activity or self.city or self.date or self.title)

    @property
    def tells_event(self) -> bool:
        """Whether activity, city and day are all stated."""
        return bool(self.activity and self.city and self.date)

    def year_of(self, stated: StatedDate, order: DateOrder | None) -> int:
        """Returns the year of a day that states none: the one stated around it, or that of the school year in which its
        month lies; 0 if neither is stated."""
        around = self.date.year if self.date and self.date is not stated else 0
        return self.year or around or year_at_school(stated, order, self.school_year)


def without_title_and_date(context: EventContext) -> EventContext:
    """Returns a context that no longer identifies a single event."""
    return replace(context, title="", date=None)
