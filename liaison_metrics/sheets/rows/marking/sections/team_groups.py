"""The team as one of the groups into which a column divides a list ("Hawks", "Otters", "Leaders")."""

from __future__ import annotations

from collections import Counter

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.rows.marking.team.team_posts import are_posts
from liaison_metrics.sheets.rows.thresholds import MOST_LEADING, MOST_OF_THE_TEAM
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.prose.leading import are_shared, leads_lessons

_FEWEST_GROUPS = 2
"""A column that divides a list has so many groups beside the team."""

_OF_GROUPS = ("", "unused", "group")
"""Meanings of columns that may divide people into groups."""


def leaders_among_groups(column: Column, texts: Counter[str]) -> frozenset[str]:
    """Returns the word for the team, of few people, in a column that divides the list into groups of several people:
    nothing in it names organisations or says what people do."""
    words = set(normal(column.header).split())
    skills = not tools("skill_headers").isdisjoint(words)
    if not (skills or words & tools("group_headers")) or column.meaning not in _OF_GROUPS or _is_known(column):
        return frozenset()
    known = tools("leaders_of_groups") | evidence("heads_of_groups") | tools("team") | values("staff")
    known |= tools("leads_group")
    found = frozenset(text for text in texts if normal(text) in known or (skills and _leads(text, texts)))
    groups = {text: times for text, times in texts.items() if text not in found}
    few = 0 < sum(texts[text] for text in found) <= MOST_OF_THE_TEAM * texts.total()
    several = len(groups) >= _FEWEST_GROUPS and are_shared(groups)
    return found if few and several and not are_posts(texts, found) else frozenset()


def _is_known(column: Column) -> bool:
    """Whether the groups are those that the project tells apart: of these, people are guests."""
    return max(column.share("group"), column.share("community")) >= MAJORITY


def _leads(text: str, texts: Counter[str]) -> bool:
    """Whether a text in the place of what people play or learn says of one or two that they teach it."""
    return leads_lessons(text) and texts[text] <= MOST_LEADING
