"""Words for the team among organisations, posts and kinds of tickets of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.rows.marking.team.team_posts import is_answered, is_ticket_of_team, leads_beside_answer
from liaison_metrics.sheets.rows.thresholds import (
    FEWEST_POSTS,
    LONGEST_ROLE_HEADER,
    MOST_LEADING,
    MOST_OF_THE_TEAM,
    MOST_STATUSES,
)
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.phrases.prose.leading import leads_event, leads_lessons
from liaison_metrics.sheets.words.phrases.titles.team.people_told import names_ourselves
from liaison_metrics.sheets.words.phrases.titles.team.posts import BETWEEN_ROLES, is_post
from liaison_metrics.sheets.words.presence import says_present


def posts_on_board(roles: Counter[str]) -> frozenset[str]:
    """Returns the roles that are posts on a board, or those of its members."""
    posts = frozenset(text for text in roles if is_post(text))
    members = frozenset(text for text in roles if normal(text) in evidence("of_board"))
    return posts | members if members or len(posts) >= FEWEST_POSTS else frozenset()


def people_in(table: Table, names: Sequence[Column]) -> int:
    """Returns how many rows of a list have a name; all of one without names."""
    rows = (table.grid.rows[row] for row in table.rows)
    return sum(any(column.text(cells) for column in names) for cells in rows) or len(table.rows)


def tickets_of_team(
    column: Column, texts: Counter[str], may_be_guests: Callable[[str], bool], rows: int
) -> frozenset[str]:
    """Returns the kinds of tickets that are of the team, if few people have them, and no groups of guests."""
    form = normal(column.header)
    of_tickets = bool(set(form.split()) & tools("ticket_kind")) or form in tools("ticket_alone")
    if not of_tickets or not 1 < len(texts) <= MOST_STATUSES:
        return frozenset()
    found = frozenset(text for text in texts if is_ticket_of_team(text) and not may_be_guests(text))
    return found if sum(texts[text] for text in found) <= MOST_OF_THE_TEAM * rows else frozenset()


def not_counted_by_answer(column: Column, texts: Counter[str], rows: int) -> frozenset[str]:
    """Returns the words for no, of few people, in a column that asks whether somebody counts ("Counts?")."""
    stems = tuple(sorted(tools("counting")))
    words = normal(column.header).split()
    rest = [word for word in words if not (word.startswith(stems) or word in tools("around_work"))]
    if rest or len(words) > LONGEST_ROLE_HEADER or not any(word.startswith(stems) for word in words):
        return frozenset()
    found = frozenset(text for text in texts if normal(text) in tools("no"))
    few = sum(texts[text] for text in found) <= MOST_OF_THE_TEAM * rows
    return found if few and all(says_present(text) for text in texts if text not in found) else frozenset()


def replacing_an_answer(column: Column, texts: Counter[str], is_team: Callable[[str], bool]) -> frozenset[str]:
    """Returns the texts that say that somebody led the event: in a remark, or in place of a yes or no."""
    if not ((answers := is_answered(column)) or column.meaning == "notes"):
        return frozenset()
    here = (text for text in texts if leads_lessons(text) or leads_beside_answer(text, is_team))
    return frozenset(filter(leads_event, texts)).union(here if answers else ())


def among_organisations(
    texts: Counter[str], is_team: Callable[[str], bool], rows: int, *, register: bool
) -> frozenset[str]:
    """Returns the texts under organisations that say that somebody is of the team: of those who hold the event ("our
    own office"), or by a word for it and for whom it works ("moderator (Arci)", in a register of several days also
    "trainer, Arci"), there also alone, of one or two people."""
    found = frozenset(filter(is_team, texts))
    ours = frozenset(filter(names_ourselves, texts))
    ours = ours if sum(texts[text] for text in ours) <= MOST_OF_THE_TEAM * rows else frozenset()
    alone = {text for text in found if not (text.endswith(")") or BETWEEN_ROLES.search(text))}
    few = register and sum(texts[text] for text in alone) <= MOST_LEADING and len(texts) > len(alone)
    joined = found if register else {text for text in found if text.endswith(")")}
    return ours.union(joined - alone, alone if few else ())
