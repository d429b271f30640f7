"""The colours of reports and pictures by purpose. A test keeps them equal to the colours of the web pages.

Blue and orange-brown can be told apart with every kind of colour blindness. In greyscale, identified people are dark
and solid, unidentified people hatched, and undivided bars lie between the two.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme by purpose."""

    ink: str
    muted: str
    line: str
    track: str
    paper: str
    identified: str
    unidentified: str
    plan: str
    good: str
    shades: tuple[str, ...]

    @property
    def together(self) -> str:
        """The colour of bars that do not divide people into identified and unidentified."""
        return self.shades[5]

    def ground(self, share: float) -> tuple[str, str]:
        """Returns the colour of a cell with this share of the greatest number (0 to 1), and of the text on it."""
        step = min(int(share * len(self.shades)), len(self.shades) - 1)
        return self.shades[step], self.paper if step > _LAST_UNDER_INK else self.ink


_LAST_UNDER_INK = 5
"""The darkest shade on which dark text has enough contrast (4.5 to 1)."""

PAPER = Palette(
    ink="#14213b",
    muted="#55627a",
    line="#dbe2ec",
    track="#e8edf4",
    paper="#ffffff",
    identified="#1d4e8f",
    unidentified="#7ea3d3",
    plan="#b4530a",
    good="#0b6b57",
    shades=(
        "#eef3fa", "#dce7f5", "#c3d5ed", "#a6c0e2", "#87a9d5",
        "#6890c6", "#4a77b4", "#335fa0", "#234d89", "#173b6f",
    ),
)  # fmt: skip
