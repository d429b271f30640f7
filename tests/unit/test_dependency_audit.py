"""What the audit of dependencies says: it never finds everything well where it could not look."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import dependency_audit
from tests.dependency_audit import OUT_OF_REACH, audited, verdict

WELL = {"name": "one", "version": "1.0", "vulns": []}
WEAK = {"name": "two", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
SKIPPED = {"name": "three", "skip_reason": "not found"}


def test_without_data_it_is_skipped_and_says_so() -> None:
    for report in (None, {"dependencies": []}, {"dependencies": [SKIPPED, SKIPPED]}):
        assert verdict(report) == (0, OUT_OF_REACH)


def test_a_known_weakness_fails_and_is_named() -> None:
    assert verdict({"dependencies": [WELL]}) == (0, "Packages checked for known weaknesses: 1.")
    status, words = verdict({"dependencies": [WELL, WEAK, SKIPPED]})
    assert status == 1 and "two 2.0: PYSEC-1 (mended in 2.1)" in words and "Not checked: three." in words


def test_what_cannot_be_installed_or_fails_is_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_arguments: object, **_options: object) -> None:
        raise dependency_audit.subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(dependency_audit.subprocess, "run", offline)
    monkeypatch.setattr(dependency_audit.venv, "create", offline)
    assert audited(tmp_path) is None
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "pip-audit").touch()
    monkeypatch.setattr(dependency_audit.subprocess, "run", lambda *_a, **_o: None)
    assert audited(tmp_path) is None, "it wrote no report"
