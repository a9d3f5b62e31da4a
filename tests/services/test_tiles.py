# SPDX-License-Identifier: EUPL-1.2
"""Tiles: drawn in every shape, kept in the plan, made again, exported from the shape that fits."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from kalender.app.house import House
from kalender.domain.content import crop_for, digest
from kalender.domain.crop import Cover, Crop
from kalender.domain.picture import Licence, People, Picture
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.tiles.tile import Tile, tile_of

WORDS = {
    "headline": "Die Bahnhofstraße ist ab Montag gesperrt",
    "text": "Eine Umleitung für Radfahrer:innen ist ausgeschildert.",
    "when": "7. bis 18. Dezember 2026",
    "source": "Tiefbauamt",
}


def a_tile(house: House, **words: str) -> Tile:
    return house.tiles.begin("warnung", {**WORDS, **words})


def a_post(house: House) -> str:
    return house.posts.create("Sperrung", channels=["facebook", "instagram"])


def made(house: House, tile: Tile | None = None, post: str = "") -> Picture:
    drawn = house.tiles.draw(tile or a_tile(house))
    return house.pictures.get(house.tiles.add(drawn, "Sperrung", post))


def test_a_tile_lies_on_the_shelf_in_every_shape_it_is_set_in(house: House) -> None:
    picture = made(house)
    sizes = {item.id: (item.width, item.height) for item in house.tiles.shapes[1:]}
    assert {item.id: (item.width, item.height) for item in picture.tile_shapes} == sizes
    for item in picture.tile_shapes:
        with Image.open(house.pictures.shelf.path(item.sha256, item.suffix)) as image:
            assert image.size == (item.width, item.height)
    assert [item.id for item in house.pictures.all()] == [
        picture.id
    ]  # the shapes are no pictures of the library


def test_what_a_tile_was_made_from_comes_back_as_it_was(house: House) -> None:
    tile = replace(a_tile(house), ground="#14343A", ink="#FFFFFF", veil=60)
    assert tile_of(made(house, tile)) == tile


def test_a_format_is_cut_from_the_shape_that_is_nearest_to_it(house: House) -> None:
    post = a_post(house)
    picture = made(house, post=post)
    found = house.posts.get(post)
    by_id = {item.sha256: item.id for item in picture.tile_shapes}
    formats = house.plan.formats
    assert by_id[picture.shaped(formats["instagram.story"].ratio).sha256] == "9x16"
    assert by_id[picture.shaped(formats["facebook.post_landscape"].ratio).sha256] == "191x100"
    assert picture.shaped(formats["instagram.feed_4x5"].ratio).sha256 == picture.sha256
    version = found.versions[0]
    for format_ in formats.values():
        crop = crop_for(version, found.attachments[0], picture, format_)
        assert crop.w * crop.h >= 930_000, format_.id  # at most 7 per cent of a shape is cut away


def test_it_is_described_by_its_words_until_somebody_describes_it_otherwise(house: House) -> None:
    picture = made(house)
    assert picture.alt == (
        "Sperrung: Die Bahnhofstraße ist ab Montag gesperrt. "
        "Eine Umleitung für Radfahrer:innen ist ausgeschildert. 7. bis 18. Dezember 2026."
    )
    house.tiles.change(picture.id, house.tiles.draw(a_tile(house, headline="Gesperrt")))
    assert house.pictures.get(picture.id).alt.startswith("Sperrung: Gesperrt.")
    house.pictures.set_fields(picture.id, alt="Von Hand beschrieben")
    house.tiles.change(picture.id, house.tiles.draw(a_tile(house, headline="Wieder frei")))
    assert house.pictures.get(picture.id).alt == "Von Hand beschrieben"


def test_it_comes_into_a_post_in_one_step_and_goes_with_it(house: House) -> None:
    post = a_post(house)
    picture = made(house, post=post)
    assert [item.picture for item in house.posts.get(post).attachments] == [picture.id]
    house.desk.undo()
    assert house.posts.get(post).attachments == ()
    assert house.pictures.all() == []


def test_making_it_again_changes_what_was_approved_and_undoing_that_brings_it_back(house: House) -> None:
    post = a_post(house)
    picture = made(house, post=post)

    def content() -> str:
        found: Post = house.posts.get(post)
        return digest(found, house.plan.around(found))

    before = content()
    house.tiles.change(picture.id, house.tiles.draw(a_tile(house, text="Bitte weiträumig umfahren.")))
    assert content() != before
    assert house.pictures.get(picture.id).id == picture.id
    house.desk.undo()
    assert content() == before


def test_one_shape_that_looks_otherwise_is_another_content(house: House) -> None:
    post = a_post(house)
    picture = made(house, post=post)
    found = house.posts.get(post)
    around = house.plan.around(found)
    shapes = tuple(replace(item, sha256=item.sha256[::-1]) for item in picture.tile_shapes)
    other = replace(around, pictures={picture.id: replace(picture, tile_shapes=shapes)})
    wide = replace(found, versions=tuple(replace(v, formats=("instagram.story",)) for v in found.versions))
    assert digest(wide, other) != digest(wide, around)


def test_words_that_do_not_fit_even_small_are_refused_with_the_shapes(house: House) -> None:
    with pytest.raises(Refused) as caught:
        house.tiles.draw(a_tile(house, text="Umleitung über die Donaubrücke und den Rathausplatz. " * 60))
    assert caught.value.kind is RefusalKind.TILE_OVERFLOW
    assert "4:5" in str(caught.value.facts["sizes"])


def test_flat_shapes_leave_out_what_is_less_needed_and_tell_it(house: House) -> None:
    drawing = house.tiles.preview(a_tile(house, text=WORDS["text"] * 8), 300)
    fits = {item.shape: item for item in drawing.fits}
    assert fits["4x5"].out == ()
    assert fits["4x5"].fits
    assert "text" in fits["6x1"].out
    assert fits["6x1"].fits


def test_a_tile_without_what_its_template_needs_is_refused(house: House) -> None:
    with pytest.raises(Refused) as caught:
        house.tiles.draw(a_tile(house, headline="  "))
    assert caught.value.kind is RefusalKind.TILE_EMPTY


@pytest.mark.parametrize(
    "headline",
    [
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenverkaufsausstellung",
        "www.lindenbrunn.de/rathaus-und-politik/buergerbeteiligung/bebauungsplan-nord",
        "Bürgermeister*innen, Gärtner:innen und Ärzt_innen 🎄 in Groß-Gerau",
        "Ä" * 60,
    ],
)
def test_long_words_addresses_gender_signs_and_emoji_stay_inside(house: House, headline: str) -> None:
    tile = replace(a_tile(house, headline=headline), ground="#FFFFFF", ink="#000000", accent="#000000")
    drawing = house.tiles.preview(tile, 450)
    assert drawing.fits[0].fits
    import io

    with Image.open(io.BytesIO(drawing.pages[0])) as image:
        grey = image.convert("L")
    edge = round(grey.width * 0.03)
    right = grey.crop((grey.width - edge, edge, grey.width, grey.height))
    assert min(right.tobytes()) > 200  # nothing dark runs over the edge


def test_a_picture_behind_the_words_brings_its_rights_along(house: House, picture: str) -> None:
    house.pictures.set_fields(
        picture, credit="Foto: Mia Roth", credit_shown=True, licence=Licence.CC_BY, people=People.CROWD
    )
    tile = house.tiles.backed(a_tile(house), picture)
    assert tile.dark < tile.light
    made_ = made(house, tile)
    assert (made_.credit, made_.licence, made_.people) == ("Foto: Mia Roth", Licence.CC_BY, People.CROWD)
    assert made_.suffix in {"jpeg", "jpg"}
    house.tiles.change(made_.id, house.tiles.draw(a_tile(house)))
    again = house.pictures.get(made_.id)
    assert (again.credit, again.licence, again.people) == ("", Licence.OWN, People.NONE)


def test_a_drawn_coat_of_arms_is_kept_as_a_picture_of_the_plan(house: House, tmp_path: Path) -> None:
    file = tmp_path / "wappen.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20t-20-20z" fill="#0b6770"/></svg>',
        encoding="utf-8",
    )
    assert not house.tiles.begin("warnung").arms
    house.tiles.style.set_arms(file, house.tiles.style.take_arms(file))
    arms = house.tiles.style.arms()
    assert arms is not None
    assert (arms.suffix, arms.height) == ("png", 1600)
    plain = house.tiles.preview(replace(a_tile(house), arms=False), 300)
    assert house.tiles.preview(a_tile(house), 300).pages != plain.pages
    house.desk.undo()
    assert house.tiles.style.arms() is None


def test_what_is_no_picture_is_refused_as_a_coat_of_arms(house: House, tmp_path: Path) -> None:
    file = tmp_path / "wappen.svg"
    file.write_text("kein Bild", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        house.tiles.style.take_arms(file)
    assert caught.value.kind is RefusalKind.ARMS_UNREADABLE


def test_colours_of_the_house_are_those_of_the_next_tile(house: House) -> None:
    house.tiles.style.set(ground="#fff", ink="222222", sender="Rathaus Lindenbrunn")
    tile = house.tiles.begin("hinweis")
    assert (tile.ground, tile.ink, house.tiles.style.sender) == ("#FFFFFF", "#222222", "Rathaus Lindenbrunn")
    with pytest.raises(Refused) as caught:
        house.tiles.style.set(ground="blau")
    assert caught.value.kind is RefusalKind.BAD_COLOUR


def approved(house: House) -> tuple[str, Picture]:
    post = house.posts.create("Sperrung", planned=datetime(2026, 12, 11, 15, 0), text="Ab Montag gesperrt.")
    picture = made(house, post=post)
    house.setup.channels.change("instagram", formats=("instagram.story", "instagram.feed_4x5"))
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")
    return post, picture


def test_what_leaves_is_the_layout_of_each_format_and_no_part_of_another(
    house: House, tmp_path: Path
) -> None:
    _post, picture = approved(house)
    report = house.publishing.export(tmp_path / "out")
    (left,) = [item for item in report.left if item.channel == "instagram"]
    (story,) = [name for name in left.files if "story" in name]
    shape = next(item for item in picture.tile_shapes if item.id == "9x16")
    with (
        Image.open(tmp_path / "out" / left.folder / story) as sent,
        Image.open(house.pictures.shelf.path(shape.sha256, shape.suffix)) as set_,
    ):
        assert sent.size == set_.size == (1080, 1920)
        difference = ImageChops.difference(sent.convert("L"), set_.convert("L"))
        assert ImageStat.Stat(difference).mean[0] < 1  # the same but for what JPEG changes


def test_nothing_leaves_while_a_shape_is_damaged(house: House, tmp_path: Path) -> None:
    _post, picture = approved(house)
    shape = next(item for item in picture.tile_shapes if item.id == "9x16")
    house.pictures.shelf.path(shape.sha256, shape.suffix).write_bytes(b"kein Bild")
    report = house.publishing.export(tmp_path / "out")
    assert report.left == ()
    assert report.held_back


def test_a_check_of_the_plan_reads_the_shapes_too(house: House) -> None:
    picture = made(house)
    assert house.verifying.run().ok
    shape = picture.tile_shapes[0]
    house.pictures.shelf.path(shape.sha256, shape.suffix).unlink()
    assert not house.verifying.run().ok


def test_a_face_that_is_covered_behind_the_words_later_stops_the_tile_until_it_is_made_again(
    house: House, picture: str
) -> None:
    post = a_post(house)
    found = made(house, house.tiles.backed(a_tile(house), picture), post)

    def rules() -> set[str]:
        return {item.rule for item in house.checks.checked(house.posts.get(post)).findings}

    assert "picture.tile_back" not in rules()
    house.pictures.set_fields(picture, covers=(Cover(id="c", box=Crop(x=250, y=250, w=120, h=150)),))
    assert "picture.tile_back" in rules()
    before = house.pictures.get(found.id).sha256
    house.tiles.change(found.id, house.tiles.draw(tile_of(house.pictures.get(found.id))))
    assert "picture.tile_back" not in rules()
    assert house.pictures.get(found.id).sha256 != before
