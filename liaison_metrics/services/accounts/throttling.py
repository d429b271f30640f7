"""Slowing down whoever guesses.

After some failures each further attempt has to wait, so that nobody can lock an owner out. A browser that signed in
before has a device cookie and is counted apart: whoever guesses elsewhere does not slow it down (OWASP, "Device
cookies").
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection

from liaison_metrics.errors import SignInRefused
from liaison_metrics.services.access.permissions import open_to_anybody
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access import sign_ins
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, how long the waits can grow that follow (they double), and for how long failures
    count."""

    free: int
    longest_wait: timedelta
    remembered: timedelta


PASSWORDS = Limit(5, timedelta(seconds=60), timedelta(minutes=30))
"""About one account: people mistype. 1,440 guesses a day find no good password, and the owner can still get in."""

CODES = Limit(5, timedelta(minutes=15), timedelta(days=1))
"""About the codes of one account: three of a million are right at a time, and who guesses them has the password."""

ADDRESSES = Limit(30, timedelta(seconds=60), timedelta(minutes=30))
"""About one network: an office shares an address."""

IPV6_NETWORK = 64
"""Bits that name a network of version 6. The rest is free to choose for whoever has one connection."""

LONGEST_REMEMBERED = max(limit.remembered for limit in (PASSWORDS, CODES, ADDRESSES))


@dataclass(frozen=True, slots=True)
class Visit:
    """Where an attempt comes from: the network address, and the browser's device cookie ("" for none)."""

    address: str
    device: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What failures are counted about, as a keyed digest, and its limit."""

    about: str
    limit: Limit


def subject(workspace: Workspace, about: str, limit: Limit) -> Subject:
    """Returns what failures are counted about."""
    return Subject(keyed_digest(workspace, about), limit)


def address_of(workspace: Workspace, visit: Visit) -> Subject:
    """Returns the network of an attempt as what failures are counted about."""
    return subject(workspace, f"address {network_of(visit.address)}", ADDRESSES)


def network_of(address: str) -> str:
    """Returns what a network address shares with the others of one connection: an address of version 4 is alone, one
    of version 6 has a network of its own."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ipaddress.ip_network((int(found), IPV6_NETWORK), strict=False))


def check_wait(connection: Connection, subjects: Sequence[Subject]) -> None:
    """Raises SignInRefused with the seconds to wait where there were too many failures about one of the subjects."""
    wait = max(_wait(connection, one) for one in subjects)
    if wait > timedelta():
        seconds = max(1, round(wait.total_seconds()))
        raise SignInRefused(
            _("There were too many attempts to sign in."),
            hint=_("Wait {n} s, then try again.").format(n=seconds),
            wait_seconds=seconds,
        )


@open_to_anybody("nobody is signed in yet")
def begin_attempt(workspace: Workspace, subjects: Sequence[Subject]) -> list[int]:
    """Records an attempt as failed before its password is looked at, which takes long: of many at once, no more are
    looked at than of as many in a row. Returns the numbers of what it recorded, to forget if the password is right.

    Raises SignInRefused where there were too many failures.
    """
    with workspace.store.reading() as connection:
        check_wait(connection, subjects)  # whoever has to wait holds up no writer
    with workspace.store.writing() as connection:
        check_wait(connection, subjects)
        return add_failure(connection, subjects)


def add_failure(connection: Connection, subjects: Sequence[Subject]) -> list[int]:
    """Records a failed attempt under each of the subjects; returns the numbers of what it recorded."""
    return sign_ins.add_failures(connection, [one.about for one in subjects])


def forget_failures(connection: Connection, subject: Subject, numbers: Collection[int] = ()) -> None:
    """Forgets the failures about a subject, after an attempt that succeeded, those with *numbers*, and all that are too
    old to count."""
    sign_ins.forget_failures(connection, subject.about, datetime.now(UTC) - LONGEST_REMEMBERED, numbers)


def keyed_digest(workspace: Workspace, text: str) -> str:
    """Returns a digest that nobody can make or check without the secret key."""
    return hmac.new(workspace.secret, f"sign-in {text}".encode(), sha256).hexdigest()


def lasting_digest(workspace: Workspace, text: str) -> str:
    """Returns a digest like ``keyed_digest``, which stays the same when the secret key changes."""
    return hmac.new(workspace.people_secret, f"sign-in {text}".encode(), sha256).hexdigest()


def _wait(connection: Connection, subject: Subject) -> timedelta:
    """Returns how long the next attempt about something has to wait from now."""
    now, limit = datetime.now(UTC), subject.limit
    failed = sign_ins.failures(connection, subject.about, now - limit.remembered)
    if len(failed) < limit.free:
        return timedelta()
    seconds = min(2 ** min(len(failed) - limit.free, 20), limit.longest_wait.total_seconds())
    return max(timedelta(), failed[-1] + timedelta(seconds=seconds) - now)
