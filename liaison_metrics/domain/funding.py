"""What funders and open data registers need of a project: who pays, by language, codes, and how long data are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

_Texts = Mapping[Annotated[str, Field(pattern=r"^[a-z]{2}$")], Annotated[str, Field(min_length=1)]]


class FundingTexts(BaseModel):
    """What the funder wants to read wherever it looks: who pays (``statement``), and that the funder does not answer
    for the content (``disclaimer``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    statement: _Texts = Field(default_factory=dict)
    disclaimer: _Texts = Field(default_factory=dict)

    def in_language(self, language: str) -> tuple[str, ...]:
        """Returns the statement and the disclaimer in a language, those that are missing in English; nothing where the
        project gives neither."""
        texts = (one.get(language) or one.get("en", "") for one in (self.statement, self.disclaimer))
        return tuple(filter(None, texts))


class OpenData(BaseModel):
    """What open data registers need: the coordinator's identifier (org-id.guide), and the codes of the project's sector
    and region in the lists of the OECD's Development Assistance Committee."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    organisation: Annotated[str, Field(pattern=r"^[^/&|?\s]*$")] = ""
    sector: Annotated[str, Field(pattern=r"^(\d{5})?$")] = ""
    region: Annotated[str, Field(pattern=r"^\d*$")] = ""


SMALL_GRANT = 60_000
"""Euros. Up to this amount, records of an EU grant must be kept for three years after the final payment, else five."""


class DataProtection(BaseModel):
    """How long personal data are kept, whom participants can ask, and what counts as consent.

    The time begins with the final payment. ``years_kept`` replaces what follows from the ``grant`` (euros).
    ``refused`` are words that say no to data processing beside those that the program knows; ``empty_consent`` says
    what an empty cell in a column about consent means.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    final_payment: date | None = None
    grant: Annotated[int, Field(ge=0)] | None = None
    years_kept: Annotated[int, Field(ge=1, le=30)] | None = None
    controller: str = ""
    contact: str = ""
    refused: tuple[str, ...] = ()
    empty_consent: Literal["given", "refused"] = "given"

    @property
    def years(self) -> int:
        """How many years after the final payment personal data are kept."""
        small = self.grant is not None and self.grant <= SMALL_GRANT
        return self.years_kept or (3 if small else 5)

    @property
    def purge_day(self) -> date | None:
        """The first day on which personal data are to be deleted, None while the final payment is not known."""
        if self.final_payment is None:
            return None
        year = self.final_payment.year + self.years
        leap_day = (self.final_payment.month, self.final_payment.day) == (2, 29)
        return date(year, 3, 1) if leap_day else self.final_payment.replace(year=year)
