"""What a title, or the name of a sheet or file, says a list is for, if not for attendance: shifts, keys, people who
wait for a place, invitations, consent forms, answers to an evaluation."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics.sheets.words.lists import documents, evidence, normal

_LONGEST_TITLE = 16
"""Longer texts are notes, which mention other things."""


def document_named(texts: Iterable[str]) -> str:
    """Returns the topic of the first text that names another kind of list, "" if none does, or if one of them says that
    the list is of those who were there as well ("Attendance list and photo consent")."""
    forms = [f" {form} " for text in texts if len((form := normal(text)).split()) <= _LONGEST_TITLE]
    if any(f" {start}" in form for form in forms for start in evidence("of_attendance")):
        return ""
    found = (
        topic for form in forms for phrase, topic in documents().items()
        if f" {phrase} " in form and _is_named(form, phrase)
    )  # fmt: skip
    return next(found, "")


def _is_named(form: str, phrase: str) -> bool:
    """Whether a text with the phrase of a document names one, and not that something was done as it says ("lt.
    Einwilligung")."""
    before, _phrase, _behind = form.partition(f" {phrase} ")
    return not any(f" {before} ".endswith(f" {words} ") for words in evidence("by_document"))
