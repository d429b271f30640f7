"""The watch tells every listener about changes of the store."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from liaison_metrics.services.workspace.watch import Watch

Result = TypeVar("Result")


def run(task: Coroutine[Any, Any, Result]) -> Result:
    """Runs a task to its end, in a thread of its own: a browser's tests leave a loop running in theirs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, task).result(10)


def test_the_watch_knows_without_asking_only_while_somebody_listens() -> None:
    state = {"revision": 1}

    async def listen() -> tuple[int, int, int]:
        watch = Watch(lambda: state["revision"])
        revisions = watch.revisions()
        await anext(revisions)
        state["revision"] = 2
        known = watch.revision()
        watch.wrote()
        asked = watch.revision()
        await revisions.aclose()
        return known, asked, Watch(lambda: 3).revision()

    assert run(listen()) == (1, 2, 3)


def test_listeners_hear_every_change_and_the_watch_ends() -> None:
    state = {"revision": 1}

    async def listen() -> list[int | None]:
        watch = Watch(lambda: state["revision"])
        heard: list[int | None] = []
        async for revision in watch.revisions():
            heard.append(revision)
            if len(heard) == 3:
                watch._stop()
            state["revision"] += 1
        return heard

    assert run(listen()) == [1, 2, 3]
