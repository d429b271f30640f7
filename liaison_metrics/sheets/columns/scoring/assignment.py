"""What speaks for the meanings of columns, and the choice of those whose points have the largest sum."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from liaison_metrics.sheets.words.headers import NAMES


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points for a meaning, the rule that gave them, and why, in words."""

    rule: str
    points: float
    because: str


@dataclass(slots=True)
class Candidate:
    """A meaning with its points and the evidence for and against it."""

    meaning: str
    points: float = 0.0
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, evidence: Evidence) -> None:
        """Adds evidence and its points."""
        self.evidence.append(evidence)
        self.points += evidence.points


@dataclass(frozen=True, slots=True)
class Choice:
    """The meaning chosen for a column, the next best one, and by how much the table as a whole would fit less well
    without the chosen one."""

    best: Candidate
    second: Candidate
    margin: float


ONCE = frozenset((
    "date", "city", "activity", "title", "community", "group", "gender", "role", "email", "phone", "birth_date",
    "birth_year", *NAMES,
))  # fmt: skip
"""Meanings that one column of a table has at most."""

UNKNOWN = Candidate("")
"""No meaning, which any number of columns can have."""

Options = Sequence[Candidate]
"""What a column can mean, best first. The last one is ``UNKNOWN``."""

_EQUAL = 1e-9
"""Sums that differ by less are equal but for rounding."""


def assign(found: Sequence[Mapping[str, Candidate]]) -> list[Choice]:
    """Returns the choice for each column. *found* are its candidates by meaning. Of equal sums, that in which the first
    columns have the better meanings."""
    options = [_options(candidates) for candidates in found]
    wanted = [{one.meaning for one in several if one.meaning in ONCE} for several in options]
    shared = {meaning for meanings in wanted for meaning in meanings if sum(meaning in one for one in wanted) > 1}
    contested: dict[int, Options] = {at: options[at] for at, meanings in enumerate(wanted) if meanings & shared}
    best = {at: several[0] for at, several in enumerate(options) if at not in contested}
    best |= _best(contested)
    holders = {best[at].meaning: at for at in contested if best[at].meaning in ONCE}
    whole = _points(best, contested)
    choices = []
    for at, several in enumerate(options):
        others = [one for one in several if one.meaning != best[at].meaning] or [UNKNOWN]
        if at in holders.values():
            without = _best(contested | {at: others})
            choices.append(Choice(best[at], without[at], whole - _points(without, contested)))
        else:  # the other columns are already as good as they can be without it
            gain, path = _place(at, ChainMap({at: others}, contested), holders, best, frozenset())
            choices.append(Choice(best[at], path[0][1], best[at].points - gain))
    return choices


def _points(chosen: Mapping[int, Candidate], among: Iterable[int]) -> float:
    return sum(chosen[at].points for at in among)


def _options(candidates: Mapping[str, Candidate]) -> list[Candidate]:
    worth = sorted((one for one in candidates.values() if one.points > 0), key=lambda one: (-one.points, one.meaning))
    return [*worth, UNKNOWN]


def _best(options: Mapping[int, Options]) -> dict[int, Candidate]:
    """Returns the best assignment: columns come one after the other, and each displaces others if the sum is larger so.
    (Successive best augmenting paths; exact, and quick for as few columns as compete in a table.)"""
    chosen: dict[int, Candidate] = {}
    holders: dict[str, int] = {}
    for at in options:
        _gain, path = _place(at, options, holders, chosen, frozenset())
        for column, candidate in path:
            if candidate.meaning in ONCE:
                holders[candidate.meaning] = column
            chosen[column] = candidate
    return chosen


def _place(
    at: int, options: Mapping[int, Options], holders: Mapping[str, int], chosen: Mapping[int, Candidate],
    taken: frozenset[str],
) -> tuple[float, list[tuple[int, Candidate]]]:  # fmt: skip
    """Returns the largest gain from placing a column, and the columns that move, without the meanings *taken*."""
    gain, path = float("-inf"), list[tuple[int, Candidate]]()
    for candidate in options[at]:
        if candidate.meaning in taken:
            continue
        holder = holders.get(candidate.meaning)
        if holder is None:
            if candidate.points > gain - _EQUAL:  # of equal sums, that in which nobody moves
                gain, path = candidate.points, [(at, candidate)]
            break  # the others have fewer points
        lost, moved = _place(holder, options, holders, chosen, taken | {candidate.meaning})
        more = candidate.points + lost - chosen[holder].points
        if more > gain + _EQUAL:
            gain, path = more, [(at, candidate), *moved]
    return gain, path
