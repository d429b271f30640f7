"""Choosing the meanings of all columns of a table together."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.scoring.assignment import ONCE, Candidate, assign
from tests.unit.sheets.columns.samples import meanings_of

MEANINGS = ("date", "city", "name", "email", "notes")


def tables(number: int) -> list[list[dict[str, float]]]:
    """Tables of two to five columns, each with points for some meanings."""
    rng = random.Random(7)
    return [
        [{m: rng.randint(1, 40) / 4 for m in rng.sample(MEANINGS, rng.randint(0, 4))} for _ in range(rng.randint(2, 5))]
        for _ in range(number)
    ]


def best_sum(points: list[Mapping[str, float]], banned: tuple[int, str] = (-1, "")) -> float:
    """The largest sum of points, by trying all assignments."""
    best = float("-inf")
    for chosen in itertools.product(*([*column, ""] for column in points)):
        once = [meaning for meaning in chosen if meaning in ONCE]
        if len(once) == len(set(once)) and (banned[0] < 0 or chosen[banned[0]] != banned[1]):
            best = max(best, sum(column.get(meaning, 0.0) for column, meaning in zip(points, chosen, strict=True)))
    return best


def test_the_sum_of_points_is_the_largest_and_a_margin_is_what_a_ban_costs() -> None:
    for points in tables(150):
        choices = assign([{m: Candidate(m, value) for m, value in column.items()} for column in points])
        largest = best_sum([*points])
        assert sum(choice.best.points for choice in choices) == pytest.approx(largest)
        for at, choice in enumerate(choices):
            if choice.best.meaning:
                assert choice.margin == pytest.approx(largest - best_sum([*points], (at, choice.best.meaning)))


TABLES = {
    "Contact name: Ugo Berg, Ugo Berg, Ugo Berg, Ugo Berg | Who took part: Anna Beck, Ben Ott, Carl Rau":
        ["", "name"],
    "Participant: Anna Beck, Ben Ott | Person to contact: Ugo Berg, Ugo Berg": ["name", "unused"],
    "Ort: Café Rosa, Café Blau | Stadt: Graz, Graz | Name: Anna Beck, Ben Ott": ["", "city", "name"],
    "Function: chair, treasurer | Association: Zorb, Gorb | Name: Anna Beck, Ben Ott": ["unused", "", "name"],
    "Carica nella associazione: Presidente, Formatore | Nome e cognome: Aldo Neri, Bea Conti": ["", "name"],
    "Name may be published: yes, no, no | First name: Anna, Ben, Carl | Last name: Beck, Ott, Rau":
        ["unused", "given_name", "family_name"],
    "Locale: 12, 15 | Syrian: 3, 4 | Date: 2021-03-03, 2021-03-04": ["", "", "date"],
    "Women: 3, 5 | Men: 1, 2 | Kids: 4, 4 | Activity: Focus group, Focus group": ["", "", "", "activity"],
    "Status: cancelled, confirmed | Check-in: x, x | Name: Anna Beck, Ben Ott": ["present", "present", "name"],
    "Phone: Anna Beck, Ben Ott, Carl Rau | Name: +43 660 1234567, +43 660 1234568, +43 660 1234569": ["name", "phone"],
    "E-mail: Anna Beck, Ben Ott, Carl Rau | Name: a@x.org, b@x.org, c@x.org": ["name", "email"],
    "Gender: local, syrian, local | Community: f, m, f | Name: Anna Beck, Ben Ott, Carl Rau":
        ["community", "gender", "name"],
    "Date: Anna Beck, Ben Ott, Carl Rau | Name: 2021-03-03, 2021-03-04, 2021-03-04": ["name", "date"],
    ": local, syrian | Zorb: f, m | Gorb: Graz, Graz | Name: Anna Beck, Ben Ott":
        ["community", "gender", "city", "name"],
    "Pupil: Anna, Ben, Anna | : Beck, Ott, Rau | Present: yes, no, yes": ["given_name", "family_name", "present"],
    "Title: Mr, Dr | Name: Anna, Ben | Surname: Beck, Ott | Residence: Graz, Graz":
        ["unused", "given_name", "family_name", "city"],
}  # fmt: skip


@pytest.mark.parametrize("sample", TABLES)
def test_columns_mean_the_same_in_any_order(sample: str, project: Project) -> None:
    columns = [column.strip() for column in sample.split("|")]
    assert meanings_of(sample, project) == TABLES[sample]
    rng = random.Random(sample)
    for _again in range(4):
        order = rng.sample(range(len(columns)), len(columns))
        mixed = " | ".join(columns[at] or ": " for at in order)
        assert meanings_of(mixed, project) == [TABLES[sample][at] for at in order]
