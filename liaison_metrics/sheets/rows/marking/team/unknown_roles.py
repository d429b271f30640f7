"""Roles of a list that nobody knows: which of them are none of the team, by the other roles beside them."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from liaison_metrics.sheets.rows.marking.team.team_posts import begins_with
from liaison_metrics.sheets.rows.thresholds import (
    FEWEST_KINDS_OF_GUESTS,
    FEWEST_PARTS,
    MOST_LEADING,
    MOST_OF_THE_TEAM,
    MOST_OF_UNKNOWN_ROLE,
)
from liaison_metrics.sheets.tables.codes.named_leaders import is_same_word
from liaison_metrics.sheets.words.lists import evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.prose.leading import leads_lessons, who_teaches
from liaison_metrics.sheets.words.phrases.titles.team.people_told import escorts_pupils, is_pupil, serves_guests
from liaison_metrics.sheets.words.vocabulary import Vocabulary


class UnknownRoles:
    """Knows the roles of one list, each with how many people have it. What they say together is worked out once: a list
    may have thousands."""

    def __init__(
        self,
        roles: Counter[str],
        vocabulary: Vocabulary,
        rows: int,
        left_out: frozenset[str] = frozenset(),
        *,
        register: bool,
    ) -> None:
        """*rows* are those of the list; *left_out* are words of lines that say who is not counted; a *register* is of
        several days."""
        self._roles, self._vocabulary, self._rows, self._register = roles, vocabulary, rows, register
        self._left_out = left_out

    @property
    def of_team(self) -> frozenset[str]:
        """The words for the team, of few people, where most have a word for participants."""
        if not (self._are_pupils or self._are_participants):
            return frozenset()
        known = {text: self._vocabulary.is_staff(text) for text in self._roles}
        others = {text: times for text, times in self._roles.items() if known[text] is not True}
        found = who_teaches(others, MOST_LEADING) | frozenset(
            text for text in self._roles
            if known[text] or self.comes_with_pupils(text) or self.serves_guests(text) or self.is_left_out(text)
        )  # fmt: skip
        few = sum(self._roles[text] for text in found) <= MOST_OF_THE_TEAM * self._roles.total()
        return found if few else frozenset()

    def is_left_out(self, role: str) -> bool:
        """Returns whether a line says that people with a role are not counted, and few have it."""
        few = self._roles[role] <= MOST_OF_THE_TEAM * self._roles.total()
        return few and any(is_same_word(word, role) for word in self._left_out)

    def are_none(self, role: str) -> bool:
        """Returns whether an unknown role is none of the team: one of those in a play, of too many people, or a kind of
        guest."""
        return self._are_in_play or self._has_many(role) or self._is_kind_of_guest(role)

    def has_function(self, role: str) -> bool:
        """Returns whether a role is what somebody is in an organisation or by profession: a post, also with the body
        that it is in ("chair of the association"). A profession of one or two people among others may be why they
        lead."""
        of_profession = begins_with(role, evidence("functions")) and self._in_functions > MOST_LEADING
        return of_profession or begins_with(role, evidence("on_board"))

    def comes_with_pupils(self, role: str) -> bool:
        """Returns whether a role is that of somebody who came with pupils ("accompanying teacher"), or works for the
        event, where the others are pupils: few people have it. "Teacher" alone may be a participant."""
        if not self._are_pupils or is_pupil(role) or self._roles[role] > MOST_OF_THE_TEAM * self._roles.total():
            return False
        leads = leads_lessons(role) and not begins_with(role, evidence("functions") | tools("teaching_staff"))
        return escorts_pupils(role) or leads or serves_guests(role)

    def serves_guests(self, role: str) -> bool:
        """Returns whether a role that nobody knows says in some words that somebody works for the event, where most of
        the others have a word for participants: few people have it."""
        few = self._roles[role] <= MOST_OF_THE_TEAM * self._roles.total()
        return few and self._are_participants and serves_guests(role) and not self.has_function(role)

    @cached_property
    def _are_pupils(self) -> bool:
        return 2 * sum(times for text, times in self._roles.items() if is_pupil(text)) > self._roles.total()

    @cached_property
    def _are_participants(self) -> bool:
        known = sum(times for text, times in self._roles.items() if self._vocabulary.is_staff(text) is False)
        return 2 * known > self._roles.total()

    def _is_kind_of_guest(self, role: str) -> bool:
        """Whether a role is a word for those who support or show something at a conference, among several words for its
        guests and none for the team."""
        return normal(role) in tools("guest_kinds") and self._has_kinds_of_guests

    @cached_property
    def _has_kinds_of_guests(self) -> bool:
        known = [self._vocabulary.is_staff(text) for text in self._roles]
        return known.count(False) >= FEWEST_KINDS_OF_GUESTS and True not in known

    @cached_property
    def _are_in_play(self) -> bool:
        """Whether so many roles are unknown that they are rather those in a play."""
        known = {text: self._vocabulary.is_staff(text) for text in self._roles}
        unknown = sum(times for text, times in self._roles.items() if known[text] is None)
        kinds = [*known.values()].count(None)
        majority = self._register and 2 * unknown > self._roles.total()
        if kinds > 1 and True not in known.values() and 2 * unknown > self._rows:
            return True  # most people have one of them
        return kinds >= FEWEST_PARTS and (majority or set(known.values()) == {None})

    def _has_many(self, role: str) -> bool:
        """Whether more people have an unknown role than a team has, which may be named by another role."""
        return self._roles[role] > max(MOST_LEADING, 0 if self._names_team else MOST_OF_UNKNOWN_ROLE * self._rows)

    @cached_property
    def _names_team(self) -> bool:
        return any(normal(text) in tools("team") or normal(text) in values("staff") for text in self._roles)

    @cached_property
    def _in_functions(self) -> int:
        """The people whose role is a profession, or what they are in an organisation."""
        return sum(times for text, times in self._roles.items() if begins_with(text, evidence("functions")))
