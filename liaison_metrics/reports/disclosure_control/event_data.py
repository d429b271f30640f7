"""What a published report says of an event beside people: no text that can name somebody, and no small number.

The number of people at an event is published, so the countries that are left out are known together. They are then at
least two, or people of unknown countries are among them, and never fewer than the threshold.
"""

from __future__ import annotations

from dataclasses import replace

from liaison_metrics.reports.model import OTHER_LINES, Event

_CAN_NAME_SOMEBODY = ("description", "organisers")


def publishable(event: Event, threshold: int) -> Event:
    """Returns an event as it is published."""
    data, left_out = event.data, {name for name in _CAN_NAME_SOMEBODY if getattr(event.data, name)}
    if data.countries:
        people = event.people.reached
        shown = _shown(data.countries, people if isinstance(people, int) else 0, threshold)
        left_out |= set() if shown else {"countries"}
        data = replace(data, countries=shown)
    if data.survey_answers is not None and data.survey_answers < threshold:
        left_out.add("survey")
        data = replace(data, survey_answers=None, survey_good=None)
    return replace(event, data=replace(data, description="", organisers=""), left_out=frozenset(left_out))


def _shown(countries: tuple[tuple[str, int], ...], people: int, threshold: int) -> tuple[tuple[str, int], ...]:
    """Returns the countries with enough people and one line for the others; nothing where the others would be known."""
    kept = [(code, number) for code, number in countries if number >= threshold]
    while kept:
        others, lines = people - sum(number for _code, number in kept), len(countries) - len(kept)
        unknown = people > sum(number for _code, number in countries)
        if others == 0:
            return tuple(kept)
        if others >= threshold and lines + unknown > 1:
            return (*kept, (OTHER_LINES, others))
        kept.pop()
    return ()
