"""The server with a gate in it: ``gated_server.py GATE``, then the arguments of ``streamlit``.

An HTML block waits while the file GATE contains its key; "*" stops a run before it reads any click. With this, a test
stops a run at any block: the page is partly old and partly new until the gate opens.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from streamlit.web.cli import main

from liaison_metrics.ui import address
from liaison_metrics.ui.frame import html

GATE = Path(sys.argv.pop(1))


def wait(key: str) -> None:
    while {"*", key} & set(GATE.read_text().split()):
        time.sleep(0.005)


def gated(block: Callable[..., object]) -> Callable[..., object]:
    def render(*, key: str, **arguments: object) -> object:
        wait(key)
        return block(key=key, **arguments)

    return render


def update(*arguments: Any) -> address.Address:
    wait("*")
    return _update(*arguments)


_update, address.update = address.update, update
for name in ("_html_block", "_live_html_block", "_address_block"):
    setattr(html, name, gated(getattr(html, name)))
main()
