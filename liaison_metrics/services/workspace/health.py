"""The health checks of an installation: what works, what does not, and how to fix it."""

from __future__ import annotations

import logging
import os
import shutil
import stat

from sqlalchemy.exc import DBAPIError

from liaison_metrics.errors import LiaisonError, StoreError
from liaison_metrics.services.workspace.audit.checking import check_audit
from liaison_metrics.services.workspace.backup_health import check_backup
from liaison_metrics.services.workspace.health_check import HealthCheck
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.secret_key import advice_about_place, open_key
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.store.engine import open_store
from liaison_metrics.store.uploads import active_uploads, revision
from liaison_metrics.texts import _, ngettext

LEAST_FREE_MB = 200
"""Free space below which the store is in danger: a few of the largest sheets, with what is kept of them."""

_log = logging.getLogger(__name__)


def check_health(settings: Settings | None = None) -> list[HealthCheck]:
    """Returns the results of the checks (None: with the settings of the environment): project file, store, secret
    key, index, audit record, backup. A check that raises an error is the last, because the checks after it depend on
    it."""
    settings = settings or Settings()
    results: list[HealthCheck] = []
    for check in (_check_project, _check_store, _check_key, _check_index, _check_replica, check_audit, check_backup):
        if check is _check_replica and settings.replica is None:
            continue
        try:
            results.append(check(settings))
        except LiaisonError as error:
            results.append(HealthCheck(False, error.message, error.hint))
            break
        except Exception as error:
            # The message may quote what is stored: name only the kind of error.
            _log.error("%s failed: %s", check.__name__, type(error).__name__)
            results.append(_failed(error))
            break
    return results


def _failed(error: Exception) -> HealthCheck:
    return HealthCheck(
        False,
        _("A check failed with an unexpected error ({kind}).").format(kind=type(error).__name__),
        _("The store may be damaged: restore a backup. If it happens again, contact your administrator."),
    )


def _check_project(settings: Settings) -> HealthCheck:
    project = load_project(settings.project_file)
    return HealthCheck(
        True,
        _("Project {acronym}; indicators: {indicators}, cities: {cities}, communities: {communities} ({path})").format(
            acronym=project.acronym,
            indicators=len(project.indicators),
            cities=len(project.cities),
            communities=len(project.communities),
            path=settings.project_file,
        ),
    )


def _check_key(settings: Settings) -> HealthCheck:
    store = open_store(settings.url)
    try:
        key = open_key(settings, store)
        advice = advice_about_place(settings, key, store)
    finally:
        store.close()
    if os.name == "posix" and key.path is not None and stat.S_IMODE(key.path.stat().st_mode) & 0o077:
        return HealthCheck(
            False,
            _("Other users of this machine can read the secret key {path}.").format(path=key.path),
            _("Restrict its permissions: chmod 600 {path}").format(path=key.path),
        )
    return HealthCheck(True, _("Secret key: the one of this store ({path})").format(path=key.place), advice)


def _check_store(settings: Settings) -> HealthCheck:
    name = settings.url.render_as_string(hide_password=True)
    store = open_store(settings.url)
    try:
        if not store.is_intact():
            raise StoreError(
                _("The database {name} is damaged.").format(name=name),
                hint=_("Restore a backup, or create a new store and upload the sheets again."),
            )
        store.try_to_write()
        with store.reading() as connection:
            uploads, state = len(active_uploads(connection)), revision(connection)
    finally:
        store.close()
    free = _free_megabytes(settings)
    if free is not None and free < LEAST_FREE_MB:
        return HealthCheck(
            False,
            _("The disk of the database {name} is almost full: {n} MB are free.").format(name=name, n=free),
            _("Free some space: at least {n} MB.").format(n=LEAST_FREE_MB),
        )
    count = ngettext("{n} upload", "{n} uploads", uploads).format(n=uploads)
    return HealthCheck(True, _("Store: {count}, revision {state} ({name})").format(count=count, state=state, name=name))


def _free_megabytes(settings: Settings) -> int | None:
    """Returns the free space beside an SQLite file in megabytes; None for a database on a server."""
    if settings.sqlite_file is None:
        return None
    return shutil.disk_usage(settings.sqlite_file.resolve().parent).free // 1_000_000


def _check_index(settings: Settings) -> HealthCheck:
    workspace = open_workspace(settings)
    index = workspace.index()
    workspace.close()
    people = ngettext("{n} identified person", "{n} identified people", index.people).format(n=index.people)
    return HealthCheck(True, _("Index: {people}").format(people=people))


def _check_replica(settings: Settings) -> HealthCheck:
    store = open_store(settings.url, settings.replica)
    try:
        assert store.replica is not None
        behind = store.replica.bytes_behind()
    except DBAPIError:
        return HealthCheck(
            False,
            _("The read replica does not answer. The pages read from the store itself."),
            _("Check LIAISON_READ_URL, and that its server is running."),
        )
    finally:
        store.close()
    if behind is None:
        return HealthCheck(
            False,
            _("LIAISON_READ_URL is not a read replica: it accepts writes."),
            _("Set it to a standby of the store, or remove it."),
        )
    return HealthCheck(True, _("Read replica: {n} bytes behind the store").format(n=behind))
