import contextlib
import struct
import tracemalloc
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from issues.decoding.sizes import PhotoSize
from issues.photo_formats import SENTENCES, PhotoProblem, PhotoReason
from issues.photos import MOST_BYTES, process

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (255, 255, 255)


def corners(width: int = 400, height: int = 300) -> Image.Image:
    """Red, green, blue and white quarters: any turn and any flip shows."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def saved(image: Image.Image, format_: str = "JPEG", **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, format_, **options)
    return target.getvalue()


def opened(source: bytes, size: PhotoSize = PhotoSize.LARGE) -> Image.Image:
    image = Image.open(BytesIO(process(source)[size].content))
    image.load()
    return image


def near(color: Any, expected: tuple[int, int, int], tolerance: int = 28) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(color, expected, strict=True))


def quarters(image: Image.Image) -> list[Any]:
    w, h = image.size
    places = [
        (w // 4, h // 4),
        (3 * w // 4, h // 4),
        (w // 4, 3 * h // 4),
        (3 * w // 4, 3 * h // 4),
    ]
    return [image.getpixel(place) for place in places]


def refused(source: bytes) -> PhotoReason:
    with pytest.raises(PhotoProblem) as problem:
        process(source)
    return problem.value.reason


def test_a_photo_comes_out_in_three_sizes_with_their_digests() -> None:
    photo = process(saved(corners(3000, 2000)))
    sizes = {size: (one.width, one.height) for size, one in photo.items()}
    assert sizes == {
        PhotoSize.LARGE: (1600, 1067),
        PhotoSize.MEDIUM: (800, 534),
        PhotoSize.THUMB: (320, 213),
    }
    for one in photo.values():
        image = Image.open(BytesIO(one.content))
        assert (image.format, image.mode, image.size) == ("WEBP", "RGB", (one.width, one.height))
        assert one.sha256 == sha256(one.content).hexdigest()


def test_a_stream_does_as_well_as_bytes(tmp_path: Path) -> None:
    path = tmp_path / "photo.html"
    path.write_bytes(saved(corners()))
    with path.open("rb") as stream:
        assert process(stream) == process(path.read_bytes())


def test_a_small_picture_is_not_blown_up() -> None:
    assert {(one.width, one.height) for one in process(saved(corners(200, 100))).values()} == {
        (200, 100)
    }


@pytest.mark.parametrize("size", [(1, 1), (1, 9000), (9000, 1), (20000, 900)])
def test_odd_shapes_keep_at_least_a_pixel(size: tuple[int, int]) -> None:
    for one in process(saved(Image.new("RGB", size, RED))).values():
        assert min(one.width, one.height) >= 1
        assert max(one.width, one.height) <= 1600


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_every_way_of_holding_the_camera_comes_out_upright(orientation: int, format_: str) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = corners()
    if orientation in undo:
        held = held.transpose(undo[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = opened(saved(held, format_, exif=exif))
    assert image.size == (400, 300)
    found = zip(quarters(image), (RED, GREEN, BLUE, WHITE), strict=True)
    assert all(near(color, expected) for color, expected in found)


@pytest.mark.parametrize("orientation", [0, 9, 6553])
def test_a_senseless_orientation_is_none(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert near(quarters(opened(saved(corners(), exif=exif)))[0], RED)


def test_a_photo_with_broken_exif_is_still_a_photo() -> None:
    source = saved(corners(), exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\xff" * 40)
    assert opened(source).size == (400, 300)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_place_camera_comment_and_profile_are_gone(format_: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRETPHONE"
    exif.get_ifd(0x8825).update({1: "N", 2: (23.0, 7.0, 12.0), 3: "E", 4: (113.0, 17.0, 3.0)})
    options: dict[str, Any] = {"exif": exif, "icc_profile": srgb_profile()}
    if format_ == "JPEG":
        options["comment"] = b"SECRETCOMMENT"
    if format_ == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", "SECRETCOMMENT")
    if format_ == "WEBP":
        options["xmp"] = b"<x:xmpmeta>SECRETCOMMENT</x:xmpmeta>"
    source = saved(corners(), format_, **options)
    assert b"SECRETPHONE" in source
    assert Image.open(BytesIO(source)).getexif().get_ifd(0x8825)
    for one in process(source).values():
        image = Image.open(BytesIO(one.content))
        assert not image.getexif()
        assert "icc_profile" not in image.info
        for mark in (b"SECRET", b"EXIF", b"Exif", b"XMP ", b"ICCP"):
            assert mark not in one.content


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_colours_of_another_profile_are_turned_into_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = opened(saved(corners()))
    # A profile that does not fit is ignored, one that fits changes nothing it should not.
    for profile in (lab, b"no profile at all", srgb_profile()):
        image = opened(saved(corners(), icc_profile=profile))
        pairs = zip(quarters(image), quarters(plain), strict=True)
        assert all(near(one, other, 12) for one, other in pairs)


def test_a_cmyk_print_file_keeps_its_colours() -> None:
    image = opened(saved(corners().convert("CMYK")))
    assert near(image.getpixel((100, 75)), RED, 40)
    assert near(image.getpixel((300, 225)), WHITE)


def test_sixteen_bits_of_grey_are_scaled_not_clipped() -> None:
    grey = Image.new("I;16", (200, 100), 128 * 256)
    source = saved(grey, "PNG")
    assert source[24] == 16  # bits a sample, in the header
    assert near(opened(source).getpixel((50, 50)), (128, 128, 128), 4)


def test_sixteen_bits_of_colour_are_scaled_too() -> None:
    line = b"\x00" + b"\xdc\x00\x1e\x00\x1e\x00" * 60
    source = png(60, 40, depth=16, color=2, lines=line * 40)
    assert near(opened(source).getpixel((30, 20)), RED)


def test_a_palette_with_alpha_lies_on_white_paper() -> None:
    image = Image.new("P", (200, 100), 0)
    image.putpalette([0, 0, 0, *RED])
    image.paste(1, (0, 0, 100, 100))
    result = opened(saved(image, "PNG", transparency=0))
    assert near(result.getpixel((50, 50)), RED)
    assert near(result.getpixel((150, 50)), WHITE, 6)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_see_through_parts_lie_on_white_paper(mode: str) -> None:
    source = saved(Image.new(mode, (100, 100), 0), "PNG")
    assert near(opened(source).getpixel((50, 50)), WHITE, 6)


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_plainer_pictures_are_taken(mode: str) -> None:
    assert opened(saved(corners().convert(mode), "PNG")).size == (400, 300)


def test_forty_megapixels_of_a_phone_never_stand_in_memory_whole() -> None:
    source = saved(Image.new("RGB", (7296, 5472), GREEN), quality=70)
    image = Image.open(BytesIO(source))
    image.draft(None, (1600, 1200))
    assert image.size[0] < 2000  # what the decoder hands out, instead of 7296
    photo = process(source)[PhotoSize.LARGE]
    assert (photo.width, photo.height) == (1600, 1200)


def test_what_is_read_of_a_stream_is_bounded() -> None:
    tracemalloc.start()
    assert refused_stream() is PhotoReason.TOO_HEAVY
    assert tracemalloc.get_traced_memory()[1] < 4 * MOST_BYTES
    tracemalloc.stop()


def refused_stream() -> PhotoReason:
    class Endless(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size > 0
            return bytes(size)

    with pytest.raises(PhotoProblem) as problem:
        process(Endless())
    return problem.value.reason


def test_fifteen_megabytes_are_the_limit() -> None:
    photo = saved(corners())
    process(photo + bytes(MOST_BYTES - len(photo)))
    assert refused(photo + bytes(MOST_BYTES - len(photo) + 1)) is PhotoReason.TOO_HEAVY


def png(width: int, height: int, *, depth: int = 8, color: int = 0, lines: bytes = b"") -> bytes:
    """A PNG by hand: its header may promise what the data does not hold."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("edge", [5_100, 10_000, 30_000, 2**31 - 1])
def test_a_decompression_bomb_is_refused_by_its_header(edge: int) -> None:
    bomb = png(edge, edge, lines=bytes(10_000_000))
    assert len(bomb) < 20_000
    tracemalloc.start()
    assert refused(bomb) is PhotoReason.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_a_progressive_photo_is_held_to_the_limit_of_what_is_decoded_whole() -> None:
    image = Image.new("L", (6000, 5000), 90)
    assert refused(saved(image, progressive=True)) is PhotoReason.TOO_LARGE
    assert process(saved(image))[PhotoSize.LARGE].width == 1600
    assert opened(saved(corners(), progressive=True)).size == (400, 300)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_photo_that_did_not_arrive_whole_is_refused(format_: str, share: float) -> None:
    noise = Image.effect_noise((600, 400), 90).convert("RGB")
    source = saved(noise, format_)
    assert refused(source[: int(len(source) * share)]) is PhotoReason.BROKEN


HTML = b"<!doctype html><script>alert(document.cookie)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9"/></svg>'


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", PhotoReason.EMPTY),
        (HTML, PhotoReason.NOT_A_PHOTO),
        (SVG, PhotoReason.SVG),
        (b'<?xml version="1.0"?>' + SVG, PhotoReason.SVG),
        (b"\x00" * 400, PhotoReason.NOT_A_PHOTO),
        (b"%PDF-1.7\n", PhotoReason.DOCUMENT),
        (b"PK\x03\x04\x14\x00word/document.xml", PhotoReason.DOCUMENT),
        (b"\xff\xd8\xff" + HTML, PhotoReason.BROKEN),
        (b"\x89PNG\r\n\x1a\n" + SVG, PhotoReason.BROKEN),
        (b"RIFF\x00\x00\x00\x00WEBP" + HTML, PhotoReason.BROKEN),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", PhotoReason.HEIC),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", PhotoReason.HEIC),
        (b"\x00\x00\x00\x18ftyphevx\x00\x00\x00\x00mif1hevx", PhotoReason.HEIC),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf", PhotoReason.AVIF),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf", PhotoReason.AVIF),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", PhotoReason.FILM),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ", PhotoReason.FILM),
        (b"RIFF\x00\x00\x00\x00AVI LIST", PhotoReason.FILM),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", PhotoReason.NOT_A_PHOTO),
        (saved(corners(), "GIF"), PhotoReason.GIF),
        (saved(corners(), "BMP"), PhotoReason.BMP),
        (saved(corners(), "TIFF"), PhotoReason.TIFF),
    ],
)
def test_what_is_no_photo_is_refused_with_its_reason(source: bytes, reason: PhotoReason) -> None:
    assert refused(source) is reason


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_moving_pictures_are_refused(format_: str) -> None:
    frames = [Image.new("RGB", (40, 40), color) for color in (GREEN, BLUE)]
    source = saved(frames[0], format_, save_all=True, append_images=frames[1:], duration=100)
    assert refused(source) is PhotoReason.MOVING


def test_a_phones_jpeg_with_a_second_exposure_is_its_first_picture() -> None:
    second = Image.new("RGB", (400, 300), BLUE)
    source = saved(corners(), "MPO", save_all=True, append_images=[second])
    assert near(quarters(opened(source))[0], RED)


@pytest.mark.parametrize("payload", [HTML, SVG, b"PK\x03\x04evil.zip", b"<?php system('id');?>"])
@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_what_hides_behind_a_photo_stays_behind(format_: str, payload: bytes) -> None:
    options: dict[str, Any] = {"comment": payload} if format_ == "JPEG" else {}
    source = saved(corners(), format_, **options) + payload
    for one in process(source).values():
        assert payload not in one.content
        assert one.content[8:12] == b"WEBP"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a"]),
)
@example(b"", b"")
def test_no_bytes_whatever_break_out_of_the_coded_reasons(tail: bytes, magic: bytes) -> None:
    assert refused(magic + tail) in PhotoReason


@given(st.integers(0, 2500), st.integers(0, 255))
def test_one_flipped_byte_gives_a_photo_or_a_coded_reason(place: int, value: int) -> None:
    source = bytearray(saved(corners(64, 48)))
    source[place % len(source)] = value
    with contextlib.suppress(PhotoProblem):
        assert set(process(bytes(source))) == set(PhotoSize)


def test_every_reason_has_a_sentence() -> None:
    with translation.override("en"):
        assert all(str(SENTENCES[reason]).endswith(".") for reason in PhotoReason)
        assert "the AVIF format" in str(SENTENCES[PhotoReason.AVIF])
        assert str(PhotoProblem(PhotoReason.TOO_HEAVY).message).startswith("This photo is larger")
