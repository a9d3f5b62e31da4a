# SPDX-License-Identifier: EUPL-1.2
"""The first focus point: faces marked in the file, else where most is to be seen in a photo, else the middle."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kalender.domain.crop import CENTRE, Focus
from kalender.domain.picture import Proposed
from kalender.media.focus.regions import marked
from kalender.media.focus.salient import salient
from kalender.media.inspection import Inspection, inspect
from tests.media.drawn import grainy


def xmp(
    kind: str = "Face", *, at: str = 'x="0.25" y="0.2" w="0.1" h="0.2"', size: tuple[int, int] = (900, 600)
) -> bytes:
    area = " ".join(f"stArea:{part}" for part in at.split())
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"'
        ' xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#">'
        f'<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions stDim:w="{size[0]}" stDim:h="{size[1]}" stDim:unit="pixel"/>'
        "<mwg-rs:RegionList><rdf:Bag><rdf:li>"
        f'<rdf:Description mwg-rs:Name="Mia Roth" mwg-rs:Type="{kind}"><mwg-rs:Area {area} stArea:unit="normalized"/></rdf:Description>'
        "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def looked_over(image: Image.Image, folder: Path, *, said: bytes = b"", orientation: int = 1) -> Inspection:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = BytesIO()
    image.save(data, "JPEG", quality=92, exif=exif, **({"xmp": said} if said else {}))
    path = folder / "foto.jpg"
    path.write_bytes(data.getvalue())
    return inspect(path)


def test_a_photo_with_something_at_one_side_has_its_point_there(tmp_path: Path) -> None:
    found = looked_over(grainy(spot=(0.2, 0.7)), tmp_path)
    assert found.proposed is Proposed.SEEN
    assert found.focus.x < 460
    assert found.focus.y > 540


def test_it_lies_there_too_where_the_picture_has_to_be_turned(tmp_path: Path) -> None:
    found = looked_over(grainy(spot=(0.2, 0.3)), tmp_path, orientation=6)
    assert found.focus.x > 540  # what lies at the left above is at the right above once it is upright
    assert found.focus.y < 440


@pytest.mark.parametrize("spot", [None, (0.5, 0.5), (0.55, 0.47)])
def test_near_the_middle_nothing_is_proposed(spot: tuple[float, float] | None, tmp_path: Path) -> None:
    found = looked_over(grainy(spot=spot), tmp_path)
    assert (found.focus, found.proposed) == (CENTRE, Proposed.NO)


def test_a_drawing_keeps_the_middle(tmp_path: Path) -> None:
    flat = Image.new("RGB", (900, 600), "#1B569A")
    flat.paste("#F2BE6A", (50, 50, 150, 150))
    found = looked_over(flat, tmp_path)
    assert (found.focus, found.proposed) == (CENTRE, Proposed.NO)


def test_marked_faces_are_used_before_anything_that_is_seen(tmp_path: Path) -> None:
    found = looked_over(grainy(spot=(0.8, 0.8)), tmp_path, said=xmp())
    assert (found.focus, found.proposed) == (Focus(x=250, y=200), Proposed.FACES)


def test_who_they_are_is_kept_nowhere(tmp_path: Path) -> None:
    assert "Mia Roth" not in repr(looked_over(grainy(), tmp_path, said=xmp()))


def test_areas_on_the_stored_picture_are_turned_with_it() -> None:
    box = marked(xmp(size=(900, 600)), (900, 600), 6)
    assert box == pytest.approx((0.7, 0.2, 0.9, 0.3))


def test_areas_on_the_upright_picture_are_left_where_they_are() -> None:
    box = marked(xmp(size=(600, 900)), (900, 600), 6)
    assert box == pytest.approx((0.2, 0.1, 0.3, 0.3))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"<x",
        b"<a/>",
        xmp("BarCode"),
        xmp(at='x="7" y="0.2" w="0.1" h="0.2"'),
        xmp(at='x="links" y="0.2" w="0.1" h="0.2"'),
    ],
)
def test_broken_or_foreign_areas_are_none(said: bytes) -> None:
    assert marked(said, (900, 600), 1) is None


def test_a_picture_of_one_colour_has_no_point_of_its_own() -> None:
    assert salient(Image.new("RGB", (300, 200), "grey")) is None
