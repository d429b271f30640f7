"""Words for the team in a column of the posts that people have in organisations ("Function", "Ιδιότητα")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.thresholds import CLASSES_SHARE, FEWEST_POSTS, MOST_OF_THE_TEAM
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import is_class
from liaison_metrics.sheets.words.lists import alternatives, evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.titles.team.event_work import is_role_of_team, labels_those_at_work
from liaison_metrics.sheets.words.phrases.titles.team.posts import BETWEEN_ROLES
from liaison_metrics.sheets.words.presence import says_present

_SHORTEST_NAME = 4
"""A shorter part of a partner's name may begin other names."""

_SHORTEST_TEAM_WORD = 4
"""A shorter word for the team may begin other words."""

_FEWEST_OTHERS, _EACH_ANOTHER = 5, 0.7
"""So many different roles, and for so large a share of the people, are posts in their organisations."""

_AND = re.compile(rf"\s{alternatives('and', 'people')}\s", re.I)
"""What stands between two roles that one part names."""

_LINKS = ("", "s", "n", "en", "er", "e", "r")
"""What stands between the two parts of a compound ("Mitarbeiterinnenausweis", "Personaleadgang")."""

_NO_ROLES = ("", "unused", "group")
"""Meanings of columns in which posts stand that are no roles at the event."""


_CONFERENCE = "final_conference"
"""At workshops, "Referent" is who leads them; at a conference, guests who speak are so."""


_DESCRIBED = frozenset(("notes", "community", "group", "age", "present"))
"""Meanings of columns that describe everybody, or remark on some: a word for the team says who somebody is instead."""

_ANSWERED = frozenset(("registered", "present", "consent"))
"""Meanings of columns of yes and no: another word there says who somebody is."""


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
        self._elsewhere: frozenset[str] = frozenset()
        for column in columns:
            if column.meaning not in (*_NO_ROLES, "role"):
                continue
            texts = counted_texts(table, column)
            each = column.meaning == "role" and bool(self._organisations) and have_each_another(texts)
            if not (each or names_posts(column.header)):
                continue
            of_team = frozenset(filter(is_team, texts))
            here = frozenset(text for text in of_team if normal(text) in tools("only_at_events"))
            if column.meaning == "role":
                if not (each or are_posts(texts, of_team)):
                    continue
                self._elsewhere = frozenset(text for text in texts if text and text not in here)
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

    def holds(self, role: str) -> bool:
        """Returns whether a role is a post in an organisation, as the other people have, whatever it says."""
        return role in self._elsewhere

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
            or is_role_of_team(role)
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


def names_posts(header: str) -> bool:
    """Returns whether a header is of the posts or professions that people have."""
    form = normal(header)
    return bool(set(form.split()) & tools("office")) or form in tools("job")


def are_posts(texts: Counter[str], of_team: Iterable[str]) -> bool:
    """Returns whether texts are posts and professions: several are known, of more people than those with a word for
    participants ("student" may be either), and few people have a word for the team."""
    others = {text: times for text, times in texts.items() if text and text not in of_team}
    posts = evidence("functions") | evidence("on_board")
    known = {text: times for text, times in others.items() if begins_with(text, posts)}
    take_part = sum(
        times for text, times in others.items() if text not in known and normal(text) in values("participant")
    )
    team = sum(texts[text] for text in of_team)
    few = team <= MOST_OF_THE_TEAM * (team + sum(others.values()))
    return len(known) >= FEWEST_POSTS and few and sum(known.values()) > take_part


def have_each_another(texts: Counter[str]) -> bool:
    """Returns whether nearly each of several people has another role, and none a word for participants: what they are
    in their organisations."""
    told = Counter({text: times for text, times in texts.items() if text})
    take_part = any(normal(text) in values("participant") for text in told)
    return len(told) >= _FEWEST_OTHERS and len(told) >= _EACH_ANOTHER * told.total() and not take_part


def begins_with(text: str, phrases: Iterable[str]) -> bool:
    """Returns whether a text begins with one of some phrases."""
    form = f"{normal(text)} "
    return any(form.startswith(f"{phrase} ") for phrase in phrases)


def may_name_the_team(column: Column, texts: Counter[str]) -> bool:
    """Returns whether a word for the team in a column says who somebody is at the event: not the post in an
    organisation."""
    words = set(normal(column.header).split())
    if column.meaning in ("role", "organisation") or column.said == "organisation":
        return False
    if names_posts(column.header) and are_posts(texts, ()):
        return False
    if words & (tools("school_class") | tools("task")):
        return True
    if sum(n for text, n in texts.items() if is_class(text)) >= CLASSES_SHARE * texts.total() > 0:
        return True
    own = words & (tools("office") | tools("own_organisation")) and column.meaning != "signature"
    return not own and (column.meaning in _DESCRIBED or is_answered(column) or not words)


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


def is_answered(column: Column) -> bool:
    """Returns whether a column is of yes and no, or of signatures."""
    return not _ANSWERED.isdisjoint((column.said, column.meaning)) or column.meaning == "signature"


def leads_beside_answer(text: str, is_team: Callable[[str], bool]) -> bool:
    """Returns whether a text says yes, or is a signature, and behind it says that somebody is of the team ("Yes
    (host)", "A. Rossi (formatrice)"); not who was there with somebody ("done, with an interpreter")."""
    answer, *asides = (part.strip(" )") for part in BETWEEN_ROLES.split(text))
    told = (part.strip() for aside in asides for part in (aside, *_AND.split(aside)))
    there = says_present(answer) or text.endswith(")")
    told = (part for part in told if part and tools("together_with").isdisjoint(normal(part).split()[:1]))
    return there and any(is_team(part) or labels_those_at_work(part) for part in told)


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


def names_staff_of(text: str) -> bool:
    """Returns whether a text is a word for staff, with whose they are ("museum staff", "Museumspersonal")."""
    words = normal(text).split()
    staff = tools("staff_nouns")
    return bool(words) and (
        bool({words[0], words[-1]} & staff) or any(words[-1].endswith(one) for one in staff if one != words[-1])
    )


def _joins(word: str, team: frozenset[str]) -> bool:
    """Whether a word begins with one for the team and ends with one for a ticket or badge."""
    tickets = tools("ticket_kind") | tools("ticket_alone") | tools("badge_words") | tools("ticket_stems")
    beginnings = [one for one in team if len(one) >= _SHORTEST_TEAM_WORD and word.startswith(one)]
    endings = [end for end in tickets if word.endswith(end)]
    return any(word == f"{one}{link}{end}" for one in beginnings for end in endings for link in _LINKS)
