"""What EU programmes ask for of an event beside its people's number: where and how it was held, by whom, from which
countries people came, and what they said of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any


class EventFormat(StrEnum):
    """How people took part."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class EventData:
    """What is stated of an event; "" or None where nothing is.

    ``format`` is an ``EventFormat``, ``link`` leads to the programme. ``countries`` are numbers of participants by the
    country that they came from (code), the largest first. Of ``survey_answers`` to a survey of participants,
    ``survey_good`` called the event good or very good.
    """

    format: str = ""
    venue: str = ""
    description: str = ""
    link: str = ""
    organisers: str = ""
    countries: tuple[tuple[str, int], ...] = ()
    survey_answers: int | None = None
    survey_good: int | None = None

    def __bool__(self) -> bool:
        return self != NOTHING_STATED

    def as_json(self) -> str:
        """Returns what is stated, as JSON; "" for nothing."""
        return json.dumps(self.changes_from(NOTHING_STATED), ensure_ascii=False) if self else ""

    def changes_from(self, other: EventData) -> dict[str, Any]:
        """Returns what differs from other data, by name."""
        before = asdict(other)
        return {name: value for name, value in asdict(self).items() if value != before[name]}

    def with_changes(self, changes: Mapping[str, Any]) -> EventData:
        """Returns the data with what differs, as ``changes_from`` or its JSON gives it. Unknown names are skipped."""
        known = {one.name for one in fields(EventData)}
        kept = {name: value for name, value in changes.items() if name in known}
        if "countries" in kept:
            kept["countries"] = tuple((code, number) for code, number in kept["countries"])
        return replace(self, **kept)

    @property
    def good_share(self) -> float | None:
        """The share of the survey's answers that are good or very good, from 0 to 1; None without answers."""
        return self.survey_good / self.survey_answers if self.survey_answers and self.survey_good is not None else None


NOTHING_STATED = EventData()


def data_of_json(text: str) -> EventData:
    """Returns the data from ``as_json``."""
    return NOTHING_STATED.with_changes(json.loads(text)) if text else NOTHING_STATED


def together(statements: Iterable[EventData]) -> EventData:
    """Returns what several sheets state of one event: of each text the first; the countries of the sheet that gives
    them for most people, since the same people may be on several."""
    found, most = NOTHING_STATED, 0
    for one in statements:
        texts = {
            name: value for name, value in one.changes_from(NOTHING_STATED).items()
            if name != "countries" and not getattr(found, name)
        }  # fmt: skip
        people = sum(number for _code, number in one.countries)
        if people > most:
            most, texts["countries"] = people, one.countries
        found = found.with_changes(texts)
    return found
