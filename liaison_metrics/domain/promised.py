"""The parts of the project file that say what was promised beside figures: objectives, work, deliverables,
milestones, committees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from liaison_metrics.texts import ENGLISH, _, language

Code = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=60)]

Events = Annotated[int, Field(ge=0, le=10_000)]
"""A number of promised events."""


class ProjectPart(BaseModel):
    """A part of the project file. What the program does not know in it is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _by_language(written: object) -> object:
    texts = {ENGLISH: written} if isinstance(written, str) else written
    if isinstance(texts, Mapping):
        if not texts.get(ENGLISH):
            raise ValueError(_("an English text is missing: give a text, or texts by language with en = “…”"))
        return tuple(texts.items())
    return texts


ByLanguage = Annotated[
    tuple[tuple[Annotated[str, Field(pattern=r"^[a-z]{2}$")], str], ...], BeforeValidator(_by_language)
]
"""A text of the project file in one or more languages, the code of the language first. A text alone is English."""


MaybeByLanguage = Annotated[
    tuple[tuple[Annotated[str, Field(pattern=r"^[a-z]{2}$")], str], ...],
    BeforeValidator(lambda written: _by_language(written) if written else ()),
]
"""The same for a text that may be missing."""


TEXTS = {"titles", "texts", "fields", "programme_titles"}
"""The fields of parts of the project file that hold texts by language."""


def spoken(texts: ByLanguage) -> str:
    """Returns a text in the current language, or else in English; "" where there is none."""
    by_language = dict(texts)
    return by_language.get(language()) or by_language.get(ENGLISH, "")


def without_current(part: BaseModel) -> Iterator[tuple[str, str]]:
    """Yields the texts of a part of the project file, and of the parts in it, that are not given in the current
    language, each with the code of the language that stands in for it."""
    for name, value in part:
        if name in TEXTS and value and language() not in dict(value):
            yield spoken(value), ENGLISH
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, ProjectPart):
                    yield from without_current(one)


class Titled(ProjectPart):
    """A part of the project file with a title, which the file may give in several languages."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    titles: ByLanguage = Field(alias="title")

    @property
    def title(self) -> str:
        """The title in the current language, or else in English."""
        return spoken(self.titles)


class WorkPiece(Titled):
    """A piece of work that is no event, such as desk research. It is done in each city, or once for the project."""

    code: Code
    each_city: bool = True


class PlannedWork(Titled):
    """A work item from the description of the action: its activity types, pieces of work and deliverables.

    ``planned`` are the promised numbers of events by activity: one number for each city, or numbers by city.
    """

    texts: ByLanguage = Field(alias="text")
    activities: tuple[Code, ...] = ()
    planned: Mapping[Code, Events | Mapping[Code, Events]] = Field(default_factory=dict)
    pieces: tuple[WorkPiece, ...] = ()
    deliverables: tuple[Code, ...] = ()

    @property
    def text(self) -> str:
        """What the work is, in the current language, or else in English."""
        return spoken(self.texts)

    def promised(self, activity: str, city: str) -> int | None:
        """Returns how many events of an activity the project file promises in a city, None if it does not say. Where
        it names cities, it promises none in the others."""
        planned = self.planned.get(activity)
        return planned.get(city, 0) if isinstance(planned, Mapping) else planned


class Deliverable(Titled):
    """A document that the project promised, the partner that owes it ("" for none), and its due date."""

    code: Code
    owner: Code | None = None
    due: date | None = None


class Objective(ProjectPart):
    """What the project wants to reach, and what serves it: activities, deliverables and indicators by their codes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    code: Code
    texts: ByLanguage = Field(alias="text")
    activities: tuple[Code, ...] = ()
    deliverables: tuple[Code, ...] = ()
    indicators: tuple[Code, ...] = ()

    @property
    def text(self) -> str:
        """What is to be reached, in the current language, or else in English."""
        return spoken(self.texts)


def _coded(objectives: object) -> object:
    """Returns objectives with codes: a text alone, as older project files have it, is one that nothing serves yet."""
    if not isinstance(objectives, list | tuple):
        return objectives
    return [
        {"code": f"O{number}", "text": one} if isinstance(one, str) else one
        for number, one in enumerate(objectives, start=1)
    ]


Objectives = Annotated[tuple[Objective, ...], BeforeValidator(_coded)]
"""The objectives of a project file: blocks, or texts alone."""


class Milestone(Titled):
    """A day by which the project promised something."""

    code: Code
    date: date


class Committee(ProjectPart):
    """An Intercultural City Committee, and the groups of its members."""

    city: Code
    members: tuple[Code, ...]


def check_objectives(
    objectives: Iterable[Objective], activities: list[str], deliverables: list[str], indicators: list[str]
) -> None:
    """Raises ValueError for an objective that names an activity, a deliverable or an indicator which is not there."""
    objectives = tuple(objectives)
    unique("objectives", (one.code for one in objectives))
    for one in objectives:
        where = f"objectives.{one.code}"
        among(where, "activities", one.activities, activities)
        among(where, "deliverables", one.deliverables, deliverables)
        among(where, "indicators", one.indicators, indicators)


def unique(key: str, codes: Iterable[str]) -> None:
    """Raises ValueError for a code that stands twice under a key of the project file."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise ValueError(_("{key}: the code “{code}” stands twice; each may stand once").format(key=key, code=code))
        seen.add(code)


def among(where: str, key: str, found: Iterable[str], allowed: list[str]) -> None:
    """Raises ValueError for a code that is not allowed under a key of the project file."""
    for code in found:
        if code not in allowed:
            unknown = _("{where}: “{code}” is unknown; allowed: {allowed}")
            raise ValueError(unknown.format(where=f"{where}.{key}", code=code, allowed=", ".join(allowed)))
