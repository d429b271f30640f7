"""Somebody who has one published report and a solver, and wants the hidden numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import LinearConstraint, milp

from liaison_metrics.reports.model import Figures, Hidden, Line, Report, ReportBreakdown

Cell = tuple[str, str]
"""A table and a code."""

BROADEST = "IND3"


@dataclass(frozen=True)
class Own:
    """The people whom a partner sees: their part of each cell, and the tables that are about them alone."""

    parts: dict[Cell, int]
    exact: set[str]


def event_names(report: Report, part: Report) -> dict[str, str]:
    """Returns how the events of a report on some people are called in the *report* on all."""
    by_place = {(one.date, one.city, one.activity): f"event {one.number}" for one in report.events}
    return {f"event {one.number}": by_place[one.date, one.city, one.activity] for one in part.events}


def own_people(report: Report, known: Report, dimension: str, city: str) -> Own:
    """Returns what the partner of a city sees of a *report*; *known* is the exact report on its people alone."""
    names = event_names(report, known)
    of_city = {f"{one.code} {city}" for one in report.indicators} | set(names.values())
    parts = {
        (names.get(name, name), line.code): line.people.reached
        for name, one in tables(known, dimension).items()
        for line in one.lines
    }
    codes = {line.code for one in tables(report, dimension).values() for line in one.lines}
    nobody = {(name, code): 0 for name in of_city for code in codes}
    return Own(nobody | parts, of_city)


def few_others(exact: Report, published: Report, dimension: str, own: Own) -> list[Cell]:
    """Returns the cells of which a partner can work out that few people beside its own are in them."""
    hidden, _number = worked_out(published, dimension, own)
    shown = [
        (name, line.code)
        for name, one in tables(published, dimension).items()
        for line in one.lines
        if isinstance(line.people.reached, int)
    ]
    true = {
        (name, line.code): line.people.reached for name, one in tables(exact, dimension).items() for line in one.lines
    }
    return [cell for cell in (*hidden, *shown) if 0 < true.get(cell, 0) - own.parts.get(cell, 0) < published.threshold]


def tables(report: Report, dimension: str) -> dict[str, ReportBreakdown]:
    """Returns every breakdown by the dimension that is published, by the name of its table."""
    found = {one.code: one.by(dimension) for one in report.indicators}
    for city in report.cities:
        for code, part in city.indicators:
            found |= {f"{code} {city.city.code}": one for one in part.breakdowns if one.dimension == dimension}
    for strand in report.strands:
        name = f"{strand.strand.code if strand.strand else '*'}/{strand.country or '*'}"
        for one in strand.part.breakdowns:
            if one.dimension == dimension:
                found[name] = one
    for event in report.events:
        found |= {f"event {event.number}": one for one in event.breakdowns if one.dimension == dimension}
    return {name: _unfolded(one) for name, one in found.items() if one.shown}


def _unfolded(breakdown: ReportBreakdown) -> ReportBreakdown:
    """A breakdown with a line for each hidden number: which lines are folded can be seen in other tables."""
    folded = [_hidden_line(code) for line in breakdown.lines for code in line.folded]
    return replace(breakdown, lines=(*(line for line in breakdown.lines if not line.folded), *folded))


def _hidden_line(code: str) -> Line:
    return Line(code, code, Figures(Hidden(), Hidden(), Hidden()))


def worked_out(report: Report, dimension: str, own: Own | None = None) -> tuple[list[Cell], int]:
    """Returns the hidden cells for which only one number agrees with all that is published, and how many are hidden.
    *own* is what the attacker knows besides."""
    known = tables(report, dimension)
    codes = sorted({line.code for one in known.values() for line in one.lines})
    left_out = {one.code: one.by(dimension) for one in report.indicators if known and not one.by(dimension).shown}
    known |= {name: replace(one, lines=tuple(map(_hidden_line, codes))) for name, one in left_out.items()}
    cells = {(name, code): number for number, (name, code) in enumerate((n, c) for n in known for c in codes)}
    hidden = {
        cells[name, line.code]: (name, line.code)
        for name, one in known.items()
        for line in one.lines
        if isinstance(line.people.reached, Hidden)
    }
    if not hidden:
        return [], 0
    low, high = _bounds(known, cells)
    for cell, people in (own.parts if own else {}).items():
        if cell in cells:
            low[cells[cell]] = max(low[cells[cell]], people)
            if cell[0] in own.exact:
                high[cells[cell]] = people
    rows = [*_sums(known, codes, cells), *_parts(report, known, codes, cells)]
    limits = LinearConstraint(np.array([row for row, _l, _h in rows]), [r[1] for r in rows], [r[2] for r in rows])

    def solved(wanted: np.ndarray) -> np.ndarray:
        found = milp(wanted, constraints=limits, bounds=(low, high), integrality=np.ones(len(cells)))
        assert found.success, "the published report contradicts itself"
        return np.round(found.x)

    # Any two solutions that differ in a cell show that it stays open; only what is left is asked about alone.
    least = most = solved(np.zeros(len(cells)))
    start = np.random.default_rng(1).normal(size=len(cells))
    asked = [start, -start] + [sign * np.eye(len(cells))[at] for at in hidden for sign in (1, -1)]
    for wanted in asked:
        alone = np.count_nonzero(wanted) == 1
        if not alone or least[at := int(np.flatnonzero(wanted)[0])] == most[at]:
            found = solved(wanted)
            least, most = np.minimum(least, found), np.maximum(most, found)
    found = {at: cell for at, cell in hidden.items() if least[at] == most[at]}

    def is_small(at: int, code: str) -> bool:
        everybody = cells[BROADEST, code]
        beside = least[everybody] - least[at] if least[everybody] == most[everybody] else 0
        return any(0 < people < report.threshold for people in (least[at], beside))

    # Other numbers of a table left out are no secret: its total and the other tables can tell them.
    return [cell for at, cell in found.items() if cell[0] not in left_out or is_small(at, cell[1])], len(hidden)


def _bounds(known: dict[str, ReportBreakdown], cells: dict[Cell, int]) -> tuple[np.ndarray, np.ndarray]:
    low, high = np.zeros(len(cells)), np.zeros(len(cells))
    for name, one in known.items():
        for line in one.lines:
            at, people = cells[name, line.code], line.people.reached
            if isinstance(people, Hidden):
                low[at] = 1 if name == BROADEST else 0
                high[at] = one.total.reached
            else:
                low[at] = high[at] = people
    return low, high


def _sums(known, codes, cells) -> Iterator[tuple[np.ndarray, float, float]]:
    for name, one in known.items():
        yield _row(cells, [((name, code), 1) for code in codes]), one.total.reached, one.total.reached


def _parts(report, known, codes, cells) -> Iterator[tuple[np.ndarray, float, float]]:
    """Yields what is known of tables that are parts of others, and of those that overlap by a known number."""
    for part in known:
        for whole in known:
            if part != whole and _is_part(part, whole):
                for code in codes:
                    yield _row(cells, [((whole, code), 1), ((part, code), -1)]), 0, np.inf
    both = {one.indicator: one.people for one in report.indicator("IND1").contained}["IND2"]
    for code in codes:
        yield _row(cells, [(("IND1", code), 1), (("IND2", code), 1), ((BROADEST, code), -1)]), -np.inf, both


def _is_part(part: str, whole: str) -> bool:
    indicator, _, city = part.partition(" ")
    if whole == BROADEST:
        return True
    if indicator.startswith("IND") and city:
        return whole in (indicator, f"{BROADEST} {city}")
    strand, slash, country = part.partition("/")
    return bool(slash) and whole in (f"{strand}/*", f"*/{country}", "*/*")


def _row(cells: dict[Cell, int], parts: list[tuple[Cell, int]]) -> np.ndarray:
    row = np.zeros(len(cells))
    for cell, factor in parts:
        row[cells[cell]] += factor
    return row
