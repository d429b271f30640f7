"""Lines over the parts of a group that came: the voices of a choir, and teams named by a colour."""

from __future__ import annotations

from functools import lru_cache

from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.names import is_full_name
from liaison_metrics.sheets.words.phrases.prose.leading import leads_lessons

_LONGEST = 5
"""Words of a line that only names voices or a team ("1. Sopran und Alt")."""

_LONGEST_NUMBER = 2

_NAMED_TEAM = 3
"""Words of a team with a name of its own ("Team Lions")."""


@lru_cache(maxsize=10_000)
def heads_voice_or_team(text: str) -> bool:
    """Returns whether a line only names voices of a choir, or a team by its colour, perhaps with a number ("Sopran 1",
    "TENORI", "Team Red", "Rødt hold")."""
    words = [word for word in normal(text).split() if not word.isdecimal()]
    if not 0 < len(words) <= _LONGEST:
        return False
    around = people_words("and") | tools("ordinals_of_groups")
    rest = [word for word in words if word not in around and not _is_number(word)]
    if rest and all(word in evidence("voices") for word in rest):
        return True
    colours = [word for word in rest if word in evidence("colours")]
    teams = [word for word in rest if word in _teams()]
    return bool(colours and teams) and len(colours) + len(teams) == len(rest)


def divides_group(text: str) -> bool:
    """Returns whether a line among names may begin another part of their group: of voices, of a team under any name, or
    of those who lead them."""
    words = normal(text).split()
    team = 1 < len(words) <= _NAMED_TEAM and not evidence("side_by_side").isdisjoint((words[0], words[-1]))
    return team or heads_voice_or_team(text) or (bool(words) and leads_part(text))


def leads_part(text: str) -> bool:
    """Returns whether a line below those over voices or teams is over who leads or judges them ("Chorleitung",
    "MAESTRO", "Referees")."""
    form = normal(text)
    if is_full_name(text) and form not in values("staff"):
        return False
    return leads_lessons(text) or form in values("staff") | evidence("heads_of_groups") | evidence("directors")


def _teams() -> frozenset[str]:
    return evidence("side_by_side") | tools("groups_of_people")


def _is_number(word: str) -> bool:
    """Whether a word numbers a part: a letter or "II"."""
    return len(word) == 1 or (len(word) <= _LONGEST_NUMBER and set(word) <= {*"iv"})
