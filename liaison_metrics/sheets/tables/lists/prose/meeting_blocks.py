"""The people of minutes, in one block for each meeting: who stands in a line, under or beside which label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Grid
from liaison_metrics.sheets.tables.lists.lines_of_people import community_in_remark, with_community_aside
from liaison_metrics.sheets.tables.lists.names_in_lines import closes_letter, mend_broken_names
from liaison_metrics.sheets.tables.lists.prose.family_names import with_given_names_first
from liaison_metrics.sheets.tables.lists.prose.headings import (
    SURE,
    end_of_title,
    heading_in,
    label_in,
    titles_event,
)
from liaison_metrics.sheets.tables.lists.prose.labels import (
    LONGEST_WORD,
    Kind,
    ends_as_label,
    is_of_parents,
    kind_of,
    names_institution,
)
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import (
    BETWEEN,
    LEAD,
    PeopleNamed,
    is_led,
    led_name,
    people_in,
    plain_name,
    plain_names,
    stands_for_one,
    unnamed_in_line,
)
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.headers import is_header_word, is_of_companions
from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away
from liaison_metrics.sheets.words.phrases.titles.agenda import heads_agenda, is_agenda_point
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_UNKNOWN, _OF_EACH = "-", "\n"
"""Stands for a community that nobody states, and between those of several people."""

_PARTS_OF_ASIDE = re.compile(r"[,;/()]|\s[-–—]\s")
"""What stands between the things that are said of a person."""

_NOBODY = "…"
"""Stands for a line that is about no person."""


@dataclass(slots=True)
class MeetingLine:
    """A person's line: the names in it, whom they represent, what the label says of them and their community. In a list
    of several names, *communities* has that of each."""

    row: int
    names: str
    represents: str
    kind: Kind
    label: str
    community: str = ""
    communities: Sequence[str] = ()

    def said(self, meaning: str) -> str:
        """Returns what the line says in a column of the divided list."""
        role = {"staff": "staff", "other": self.label.rstrip(":： ")}.get(self.kind, "")
        presence = "absent" if self.kind == "absent" else "present"
        each = self.communities if any(self.communities) else ()
        community = _OF_EACH.join(own or self.community or _UNKNOWN for own in each) or self.community
        told = {"name": self.names, "organisation": self.represents, "community": community, "role": role}
        return told.get(meaning, presence)


class MeetingBlocks:
    """Reads the lines of a sheet from the top, and remembers the label above those that follow."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        texts = ([text for value in cells if (text := text_of(value))] for cells in grid.rows)
        turned = with_given_names_first(list(texts), vocabulary)
        lines = mend_broken_names([[with_community_aside(text, vocabulary) for text in told] for told in turned])
        self._rows = list(_without_agenda(lines))
        self._one_each = sum(map(stands_for_one, grid.rows)) > 1
        self._title_end = end_of_title(self._rows)
        self._block: list[MeetingLine] = []
        self._kind: Kind | None = None
        self._label = self._community = self._group = ""
        self._between = self._divided = False
        self._plain_end, self._headed = 0, -1

    def read(self) -> Iterator[list[MeetingLine]]:
        """Yields the lines of people of each meeting: a word for those present begins another meeting's, unless no
        other text stands between."""
        for row, told in enumerate(self._rows):
            if not told:
                self._kind = None if self._follows(row) else self._kind
                continue
            if told == [""] or self._is_title(told):
                continue
            if closes_letter(told[0]):
                self._end()
                continue
            heads = len(told) == 1 and _heads_community(told[0], self._vocabulary)
            found = (told[0], ()) if heads else None if self._names_one(told, row) else label_in(told)
            if found and not heads and self._begins_group(found, row):
                continue
            found = self._label_or_heading(found, told, row)
            people = self._take_label(found, row, heads=heads) if found else self._people(told, row)
            if self._begins_meeting(found):
                yield self._block
                self._block = []
            self._between = (self._between or self._kind is None or not (found or people)) and bool(self._block)
            if self._kind and people:
                self._add(row, people)
            elif not found and not (self._kind in SURE and _goes_on(told, self._below(row))):
                self._end()
        if self._block:
            yield self._block

    def _below(self, row: int) -> Sequence[Sequence[str]]:
        return self._rows[row + 1 : row + 2]

    def _follows(self, row: int) -> bool:
        """Whether a person stands in the line above."""
        return bool(self._block) and self._block[-1].row == row - 1

    def _end(self) -> None:
        """Ends the list above: the lines below are about nobody until the next label."""
        self._kind, self._between = None, bool(self._block)

    def _is_title(self, told: Sequence[str]) -> bool:
        return not self._block and self._kind not in SURE and titles_event(told, self._vocabulary)

    def _names_one(self, told: Sequence[str], row: int) -> bool:
        """Whether a line among those that are nothing but names says behind a name what would be a label elsewhere
        ("Ida Holm (facilitator)")."""
        return row < self._plain_end and told[0].endswith(")") and plain_name(told) is not None

    def _begins_group(self, found: tuple[str, Sequence[str]], row: int) -> bool:
        """Takes a label that heads a part of those present. Returns whether it is one."""
        named = self._block and self._block[-1].label == self._label
        unnamed = self._kind == "present" and not self._community and not named
        if not (self._divided or unnamed) or not _heads_group(found, self._below(row)):
            return False
        self._divided, self._kind, self._group = True, "present", found[0].rstrip(":： ")
        self._community = _community_of(self._group, self._vocabulary)
        return True

    def _label_or_heading(
        self, found: tuple[str, Sequence[str]] | None, told: Sequence[str], row: int
    ) -> tuple[str, Sequence[str]] | None:
        """Returns the label of a line, or the line if it heads people; None for the title "Minutes"."""
        if found and not self._block and not ends_as_label(found[0]) and kind_of(found[0]) == "staff" and not found[1]:
            found = None
        if found or self._kind is not None:
            return found
        return heading_in(told, self._below(row), self._vocabulary, titled=row < self._title_end)

    def _people(self, told: Sequence[str], row: int) -> PeopleNamed | None:
        """Returns who stands in a line without a label, and whom the people represent; None if nobody does."""
        people = people_in(told, one_each=self._one_each)
        if people or not self._kind:
            return people
        sure = self._kind in SURE
        if self._follows(row) or (sure and not any(self._rows[self._headed + 1 : row])):
            people = led_name(told, loose=sure)
        if not people and row < self._plain_end:
            people = plain_name(told)
        if not people and self._kind == "present":
            people = unnamed_in_line(told)
        return people

    def _take_label(self, found: tuple[str, Sequence[str]], row: int, *, heads: bool) -> PeopleNamed | None:
        """Takes a label with what it says of the people below. Returns those beside it, None if nobody is."""
        self._group, self._divided, self._headed = "", self._divided and heads, row
        self._label, beside = found
        named = _heads_community(self._label.rstrip(":： "), self._vocabulary)
        self._community = self._label if named else ""
        self._plain_end = row + 1 + plain_names(self._rows[row + 1 :])
        other: Kind | None = None if ends_as_label(self._label) else "other"
        self._kind = "present" if self._community else kind_of(self._label) or other
        if self._kind == "other" and names_institution(self._label) and self._has_parents():
            self._kind = "staff"
        heads_only = all(is_of_companions(normal(text)) for text in beside)
        people = None if heads_only else people_in(beside, one_each=self._one_each)
        if any(self._says_of_event(text) for text in beside):
            people = None
        if (beside and people is None and ends_as_label(self._label)) or any(map(is_header_word, beside)):
            self._kind = None
        return people

    def _has_parents(self) -> bool:
        """Whether those present are parents, by their label or the title: the school has invited them."""
        first = self._block[0].row if self._block else 0
        return any(is_of_parents(text) for told in self._rows[:first] for text in told)

    def _says_of_event(self, text: str) -> bool:
        """Whether a text beside a label names an activity, and may look like somebody's name."""
        return bool(self._vocabulary.inside(VocabularyKind.ACTIVITY, text))

    def _begins_meeting(self, found: tuple[str, Sequence[str]] | None) -> bool:
        present = self._kind == "present" and found is not None and not self._community
        return present and self._between and bool(self._block)

    def _add(self, row: int, people: PeopleNamed) -> None:
        """Adds a line of people, with what stands behind the names."""
        kind = self._kind or "present"
        if any(people.each):
            self._add_list(row, people, kind)
            return
        represents = people.represents or self._group
        own, rest = community_in_remark(represents, self._vocabulary)
        said = _kind_aside(represents, self._vocabulary, sure=people.in_brackets) if kind == "present" else None
        line = MeetingLine(row, people.names, "" if said else rest, said or kind, self._label, own or self._community)
        self._block.append(line)

    def _add_list(self, row: int, people: PeopleNamed, kind: Kind) -> None:
        """Adds people who stand in one line, each with something behind the name: those who are said to be of the team,
        or to have stayed away, only if nobody else stands there."""
        named = list(zip(people.names.split(BETWEEN), people.each, strict=True))
        kinds = [
            _kind_aside(aside, self._vocabulary, sure=people.in_brackets) if kind == "present" else None
            for _name, aside in named
        ]
        counted = [one for one, said in zip(named, kinds, strict=True) if not said]
        if not counted:
            kind, counted = kinds[0] or kind, named
        communities = [community_in_remark(aside, self._vocabulary)[0] for _name, aside in counted]
        names = BETWEEN.join(name for name, _aside in counted)
        community = communities[0] if len(counted) == 1 else ""
        line = MeetingLine(row, names, people.represents, kind, self._label, community or self._community)
        line.communities = communities if len(counted) > 1 else ()
        self._block.append(line)


def _without_agenda(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Yields the lines with a sign in place of those of an agenda: its numbered points, and all below its heading, up
    to the next word for those who were there or were not."""
    within = False
    for told in rows:
        found = label_in(told) if told and told[0] else None
        within = (within and not (found and kind_of(found[0]) not in (None, "other"))) or (
            bool(told) and heads_agenda(told[0])
        )
        yield [_NOBODY] if told and (within or is_agenda_point(told[0])) else told


def _kind_aside(aside: str, vocabulary: Vocabulary, *, sure: bool) -> Kind | None:
    """Returns what stands behind a name among those present if it says that the person stayed away or is of the team
    ("could not come", "Compass (facilitator)", "project officer, staff"). Unless *sure*, words with a capital don't say
    so: "Interpreters" may be a club."""
    parts = [part for part in map(str.strip, _PARTS_OF_ASIDE.split(aside)) if part]
    own = [part for part in (aside, *parts) if part[:1].islower() or sure or f"({part})" in aside]
    if any(_is_of_team(part, vocabulary) for part in own):
        return "staff"
    return "absent" if says_stayed_away(aside) else None


def _is_of_team(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a word for somebody of the team, or for the whole team."""
    known = normal(text) in values("staff") | tools("team")
    return known or vocabulary.exact(VocabularyKind.ROLE, text) == "staff"


def _is_community(text: str, vocabulary: Vocabulary) -> bool:
    return bool(text) and bool(vocabulary.exact(VocabularyKind.COMMUNITY, text) or vocabulary.country(text))


def _heads_community(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a label names a community: "missing" is also who was absent."""
    return _is_community(text, vocabulary) and kind_of(text) != "absent"


def _community_of(label: str, vocabulary: Vocabulary) -> str:
    """Returns the words of a label that name a community ("From the Senegalese community"), "" if none do."""
    words = label.split()
    return next((word for word in words if len(word) > LONGEST_WORD and _is_community(word, vocabulary)), "")


def _heads_group(found: tuple[str, Sequence[str]], below: Sequence[Sequence[str]]) -> bool:
    """Whether a label heads a part of those present: nobody knows its words, and a person stands right below it."""
    label, beside = found
    led = bool(below) and len(below[0]) == 1 and LEAD.match(below[0][0]) is not None
    named = led and bool(people_in(below[0], one_each=True) or led_name(below[0]))
    return named and not beside and ends_as_label(label) and kind_of(label) in ("other", None)


def _goes_on(told: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a line with a bullet or a number stands above one that leads a person: the list goes on below it."""
    return bool(below) and is_led(told) and is_led(below[0]) and people_in(below[0], one_each=True) is not None
