"""Honest answers lead to the truth: made-up sheets of which everything is known, asked about and answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_metrics.cli.importing import parse_answer
from liaison_metrics.domain.project import Project
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.answer_figures import figures_of
from liaison_metrics.services.intake import FileReport, Options, answer_to, import_file, preview_import
from liaison_metrics.services.intake.outcome import MOST_QUESTIONS
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints, NotCountedReason, Question, Reading
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.words.answers import Answer
from tests.made_up import person

DAY = date(2021, 5, 4)
GIVEN = Hints("skill_transfer_workshop", "graz", DAY)
KNOWN = ("Syrian", "Local", "Turkish")
MOST_TURNS = 8

honest = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@dataclass(frozen=True, slots=True)
class Truth:
    """A list of people, and what is true of it. ``words`` are communities that no vocabulary has, with their codes;
    ``unmarked`` of the people have no mark, and were ``there`` or not; under a heading stand ``below`` people more who
    are ``below_are``; the people have the days on which they enrolled, or ``companions`` beside them; the last ``roles``
    have an unknown role that ``role_is``."""

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
        header += ["Here"] * bool(self.unmarked) + ["Date"] * self.enrolled
        header += ["Tickets"] * bool(self.companions) + ["Role"] * bool(self.roles)
        yield header
        for number in range(self.people):
            yield self._row(number)
        if self.below:
            yield ["From our side"] + [""] * (len(header) - 1)
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
            if number < self.unmarked and self.there == "absent":
                absent += 1
            elif not listed and self.below_are == "absent":
                absent += 1
            elif (not listed and self.below_are == "staff") or (
                listed and number >= self.people - self.roles and self.role_is == "staff"
            ):
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
    companions=st.sampled_from(["", "people", "unused"]),
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
