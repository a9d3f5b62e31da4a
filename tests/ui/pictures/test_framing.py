# SPDX-License-Identifier: EUPL-1.2
"""Dragging a handle keeps ratio, opposite side and picture; numbers and screen agree."""

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.crop import CENTRE, FULL, Crop, fit, scaled
from kalender.ui.pictures.crop import framing
from kalender.ui.pictures.crop.framing import Handle

SIZES = st.tuples(st.integers(40, 9000), st.integers(40, 9000))
RATIOS = st.sampled_from([(1080, 1350), (1080, 1080), (1080, 1920), (1200, 630), (1920, 1080)])
POINTS = st.floats(-500, 1500)


@given(
    size=SIZES, ratio=RATIOS, handle=st.sampled_from(Handle), start=st.integers(20, 1000), x=POINTS, y=POINTS
)
def test_a_dragged_handle_keeps_ratio_and_the_opposite_side(
    size: tuple[int, int], ratio: tuple[int, int], handle: Handle, start: int, x: float, y: float
) -> None:
    largest = fit(size, ratio, CENTRE)
    before = scaled(largest, size, ratio, start)
    after = framing.resized(before, size, ratio, handle, x, y)
    per_width = largest.h / largest.w
    assert abs(after.h - after.w * per_width) <= 1 + per_width / 2
    dx, dy = handle.value
    if dx:
        assert abs(_still(after.x, after.w, dx) - _still(before.x, before.w, dx)) <= 1
    if dy:
        assert abs(_still(after.y, after.h, dy) - _still(before.y, before.h, dy)) <= 1


def _still(start: int, length: int, direction: int) -> int:
    """Return the side that does not move when the other one is dragged."""
    return start if direction > 0 else start + length


@given(
    size=SIZES,
    x=st.floats(0, 1000),
    y=st.floats(0, 1000),
    canvas=st.tuples(st.integers(100, 2000), st.integers(100, 2000)),
)
def test_screen_and_picture_points_are_each_others_way_back(
    size: tuple[int, int], x: float, y: float, canvas: tuple[int, int]
) -> None:
    view = framing.whole(size, canvas, 16)
    back = view.to_picture(*view.to_screen(x, y))
    assert abs(back[0] - x) < 0.001
    assert abs(back[1] - y) < 0.001


def test_the_whole_picture_fits_its_canvas_and_is_never_enlarged() -> None:
    view = framing.whole((3000, 2000), (760, 660), 16)
    left, top, width, height = view.rect(Crop(x=0, y=0, w=FULL, h=FULL))
    assert (round(left), round(width)) == (16, 728)
    assert round(top * 2 + height) == 660
    assert framing.whole((100, 100), (760, 660), 16).scale == 1


def test_the_nearest_of_overlapping_handles_is_taken() -> None:
    rect = (100.0, 100.0, 30.0, 30.0)
    assert framing.handle_at(101, 101, rect, 24) is Handle.NW
    assert framing.handle_at(116, 99, rect, 24) is Handle.N
    assert framing.handle_at(115, 115, rect, 24) is None
    assert framing.handle_at(116, 141, rect, 24) is Handle.S


def test_a_crop_that_is_enlarged_names_the_smallest_one_that_is_not() -> None:
    size, target = (3000, 2000), (1080, 1920)
    crop = scaled(fit(size, target, CENTRE), size, target, 300)
    assert framing.enlarged(crop, size, target) == 120
    sharp = framing.sharp(crop, size, target)
    assert sharp is not None
    assert framing.enlarged(sharp, size, target) == 100
    assert sharp.pixels(*size) == (1080, 1920)
    assert framing.sharp(crop, (900, 600), target) is None


def test_a_step_of_a_pixel_moves_at_least_the_least_there_is() -> None:
    assert framing.step(1, 3000) == 1
    assert framing.step(10, 3000) == 3
    assert framing.step(1, 500) == 2
