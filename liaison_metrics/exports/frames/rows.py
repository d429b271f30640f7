"""Turns rows into DataFrames with fixed columns and dtypes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, get_type_hints

import pandas as pd

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_DTYPES: Mapping[object, str] = {
    str: "str",
    str | None: "str",
    int: "int64",
    int | None: "Int64",
    datetime.date: "datetime64[s]",
}


@cache
def columns(row_class: type[DataclassInstance]) -> Mapping[str, str]:
    """Returns the dtype of each column of a table, in order, from the fields of its row class."""
    types = get_type_hints(row_class)
    return {field.name: _DTYPES[types[field.name]] for field in fields(row_class)}


def frame_of(row_class: type[DataclassInstance], rows: Iterable[DataclassInstance]) -> pd.DataFrame:
    """Returns the rows as a DataFrame. It has all columns with their dtypes even if there are no rows."""
    rows = list(rows)
    return pd.DataFrame(
        {
            name: pd.Series([getattr(row, name) for row in rows], dtype=dtype)
            for name, dtype in columns(row_class).items()
        }
    )
