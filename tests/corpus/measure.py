"""What a reading gives against what the sheet holds, figure by figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from liaison_metrics.domain.project import NOT_STATED, Project
from liaison_metrics.sheets.model import Hints, Reading
from tests.corpus.made import Made, all_shapes, make
from tests.corpus.truth import EventKey, Heads, Seen, figures, identities

SEEDS = (1, 2, 3)
Read = Callable[[str, bytes, Project, Hints], Reading]


@dataclass(slots=True)
class Miss:
    figure: str
    expected: object
    got: object


@dataclass(slots=True)
class Result:
    """One file: how many figures it has, and those that came out wrong. ``asked``: kinds of question that came."""

    shape: str
    seed: int
    made: Made
    figures: int = 0
    misses: list[Miss] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)


def read_all(read: Read, project: Project, names: list[str] | None = None) -> list[Result]:
    """Reads every shape from every seed."""
    chosen = [name for name in all_shapes() if not names or any(wanted in name for wanted in names)]
    return [measured(read, project, name, seed) for name in chosen for seed in SEEDS]


def measured(read: Read, project: Project, name: str, seed: int) -> Result:
    """Reads one file; an error is a miss of all its figures."""
    made = make(name, seed)
    result = Result(name, seed, made)
    args = dict(made.args)
    day = args.pop("date", None)
    try:
        reading = read(made.file, made.data, project, Hints(date=date.fromisoformat(day) if day else None, **args))
    except Exception as error:
        result.figures = len(_expected(made))
        result.misses = [Miss(key, value, repr(error)) for key, value in _expected(made).items()]
        return result
    _compare(result, reading)
    return result


def _expected(made: Made) -> dict[str, object]:
    """All figures that the file must give. Those that a table of one kind cannot have are none."""
    found: dict[str, object] = {"attendances": 0, **figures(made.truth.seen, made.truth.heads)}
    for key, numbers in (("not_counted", made.truth.not_counted), ("rejected", made.truth.rejected)):
        if numbers is not None:
            found[key] = numbers
    for kinds in made.truth.asked:
        found["question " + "/".join(sorted(kinds))] = True
    return found


def _compare(result: Result, reading: Reading) -> None:
    truth = result.made.truth
    expected = _expected(result.made)
    seen, heads = _seen(reading), _heads(reading)
    got: dict[str, object] = {"attendances": 0, **figures(seen, heads)}
    got |= {"not_counted": len(reading.not_counted), "rejected": len(reading.rejected)}
    result.asked = [question.kind for question in reading.questions]
    result.needless = [kind for kind in result.asked if not any(kind in kinds for kinds in truth.asked)]
    for kinds in truth.asked:
        got["question " + "/".join(sorted(kinds))] = any(kind in kinds for kind in result.asked)
    keys = [*expected, *(key for key in got if key not in expected and key not in ("not_counted", "rejected"))]
    result.figures = len(keys) + 2
    for key in keys:
        want, have = expected.get(key, 0), got.get(key, 0)
        if have not in want if isinstance(want, set) else have != want:
            result.misses.append(Miss(key, want, have))
    parts = len(reading.attendances) + len(reading.headcounts) + len(reading.not_counted) + len(reading.rejected)
    if reading.rows_read != parts:
        result.misses.append(Miss("rows accounted for", reading.rows_read, parts))
    right, read = identities(truth.seen), identities(seen)
    if right != read:
        result.misses.append(Miss("who", f"{len(right - read)} missing", f"{len(read - right)} others"))


def _event(reading: Reading, number: int) -> EventKey:
    event = reading.events[number]
    return event.activity, event.city, event.date.isoformat()


def _word(code: str | None) -> str | None:
    return None if code == NOT_STATED else code


def _seen(reading: Reading) -> list[Seen]:
    return [
        Seen(
            _event(reading, row.event), row.name, row.email, row.phone,
            row.birth.isoformat() if row.birth else None, row.birth_year,
            _word(row.community), _word(row.group), _word(row.gender),
        )
        for row in reading.attendances
    ]  # fmt: skip


def _heads(reading: Reading) -> list[Heads]:
    return [
        Heads(_event(reading, row.event), row.people, _word(row.community), _word(row.group), _word(row.gender))
        for row in reading.headcounts
    ]


def summary(results: list[Result]) -> str:
    """The shares in two lines."""
    right = sum(not result.misses for result in results)
    all_figures = sum(result.figures for result in results)
    good = all_figures - sum(len(result.misses) for result in results)
    shapes = len({result.shape for result in results})
    return (
        f"{shapes} shapes, {len(results)} files: {right} wholly right ({right / len(results):.1%})\n"
        f"{all_figures} figures: {good} right ({good / all_figures:.2%})"
    )


def share(results: list[Result]) -> float:
    """The share of figures that are right."""
    return 1 - sum(len(result.misses) for result in results) / sum(result.figures for result in results)
