"""The rules about columns over the corpus: ``python -m tests.corpus.column_rules`` leaves out each in turn and prints
how many columns then get another meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from liaison_metrics.errors import RefusedFile
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.description import describe_columns
from liaison_metrics.sheets.columns.scoring.choosing import ALL_RULES, choose_meanings
from liaison_metrics.sheets.opening import open_workbook
from liaison_metrics.sheets.tables.finding import find_tables
from liaison_metrics.sheets.tables.layouts import rearrange_layouts
from liaison_metrics.sheets.words.vocabulary import Vocabulary, vocabulary_of
from tests.corpus.made import all_shapes, make
from tests.corpus.measure import SEEDS


def tables(
    vocabulary: Vocabulary, period: tuple[date, date], seeds: Sequence[int] = SEEDS
) -> Iterator[tuple[list[Column], int]]:
    """Yields the columns of each table of the corpus, without meanings, and how many rows the table has."""
    for name in all_shapes():
        for seed in seeds:
            made = make(name, seed)
            try:
                workbook = rearrange_layouts(open_workbook(made.file, made.data), vocabulary)
            except RefusedFile:
                continue
            for grid in workbook.grids:
                for table in find_tables(grid, vocabulary):
                    yield describe_columns(table, vocabulary, period), len(table.rows)


def meanings(columns: Sequence[Column], rows: int, without: str = "") -> list[str]:
    """The meanings of a table's columns, with all rules but one."""
    codes = [dict(column.codes) for column in columns]
    choose_meanings(columns, rows, without)
    for column, before in zip(columns, codes, strict=True):
        column.codes = before
    return [column.meaning for column in columns]


def main() -> None:
    """Prints each rule with the number of columns that it decides about, the rules that decide nothing first."""
    project = load_project(Path(__file__).parents[2] / "data" / "project.toml")
    found = list(tables(vocabulary_of(project), (project.start, project.end)))
    whole = [meanings(*table) for table in found]
    changed = {
        rule.name: sum(
            one != other
            for table, before in zip(found, whole, strict=True)
            for one, other in zip(meanings(*table, rule.name), before, strict=True)
        )
        for rule in ALL_RULES
    }
    for name in sorted(changed, key=lambda one: changed[one]):
        print(f"{changed[name]:6}  {name}")


if __name__ == "__main__":
    main()
