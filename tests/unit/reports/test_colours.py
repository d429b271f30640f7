"""Charts and pages use the same colours."""

from __future__ import annotations

import tomllib

from liaison_metrics.reports.pages.colours import PAPER
from tests.conftest import ROOT


def test_pictures_take_the_colours_of_the_page() -> None:
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        light = tomllib.load(file)["theme"]["light"]
    assert (PAPER.ink, PAPER.muted, PAPER.line) == (light["textColor"], light["grayTextColor"], light["borderColor"])
    assert (PAPER.paper, PAPER.track) == (light["secondaryBackgroundColor"], light["grayBackgroundColor"])
    assert [PAPER.identified, PAPER.unidentified, PAPER.plan] == light["chartCategoricalColors"][:3]
    assert list(PAPER.shades) == light["chartSequentialColors"]
    assert PAPER.good == light["greenTextColor"]
