"""What a title, or the name of a sheet or file, says a list is for, if not for attendance: shifts, keys, people who
wait for a place, invitations, consent forms, answers to an evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from liaison_metrics.sheets.words.lists import documents, evidence, normal, tools, values
from liaison_metrics.sheets.words.people import BESIDE_LIST, additional_code
from liaison_metrics.sheets.words.phrases.found import has_phrase

_DETAIL = re.compile(r"[^\W\d_]{2}\)?\s?:\s+([^\s.,;]+)")
"""A label with the first word of its value."""

_NOTED = frozenset({"consent"})
"""What people also note of those who were there."""

_PARTS = re.compile(r"\s[-–—|]\s|[,;:(]")

_LONGEST_TITLE = 16
"""Longer texts are notes, which mention other things."""

_NEAR = 2
"""So many words behind those for attendance say that they are about a later day."""


def document_named(texts: Iterable[str]) -> str:
    """Returns the topic of the first text that names another kind of list, "" if none does, or if one of them says that
    the list is of those who were there as well ("Attendance list and photo consent"), or who registered on the spot."""
    texts = list(texts)
    forms = _titles(texts)
    if _are_of_attendance(forms) or any(map(_is_of_walk_ins, texts)):
        return ""
    noted = set(_titles(filter(_states_details, texts)))
    for form in forms:
        if said := [phrase for phrase in documents() if f" {phrase} " in form and _is_named(form, phrase)]:
            topic = documents()[max(said, key=len)]  # "room bookings" are no bookings of people
            if topic not in _NOTED or form not in noted:
                return topic
    return ""


def _is_of_walk_ins(text: str) -> bool:
    """Whether a text, or a part of it, says that people registered on the spot ("Registration at the door – fair")."""
    return any(additional_code(part) in BESIDE_LIST for part in (text, *_PARTS.split(text)))


def _is_named(form: str, phrase: str) -> bool:
    """Whether a text with the phrase of a document names one, and not that something was done as it says ("lt.
    Einwilligung")."""
    before, _phrase, _behind = form.partition(f" {phrase} ")
    return not any(f" {before} ".endswith(f" {words} ") for words in evidence("by_document"))


def _states_details(text: str) -> bool:
    """Whether a text is no title but states several details, or one by a yes or no ("Recorder on: yes. Consent forms:
    all signed")."""
    said = _DETAIL.findall(text)
    return len(said) > 1 or any(normal(word) in values("present") | tools("no") for word in said)


def says_of_attendance(texts: Iterable[str]) -> bool:
    """Returns whether one of the texts says that a list is of those who were there ("Attendance list")."""
    return _are_of_attendance(_titles(texts))


def names_waiting_list(form: str) -> bool:
    """Returns whether a status in normal form is that somebody waited for a place ("auf Warteliste")."""
    return any(f" {form}".endswith(f" {phrase}") for phrase, topic in documents().items() if topic == "waiting")


def _titles(texts: Iterable[str]) -> list[str]:
    return [f" {form} " for text in texts if len((form := normal(text)).split()) <= _LONGEST_TITLE]


def _are_of_attendance(forms: Iterable[str]) -> bool:
    return any(_is_of_attendance(form, start) for form in forms for start in _of_attendance())


@cache
def _of_attendance() -> tuple[str, ...]:
    """Returns the words for attendance: beginnings of words, but for questions ("hvem kom", not "hvem kommer")."""
    whole = tools("asks_who")
    return tuple(f" {start} " if start in whole else f" {start}" for start in evidence("of_attendance"))


def _is_of_attendance(form: str, start: str) -> bool:
    """Whether a text says who came: not that somebody will note it ("Attendance will be taken at the door"), nor that
    nobody did ("No sign-in sheet")."""
    before, said, behind = form.partition(start)
    if not said:
        return False
    near = " ".join((*before.split()[-1:], "|", *behind.split()[: _NEAR + 1]))  # the first behind ends the word itself
    later = has_phrase(near, evidence("of_later"))
    return not later and not any(f"{before} ".endswith(f" {word} ") for word in evidence("of_no_attendance"))
