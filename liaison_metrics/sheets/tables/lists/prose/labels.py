"""Labels of minutes: what they say of the people beside or below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from liaison_metrics.sheets.tables.lists.names_in_lines import is_written_as_name
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_beginnings
from liaison_metrics.sheets.words.phrases.titles.documents import document_named
from liaison_metrics.sheets.words.phrases.titles.team.event_work import heads_those_there, labels_those_at_work
from liaison_metrics.sheets.words.presence import says_absent, says_present

LONGEST_WORD = 3
"""Shorter words for absence are marks, and mean nothing in a label."""

_SHORTEST_PART = 6
"""Shorter words begin others by chance."""

IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_NUMBERED = re.compile(r"\s*\(?\d+\)?\s*[:：]?\s*$")

Kind = Literal["present", "absent", "staff", "other"]
"""What a label says of people; "other" is a role that nobody knows."""


def ends_as_label(text: str) -> bool:
    """Returns whether a text ends with a colon, perhaps behind a number."""
    return text.rstrip().endswith((":", "：")) or _NUMBERED.sub("", text).rstrip().endswith((":", "："))


def kind_of(label: str) -> Kind | None:
    """Returns what a label says of the people beside or below it, None if it is about something else."""
    plain = label.rstrip(":： ")
    plain = _NUMBERED.sub("", plain)
    aside = IN_BRACKETS.search(plain)
    own = IN_BRACKETS.sub("", plain).strip()
    form = normal(own)
    words = form.split()
    if is_written_as_name(plain) and not ends_as_label(label):
        no_label = evidence("name_particles") | (values("also_name") if len(words) > 1 else frozenset())
        words = [word for word in words if word not in no_label]  # "Anna von der Heide", "Rose Trainer"
    beside = f" {normal(aside[1])} " if aside else " "
    staff = tools("staff_heading") | tools("team") | values("staff") | tools("takes_minutes")
    if document_named([plain]):
        return None
    if has_phrase(beside, tools("not_counted")) or set(beside.split()) & staff:
        return "staff"
    if form in staff or any(form.startswith(f"{phrase} ") for phrase in tools("takes_minutes")):
        return "staff"
    if ends_as_label(label) and form in tools("leads_meeting") | tools("leads_here"):
        return "staff"
    absent = values("absent") - values("also_name")
    stayed_away = tools("stayed_away") | evidence("stayed_away")
    if ends_as_label(label) and any(f" {phrase} " in f" {form} " for phrase in stayed_away):
        return "absent"
    if ends_as_label(label) and form in evidence("absent_labels"):
        return "absent"
    if says_absent(own) or form in absent or any(len(word) > LONGEST_WORD and word in absent for word in words):
        return "absent" if len(form) > LONGEST_WORD else None
    if set(words) & (tools("staff_heading") | tools("team")):
        return "staff"
    if ends_as_label(label) and labels_those_at_work(own):
        return "staff"
    if len(form) > LONGEST_WORD and (says_present(form) or form in values("participant") or _says_came(words)):
        return "present"
    if ends_as_label(label) and heads_those_there(own):
        return "present"
    if _tells_when_they_came(form):
        return "present"
    known = meaning_of(plain) and not names_institution(label)
    return "other" if label.rstrip().endswith((":", "：")) and not known and form else None


def names_institution(label: str) -> bool:
    """Returns whether a label says for or from which institution people came ("From the school:")."""
    words = normal(label).split()
    return len(words) > 1 and not tools("institution").isdisjoint(words)


def is_of_parents(text: str) -> bool:
    """Returns whether a label or a title names parents ("Anwesende Eltern:", "Elternabend")."""
    parents = tools("households") & tools("who_comes_along")
    whole = tuple(word for word in parents if len(word) >= _SHORTEST_PART)
    return any(word in parents or word.startswith(whole) for word in normal(text).split())


def _tells_when_they_came(form: str) -> bool:
    """Whether a label says nothing but that people came later, or for a part of the time ("Latecomers")."""
    rest, came = without_beginnings(form, "been_in")
    rest, part = without_beginnings(rest, "part_of_time")
    return (came or part) and not rest.strip()


def _says_came(words: Sequence[str]) -> bool:
    """Whether a label says that people were there in a word among others ("Those who came", "Sono presenti")."""
    there = {word for word in values("present") | people_words("present") if len(word) > LONGEST_WORD + 1}
    said = set(words)
    small = (
        frozenset() if said & tools("been_there") else evidence("name_particles")
    )  # "from *der* school", "da Palermo"
    came = bool(said & (tools("came") - small)) and not said & evidence("groups")
    return bool(said & there) or (came and len(words) > 1)
