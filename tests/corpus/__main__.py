"""The corpus from the command line: ``python -m tests.corpus [--misses] [--write FOLDER] [SHAPE …]``."""

from __future__ import annotations

import sys
from pathlib import Path

from liaison_metrics.services.workspace.project_file import load_project
from tests.corpus.made import all_shapes, make
from tests.corpus.measure import SEEDS, Result, read_all, summary


def main(arguments: list[str]) -> None:
    """Reads the corpus and prints how much came out right; or writes its files for looking at."""
    if "--write" in arguments:
        place = arguments.index("--write")
        write(Path(arguments[place + 1]), arguments[place + 2 :])
        return
    from liaison_metrics.sheets.reading import read_sheet

    names = [one for one in arguments if not one.startswith("-")]
    project = load_project(Path(__file__).parents[2] / "data" / "project.toml")
    results = read_all(read_sheet, project, names)
    if "--misses" in arguments:
        for result in results:
            if result.misses or result.needless:
                print(described(result))
    print(summary(results))


def described(result: Result) -> str:
    """The misses of one file, a line each."""
    lines = [f"{result.shape} {result.seed}  {result.made.file}  {result.made.args or ''}"]
    lines += [f"    {miss.figure}: expected {miss.expected}, got {miss.got}" for miss in result.misses]
    if result.needless:
        lines.append(f"    needless questions: {', '.join(result.needless)}")
    return "\n".join(lines)


def write(folder: Path, names: list[str]) -> None:
    """Writes the files into a folder, a folder each shape."""
    for name in all_shapes():
        if names and not any(wanted in name for wanted in names):
            continue
        for seed in SEEDS:
            made = make(name, seed)
            place = folder / name / str(seed)
            place.mkdir(parents=True, exist_ok=True)
            (place / made.file).write_bytes(made.data)


if __name__ == "__main__":
    main(sys.argv[1:])
