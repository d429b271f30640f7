"""Forms are made side by side: in the language of whoever asks, each told when it is there; what fails is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from liaison_metrics.errors import NotTypeset
from liaison_metrics.reports import pack
from liaison_metrics.reports.forms.typst import typesetting
from liaison_metrics.reports.model import Report
from liaison_metrics.texts import language, use_language
from tests.unit.reports.worlds import Holding, report_on


@pytest.fixture
def report(holding: Holding) -> Report:
    return report_on(holding, ([], []))


@pytest.fixture
def italian() -> Iterator[None]:
    use_language("it")
    yield
    use_language("en")


@pytest.mark.usefixtures("italian")
def test_every_form_is_in_the_language_of_who_asks(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = pack.Form(str, lambda _report: {".txt": language().encode()}, ".txt")
    monkeypatch.setattr(pack, "FORMS", {"first": spoken, "second": spoken})
    assert set(pack.render(report, ["first", "second"]).values()) == {b"it"}


def test_each_form_is_told_once_and_files_stand_in_the_order_asked(report: Report) -> None:
    told: list[str] = []
    files = pack.render(report, ["xml", "csv", "html"], told.append)
    assert sorted(told) == ["csv", "html", "xml"]
    assert list(files) == [*pack.render(report, ["xml"]), *pack.render(report, ["csv"]), *pack.render(report, ["html"])]
    assert pack.render(report, []) == {}
    with pytest.raises(KeyError):
        pack.render(report, ["csv", "parchment"])


def test_pages_that_cannot_be_made_are_told_in_a_sentence(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "PIXELS_PER_INCH", "many")
    with pytest.raises(NotTypeset) as failed:
        pack.render(report, ["png", "csv"])
    assert failed.value.hint and "Traceback" not in str(failed.value)
    with pytest.raises(NotTypeset, match="could not be typeset"):
        typesetting.typeset("no_such_template.typ", {}, format="pdf")
