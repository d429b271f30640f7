"""A real streaming standby serves readers: never an older state than this process knows, and never a failure."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from liaison_metrics.errors import SettingsError
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.health import check_health
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.database import replica
from tests.conftest import PATIENCE, PROJECT_FILE
from tests.services.conftest import row, sheet
from tests.store.standby import Cluster, cluster

pytestmark = [pytest.mark.postgres, pytest.mark.slow, pytest.mark.whole]


@pytest.fixture(scope="module")
def servers() -> Iterator[Cluster]:
    with cluster() as both:
        yield both


def written(url: object) -> str:
    return url.render_as_string(hide_password=False)  # type: ignore[attr-defined, no-any-return]


@pytest.fixture(scope="module")
def settings(servers: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(
        database_url=written(servers.url_of_whichever_writes), read_url=written(servers.standby_url),
        project_file=PROJECT_FILE, secret_key_file=tmp_path_factory.mktemp("key") / "secret.key",
    )  # fmt: skip


def reads_from_standby(workspace: Workspace) -> bool:
    with workspace.store.reading() as connection:
        return bool(connection.scalar(text("SELECT pg_is_in_recovery()")))


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / 0.05)):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come true")


def upload(workspace: Workspace, name: str) -> None:
    data = sheet(row(name, email=f"{name[0]}@example.org".lower()))
    assert import_file(workspace, f"{name}.csv", data, actor=COORDINATOR).upload


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def test_a_standby_that_is_behind_away_and_back(
    servers: Cluster, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replica, "PAUSE_SECONDS", 0)
    one, other = open_workspace(settings), open_workspace(settings)
    wait_until(lambda: reads_from_standby(one))
    upload(one, "Amina Haddad")
    assert reached(one) == 1, "whoever wrote sees it at once"
    wait_until(lambda: reads_from_standby(other) and reached(other) == 1)

    standby = create_engine(servers.standby_url, isolation_level="AUTOCOMMIT")
    with standby.connect() as connection:
        connection.execute(text("SELECT pg_wal_replay_pause()"))
        upload(one, "Bilal Omar")
        assert reached(one) == 2 and not reads_from_standby(one)
        assert reached(other) == 1 and reads_from_standby(other), "an older state, but a whole one"
        assert "0 bytes" not in check_health(settings)[4].message
        connection.execute(text("SELECT pg_wal_replay_resume()"))
    standby.dispose()
    wait_until(lambda: reads_from_standby(one) and reached(other) == 2)

    servers.stop_standby()
    assert reached(one) == reached(other) == 2
    away = check_health(settings)[4]
    assert not away.ok and "does not answer" in away.message
    upload(one, "Cem Halost")
    assert reached(other) == 3
    servers.start_standby()
    wait_until(lambda: reads_from_standby(one) and reads_from_standby(other))
    assert reached(one) == reached(other) == 3
    wait_until(lambda: check_health(settings)[4].message == "Read replica: 0 bytes behind the store")
    one.close()
    other.close()


def test_a_running_program_survives_a_restart_of_the_database(servers: Cluster, settings: Settings) -> None:
    alone = settings.model_copy(update={"read_url": ""})
    workspace = open_workspace(alone)
    before = reached(workspace)
    servers.restart_first()
    assert reached(workspace) == before
    upload(workspace, "Dina Korba")
    assert reached(workspace) == before + 1
    workspace.close()


def test_the_standby_takes_over_and_nothing_acknowledged_is_lost(servers: Cluster, settings: Settings) -> None:
    """As docs/scale.md describes it: the first database waits for the standby, and the URL names both."""
    first = create_engine(servers.first_url, isolation_level="AUTOCOMMIT")
    with first.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET synchronous_standby_names = '*'"))
        connection.execute(text("SELECT pg_reload_conf()"))
    wait_until(lambda: _is_synchronous(first))
    first.dispose()
    workspace = open_workspace(settings.model_copy(update={"read_url": ""}))
    before = reached(workspace)
    for name in ("Eva Lang", "Fatou Sarr", "Greta Holm"):
        upload(workspace, name)
    servers.stop_first()
    servers.promote_standby()
    assert reached(workspace) == before + 3
    upload(workspace, "Hana Demir")
    assert reached(workspace) == before + 4
    workspace.close()


def _is_synchronous(first: object) -> bool:
    with first.connect() as connection:  # type: ignore[attr-defined]
        return connection.scalar(text("SELECT sync_state FROM pg_stat_replication")) == "sync"


def test_only_postgresql_has_replicas(tmp_path: Path) -> None:
    wrong = Settings(database_url=f"sqlite:///{tmp_path}/a.db", read_url="postgresql://standby/liaison")
    with pytest.raises(SettingsError, match="SQLite has no read replicas"):
        _ = wrong.replica
    assert Settings(database_url=f"sqlite:///{tmp_path}/a.db").replica is None
