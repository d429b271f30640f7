"""Small tables in a line: columns apart by "|", a header before its colon, values apart by commas. "=name" stands for a
column whose meaning follows from the table's layout."""

from __future__ import annotations

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.description import describe_columns
from liaison_metrics.sheets.columns.scoring.choosing import choose_meanings, leading_meaning
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS
from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.vocabulary import vocabulary_of


def columns_of(sample: str, project: Project) -> list[Column]:
    """The columns of a table in a line, without meanings."""
    pairs = [column.partition(":")[::2] for column in sample.split("|")]
    headers = [header.strip() for header, _values in pairs]
    values = [[value.strip() for value in text.split(",") if value.strip()] for _header, text in pairs]
    rows = [[found[at] if at < len(found) else None for found in values] for at in range(max(map(len, values)))]
    known = {at: header[1:] for at, header in enumerate(headers) if header.startswith("=")}
    texts = ["" if at in known else header for at, header in enumerate(headers)]
    table = Table(Grid("Sheet1", [[*texts], *rows]), [0], list(range(1, len(rows) + 1)), range(len(pairs)))
    table.known_meanings = known
    return describe_columns(table, vocabulary_of(project), (project.start, project.end))


def meanings_of(sample: str, project: Project) -> list[str]:
    """The meanings of its columns."""
    return [meaning for meaning, _near in decisions(sample, project)]


def decisions(sample: str, project: Project, without: str = "") -> list[tuple[str, bool]]:
    """The meanings of its columns, and whether the runner-up is near."""
    columns = columns_of(sample, project)
    choose_meanings(columns, max(column.filled for column in columns), without)
    return [(column.meaning, bool(column.choice and column.choice.margin < WEIGHTS.near)) for column in columns]


def fires(rule: ColumnRule, sample: str, project: Project) -> bool:
    """Whether a rule says something of the first column of a table."""
    columns = columns_of(sample, project)
    around = Surroundings(tuple(columns), max(column.filled for column in columns))
    for column in columns:
        column.meaning = leading_meaning(column, around)
    return rule.when(columns[0], around)
