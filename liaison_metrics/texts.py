"""Translation of every text that a person sees, with gettext.

English is the source language. A translation is a compiled catalogue
``liaison_metrics/locale/<language>/LC_MESSAGES/liaison_metrics.mo``.
"""

from __future__ import annotations

import gettext as _gettext
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

DOMAIN = "liaison_metrics"
LOCALE_FOLDER = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="en")


@lru_cache(maxsize=16)
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[language], fallback=True)


def use_language(code: str) -> None:
    """Sets the language of the texts of this task or thread, by its code ("en", "it", …)."""
    _language.set(code)


def language() -> str:
    """Returns the code of the current language."""
    return _language.get()


def _(message: str) -> str:
    """Returns *message* in the current language. The caller fills in placeholders after translation."""
    return _catalogue(_language.get()).gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Returns the singular or plural that fits *number* in the current language."""
    return _catalogue(_language.get()).ngettext(one, many, number)
