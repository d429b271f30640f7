"""Words for the team in a column of the posts that people have in organisations ("Function", "Ιδιότητα")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.thresholds import MOST_OF_THE_TEAM
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values

_SHORTEST_NAME = 4
"""A shorter part of a partner's name may begin other names."""

_SHORTEST_TEAM_WORD = 4
"""A shorter word for the team may begin other words."""

_LINKS = ("", "s", "n", "en", "er", "e", "r")
"""What stands between the two parts of a compound ("Mitarbeiterinnenausweis", "Personaleadgang")."""

_NO_ROLES = ("", "unused", "group")
"""Meanings of columns in which posts stand that are no roles at the event."""


_CONFERENCE = "final_conference"
"""At workshops, "Referent" is who leads them; at a conference, guests who speak are so."""


class PostsOfTheTeam:
    """Knows who is of the team among people with posts: somebody of one of the project's partners, under any word for
    the team, and others under a word for what people only are at an event ("facilitator"): a coordinator or trainer of
    another organisation has that post there."""

    def __init__(
        self, table: Table, columns: Sequence[Column], project: Project, is_team: Callable[[str], bool]
    ) -> None:
        self._partners = [name for one in project.partners for name in (normal(one.name), normal(one.code))]
        # where all are of one organisation, it tells nothing
        self._organisations = [c for c in columns if _is_of_organisations(c) and len(counted_texts(table, c)) > 1]
        self._posts: list[tuple[Column, frozenset[str], frozenset[str]]] = []
        for column in columns:
            form = normal(column.header)
            of_posts = bool(set(form.split()) & tools("office")) or form in tools("job")
            if column.meaning not in _NO_ROLES or not of_posts:
                continue
            texts = counted_texts(table, column)
            of_team = frozenset(filter(is_team, texts))
            here = frozenset(text for text in of_team if normal(text) in tools("only_at_events"))
            if of_team and sum(texts[text] for text in here) <= MOST_OF_THE_TEAM * len(table.rows):
                self._posts.append((column, of_team, here))

    @property
    def any(self) -> bool:
        """Whether anybody has such a post."""
        return bool(self._posts)

    def in_row(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row is of somebody of the team."""
        for column, of_team, here in self._posts:
            text = column.text(cells)
            if text in here or (text in of_team and any(self._is_partner(c.text(cells)) for c in self._organisations)):
                return True
        return False

    def is_organising(self, role: str, roles: Counter[str], takes_part: Callable[[str], bool]) -> bool:
        """Returns whether an unknown role is a word for those who organise or serve an event (by a number at which
        table), or says in brackets that they organise or lead it or are of one of the project's partners, among people
        of whom most have a word for participants."""
        plain, _bracket, aside = role.rstrip("0123456789 ").partition("(")
        aside = aside.rstrip(") ")
        told = tools("organising") | tools("team") | tools("leads_here")
        organises = (
            normal(plain) in tools("organising") | tools("serving")
            or normal(aside) in told
            or self._is_named_partner(aside)
        )
        if not organises:
            return False
        others = sum(times for text, times in roles.items() if takes_part(text))
        return roles[role] <= MOST_OF_THE_TEAM * roles.total() and 2 * others > roles.total()

    def _is_partner(self, text: str) -> bool:
        """Whether a text names one of the project's partners, perhaps by the beginning of its name, or by its code, or
        begins with its name."""
        return self._is_named_partner(text) or any(normal(text).startswith(f"{name} ") for name in self._partners)

    def _is_named_partner(self, text: str) -> bool:
        form = normal(text)
        return bool(form) and any(
            form == name or (len(form) >= _SHORTEST_NAME and name.startswith(f"{form} ")) for name in self._partners
        )


def family_names_by_role(table: Table, roles: Column, names: Sequence[Column]) -> dict[str, list[set[str]]]:
    """Returns the words of the family names of the people with each role."""
    people: dict[str, list[set[str]]] = {}
    apart = [column for column in names if column.meaning == "family_name"]
    for row in table.rows:
        cells = table.grid.rows[row]
        family, comma, _given = " ".join(column.text(cells) for column in apart or names).partition(",")
        words = normal(family).split()
        people.setdefault(roles.text(cells), []).append(set(words if comma or apart else words[-1:]))
    return people


def _is_of_organisations(column: Column) -> bool:
    return column.said == "organisation" or bool(set(normal(column.header).split()) & tools("own_organisation"))


def speakers_at(activity: str | None) -> frozenset[str]:
    """Returns the words for people who speak at events of an activity, and are not of the team."""
    return tools("default_roles") if activity == _CONFERENCE else frozenset()


def is_ticket_of_team(text: str) -> bool:
    """Returns whether a kind of ticket begins or ends with a word for the team ("Staff CESIE", "Team badge"), or is one
    word of both ("Teamausweis"). A number says for how many people a ticket is ("Team of 5")."""
    words = normal(text).split()
    if not words or any(map(str.isdigit, text)):
        return False
    team = tools("team") | tools("staff_heading") | values("staff") | evidence("helpers")
    return bool({words[0], words[-1]} & team) or any(_joins(word, team) for word in words)


def _joins(word: str, team: frozenset[str]) -> bool:
    """Whether a word begins with one for the team and ends with one for a ticket or badge."""
    tickets = tools("ticket_kind") | tools("ticket_alone") | tools("badge_words") | tools("ticket_stems")
    beginnings = [one for one in team if len(one) >= _SHORTEST_TEAM_WORD and word.startswith(one)]
    endings = [end for end in tickets if word.endswith(end)]
    return any(word == f"{one}{link}{end}" for one in beginnings for end in endings for link in _LINKS)
