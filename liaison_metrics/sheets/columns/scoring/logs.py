"""Rules about logs of events, in which each event has its name."""

from __future__ import annotations

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.headers import HALF, MOSTLY
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import NAMES, PERSONAL

_COUNTS = ("people", "total", "present")
"""What headers of numbers of people say."""


def _name_events(c: Column, s: Surroundings) -> bool:
    """Whether what is named are events: each has its day, its activity, perhaps in the name, and a number of people
    that nobody brings along."""
    others = [one for one in s.columns if one is not c and one.filled]
    if c.said not in NAMES or c.share("number") >= HALF or any(one.said in PERSONAL for one in others):
        return False
    counts = (one for one in others if one.said in _COUNTS and not (one.codes or one.date or one.additional))
    groups = any(one.share("number") >= MAJORITY and one.share("ordinal") < HALF for one in counts)
    dated = any(one.share("event date") >= MAJORITY for one in others)
    return groups and dated and any(one.share("activity") >= MOSTLY for one in (c, *others))


def _are_titles(c: Column, s: Surroundings) -> bool:
    """Whether the names of events are not those of activities, nor of people, who may have been in charge."""
    return _name_events(c, s) and max(c.share("activity"), c.share("full names")) < HALF


LOG_RULES = (
    ColumnRule(
        "names of events", NAMES, W.impossible, _name_events, "the rows are events",
        fires=(
            "Name: Radio, Summer | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | Turnout: 31, 12",
            "Nome: Piazza, Orto | Data: 2021-03-03, 2021-04-03 | Tipo: Focus group, Focus group | Presenti: 31, 12",
        ),
        silent=(
            "Name: Anna Beck, Ben Ott | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | People: 2, 1",
            "Name: Anna Beck, Ben Ott | Phone: 0660 1234567 | Day: 2021-03-03 | What: Focus group | People: 31, 12",
            "Participants: 20, 15 | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | People: 31, 12",
        ),
    ),
    ColumnRule(
        "titles of a log", ("title",), W.instead, _are_titles, "the rows are events",
        fires=("Name: Radio, Summer | Day: 2021-03-03, 2021-04-03 | What: Focus group | Turnout: 31, 12",),
        silent=("Name: Anna Beck, Ben Ott | Day: 2021-03-03, 2021-04-03 | What: Focus group | Turnout: 31, 12",),
    ),
)  # fmt: skip
