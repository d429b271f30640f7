"""The code of a sign-in sheet as a QR code."""

from __future__ import annotations

import io

import segno

_QUIET_ZONE = 2
"""Modules of white around it: the page is white as well."""


def qr_svg(code: str) -> str:
    """Returns the code as an SVG picture, one module to the unit."""
    file = io.BytesIO()
    segno.make(code, error="m").save(file, kind="svg", xmldecl=False, border=_QUIET_ZONE, dark="#000", light="#fff")
    return file.getvalue().decode()


def qr_png(code: str, scale: int) -> bytes:
    """Returns the code as a PNG picture; *scale* is the pixels of a module."""
    file = io.BytesIO()
    segno.make(code, error="m").save(file, kind="png", scale=scale, border=_QUIET_ZONE)
    return file.getvalue()
