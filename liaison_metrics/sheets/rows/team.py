"""Finds the team among the people of a list by words for it, where other rows say something else or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column, counted_texts
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.online.joins import hosts_above, logs_joins
from liaison_metrics.sheets.rows.marking.sections.team_groups import leaders_among_groups
from liaison_metrics.sheets.rows.marking.team.named_in_lines import lines_around, named_as_team, words_left_out
from liaison_metrics.sheets.rows.marking.team.team_kinds import (
    among_organisations,
    not_counted_by_answer,
    people_in,
    posts_on_board,
    replacing_an_answer,
    tickets_of_team,
)
from liaison_metrics.sheets.rows.marking.team.team_posts import (
    PostsOfTheTeam,
    begins_with,
    family_names_by_role,
    may_name_the_team,
    speakers_at,
)
from liaison_metrics.sheets.rows.marking.team.team_signs import TeamSigns
from liaison_metrics.sheets.rows.marking.team.unknown_roles import UnknownRoles
from liaison_metrics.sheets.rows.thresholds import (
    FAMILY_AND_GIVEN,
    FIRST_ROWS,
    LAST_ROWS,
    LONGEST_ROLE_HEADER,
    MOST_LEADING,
    MOST_OF_THE_TEAM,
)
from liaison_metrics.sheets.tables.codes.named_leaders import is_same_word, labels_of_people
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.tables.text_lines import account_above
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import alternatives, evidence, normal, tools, values
from liaison_metrics.sheets.words.names import said_beside_name, text_beside_name
from liaison_metrics.sheets.words.phrases.prose.leading import (
    are_shared,
    is_led,
    leads_event,
    leads_lessons,
    observers_of_group,
    who_leads_meeting,
    who_leads_register,
    who_teaches,
)
from liaison_metrics.sheets.words.phrases.titles.helpers import does_not_count
from liaison_metrics.sheets.words.phrases.titles.team.event_work import lives_as, only_works_at_event
from liaison_metrics.sheets.words.phrases.titles.team.people_told import (
    brings_pupils,
    escorts_pupils,
    may_tell_of_team,
    says_ours,
    tells_of_team_work,
)
from liaison_metrics.sheets.words.phrases.titles.team.posts import BETWEEN_ROLES, speaks_for_project
from liaison_metrics.sheets.words.presence import says_absent, says_present, without_other_ending
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NO_WORDS = frozenset(("email", "phone", "date", "birth_date", "birth_year", "city", "activity"))
"""Meanings of columns that hold no word for the team."""

_SCHOOL_LAB = "school_lab"
"""Pupils come to it, and their teachers with them."""

_MOST_KINDS = 2
"""Participants are of so few kinds where a column says as what people came ("pupil", "parent")."""

_MAY_TELL_ROLES = frozenset(("", "unused", "group"))
"""Meanings of columns that may say as what people came."""

_WHOSE = re.compile(r"\s*(?:\(.*\)|[,/–-]\s.*)$")
"""Whom somebody of the team works for ("Trainer (Open House)", "trainer, Open House")."""

_OURS = re.compile(rf"^{alternatives('ours')}\s+", re.I)  # whose the team is ("our trainer")

_BEHIND_OTHERS = re.compile(r"[()|]|\s[–—-]\s")
"""What stands before the last of several things that are said behind a name ("VIFIN (Host)", "VIFIN | host")."""


class TeamWords:
    """Knows the columns of one table in which single rows have a word for the team."""

    def __init__(
        self, table: Table, columns: Sequence[Column], vocabulary: Vocabulary, activity: str | None = None
    ) -> None:
        """*activity*: what the people of the list came to."""
        self._vocabulary, self._all, self.speakers = vocabulary, len(table.rows), speakers_at(activity)
        self._of_school = activity == _SCHOOL_LAB
        self._register = any(column.date is not None for column in columns)
        self._names = [column for column in columns if column.meaning in NAMES]
        lines = [table.grid.rows[number] for number in [*table.context_rows, *table.rows[-LAST_ROWS:]]]
        lines += [cells for cells in table.grid.rows[:FIRST_ROWS] if sum(map(bool, map(text_of, cells))) == 1]
        lines += hosts_above(table)
        self._online = logs_joins(table, columns)
        self._account = account_above(table) if self._online else ""
        rows = [table.grid.rows[row] for row in table.rows]
        by_name = named_as_team(lines_around(table), rows, self._names)
        self._signs = TeamSigns(lines, columns, self.is_team, by_name)
        roles = next((c for c in columns if c.meaning == "role"), None)
        said = counted_texts(table, roles) if roles else Counter[str]()
        self._roles = Counter({text: times for text, times in said.items() if any(map(str.isalpha, text))})
        self._left_out = words_left_out(lines_around(table))
        self._unknown = UnknownRoles(
            self._roles, vocabulary, people_in(table, self._names), self._left_out, register=self._register
        )
        self._said_to_be_roles = roles is not None and roles.said == "role"
        labelled = any(":" in text_of(value) for cells in lines for value in cells)
        by_role = family_names_by_role(table, roles, self._names) if roles and labelled else {}
        self._leaders = {role: labels_of_people(lines, names) for role, names in by_role.items() if role}
        self._on_board = posts_on_board(self._roles)
        self._posts = PostsOfTheTeam(table, columns, vocabulary.project, self.is_team)
        self._columns: list[tuple[Column, frozenset[str]]] = []
        self._beside: list[tuple[Column, frozenset[str]]] = []
        for column in (column for column in columns if column.meaning not in _NO_WORDS):
            texts = counted_texts(table, column)
            if self._marks_the_team(column, texts):
                self._columns.append((column, frozenset(filter(self._says_of_team, texts))))
            if column in self._names:
                named = frozenset(filter(self._is_named_as_team, texts)) | self._leading(said_beside_name, texts)
                if named:
                    self._beside.append((column, named))
            elif column.said == "organisation" and (
                named := among_organisations(texts, self.is_team, self._all, register=self._register)
            ):
                self._columns.append((column, named))
            elif column.meaning != "organisation" and (marked := self._in_brackets(texts, headed=bool(column.header))):
                self._columns.append((column, marked | self._in_remarks(column, texts)))
            elif told := (
                tickets_of_team(column, texts, self._may_be_guests, self._all)
                or not_counted_by_answer(column, texts, self._all)
            ):
                self._columns.append((column, told))
            elif leading := (
                self._leading_others(column, texts)
                or leaders_among_groups(column, texts)
                or self._beside_participants(column, texts)
            ):
                self._columns.append((column, leading))
            elif of_team := self._in_remarks(column, texts):
                self._columns.append((column, of_team))

    @property
    def any(self) -> bool:
        """Whether any row has a word or sign for the team."""
        return bool(self._columns or self._beside or self._signs or self._account or self._posts.any)

    def may_be_of_team(self, role: str) -> bool:
        """Returns whether an unknown role may be one of the team. It is none beside others that are as unknown, as
        those in a play, of which a register of several days may know some."""
        group = self._is_of_vocabulary(role) and not leads_lessons(role)
        along = not tools("kin").isdisjoint((normal(role), normal(without_other_ending(role))))  # a friend, say
        led = bool(self._leading_roles) and is_led(role)  # "senior scout" beside a leader
        of_people = (
            group or along or led or self.is_on_board(role) or self._unknown.has_function(role) or lives_as(role)
        )
        guessed = not self._said_to_be_roles and not may_tell_of_team(role)  # no header says that these are roles
        return not (of_people or guessed or self._unknown.are_none(role))

    def _is_of_vocabulary(self, text: str) -> bool:
        return any(self._vocabulary.exact(kind, text) for kind in (VocabularyKind.GROUP, VocabularyKind.COMMUNITY))

    def _may_be_guests(self, text: str) -> bool:
        return normal(text) in self.speakers or self._is_of_vocabulary(text)

    def teaches_here(self, role: str) -> bool:
        """Returns whether an unknown role is that of a teacher among people who are all learners of a course or
        participants, or a line around the list names its people as those who lead; or that of a speaker of the project.
        Among pupils, teachers may have come with them."""
        named = any(is_same_word(label, role) or self._leads(label) for label in self._leaders.get(role, ()))
        if named or speaks_for_project(role, self._vocabulary.project.acronym):
            return True
        if role in self._on_board:
            return False
        if self._posts.is_organising(role, self._roles, lambda text: self._vocabulary.is_staff(text) is False):
            guest = self._is_of_vocabulary(role)
            return not guest and (self._vocabulary.is_staff(role) is None or only_works_at_event(role))
        return role in self._leading_roles or self._unknown.serves_guests(role) or self._unknown.is_left_out(role)

    def comes_with_pupils(self, role: str) -> bool:
        """Returns whether a role is that of somebody who came with pupils, as their teacher say."""
        few = self._roles[role] <= MOST_OF_THE_TEAM * self._all
        at_school = self._of_school and few and (leads_lessons(role) or escorts_pupils(role))
        return at_school or self._unknown.comes_with_pupils(role)

    @cached_property
    def _leading_roles(self) -> frozenset[str]:
        """The roles of those who teach or observe, among others who take part."""
        found = observers_of_group(self._roles, self._vocabulary.is_staff, MOST_LEADING)
        if self._register:
            found |= who_leads_register(self._roles, MOST_LEADING)
        others = {text: times for text, times in self._roles.items() if self._vocabulary.is_staff(text) is not True}
        return found | who_teaches(self._roles, MOST_LEADING) | who_teaches(others, MOST_LEADING)

    def is_on_board(self, role: str) -> bool:
        """Returns whether a role is a post on a board or committee, of which others are members."""
        return role in self._on_board or self.holds_post(role)

    def holds_post(self, role: str) -> bool:
        """Returns whether a role is a post in an organisation, of which others have other posts."""
        return self._posts.holds(role)

    def _in_brackets(self, texts: Counter[str], *, headed: bool) -> frozenset[str]:
        """Returns the texts with a word for the whole team in brackets behind what somebody does there ("speaker
        (staff)", "speaker (project)"), or words that the person doesn't count, if they are of few people. In lines
        without headers, any word for the team ("Arci (moderator)")."""
        said, no_person = {text: text_beside_name(text) for text in texts}, tools("team") | tools("not_counted")
        found = frozenset(
            text for text, aside in said.items()
            if normal(aside) in no_person or normal(text) in tools("not_counted")
            or (not headed and aside and self._names_the_team(aside))
            or speaks_for_project(text, self._vocabulary.project.acronym)
        )  # fmt: skip
        return found if sum(texts[text] for text in found) <= MOST_OF_THE_TEAM * self._all else frozenset()

    def _in_remarks(self, column: Column, texts: Counter[str]) -> frozenset[str]:
        """Returns the words for the team, of few people, in a column that may say who somebody is at the event."""
        of_team = frozenset(filter(self.is_team, texts)) | replacing_an_answer(column, texts, self.is_team)
        if column.meaning == "notes":
            of_team |= self._leading(str, texts)
            of_team |= frozenset(text for text in texts if does_not_count(text) or tells_of_team_work(text))
            of_team |= frozenset(filter(brings_pupils, texts)) if self._of_school else frozenset()
            of_team -= {text for text, n in texts.items() if n > 1 and normal(text) in evidence("hired")}
        few = 0 < sum(texts[text] for text in of_team) <= max(1.0, MOST_OF_THE_TEAM * self._all)
        return of_team if few and may_name_the_team(column, texts) else frozenset()

    def _leading(self, said: Callable[[str], str], texts: Counter[str]) -> frozenset[str]:
        """Returns the texts that say of somebody in a register of several days, or in an online meeting, that they lead
        the lessons ("teacher of the choir"): of one or two people. Pupils' own teachers are more, or in other lists."""
        if not self._register:
            told = {text: said(text) for text in texts}
            return who_leads_meeting(told, MOST_LEADING) if self._online else frozenset()
        found = frozenset(text for text in texts if leads_lessons(said(text)))
        return found if sum(texts[text] for text in found) <= MOST_LEADING else frozenset()

    def _leading_others(self, column: Column, texts: Counter[str]) -> frozenset[str]:
        """Returns the words for the team, of one or two people, in a column that says as what people came: the others
        share words that are no posts ("resident", "student")."""
        words = set(normal(column.header).split())
        asked = bool(words & tools("office")) or normal(column.header) in tools("i_am")
        if column.meaning == "role" or not asked or words & tools("own_organisation"):
            return frozenset()
        found = frozenset(filter(self.is_team, texts)) | who_teaches(texts, MOST_LEADING)
        others = Counter({text: times for text, times in texts.items() if text not in found})
        posts = any(begins_with(text, evidence("functions") | evidence("on_board")) for text in others)
        led = are_shared(others) and not posts
        return found if led and sum(texts[text] for text in found) <= MOST_LEADING else frozenset()

    def _beside_participants(self, column: Column, texts: Counter[str]) -> frozenset[str]:
        """Returns the words for the team in a column of which most words are for participants ("pupil", "teacher")."""
        if column.meaning not in _MAY_TELL_ROLES:
            return frozenset()
        told = Counter({text: times for text, times in texts.items() if any(map(str.isalpha, text))})
        of_team = UnknownRoles(told, self._vocabulary, self._all, self._left_out, register=self._register).of_team
        return of_team if len(told.keys() - of_team) <= _MOST_KINDS else frozenset()  # of more kinds, they are jobs

    def _marks_the_team(self, column: Column, texts: Counter[str]) -> bool:
        """Whether a column headed by a word for the team has a yes or such a word beside some people ("Event host":
        yes, no)."""
        words = column.header.split()
        if len(words) > LONGEST_ROLE_HEADER or not any(self.is_team(text) for text in (column.header, *words[-1:])):
            return False
        marked = sum(times for text, times in texts.items() if self._says_of_team(text))
        few = 0 < marked <= MOST_OF_THE_TEAM * self._all
        return few and all(self._says_of_team(text) or says_absent(text) for text in texts)

    def _says_of_team(self, text: str) -> bool:
        return says_present(text) or self.is_team(text)

    def in_row(self, cells: Sequence[Cell]) -> bool:
        """Returns whether a row has a word for the team, in a cell of its own or beside the name."""
        said = any(column.text(cells) in texts for column, texts in (*self._columns, *self._beside))
        account = bool(self._account) and any(text_of(value).casefold() == self._account for value in cells)
        return said or account or self._posts.in_row(cells) or self._signs.in_row(cells)

    def _is_named_as_team(self, text: str) -> bool:
        """Whether a word for the team stands beside a name. In "Neri, Host", a word that is also a name is one."""
        said = said_beside_name(text)
        other_name = normal(said) in values("also_name") and len(normal(text).split()) <= FAMILY_AND_GIVEN
        if not said or (other_name and "," in text):
            return False
        *_others, last = [part.strip() for part in _BEHIND_OTHERS.split(said) if part.strip()] or [said]
        return self.is_team(said) or self._names_the_team(last) or says_ours(said)

    def is_team(self, text: str) -> bool:
        """Returns whether a text is a word for the team and nothing else, except whom somebody works for."""
        ours = _OURS.match(text)
        if any(map(self._names_the_team, {text, _WHOSE.sub("", text), text[ours.end() :] if ours else text} - {""})):
            return True
        if not BETWEEN_ROLES.search(text):
            return normal(text) in tools("team")
        parts = [part.strip() for part in BETWEEN_ROLES.split(text) if part.strip()]
        if len(parts) > 1 and self._register and self._names_the_team(parts[-1]):  # "Open House – trainer"
            return True
        told = any(normal(part) in tools("team") for part in parts)  # "teacher - staff"
        return told and all(normal(part) in tools("team") or leads_lessons(part) for part in parts)

    def _leads(self, label: str) -> bool:
        return (
            normal(label) in tools("staff_heading") or leads_lessons(label) or leads_event(label) or self.is_team(label)
        )

    def _names_the_team(self, text: str) -> bool:
        if " " in text and self._vocabulary.exact(VocabularyKind.COMMUNITY, text):  # "host community"
            return False
        return normal(text) in values("staff") or self._vocabulary.exact(VocabularyKind.ROLE, text) == "staff"
