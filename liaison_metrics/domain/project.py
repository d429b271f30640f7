"""The project's definitions: partners, cities, activities, indicators with their targets, and the vocabulary.

They come from two files that each project edits: ``data/project.toml`` and, beside it, ``data/vocabulary.csv`` with the
labels in every language. A mistake in them stops the start with one sentence: file, key, what is wrong and allowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Never, Self

from pydantic import Field, model_validator

from liaison_metrics.domain.funding import DataProtection, FundingTexts, OpenData
from liaison_metrics.domain.promised import (
    Code,
    Committee,
    Deliverable,
    MaybeByLanguage,
    Milestone,
    Objectives,
    PlannedWork,
    ProjectPart,
    Titled,
    among,
    check_objectives,
    spoken,
    unique,
    without_current,
)
from liaison_metrics.texts import ENGLISH, _, language

NOT_STATED = "not_stated"
"""The code of a community, group or gender that was not stated."""


class VocabularyKind(StrEnum):
    """The kinds of words in the vocabulary."""

    ACTIVITY = "activity"
    CITY = "city"
    COMMUNITY = "community"
    GROUP = "group"
    GENDER = "gender"
    ROLE = "role"


class EvidenceKind(StrEnum):
    """The kinds of files and links that prove an event, beside its attendance sheets."""

    SIGNED_LIST = "signed_list"
    PROGRAMME = "programme"
    PHOTO = "photo"
    MINUTES = "minutes"
    OTHER = "other"


class Label(ProjectPart):
    """A label for a code in one language. A code can have several in a language: the first is shown, all are
    understood."""

    kind: VocabularyKind
    code: Code
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    label: Annotated[str, Field(min_length=1)]


class Partner(ProjectPart):
    """An organisation of the consortium. ``language`` is that of mails to it ("de"; "" for English)."""

    code: Code
    name: str
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    coordinator: bool = False
    language: Annotated[str, Field(pattern=r"^([a-z]{2})?$")] = ""


class City(ProjectPart):
    """A city of the project, and the partner that works there."""

    code: Code
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    partner: Code


class Indicator(Titled):
    """A promised figure: the target in people, the activities that count, and the groups that do not.

    ``one_event``: the target is for a single event. ``targets`` are those of cities, by their codes,
    ``interim_targets`` how many people are to be reached by a day.
    """

    code: Code
    target: Annotated[int, Field(gt=0)]
    activities: Literal["all"] | tuple[Code, ...]
    groups_left_out: tuple[Code, ...] = ()
    one_event: bool = False
    targets: Mapping[Code, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)
    interim_targets: Mapping[date, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)


CommunityKind = Literal["local", "migrant", "muslim", "not_stated"]
Strand = Literal["study", "capacity_building", "mutual_learning", "governance", "awareness_raising"]


class Project(Titled):
    """All definitions of the project, checked for consistency."""

    acronym: Annotated[str, Field(min_length=1)]
    number: str = ""
    fields: MaybeByLanguage = Field(default=(), alias="field")
    programme: str
    programme_titles: MaybeByLanguage = Field(default=(), alias="programme_title")
    start: date
    end: date
    vocabulary: str = "vocabulary.csv"
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    objectives: Objectives
    partners: tuple[Partner, ...]
    cities: tuple[City, ...]
    communities: Mapping[Code, CommunityKind]
    activities: Mapping[Code, Strand]
    planned_work: tuple[PlannedWork, ...] = ()
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    deliverables: tuple[Deliverable, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    committees: tuple[Committee, ...] = ()
    open_data: OpenData = OpenData()
    data_protection: DataProtection = DataProtection()
    evidence: tuple[EvidenceKind, ...] = ()
    evidence_of: Mapping[Code, tuple[EvidenceKind, ...]] = Field(default_factory=dict)
    quarterly_statements: bool = False
    funding: FundingTexts = FundingTexts()
    labels: tuple[Label, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.end <= self.start:
            raise ValueError(_("end: {end} is not after start ({start})").format(end=self.end, start=self.start))
        unique("partners", (p.code for p in self.partners))
        unique("cities", (c.code for c in self.cities))
        unique("indicators", (i.code for i in self.indicators))
        among("cities", "partner", (c.partner for c in self.cities), [p.code for p in self.partners])
        among("committees", "city", (c.city for c in self.committees), self.codes(VocabularyKind.CITY))
        among(
            "committees", "members", (m for c in self.committees for m in c.members), self.codes(VocabularyKind.GROUP)
        )
        for indicator in self.indicators:
            where = f"indicators.{indicator.code}"
            among(where, "activities", self.activities_of(indicator), list(self.activities))
            among(where, "groups_left_out", indicator.groups_left_out, self.codes(VocabularyKind.GROUP))
            among(where, "targets", indicator.targets, self.codes(VocabularyKind.CITY))
            _add_up(where, indicator, self.codes(VocabularyKind.CITY))
            _rise(where, indicator, self.start, self.end)
        among("project", "evidence_of", self.evidence_of, list(self.activities))
        self._consistent_work()
        for kind, declared in (
            (VocabularyKind.CITY, [c.code for c in self.cities]),
            (VocabularyKind.COMMUNITY, list(self.communities)),
            (VocabularyKind.ACTIVITY, list(self.activities)),
        ):
            worded = [code for (k, code) in self._labels if k is kind]
            among(f"vocabulary.{kind}", "code", worded, declared)
            among(f"vocabulary.{kind}", "label", declared, worded)
        if NOT_STATED not in self.communities:
            missing = _("communities: {code} is missing; it is needed for people who did not say")
            raise ValueError(missing.format(code=NOT_STATED))
        return self

    def _consistent_work(self) -> None:
        cities, deliverables = self.codes(VocabularyKind.CITY), [one.code for one in self.deliverables]
        unique("deliverables", deliverables)
        unique("milestones", (one.code for one in self.milestones))
        unique("planned_work.pieces", (piece.code for work in self.planned_work for piece in work.pieces))
        unique("planned_work.planned", (activity for work in self.planned_work for activity in work.planned))
        owners = (one.owner for one in self.deliverables if one.owner)
        among("deliverables", "owner", owners, [one.code for one in self.partners])
        for work in self.planned_work:
            where = f"planned_work “{work.title}”"
            among(where, "activities", work.activities, list(self.activities))
            among(where, "planned", work.planned, list(work.activities))
            among(where, "planned", (c for n in work.planned.values() if isinstance(n, Mapping) for c in n), cities)
            among(where, "deliverables", work.deliverables, deliverables)
        served_by = (list(self.activities), deliverables, [one.code for one in self.indicators])
        check_objectives(self.objectives, *served_by)

    @cached_property
    def _labels(self) -> dict[tuple[VocabularyKind, str], dict[str, str]]:
        labels: dict[tuple[VocabularyKind, str], dict[str, str]] = {}
        for word in self.labels:
            labels.setdefault((word.kind, word.code), {}).setdefault(word.language, word.label)
        return labels

    @property
    def field(self) -> str:
        """The field of the project in the current language, or else in English; "" if the file gives none."""
        return spoken(self.fields)

    @property
    def programme_title(self) -> str:
        """The programme's title in the current language, or else in English; "" if the file gives none."""
        return spoken(self.programme_titles)

    @property
    def largest_target(self) -> int:
        """The largest target of an indicator, in people."""
        return max(indicator.target for indicator in self.indicators)

    def codes(self, kind: VocabularyKind) -> list[str]:
        """Returns the codes of a kind in the order of the project's files."""
        if kind is VocabularyKind.CITY:
            return [c.code for c in self.cities]
        if kind is VocabularyKind.COMMUNITY:
            return list(self.communities)
        if kind is VocabularyKind.ACTIVITY:
            return list(self.activities)
        return [code for (k, code) in self._labels if k is kind]

    def label(self, kind: VocabularyKind | str, code: str, language: str = "en") -> str:
        """Returns the label of a code in a language. Without one: the English label, then any label, then the code."""
        words = self._labels.get((VocabularyKind(kind), code), {})
        return words.get(language) or words.get("en") or next(iter(words.values()), code)

    def in_other_languages(self) -> tuple[tuple[str, str], ...]:
        """Returns the texts and labels that the project's files do not give in the current language, each with the code
        of the language that stands in for it."""
        known = self._others.get(language())
        if known is None:
            labels = (
                (self.label(kind, code, language()), ENGLISH if ENGLISH in words else next(iter(words)))
                for (kind, code), words in self._labels.items()
                if language() not in words
            )
            known = self._others[language()] = tuple(dict((*without_current(self), *labels)).items())
        return known

    @cached_property
    def _others(self) -> dict[str, tuple[tuple[str, str], ...]]:
        return {}

    def city(self, code: str) -> City:
        """Returns the city with that code. Raises KeyError if there is none."""
        return next((city for city in self.cities if city.code == code), None) or _missing(code)

    def evidence_asked(self, activity: str) -> tuple[EvidenceKind, ...]:
        """Returns the kinds of evidence that each event of an activity (code) needs."""
        return self.evidence_of.get(activity, self.evidence)

    def with_communities(self, names: Mapping[str, Mapping[str, str]]) -> Project:
        """Returns the project with additional communities: labels by code and language. Existing communities stay."""
        added = {code: labels for code, labels in names.items() if code not in self.communities}
        if not added:
            return self
        new_labels = [
            Label(kind=VocabularyKind.COMMUNITY, code=code, language=spoken, label=label)
            for code, labels in added.items()
            for spoken, label in labels.items()
        ]
        communities = {**self.communities, **dict.fromkeys(added, "migrant")}
        return Project.model_validate(
            {**self.model_dump(), "communities": communities, "labels": (*self.labels, *new_labels)}
        )

    def as_of(self, asked: date | None = None) -> date:
        """Returns the last day that figures include: *asked*, or today but no later than the project's last day."""
        return asked or min(today(), self.end)

    def is_final(self, day: date) -> bool:
        """Returns whether figures up to *day* are final: they include the project's last day, which has passed."""
        return day >= self.end and today() > self.end

    def indicator(self, code: str) -> Indicator:
        """Returns the indicator with that code. Raises KeyError if there is none."""
        return next((i for i in self.indicators if i.code == code), None) or _missing(code)

    def activities_of(self, indicator: Indicator) -> list[str]:
        """Returns the activity types whose events count towards the indicator."""
        return list(self.activities) if indicator.activities == "all" else list(indicator.activities)


def today() -> date:
    """Returns the current day."""
    return date.today()


def _missing(code: str) -> Never:
    raise KeyError(code)


def _add_up(where: str, indicator: Indicator, cities: list[str]) -> None:
    others = [city for city in cities if city not in indicator.targets]
    given, target = sum(indicator.targets.values()), indicator.target
    if indicator.targets and (given >= target if others else given != target):
        fix = _("less, or a target for each city") if others else str(target)
        left = _(", which leaves nothing of the target ({target}) for {cities}") if others else ""
        wrong = _("{where}: they add up to {sum}{left}; allowed: {allowed}").format(
            where=f"{where}.targets", sum=given, left=left.format(target=target, cities=", ".join(others)), allowed=fix
        )
        raise ValueError(wrong)


def _rise(where: str, indicator: Indicator, start: date, end: date) -> None:
    least = 0
    for day, people in sorted(indicator.interim_targets.items()):
        if not start < day <= end:
            raise ValueError(_impossible(where, day, start, end))
        if not least <= people <= indicator.target:
            raise ValueError(_impossible(where, people, least, indicator.target))
        least = people


def _impossible(where: str, found: object, first: object, last: object) -> str:
    return _("{where}: {found} is impossible; allowed: {first} to {last}").format(
        where=f"{where}.interim_targets", found=found, first=first, last=last
    )
