"""Scores what each column of a table can mean, and chooses for all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.assignment import Candidate, Choice, Evidence, assign
from liaison_metrics.sheets.columns.scoring.attendance import ATTENDANCE_RULES
from liaison_metrics.sheets.columns.scoring.counts import ROW_NUMBER_RULES
from liaison_metrics.sheets.columns.scoring.headers import HEADER_RULES
from liaison_metrics.sheets.columns.scoring.named import LOG_RULES, NAME_RULES
from liaison_metrics.sheets.columns.scoring.neighbours import NEIGHBOUR_RULES
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.tickets import TICKET_RULES
from liaison_metrics.sheets.columns.scoring.values import VALUE_RULES
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS
from liaison_metrics.sheets.words.headers import NAMES

OWN_RULES = (*HEADER_RULES, *VALUE_RULES, *ATTENDANCE_RULES, *ROW_NUMBER_RULES)
"""Rules about a column alone."""


_BESIDE_RULES = (*NEIGHBOUR_RULES, *TICKET_RULES, *LOG_RULES, *NAME_RULES)

ALL_RULES = (*OWN_RULES, *_BESIDE_RULES)


def choose_meanings(
    columns: Sequence[Column], rows: int, without: str = "", told: Mapping[int, str] = MappingProxyType({})
) -> None:
    """Sets the meaning of each column of a table of so many rows: first as each looks alone, then all together.
    *without* is the name of a rule that is not applied. *told* are the meanings that people gave, by column."""
    around = Surroundings(tuple(columns), rows)
    own = [rule for rule in OWN_RULES if rule.name != without]
    found = [_candidates(column, around, own) for column in columns]
    for column, candidates in zip(columns, found, strict=True):
        column.meaning = _leading(candidates)
    beside = [rule for rule in _BESIDE_RULES if rule.name != without]
    around = Surroundings(around.columns, rows)  # now with what each column means alone
    for candidates, more in zip(found, [_candidates(column, around, beside) for column in columns], strict=True):
        for meaning, candidate in more.items():
            for evidence in candidate.evidence:
                candidates.setdefault(meaning, Candidate(meaning)).add(evidence)
    for at, meaning in told.items():
        found[at] = {meaning: Candidate(meaning, WEIGHTS.answered)}
    for column, choice in zip(columns, assign(found), strict=True):
        _set_meaning(column, choice)


def leading_meaning(column: Column, around: Surroundings) -> str:
    """Returns what a column looks like alone."""
    return _leading(_candidates(column, around, OWN_RULES))


def _leading(candidates: Mapping[str, Candidate]) -> str:
    best = max(candidates.values(), key=lambda one: (one.points, one.meaning), default=Candidate(""))
    return best.meaning if best.points > 0 else ""


def _set_meaning(column: Column, choice: Choice) -> None:
    column.choice = choice
    column.meaning = choice.best.meaning
    if column.meaning == "organisation" and column.filled:
        column.meaning = ""  # its values say nothing that counts
    if column.meaning in NAMES and column.said not in NAMES:
        column.codes = {}  # "Person in the interview" names people


def _candidates(column: Column, around: Surroundings, rules: Iterable[ColumnRule]) -> dict[str, Candidate]:
    """Returns the meanings for or against which rules speak."""
    found: dict[str, Candidate] = {}
    for rule in rules:
        if rule.when(column, around):
            points = rule.points_for(column)
            for meaning in filter(None, rule.meanings(column)):
                found.setdefault(meaning, Candidate(meaning)).add(Evidence(rule.name, points, rule.because))
    return found
