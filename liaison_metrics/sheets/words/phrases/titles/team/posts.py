"""Posts on a board or committee, and in the project."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import evidence, normal, tools
from liaison_metrics.sheets.words.phrases.prose.leading import leads_lessons

BETWEEN_ROLES = re.compile(r"[,/;(]|\s[–—-]\s")
"""What stands between the roles of one person."""


def is_post(text: str) -> bool:
    """Returns whether a role is a post on a board, or that of somebody's deputy."""
    parts = (normal(part) for part in (text, *BETWEEN_ROLES.split(text)))
    return any(form in evidence("on_board") or _without_rank(form) in evidence("on_board") for form in parts)


def speaks_for_project(role: str, acronym: str) -> bool:
    """Returns whether a role is that of a speaker who is of the project, as is said behind it ("speaker (project)",
    "Vortragende des Projekts"), or of a colleague of those who made the list ("mediator, our colleague")."""
    if any(normal(part) in tools("our_own") for part in BETWEEN_ROLES.split(role)):
        return True
    first, *rest = BETWEEN_ROLES.split(role, maxsplit=1)
    aside, speaker = normal(" ".join(rest)) if rest else "", normal(first)
    if not rest:
        speaker, _space, aside = speaker.partition(" ")
    speaks = speaker in tools("speakers") | tools("default_roles") or leads_lessons(first.strip())
    if not aside or not speaks:
        return False
    return aside in tools("of_project") | tools("said_of_team") or aside == normal(acronym)


def _without_rank(form: str) -> str:
    """Returns a post without what makes it the deputy's, or one of several ("stv Vorsitz", "2 Vorsitzende")."""
    first, _space, post = form.partition(" ")
    return post if first in tools("deputy") or first.isdecimal() else form
