"""The reader against sheets that it has never seen."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.corpus.made import all_shapes, make
from tests.corpus.measure import Result, read_all, share, summary

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def results(project: Project) -> list[Result]:
    from liaison_metrics.sheets.reading import read_sheet

    return read_all(read_sheet, project)


def test_nearly_all_figures_come_out_right(results: list[Result]) -> None:
    missed = sorted({result.shape for result in results if result.misses})
    assert share(results) >= 0.95, f"{summary(results)}\nmissed: {', '.join(missed)}"


def test_no_file_is_an_error(results: list[Result]) -> None:
    broken = [(r.shape, r.seed) for r in results if any("Error" in str(miss.got) for miss in r.misses)]
    assert not broken


def test_the_same_seed_makes_the_same_sheet() -> None:
    for name in all_shapes():
        one, other = make(name, 1), make(name, 1)
        assert (one.file, one.truth, one.args) == (other.file, other.truth, other.args)
        if one.file.endswith((".csv", ".txt")):
            assert one.data == other.data


def test_there_are_many_shapes() -> None:
    assert len(all_shapes()) >= 60
