"""The filters of a page, read from the address.

``?indicator=IND1&city=graz`` shows the same page to everybody who opens it. Unknown values are skipped and listed in
``ignored``, so that the page can say so; those that the reader may not use are in ``refused``.
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
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.figure_queries import readable_dimensions
from liaison_metrics.services.events.planned import STATES
from liaison_metrics.texts import offered
from liaison_metrics.ui.address import LANGUAGE

DIMENSIONS = ("community", "city", "group", "gender", "age_band", "activity", "month")
"""The dimensions for breakdowns and filters, in the order in which pages offer them."""

PERIODS = ("visit", "day", "week", "month")
"""Since when Targets says what changed: the reader's last visit, yesterday, a week ago or a month ago."""

MAP = "map"
"""The parameter that opens the map on Targets, and the ``data-place`` of the map, for links that lead there."""

MOST_LETTERS = 100
"""How much of the words that somebody searches for is used."""

FEW_LINES, MANY_LINES = 25, 1000
"""How many lines a list shows at first, and at most. The CSV has all of them."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a page shows: the indicator, the filters, the last day, and the layout.

    ``as_of`` is the requested last day, None for the latest. ``rows``, ``columns`` ("" for none), ``event`` and
    ``lines`` (how many lines a list shows) belong to Explore, ``event``, ``lines``, ``state`` and ``words`` to Events.
    ``period`` (of ``PERIODS``), ``details`` (more columns) and ``map`` (whether it is open) belong to Targets.
    ``lang`` is the language that the address asks for, "" where it names none.
    ``dimensions`` are those that the reader may filter and break down by, ``everywhere`` those for all cities.
    """

    indicator: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    as_of: date | None = None
    rows: str = "community"
    columns: str = "city"
    event: int | None = None
    lines: int = FEW_LINES
    state: str = ""
    period: str = ""
    details: bool = False
    map: bool = False
    words: str = ""
    lang: str = ""
    ignored: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = DIMENSIONS
    everywhere: tuple[str, ...] = DIMENSIONS
    refused: tuple[str, ...] = ()
    first_indicator: str = ""

    @property
    def scope(self) -> Scope:
        """Returns the filters as a scope for the figures."""
        return Scope(**self.chosen, until=self.as_of)

    def beyond(self, *dimensions: str) -> Scope:
        """Returns the scope without the filters of some dimensions, for tables that also list the other values."""
        return Scope(**{d: code for d, code in self.chosen.items() if d not in dimensions}, until=self.as_of)

    def around(self, *dimensions: str) -> Scope:
        """Returns the scope for a table by some dimensions: without their filters, but within the chosen city where the
        reader may not see the table for all cities."""
        scope = self.beyond(*dimensions)
        if {*dimensions, *scope.chosen} <= set(self.everywhere):
            return scope
        return replace(scope, city=self.chosen_in("city") or None)

    def chosen_in(self, dimension: str) -> str:
        """Returns the code that a dimension is filtered by, "" for none."""
        return self.chosen.get(dimension, "")

    def choosing(self, **codes: str) -> Filters:
        """Returns the filters with other codes; "" removes a filter. The chosen event is dropped."""
        chosen = {d: code for d, code in {**self.chosen, **codes}.items() if code}
        return replace(self, chosen=chosen, event=None, lines=FEW_LINES)

    def showing(self, **changes: object) -> Filters:
        """Returns the filters with another indicator, day, rows, columns, event or state."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def read_by(self, project: Project, actor: Actor) -> Filters:
        """Returns the filters with the dimensions that the actor may use."""
        readable = readable_dimensions(project, self.chosen_in("city") or None, actor)
        everywhere = readable_dimensions(project, None, actor)
        return replace(self, dimensions=tuple(one for one in DIMENSIONS if one in readable), everywhere=everywhere)

    def for_reader(self, project: Project, actor: Actor) -> Filters:
        """Returns the filters without the dimensions that the actor may not use."""
        read = self.read_by(project, actor)
        usable = read.dimensions
        rows = next((one for one in (self.rows, "activity", "city") if one in usable), "")
        columns = next((one for one in (self.columns, "city") if one in usable and one != rows), "")
        return replace(
            read, chosen={one: code for one, code in self.chosen.items() if one in usable},
            refused=tuple(one for one in self.chosen if one not in usable),
            rows=rows, columns=columns if self.columns else "",
        )  # fmt: skip

    def query(self, *, whole: bool = False) -> str:
        """Returns the query string, without the "?"; *whole* always includes the indicator."""
        values = {
            "indicator": self.indicator if whole or self.indicator != self.first_indicator else "",
            **{d: self.chosen_in(d) for d in DIMENSIONS},
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "rows": self.rows if self.rows != "community" else "",
            "columns": (self.columns or "none") if self.columns != "city" else "",
            "event": str(self.event or ""),
            "lines": str(self.lines) if self.lines != FEW_LINES else "",
            "state": self.state,
            "period": self.period,
            "details": "1" if self.details else "",
            MAP: "1" if self.map else "",
            "words": self.words,
            LANGUAGE: self.lang,
        }
        return urlencode({key: value for key, value in values.items() if value})

    @property
    def carried(self) -> str:
        """Returns the query string that is carried over to another page."""
        first = replace(self, rows="community", columns="city", event=None, lines=FEW_LINES, state="", words="")
        return replace(first, period="", details=False, map=False).query()

    @property
    def link(self) -> str:
        """Returns the link to these filters on the current page."""
        return f"?{self.query()}"


def codes_of(project: Project, dimension: str) -> list[str]:
    """Returns the codes that a dimension can be filtered by, in the project's order; months from first to last."""
    if dimension == "age_band":
        return [*AGE_BANDS, NOT_STATED]
    if dimension == "month":
        first, last = project.start.year * 12 + project.start.month - 1, project.end.year * 12 + project.end.month - 1
        return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    codes = project.codes(VocabularyKind(dimension))
    return codes if dimension in ("city", "activity") or NOT_STATED in codes else [*codes, NOT_STATED]


def read_filters(project: Project, address: Mapping[str, str]) -> Filters:
    """Returns the filters in an address. Unknown values are skipped, and their names are in ``ignored``."""
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
        state=known("state", STATES, ""),
        period=known("period", PERIODS, ""),
        details=known("details", ("1",), "") == "1",
        map=known(MAP, ("1",), "") == "1",
        lang=known(LANGUAGE, offered(), ""),
        words=" ".join(address.get("words", "").split())[:MOST_LETTERS],
        ignored=tuple(ignored),
        first_indicator=first,
    )


def number_in(address: Mapping[str, str], key: str) -> int:
    """Returns the number that an address gives for *key*, 0 if there is none."""
    value = address.get(key, "")
    return int(value) if re.fullmatch(r"[1-9][0-9]{0,17}", value) else 0


def _day(project: Project, text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if project.start <= day <= project.end else None
