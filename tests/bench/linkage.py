"""How well people recorded twice are found, and how fast: FEBRL4 beside other programs, and made-up people."""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from liaison_metrics.domain.near_matches import candidates as choosing
from liaison_metrics.domain.near_matches.finding import near_matches
from tests.bench.row import Row
from tests.bench.scripts import IN_TWO_SCRIPTS
from tests.conftest import ROOT
from tests.near_people import Quality, Written, again, descriptions, is_new, people

ENVIRONMENT = ROOT / ".venv" / "linkage"
"""The other programs need an older pandas, so they get an environment of their own."""
PACKAGES = ("recordlinkage==0.16", "splink==5.0.0")
Pairs = set[tuple[int, int]]


def measure() -> Iterator[Row]:
    """Yields the rows about near-matches."""
    try:
        told = _others()
    except (OSError, subprocess.SubprocessError) as error:
        reason = f"skipped: {', '.join(PACKAGES)} cannot be installed ({type(error).__name__})"
        yield Row("People recorded twice, FEBRL4", reason, "F1 ≥ .990 whole, ≥ .980 half", True)
    else:
        yield from _febrl(told)
    yield from _scripts()
    yield from _many()


@cache
def _others() -> dict[str, Any]:
    """FEBRL4 and what the other programs find in it. Raises OSError or SubprocessError where they cannot be had."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, check=True, capture_output=True, timeout=600)
    script = Path(__file__).with_name("other_linkage.py")
    done = subprocess.run([str(python), str(script)], check=True, capture_output=True, timeout=600)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _febrl(told: dict[str, Any]) -> Iterator[Row]:
    for part, bar in (("whole", 0.990), ("half", 0.980)):
        left, right = told["left"][:: 1 if part == "whole" else 2], told["right"]
        written = [_written(one) for one in (*left, *right)]
        found, took = _timed(written, len(left))
        number = {record["rec_id"]: at for at, record in enumerate((*left, *right))}
        person = {_person(record): at for at, record in enumerate(left)}
        true = {(person[_person(one)], number[one["rec_id"]]) for one in right if _person(one) in person}
        quality = Quality.of(found, true)
        alone, _ = _timed(written, None)
        beside = [f"exact {Quality.of(_exact(written, len(left)), true).f1:.3f}"]
        for program in ("recordlinkage", "splink"):
            others = told[f"{program} {part}"]
            if isinstance(others, str):
                beside.append(f"{program} failed: {others}")
                continue
            matched = {(min(a, b), max(a, b)) for a, b in ((number[one], number[other]) for one, other in others)}
            beside.append(f"{program} {Quality.of(matched, true).f1:.3f}")
        figures = f"F1 {quality.f1:.4f}, precision {quality.precision:.4f}, {took:.1f} s"
        yield Row(
            f"FEBRL4 {part}, three fields",
            f"{figures}; one list: F1 {Quality.of(alone, true).f1:.3f}; {', '.join(beside)}",
            f"F1 ≥ {bar:.3f}, precision ≥ .995",
            quality.f1 >= bar and quality.precision >= 0.995,
        )
        if part == "whole":
            yield Row("… found, by kind of slip", _by_kind(written, found, true), "", True)


def _written(record: dict[str, str]) -> Written:
    birth = record["date_of_birth"]
    return Written(record["given_name"], record["surname"], birth if birth.isdecimal() and len(birth) == 8 else "")


def _person(record: dict[str, str]) -> str:
    return record["rec_id"].split("-")[1]


def _timed(written: list[Written], first_new: int | None) -> tuple[Pairs, float]:
    """The pairs found, the people from *first_new* on being new (None: one list), and the seconds that it took."""
    compared = descriptions(written)
    started = perf_counter()
    found = near_matches(compared, None if first_new is None else is_new(compared, first_new))
    return {(one.person, one.other) for one in found}, perf_counter() - started


def _exact(written: list[Written], first_new: int) -> Pairs:
    """The pairs with three equal fields."""
    places = defaultdict(list)
    for at, one in enumerate(written[:first_new]):
        places[one].append(at)
    return {(other, at) for at, one in enumerate(written[first_new:], first_new) for other in places[one]}


KINDS: dict[str, Callable[[Written, Written], bool]] = {
    "equal": lambda a, b: a == b,
    "names swapped": lambda a, b: a.given == b.family and a.family == b.given,
    "a name missing": lambda a, b: not (a.given and a.family and b.given and b.family),
    "date missing": lambda a, b: not (a.birth and b.birth),
    "date": lambda a, b: (a.given, a.family) == (b.given, b.family),
    "given name": lambda a, b: (a.family, a.birth) == (b.family, b.birth),
    "family name": lambda a, b: (a.given, a.birth) == (b.given, b.birth),
    "several": lambda _a, _b: True,
}


def _by_kind(written: list[Written], found: Pairs, true: Pairs) -> str:
    total: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    for a, b in true:
        kind = next(kind for kind, holds in KINDS.items() if holds(written[a], written[b]))
        total[kind] += 1
        right[kind] += (a, b) in found
    return ", ".join(f"{kind} {right[kind]} of {total[kind]}" for kind in KINDS if total[kind])


def _scripts() -> Iterator[Row]:
    """Names in two scripts or spellings with one birth date, each pair among 2,000 others."""
    others = _made_up(2_000, seed=11)
    for script, names in IN_TWO_SCRIPTS.items():
        written = list(others)
        for at, (one, other) in enumerate(names):
            written += [Written(one, "", f"19{60 + at}0412"), Written(other, "", f"19{60 + at}0412")]
        found, _took = _timed(written, None)
        right = sum((len(others) + 2 * at, len(others) + 2 * at + 1) in found for at in range(len(names)))
        wanted = 0 if "Arabic letters" in script else len(names) - 1
        yield Row(f"… {script}", f"{right} of {len(names)} found", f"≥ {wanted}", right >= wanted)


def _resampled(count: int, seed: int) -> list[Written]:
    """So many people with the names of FEBRL4, as often as they are there; with made-up ones where it is not to be
    had."""
    try:
        names = _others()["left"]
    except (OSError, subprocess.SubprocessError):
        return _made_up(count, seed)
    return people(count, [one["given_name"] for one in names], [one["surname"] for one in names], seed)


def _made_up(count: int, seed: int) -> list[Written]:
    chance = random.Random(seed)
    parts = [first + second for first in "bdfgklmnprstvz" for second in "aeio"]
    family = ["".join(chance.choices(parts, k=chance.choice((2, 3, 3, 4)))) + chance.choice(("", "n", "r", "s"))
              for _ in range(6_000)]  # fmt: skip
    given = ["".join(chance.choices(parts, k=chance.choice((2, 2, 3)))) for _ in range(800)]
    return people(count, given, family, seed)


def _many() -> Iterator[Row]:
    """100,000 people: 1,000 new rows against them, and all against all; what choosing candidates costs in recall."""
    chance = random.Random(12)
    listed = _resampled(80_000, seed=13)
    written = listed + [again(one, chance) for one in listed[:20_000]]
    more = [again(one, chance) for one in chance.sample(listed, 1_000)]
    found, took = _timed(written + more, len(written))
    yield Row("1,000 new rows against 100,000 people", f"{took:.1f} s, {len(found)} pairs", "< 2 s", took < 2)
    rare, _took, memory_of_rare = _alone(written, len(listed), 20_000)
    listed = _resampled(50_000, seed=13)
    quality, took, memory = _alone(listed + [again(one, chance) for one in listed], len(listed), len(listed))
    memory = max(memory, memory_of_rare)
    yield Row(
        "100,000 people, all against all",
        f"{took:.0f} s, F1 {quality.f1:.3f} (precision {quality.precision:.3f}); if 20,000 are there twice and 60,000 "
        f"once: {rare.f1:.3f} ({rare.precision:.3f}); {memory:,.0f} MiB",
        "< 60 s, F1 ≥ .960, < 1,536 MiB",
        took < 60 and min(quality.f1, rare.f1) >= 0.960 and memory < 1536,
    )
    yield _cost_of_choosing()


def _alone(written: list[Written], once: int, twice: int) -> tuple[Quality, float, float]:
    """How well the first people are found who come again after *once* others: the quality, the seconds, and the MiB of
    a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_found_again, written, once, twice).result()


def _found_again(written: list[Written], once: int, twice: int) -> tuple[Quality, float, float]:
    found, took = _timed(written, None)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 if sys.platform == "darwin" else 1)
    return Quality.of(found, {(at, once + at) for at in range(twice)}), took, memory


def _cost_of_choosing() -> Row:
    chance, few = random.Random(14), choosing.FEW_PAIRS
    listed = _resampled(8_000, seed=15)
    written = listed + [again(one, chance) for one in listed[:2_000]]
    recall = []
    true = {(at, len(listed) + at) for at in range(2_000)}
    for most in (1 << 60, 0):
        choosing.FEW_PAIRS = most  # type: ignore[misc]
        recall.append(Quality.of(_timed(written, None)[0], true).recall)
    choosing.FEW_PAIRS = few  # type: ignore[misc]
    return Row(
        "Recall that choosing candidates costs",
        f"{recall[0] - recall[1]:.4f} (10,000 people: {recall[0]:.4f} with all pairs, {recall[1]:.4f} with candidates)",
        "≤ .010",
        recall[0] - recall[1] <= 0.010,
    )
