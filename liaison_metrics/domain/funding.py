"""What funders and open data registers need of a project: who pays, by language, and codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

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
