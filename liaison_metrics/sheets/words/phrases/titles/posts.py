"""Posts on a board or committee."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import evidence, normal, tools

BETWEEN_ROLES = re.compile(r"[,/;(]|\s[–—-]\s")
"""What stands between the roles of one person."""


def is_post(text: str) -> bool:
    """Returns whether a role is a post on a board, or that of somebody's deputy."""
    parts = (normal(part) for part in (text, *BETWEEN_ROLES.split(text)))
    return any(form in evidence("on_board") or _without_rank(form) in evidence("on_board") for form in parts)


def _without_rank(form: str) -> str:
    """Returns a post without what makes it the deputy's, or one of several ("stv Vorsitz", "2 Vorsitzende")."""
    first, _space, post = form.partition(" ")
    return post if first in tools("deputy") or first.isdecimal() else form
