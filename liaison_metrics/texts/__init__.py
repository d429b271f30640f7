"""Translation of every text that a person sees, with gettext.

English is the source language. A translation is a catalogue ``locale/<language>/LC_MESSAGES/liaison_metrics.po`` beside
this file, and the same compiled (``.mo``), which the program reads. ``make messages`` keeps both in step with the code.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from liaison_metrics.texts.elision import fitting

DOMAIN = "liaison_metrics"
LOCALE_FOLDER = Path(__file__).parent / "locale"

LANGUAGES = {"en": "English", "it": "Italiano", "de": "Deutsch", "da": "Dansk", "el": "Ελληνικά"}
"""The languages of the program and of what partners download and print, each by its own name."""

ENGLISH = "en"
ITALIAN = "it"

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[language], fallback=True)


@cache
def offered() -> tuple[str, ...]:
    """Returns the codes of the languages that pages can be shown in: English, and those with a catalogue."""
    return tuple(code for code in LANGUAGES if code == ENGLISH or _gettext.find(DOMAIN, LOCALE_FOLDER, [code]))


def use_language(code: str) -> None:
    """Sets the language of the texts of this task or thread, by its code ("en", "it", …). English stands in for what a
    catalogue lacks, and for other languages."""
    _language.set(code if code in LANGUAGES else ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Uses another language for a while, such as that of a report."""
    before = language()
    use_language(code)
    try:
        yield
    finally:
        use_language(before)


def language() -> str:
    """Returns the code of the current language."""
    return _language.get()


def _(message: str) -> str:
    """Returns *message* in the current language. The caller fills in placeholders after translation."""
    text = _catalogue(_language.get()).gettext(message) if message else ""
    return fitting(text) if _language.get() == ITALIAN else text


def pgettext(context: str, message: str) -> str:
    """Returns *message* in the current language. *context* tells which of several ways to say it is meant."""
    return _catalogue(_language.get()).pgettext(context, message)


def ngettext(one: str, many: str, number: int) -> str:
    """Returns the singular or plural that fits *number* in the current language."""
    text = _catalogue(_language.get()).ngettext(one, many, number)
    return fitting(text) if _language.get() == ITALIAN else text


def wanted(*choices: str | None) -> str:
    """Returns the first language that can be offered of *choices*: codes ("de"), locales ("de-AT", "de_AT.UTF-8"), or
    what a browser accepts ("de-AT,de;q=0.9,en;q=0.8"). "" if there is none."""
    return next((code for choice in choices for code in _by_preference(choice or "") if code in offered()), "")


def wanted_by(environment: Mapping[str, str]) -> str:
    """Returns the language that a process is to use by its environment, "" if that names none."""
    # As gettext itself: LC_ALL wins over LC_MESSAGES, which wins over LANG. "C" and "POSIX" are no languages.
    system = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return wanted(environment.get("LIAISON_LANGUAGE"), system)


def _by_preference(text: str) -> list[str]:
    """Returns the languages in *text*, the one that is wanted most first."""
    weighed: list[tuple[float, str]] = []
    for part in text.split(","):
        name, _sign, weight = part.partition(";q=")
        code = name.strip().replace("_", "-").partition("-")[0].partition(".")[0].lower()
        if code and _weight(weight) > 0:
            weighed.append((-_weight(weight), code))
    return [code for _weight_of_it, code in sorted(weighed, key=lambda one: one[0])]


def _weight(text: str) -> float:
    try:
        return float(text) if text.strip() else 1.0
    except ValueError:
        return 0.0
