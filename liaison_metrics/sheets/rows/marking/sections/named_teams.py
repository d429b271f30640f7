"""Lines over teams that take part, with names of their own ("Team Lions")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_NAMED_TEAM = (2, 3)
"""Words of a team with a name of its own ("Team Lions")."""

_FEWEST_TEAMS = 2
"""Teams play against each other; one "Team X" alone is of those who work there."""


def teams_in(table: Table, vocabulary: Vocabulary) -> frozenset[str]:
    """Returns the lines of a list over teams with names of their own beside each other ("Team Lions", "Team Tigers").
    Those of the project's partners and cities work there."""
    lines = (table.grid.rows[row] for row in (*table.context_rows[-1:], *table.rows))
    rows = [list(islice(filter(None, map(text_of, cells)), 2)) for cells in lines]  # a second text tells enough
    project = vocabulary.project
    names = [project.acronym, *(name for one in project.partners for name in (one.name, one.code))]
    ours = {word for name in names for word in normal(name).split()}
    found = {
        texts[0] for texts in rows
        if len(texts) == 1 and _has_own_name(normal(texts[0]).split(), ours)
        and not vocabulary.inside(VocabularyKind.CITY, texts[0])
    }  # fmt: skip
    return frozenset(found if len({normal(text) for text in found}) >= _FEWEST_TEAMS else ())


def _has_own_name(words: Sequence[str], ours: set[str]) -> bool:
    team = [word for word in words if word in evidence("side_by_side") & tools("team")]
    others = [word for word in words if word not in team]
    known = tools("team") | values("staff") | tools("staff_heading") | tools("of_project") | tools("said_of_team")
    named = len(words) in _NAMED_TEAM and len(team) == 1 and words[0] == team[0]
    return named and not any(word in known or word in ours or word in people_words("people") for word in others)
