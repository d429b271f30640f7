"""Marks tables of made-up data, so that nobody takes them for real where they are passed on."""

from __future__ import annotations

import pandas as pd

COLUMN, MARK = "sample_data", "made-up"

NAME_END = "-demo"
"""How the name of a file with made-up data ends, before its suffix."""


def marked(frame: pd.DataFrame, made_up: bool) -> pd.DataFrame:
    """Returns a table with a last column that says that its data are made up, if they are."""
    return frame.assign(**{COLUMN: MARK}) if made_up else frame
