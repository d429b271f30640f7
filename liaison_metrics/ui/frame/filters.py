"""What a page is asked to show, as it stands in the address: one model between address and figures.

``?indicator=IND1&city=graz`` gives the same page to everybody who opens it. Values that the project does not know are
left out and named in ``ignored``, so that the page can say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.domain.reach.scope import Scope

DIMENSIONS = ("community", "city", "group", "gender", "age_band", "activity", "month")
"""What figures can be broken down by and kept to, in the order in which pages offer it."""

FEW_LINES, MANY_LINES = 25, 1000
"""How many lines a list on a page shows at first, and at most; all of them are in its CSV."""


@dataclass(frozen=True, slots=True)
class Filters:
    """One question: which indicator, which part of it, up to which day, and what a page shows of it.

    ``as_of`` is the day that was asked for, None where the newest is meant. ``rows``, ``columns`` ("" for none),
    ``event`` and ``lines`` (how many lines a list shows) belong to Explore.
    """

    indicator: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    as_of: date | None = None
    rows: str = "community"
    columns: str = "city"
    event: int | None = None
    lines: int = FEW_LINES
    ignored: tuple[str, ...] = ()
    first_indicator: str = ""

    @property
    def scope(self) -> Scope:
        """Returns the part of the project's reach that is asked for."""
        return Scope(**self.chosen, until=self.as_of)

    def beyond(self, *dimensions: str) -> Scope:
        """Returns the scope without what is chosen in some dimensions, for tables that offer their other lines."""
        return Scope(**{d: code for d, code in self.chosen.items() if d not in dimensions}, until=self.as_of)

    def chosen_in(self, dimension: str) -> str:
        """Returns the code that is chosen in a dimension, "" for none."""
        return self.chosen.get(dimension, "")

    def choosing(self, **codes: str) -> Filters:
        """Returns the question with other choices; "" takes a choice away. An event is left behind."""
        chosen = {d: code for d, code in {**self.chosen, **codes}.items() if code}
        return replace(self, chosen=chosen, event=None, lines=FEW_LINES)

    def showing(self, **changes: object) -> Filters:
        """Returns the question with another indicator, day, rows, columns or event."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def query(self, *, whole: bool = False) -> str:
        """Returns the question as it stands in an address, without the "?"; *whole* writes the indicator always."""
        values = {
            "indicator": self.indicator if whole or self.indicator != self.first_indicator else "",
            **{d: self.chosen_in(d) for d in DIMENSIONS},
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "rows": self.rows if self.rows != "community" else "",
            "columns": (self.columns or "none") if self.columns != "city" else "",
            "event": str(self.event or ""),
            "lines": str(self.lines) if self.lines != FEW_LINES else "",
        }
        return urlencode({key: value for key, value in values.items() if value})

    @property
    def carried(self) -> str:
        """Returns the part of the question that goes along to another page, as it stands in an address."""
        return replace(self, rows="community", columns="city", event=None, lines=FEW_LINES).query()

    @property
    def link(self) -> str:
        """Returns the address of this question on the page where it is asked."""
        return f"?{self.query()}"


def codes_of(project: Project, dimension: str) -> list[str]:
    """Returns the codes that a dimension can be kept to, in the project's order; months from first to last."""
    if dimension == "age_band":
        return [*AGE_BANDS, NOT_STATED]
    if dimension == "month":
        first, last = project.start.year * 12 + project.start.month - 1, project.end.year * 12 + project.end.month - 1
        return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    codes = project.codes(VocabularyKind(dimension))
    return codes if dimension in ("city", "activity") or NOT_STATED in codes else [*codes, NOT_STATED]


def read_filters(project: Project, address: Mapping[str, str]) -> Filters:
    """Returns the question that an address asks; what the project does not know is ignored and named."""
    ignored: list[str] = []

    def known(key: str, allowed: Iterable[str], otherwise: str) -> str:
        value = address.get(key, "")
        if value in allowed:
            return value
        if value:
            ignored.append(key)
        return otherwise

    first = project.indicators[0].code
    chosen = {d: known(d, codes_of(project, d), "") for d in DIMENSIONS}
    day = _day(project, address.get("as_of", ""))
    if day is None and address.get("as_of"):
        ignored.append("as_of")
    event = number_in(address, "event")
    if address.get("event") and not event:
        ignored.append("event")
    rows = known("rows", DIMENSIONS, "community")
    columns = known("columns", (*DIMENSIONS, "none"), "city")
    return Filters(
        indicator=known("indicator", [one.code for one in project.indicators], first),
        chosen={d: code for d, code in chosen.items() if code},
        as_of=day,
        rows=rows,
        columns="" if columns in ("none", rows) else columns,
        event=event or None,
        lines=MANY_LINES if known("lines", (str(MANY_LINES),), "") else FEW_LINES,
        ignored=tuple(ignored),
        first_indicator=first,
    )


def number_in(address: Mapping[str, str], key: str) -> int:
    """Returns the number of something in the store that an address asks for, 0 where it asks for none."""
    value = address.get(key, "")
    return int(value) if re.fullmatch(r"[1-9][0-9]{0,17}", value) else 0


def _day(project: Project, text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if project.start <= day <= project.end else None
