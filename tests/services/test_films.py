# SPDX-License-Identifier: EUPL-1.2
"""A film goes out as it came in, only where a channel takes films, and an approval covers it."""

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.picture import Music
from kalender.domain.plan import Channel
from kalender.domain.stage import Stage
from kalender.exchange.package import check
from kalender.services.backups.places import Places
from kalender.store.backup.info import Reason
from tests.media.films import film

FRIDAY = datetime(2026, 12, 11, 15, 0)


@pytest.fixture
def clip(house: House, picture: str, tmp_path: Path) -> Path:
    """A film with captions; the picture is its cover, and Facebook takes reels."""
    with house.desk.action("channel.formats") as act:
        facebook = act.get(Channel, "facebook")
        act.put(replace(facebook, formats=(*facebook.formats, "facebook.reel")))
    path = film(tmp_path / "fest.mp4")
    films = house.pictures.films
    films.attach(picture, path, films.take_film(path))
    words = tmp_path / "fest.vtt"
    words.write_text("WEBVTT\n\n00:01.000 --> 00:03.500\nGrüße\n", encoding="utf-8")
    films.caption(picture, words, films.take_captions(words))
    return path


@pytest.fixture
def approved(house: House, picture: str, clip: Path) -> str:
    post = house.posts.create("Fest", planned=FRIDAY, text="Der Markt ist eröffnet.")
    house.editing.set_channels(post, ["facebook", "mastodon"])
    house.editing.attach(post, [picture])
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")
    return post


def test_a_film_leaves_unchanged_and_only_where_films_are_taken(
    house: House, approved: str, clip: Path, tmp_path: Path
) -> None:
    report = house.publishing.export(tmp_path / "out", archive=True)
    assert report.held_back == ()
    (package,) = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    assert check(package) == []
    by_channel = {item.channel: item for item in report.left}
    folder = tmp_path / "out" / by_channel["facebook"].folder
    assert (folder / "film-1.mp4").read_bytes() == clip.read_bytes()
    assert (folder / "film-1.vtt").is_file()
    steps = (folder / "checkliste.txt").read_text(encoding="utf-8")
    assert "film-1.mp4 hochladen (Film, unverändert)" in steps
    assert "film-1.vtt als Untertitel" in steps
    assert not [name for name in by_channel["mastodon"].files if name.startswith("film")]


def test_another_film_voids_an_approval(house: House, approved: str, picture: str, tmp_path: Path) -> None:
    other = film(tmp_path / "anders.mp4", seconds=20)
    house.pictures.films.attach(picture, other, house.pictures.films.take_film(other))
    report = house.publishing.export(tmp_path / "out")
    assert report.left == ()


def test_a_film_that_changed_on_disk_never_leaves(
    house: House, approved: str, picture: str, tmp_path: Path
) -> None:
    found = house.pictures.get(picture)
    path = house.pictures.shelf.path(found.film, found.film_suffix)
    path.write_bytes(path.read_bytes().replace(b"bytes", b"BYTES"))
    report = house.publishing.export(tmp_path / "out")
    assert report.left == ()


def test_films_are_examined_and_secured_like_pictures(house: House, clip: Path, tmp_path: Path) -> None:
    found = house.verifying.run()
    assert (found.troubles, found.strays) == ((), ())
    house.backups_at(lambda: Places(first=tmp_path / "sicher")).make(Reason.MANUAL)
    digest = hashlib.sha256(clip.read_bytes()).hexdigest()
    (kept,) = (tmp_path / "sicher").rglob(f"{digest}.mp4")
    assert kept.read_bytes() == clip.read_bytes()


def test_a_film_is_never_swept_away_while_another_cover_may_show_it(
    house: House, clip: Path, tmp_path: Path
) -> None:
    digest = hashlib.sha256(clip.read_bytes()).hexdigest()
    with house.desk.action("picture.deleted") as act:
        act.delete(f"picture/{digest}")
    assert house.past.sweeping._candidates() == {}


def test_what_music_a_film_has_is_noted_leaves_approvals_alone_and_goes_with_the_film(
    house: House, approved: str, picture: str
) -> None:
    films = house.pictures.films
    films.set_music(picture, Music.LICENSED)
    assert house.pictures.get(picture).music is Music.LICENSED
    assert house.posts.card(approved).stage is Stage.APPROVED
    house.desk.undo()
    assert house.pictures.get(picture).music is Music.UNSAID
    films.set_music(picture, Music.NETWORK)
    films.remove(picture)
    assert house.pictures.get(picture).music is Music.UNSAID
