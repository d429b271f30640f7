"""Photos keep their picture and lose place, time, device and comments."""

from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from liaison_metrics.services.events.evidence.photos import without_metadata

PICTURE = Image.effect_noise((48, 32), 60).convert("RGB")
SECRET = b"Quendelberg"


def jpeg(*, turned: int = 1, progressive: bool = False) -> bytes:
    exif = PICTURE.getexif()
    exif[0x0112], exif[0x010F], exif[0x8825] = turned, SECRET.decode(), {1: "N", 2: (47.0, 4.0, 14.0)}
    content = io.BytesIO()
    PICTURE.save(content, "JPEG", exif=exif, comment=SECRET, progressive=progressive, icc_profile=b"colours" * 9)
    return content.getvalue() + b"a smaller picture with " + SECRET


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("turned", [1, 6])
def test_a_jpeg_keeps_picture_colours_and_turn_alone(turned: int, *, progressive: bool) -> None:
    photo = jpeg(turned=turned, progressive=progressive)
    found = without_metadata("jpeg", photo)
    assert SECRET in photo and SECRET not in found and b"\x88\x25" not in found
    kept = opened(found)
    assert kept.tobytes() == opened(photo).tobytes() and kept.info["icc_profile"] == b"colours" * 9
    assert dict(kept.getexif()) == ({} if turned == 1 else {0x0112: turned})
    assert without_metadata("jpeg", found) == found


def test_a_png_keeps_the_picture_alone() -> None:
    words, content = PngInfo(), io.BytesIO()
    words.add_text("Author", SECRET.decode())
    words.add_itxt("Comment", SECRET.decode(), zip=True)
    PICTURE.save(content, "PNG", pnginfo=words, exif=PICTURE.getexif())
    found = without_metadata("png", content.getvalue() + SECRET)
    assert SECRET not in found and zlib.compress(SECRET)[2:8] not in found
    assert opened(found).tobytes() == PICTURE.tobytes() and not opened(found).info.get("Author")


@given(st.integers(0, 2000), st.binary(max_size=3))
def test_a_damaged_photo_is_refused_or_read(cut: int, instead: bytes) -> None:
    photo = jpeg()
    try:
        found = without_metadata("jpeg", photo[:cut] + instead + photo[cut + len(instead) :])
    except ValueError:
        return
    assert found.startswith(b"\xff\xd8") and found.endswith(b"\xff\xd9")


@pytest.mark.parametrize("data", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x01", b"\x89PNG"])
def test_what_is_no_whole_photo_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        without_metadata("png" if data[1:4] == b"PNG" else "jpeg", data)
