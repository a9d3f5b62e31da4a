# SPDX-License-Identifier: EUPL-1.2
"""Films and captions are taken as they are; what they are is read from the file, and half files are refused."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kalender.media.film.reading import film_kind, take_captions, take_film
from kalender.media.kinds import Unreadable, UnreadablePicture
from tests.media.films import film


@pytest.mark.parametrize("long", [False, True])
def test_length_size_and_sound_are_what_the_file_says(long: bool, tmp_path: Path) -> None:
    path = film(tmp_path / "fest.mp4", seconds=12.5, long=long)
    found = take_film(path, tmp_path / "shelf")
    assert (found.suffix, found.width, found.height, found.milliseconds, found.sound) == (
        "mp4", 1080, 1920, 12_500, True,
    )  # fmt: skip
    kept = tmp_path / "shelf" / found.sha256[:2] / f"{found.sha256}.mp4"
    assert kept.read_bytes() == path.read_bytes()


def test_a_film_on_its_side_is_told_as_it_is_shown(tmp_path: Path) -> None:
    found = take_film(film(tmp_path / "a.mov", brand=b"qt  ", turned=True, sound=False), tmp_path / "shelf")
    assert (found.suffix, found.width, found.height, found.sound) == ("mov", 1080, 1920, False)


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda data: b"", Unreadable.EMPTY),
        (lambda data: data[:-1], Unreadable.DAMAGED),
        (lambda data: data[:60], Unreadable.DAMAGED),
        (lambda data: b"\xff\xd8\xff" + data, Unreadable.UNSUPPORTED),
        (lambda data: data.replace(b"vide", b"text"), Unreadable.UNSUPPORTED),
        (lambda data: data.replace(b"isom", b"heic"), Unreadable.UNSUPPORTED),
    ],
)
def test_what_is_no_whole_film_is_refused_and_leaves_nothing(
    harm: object, why: Unreadable, tmp_path: Path
) -> None:
    path = film(tmp_path / "a.mp4")
    assert callable(harm)
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(UnreadablePicture) as refusal:
        take_film(path, tmp_path / "shelf")
    assert refusal.value.why is why
    assert not [item for item in (tmp_path / "shelf").rglob("*") if item.is_file()]


def test_boxes_that_lie_never_raise_anything_else(tmp_path: Path) -> None:
    data = film(tmp_path / "a.mp4").read_bytes()
    for at in range(0, len(data), 7):
        (tmp_path / "b.mp4").write_bytes(data[:at] + b"\xff\xff" + data[at + 2 :])
        try:
            take_film(tmp_path / "b.mp4", tmp_path / "shelf")
        except UnreadablePicture:
            continue


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("1\n00:00:01,000 --> 00:00:03,500\nGrüße aus dem Rathaus\n", "srt"),
        ("\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\nGrüße\r\n", "srt"),
        ("WEBVTT\n\n00:01.000 --> 00:03.500\nGrüße\n", "vtt"),
    ],
)
def test_captions_are_known_by_what_is_in_them(text: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "untertitel.txt"
    path.write_bytes(text.encode())
    found = take_captions(path, tmp_path / "shelf")
    assert (found.suffix, found.cues) == (suffix, 1)


@pytest.mark.parametrize(
    "data", [b"", b"Kein Untertitel", "00:00:01,000 --> 00:00:02,000 Grüße".encode("utf-16")]
)
def test_other_texts_are_no_captions(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(data)
    with pytest.raises(UnreadablePicture):
        take_captions(path, tmp_path / "shelf")


def test_a_film_of_another_program_is_read(tmp_path: Path) -> None:
    tool = shutil.which("ffmpeg")
    if tool is None:
        pytest.skip(
            "ffmpeg is not installed, so no film of another program was read (Debian: apt-get install ffmpeg)"
        )
    path = tmp_path / "a.mp4"
    made = ["-f", "lavfi", "-i", "color=red:size=320x240:rate=10:duration=2", "-c:v", "mpeg4", str(path)]
    subprocess.run([tool, "-v", "error", *made], check=True)
    assert film_kind(path) == "mp4"
    found = take_film(path, tmp_path / "shelf")
    assert (found.width, found.height, found.milliseconds, found.sound) == (320, 240, 2000, False)
