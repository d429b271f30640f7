"""Which files and links are kept as evidence: their content decides."""

from __future__ import annotations

import io
import zipfile

import pytest

from liaison_metrics.errors import RefusedFile, WrongEntry
from liaison_metrics.services.events.evidence.checking import LARGEST_EVIDENCE, checked_file, checked_link
from liaison_metrics.services.events.evidence.checking import MEDIA_TYPES as TYPES

PDF = b"%PDF-1.7\n..."


def archive(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return content.getvalue()


def office(part: str, *more: str) -> bytes:
    return archive(**{"[Content_Types].xml": "x", part: "x"}, **dict.fromkeys(more, "x"))


@pytest.mark.parametrize(
    ("data", "name", "kept"),
    [
        (PDF, "list.pdf", "list.pdf"),
        (PDF, "photo.jpg", "photo.pdf"),
        (PDF, "../../etc/Minutes: 1.\u202efdp.exe", "etc Minutes 1. fdp.pdf"),
        (PDF, ".pdf", "evidence.pdf"),
        (PDF, "Dr. Who and the list", "Dr. Who and the list.pdf"),
        (office("word/document.xml"), "minutes.docx", "minutes.docx"),
        (office("xl/workbook.xml"), "a.zip", "a.xlsx"),
        (office("ppt/presentation.xml"), "a.pptx", "a.pptx"),
        (archive(mimetype=TYPES["odt"]), "a.odt", "a.odt"),
        (archive(mimetype=TYPES["ods"]), "a.ods", "a.ods"),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, name: str, kept: str) -> None:
    found = checked_file(name, data)
    assert found.name == kept and found.content == data and kept.endswith(found.form)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"MZ\x90\x00", "of a kind"),
        (b"<svg onload='x'/>", "of a kind"),
        (b"GIF89a", "of a kind"),
        (archive(**{"a.txt": "x"}), "of a kind"),
        (b"PK\x03\x04 cut", "damaged"),
        (b"\xff\xd8\xff\xe0 cut", "damaged"),
        (office("word/document.xml", "word/vbaProject.bin"), "macros"),
        (b"%PDF-" + bytes(LARGEST_EVIDENCE), "larger than 20 MB"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_not_kept_is_refused_with_the_reason_and_a_way_out(data: bytes, why: str) -> None:
    with pytest.raises(RefusedFile, match=why) as refused:
        checked_file("{photo}.jpg", data)
    assert refused.value.hint and "{photo}.jpg" in refused.value.message


def test_a_link_is_a_whole_https_address() -> None:
    assert checked_link(" https://example.org/a?b=1#c ").content == b"https://example.org/a?b=1#c"
    for wrong in (
        "http://example.org", "javascript:alert(1)", "https://", "https://localhost/a", "https://me:x@example.org",
        "https://example.org/a b", "https://example.org/\x00", "https://[x", "https://example.org/" + "x" * 2000, "",
    ):  # fmt: skip
        with pytest.raises(WrongEntry):
            checked_link(wrong)
