"""Honest answers lead to the truth: made-up sheets of which everything is known, asked about and answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.cli.importing import parse_answer
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileReport, Options, answer_to, import_file, preview_import, take_back
from liaison_metrics.services.intake.outcome import MOST_QUESTIONS
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints, NotCountedReason, Question, Reading
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.words.answers import Answer
from tests.made_up import person
from tests.services.conftest import Fresh

DAY = date(2021, 5, 4)
GIVEN = Hints("skill_transfer_workshop", "graz", DAY)
KNOWN = ("Syrian", "Local", "Turkish")
MOST_TURNS = 8

honest = settings(
    max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
few = settings(honest, max_examples=3)


@dataclass(frozen=True, slots=True)
class Truth:
    """A list of people, and what is true of it. ``words`` are communities that no vocabulary has, with their codes;
    ``unmarked`` of the people have no mark, and were ``there`` or not; under a heading stand ``below`` people more who
    are ``below_are``; the people have the days on which they enrolled, or ``companions`` beside them; the last
    ``roles`` have an unknown role that ``role_is``."""

    people: int
    words: tuple[tuple[str, str], ...]
    unmarked: int
    there: str
    below: int
    below_are: str
    enrolled: bool
    companions: str
    roles: int
    role_is: str
    dated: bool

    def rows(self) -> Iterator[list[str]]:
        header = ["Name", "Community", "Email"]
        header += ["Wave"] * bool(self.unmarked) + ["Date"] * self.enrolled
        header += ["Tickets"] * bool(self.companions) + ["Role"] * bool(self.roles)
        yield header
        for number in range(self.people):
            yield self._row(number)
        if self.below:
            yield ["Green hats"] + [""] * (len(header) - 1)
            for number in range(self.people, self.people + self.below):
                yield self._row(number)

    def community(self, number: int) -> tuple[str, str]:
        """The word of a person's community, and its code."""
        if self.words and number % 3 == 0:
            return self.words[number // 3 % len(self.words)]
        word = KNOWN[number % len(KNOWN)]
        return word, word.lower()

    def _row(self, number: int) -> list[str]:
        listed = number < self.people
        row = [person(number), self.community(number)[0], f"p{number}@example.org"]
        row += ["" if number < self.unmarked else "x"] if self.unmarked else []
        row += [f"2021-04-{number + 1:02}"] if self.enrolled else []
        row += [str(1 + number % 2)] if self.companions else []
        row += ["volunt" if listed and number >= self.people - self.roles else ""] if self.roles else []
        return row

    @property
    def data(self) -> bytes:
        return "\n".join(",".join(row) for row in self.rows()).encode()

    def answer(self, question: Question) -> str:
        """What somebody answers who knows the truth."""
        kind, value = question.kind, question.value
        if kind == "community":
            return dict(self.words)[value]
        if kind == "column":
            return {"Date": "unused", "Tickets": self.companions}[value]
        return {
            "blank": self.there, "heading": self.below_are, "role": self.role_is, "date": DAY.isoformat(),
        }[kind]  # fmt: skip

    def counted(self) -> dict[str, int | Counter[str]]:
        """How many people the sheet truly counts, by community, and how many don't count."""
        communities, companions, absent, staff = Counter[str](), 0, 0, 0
        for number in range(self.people + self.below):
            listed = number < self.people
            has_role = listed and number >= self.people - self.roles
            if self.there == "absent" if number < self.unmarked else not listed and self.below_are == "absent":
                absent += 1
            elif (has_role and self.role_is == "staff") or (not listed and self.below_are == "staff"):
                staff += 1
            else:
                communities[self.community(number)[1]] += 1
                companions += number % 2 if self.companions == "people" else 0
        return {"people": communities, "companions": companions, "absent": absent, "staff": staff}


def counted(reading: Reading) -> dict[str, int | Counter[str]]:
    """The same figures of a reading."""
    reasons = Counter(row.reason for row in reading.not_counted)
    return {
        "people": Counter(row.community or "not_stated" for row in reading.attendances),
        "companions": sum(row.people for row in reading.headcounts),
        "absent": reasons[NotCountedReason.ABSENT],
        "staff": reasons[NotCountedReason.STAFF],
    }


WORDS = (("Zubrow", "bosnian"), ("Marlan", "not_stated"), ("Quendi", "somali"))

truths = st.builds(
    Truth,
    people=st.integers(8, 12),
    words=st.lists(st.sampled_from(WORDS), max_size=3, unique=True).map(tuple),
    unmarked=st.integers(0, 3),
    there=st.sampled_from(["present", "absent"]),
    below=st.integers(0, 3),
    below_are=st.sampled_from(["participant", "staff", "absent"]),
    enrolled=st.booleans(),
    companions=st.sampled_from(["", "people"]),
    roles=st.integers(0, 2),
    role_is=st.sampled_from(["participant", "staff"]),
    dated=st.booleans(),
)


def hints(truth: Truth) -> Hints:
    return GIVEN if truth.dated else Hints("skill_transfer_workshop", "graz")


def answered(truth: Truth, project: Project) -> tuple[list[Answer], Reading]:
    """Answers the weightiest questions of a sheet until it asks no more."""
    answers: list[Answer] = []
    for _turn in range(MOST_TURNS):
        given = tuple(answers)
        reading = read_sheet("list.csv", truth.data, project, hints(truth), lambda _signature, given=given: given)
        if not reading.questions:
            return answers, reading
        answers += [Answer.to(one, truth.answer(one)) for one in reading.questions[:MOST_QUESTIONS]]
    raise AssertionError(f"still asks: {[(one.kind, one.value) for one in reading.questions]}")


@honest
@given(truths)
def test_honest_answers_lead_to_the_truth(project: Project, truth: Truth) -> None:
    _answers, reading = answered(truth, project)
    assert counted(reading) == truth.counted()


def through_the_command_line(truth: Truth, workspace: Workspace, answers: Sequence[str]) -> FileReport:
    """The report of a preview with answers as the command line takes them."""
    given = tuple(parse_answer(workspace.project, text) for text in answers)
    return preview_import(workspace, "list.csv", truth.data, Options(hints(truth), given), actor=COORDINATOR)


@few
@given(truths)
def test_answers_on_the_command_line_count_what_each_said(fresh: Fresh, truth: Truth) -> None:
    workspace, answers = fresh(), list[str]()
    for _turn in range(MOST_TURNS):
        report = through_the_command_line(truth, workspace, answers)
        asked = report.as_json()["questions"]
        assert len(asked) == min(MOST_QUESTIONS, len(report.questions)), "the others follow"
        weights = [one["people"] for one in asked]
        assert weights == sorted(weights, reverse=True)
        assert all(one["way_out"] and one["figures"] for one in asked)
        if not asked:
            break
        question = report.asked_now[0]
        answers.append(answer_to(question, truth.answer(question)))
        last = question.figures_with(truth.answer(question))
        said = (last.people, last.absent, last.staff) if last else None
        if len(report.questions) == 1:
            done = through_the_command_line(truth, workspace, answers)
            reasons = Counter(row.reason for row in done.not_counted)
            figures = (sum(event.count.people for event in done.events), *map(reasons.get, NotCountedReason, (0, 0)))
            assert figures == (said and (said[0], said[2], said[1])), "the figure that the answer showed"
    _answers, reading = answered(truth, workspace.project)
    assert report.attendances == len(reading.attendances) and not report.questions
    assert counted(reading) == truth.counted()


MARKS = Truth(9, (("Zubrow", "bosnian"),), 2, "absent", 0, "staff", False, "", 0, "staff", True)


def test_a_remembered_answer_applies_and_can_be_taken_back(workspace: Workspace) -> None:
    first = preview_import(workspace, "a.csv", MARKS.data, Options(GIVEN), actor=COORDINATOR)
    answers = tuple(Answer.to(one, MARKS.answer(one)) for one in first.questions)
    import_file(workspace, "a.csv", MARKS.data, Options(GIVEN, answers), actor=COORDINATOR)
    later = Options(replace(GIVEN, date=date(2021, 5, 11)))
    applied = preview_import(workspace, "b.csv", MARKS.data, later, actor=COORDINATOR)
    assert (applied.attendances, len(applied.not_counted), applied.questions) == (7, 2, [])
    assert {(one.kind, one.made_by) for one in applied.recalled} == {(one.kind, COORDINATOR.code) for one in answers}, (
        "it says what applied and who said it"
    )
    told = [take_back(one) for one in applied.recalled]
    back = Options(later.hints, tuple(parse_answer(workspace.project, text) for text in told))
    again = preview_import(workspace, "b.csv", MARKS.data, back, actor=COORDINATOR)
    assert [(one.kind, one.figures) for one in again.questions] == [(one.kind, one.figures) for one in first.questions]
    assert not again.recalled
    import_file(workspace, "b.csv", MARKS.data, back, actor=COORDINATOR)
    assert preview_import(workspace, "c.csv", MARKS.data, later, actor=COORDINATOR).questions, "forgotten for good"


@pytest.mark.parametrize(
    ("rows", "kind", "people"),
    [
        pytest.param("Name,City,Community\nAna Korba,Graz,Local\nCem Halost,Vjle,Local\n", "city", 1, id="city"),
        pytest.param("Name,Community,Role\nAna Korba,Local,volunt\nCem Halost,Local,\n", "role", 1, id="role"),
    ],
)
def test_the_way_out_leaves_the_rows_out(project: Project, rows: str, kind: str, people: int) -> None:
    def read(*answers: Answer) -> Reading:
        return read_sheet("list.csv", rows.encode(), project, GIVEN, lambda _signature: answers)

    (question,) = read().questions
    assert (question.kind, question.people, question.way_out) == (kind, 1, "left_out")
    reading = read(Answer.to(question, question.way_out))
    assert (len(reading.attendances), reading.rejected, reading.questions) == (people, [], [])


def test_thousands_of_unknown_words_are_one_question_about_the_column(project: Project) -> None:
    letters = "abcdefghijklmnopqrst"
    words = [f"Zu{a}{b}{c}" for a in letters for b in letters for c in letters]
    rows = (f"{person(number)},{word},{word}@example.org\n" for number, word in enumerate(words))
    data = "Name,Community,Email\n" + "".join(rows)
    (question,) = read_sheet("list.csv", data.encode(), project, GIVEN).questions
    assert (question.kind, question.value, question.people, question.way_out) == ("column", "Community", 8000, "unused")
