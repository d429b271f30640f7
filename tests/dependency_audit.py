"""Looks for known weaknesses of the packages in requirements.txt, with pip-audit in an environment of its own.

Where its data cannot be reached it says so and ends well: a machine without network can still run all checks.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

PIP_AUDIT = "pip-audit==2.10.1"
SECONDS = 60
"""How long installing or asking may take before it counts as out of reach."""

OUT_OF_REACH = "The data on known weaknesses of packages cannot be reached. The audit was skipped: nothing was checked."


def verdict(report: dict[str, Any] | None) -> tuple[int, str]:
    """Returns the exit status and what to say of pip-audit's report (None: it made none). Without its data, pip-audit
    skips every package and finds nothing wrong."""
    packages = report["dependencies"] if report else []
    checked = [one for one in packages if "skip_reason" not in one]
    if not checked:
        return 0, OUT_OF_REACH
    weak = [
        f"{one['name']} {one['version']}: {found['id']} (mended in {', '.join(found['fix_versions']) or 'no version'})"
        for one in checked
        for found in one["vulns"]
    ]
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    words = [f"Packages checked for known weaknesses: {len(checked)}.", *weak]
    words += [f"Not checked: {', '.join(skipped)}."] if skipped else []
    return int(bool(weak)), "\n".join(words)


def audited(folder: Path) -> dict[str, Any] | None:
    """Returns pip-audit's report on requirements.txt, None where it could not be installed or did not answer. *folder*
    is its environment."""
    program, quiet = folder / "bin" / "pip-audit", {"capture_output": True, "timeout": SECONDS}
    try:
        if not program.exists():
            venv.create(folder, with_pip=True)
            pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--retries", "0"]
            subprocess.run([*pip, "install", "--timeout", "10", PIP_AUDIT], check=True, **quiet)  # type: ignore[call-overload]
        with tempfile.TemporaryDirectory() as made:
            output = Path(made) / "audit.json"
            asked = ["-r", ROOT / "requirements.txt", "--disable-pip", "--require-hashes", "--timeout", "10"]
            shown = ["--progress-spinner", "off", "--format", "json", "--output", output]
            subprocess.run([program, *asked, *shown], check=False, **quiet)  # type: ignore[call-overload]
            found: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
            return found
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


if __name__ == "__main__":
    status, words = verdict(audited(ROOT / ".venv" / "audit"))
    print(words)
    sys.exit(status)
