"""The server, and the files with which it is put on a machine: their limits fit the program's."""

from __future__ import annotations

import re
import tomllib

import pytest

from liaison_metrics.services.workspace.settings import Settings
from tests.conftest import ROOT


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("deploy/Caddyfile", r"max_size (\d+)MB"), ("deploy/nginx.conf", r"client_max_body_size (\d+)m")],
)
def test_proxies_let_the_largest_sheet_through(name: str, pattern: str) -> None:
    [limit] = re.findall(pattern, text_of(name))
    assert int(limit) > Settings(_env_file=None).largest_file_mb  # type: ignore[call-arg]


def test_the_container_has_what_the_program_reads() -> None:
    copied = {
        word.strip("./")
        for line in re.findall(r"^COPY (.*)$", text_of("Dockerfile"), re.MULTILINE)
        for word in line.split()
    }
    assert {"app.py", "pages", "streamlit", "data/project.toml", "liaison_metrics", "requirements.txt"} <= copied
    assert all((ROOT / name).exists() for name in ("app.py", "pages", ".streamlit", "data/vocabulary.csv"))
    assert "USER 10001" in text_of("Dockerfile") and "read_only: true" in text_of("compose.yaml")


def test_every_name_of_compose_is_in_the_example_of_settings() -> None:
    wanted = set(re.findall(r"\$\{(\w+)", text_of("compose.yaml")))
    assert wanted == set(re.findall(r"^(\w+)=", text_of("deploy/example.env"), re.MULTILINE))


def test_the_service_starts_the_command_that_the_package_installs() -> None:
    [command] = tomllib.loads(text_of("pyproject.toml"))["project"]["scripts"]
    assert f"/.venv/bin/{command} serve" in text_of("deploy/liaison-metrics.service")


def test_no_proxy_logs_addresses_with_a_token() -> None:
    [pattern] = re.findall(r'"~(.*)" 0;', text_of("deploy/nginx.conf"))
    assert "combined if=$liaison_logged;" in text_of("deploy/nginx.conf") and "log" not in text_of("deploy/Caddyfile")
    for address in ("/link/abc", "/figures/share/abc", "/export/events.csv?city=x&token=a", "/picture/x.png?token=a"):
        assert re.search(pattern, address)
    assert not re.search(pattern, "/explore?city=graz")
