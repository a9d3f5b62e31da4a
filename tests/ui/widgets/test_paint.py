# SPDX-License-Identifier: EUPL-1.2
"""Cards, bands, chips and emblems: their measures, and that what they say is on the picture."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kalender.domain.card import Card
from kalender.domain.crop import Focus
from kalender.domain.format import Platform
from kalender.domain.plan import Channel
from kalender.domain.stage import Flag, Stage, VoidReason
from kalender.ui.theme.theme import Theme
from kalender.ui.theme.tokens import ratio
from kalender.ui.widgets.paint.bands import BandKind, hatch, paint_band
from kalender.ui.widgets.paint.chips import AVATAR_INKS, avatar_ink
from kalender.ui.widgets.paint.emblems import seal
from kalender.ui.widgets.paint.ghost import drag_ghost
from kalender.ui.widgets.paint.glyphs import channel_glyph, channel_row, glyphs_width
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.month import MonthCard
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.paint.text import TextCache, elided
from kalender.ui.widgets.paint.values import CardLook, ChannelMark, Density, card_look, channel_mark

MARKS = {
    name: channel_mark(Channel(id=name, platform=name))
    for name in ("facebook", "instagram", "whatsapp", "mastodon", "website")
}


def a_card(**values: object) -> Card:
    usual: dict[str, object] = {
        "id": "p1",
        "title": "Weihnachtsmarkt ist eröffnet",
        "planned": datetime(2026, 12, 4, 17),
        "zone": "Europe/Berlin",
        "stage": Stage.APPROVED,
        "flags": frozenset(),
        "channels": ("facebook", "instagram"),
    }
    return Card(**(usual | values))  # type: ignore[arg-type]  # a builder takes any field of the card


def a_canvas(width: int = 200, height: int = 120) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    return image


def inks(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def painted(
    theme: Theme, look: CardLook, density: Density, *, focused: bool = False, selected: bool = False
) -> QImage:
    image = a_canvas()
    painter = QPainter(image)
    card = MonthCard(theme, TextCache(theme))
    rect = QRectF(10, 10, 150, card.height(look, 150, density))
    card.paint(painter, rect, look, density, focused=focused, selected=selected)
    painter.end()
    return image


def test_a_card_says_time_stage_and_channels_in_their_order() -> None:
    look = card_look(a_card(), MARKS)
    assert (look.key, look.word, look.time) == ("frei", "Freigegeben", "17:00")
    assert [mark.label for mark in look.channels] == ["Facebook", "Instagram"]
    assert look.warning == ""


def test_an_idea_has_its_word_in_the_place_of_the_time() -> None:
    assert card_look(a_card(stage=Stage.IDEA, planned=None), MARKS).time == "Idee"


@pytest.mark.parametrize(
    ("flag", "key"),
    [(Flag.CHANGE_REQUESTED, "aenderung"), (Flag.HELD, "halt"), (Flag.RESUBMITTED, "entwurf")],
)
def test_flags_that_lie_over_the_stage_change_its_look(flag: Flag, key: str) -> None:
    assert card_look(a_card(stage=Stage.DRAFT, flags=frozenset({flag})), MARKS).key == key


def test_a_lost_approval_and_a_missing_alternative_text_warn() -> None:
    lost = a_card(stage=Stage.DRAFT, flags=frozenset({Flag.APPROVAL_VOID}), reason=VoidReason.CONTENT)
    assert card_look(lost, MARKS).warning == "warn"
    assert card_look(a_card(missing_alt=True), MARKS).warning == "warn"
    assert card_look(a_card(flags=frozenset({Flag.OVERDUE})), MARKS).warning == "err"


def test_a_channel_without_a_symbol_gets_a_monogram_from_its_platform() -> None:
    platform = Platform(id="amtsblatt", name="Amtsblatt", short="Amtsblatt", position=9, monogram="Am")
    mark = channel_mark(Channel(id="c9", platform="amtsblatt"), platform)
    assert (mark.icon, mark.monogram, mark.label) == ("", "Am", "Amtsblatt")


def test_what_warns_stays_inside_a_card_that_is_too_narrow_for_time_and_sign(theme: Theme) -> None:
    image = a_canvas()
    painter = QPainter(image)
    card = MonthCard(theme, TextCache(theme))
    look = card_look(a_card(stage=Stage.DRAFT, missing_alt=True), MARKS)
    assert look.warning
    card.paint(painter, QRectF(10, 10, 46, 56), look, Density.NORMAL)
    painter.end()
    assert inks(image.copy(57, 0, 143, 120)) == {"#ffffff"}
    assert theme.colour("warn").name() in inks(image)


def test_card_heights_are_those_of_the_design(theme: Theme) -> None:
    card = MonthCard(theme, TextCache(theme))
    two = card_look(a_card(), MARKS)
    one = replace(two, title="Kurz")
    strip = cover(a_picture(), 126, 34)
    assert card.height(two, 128, Density.LINE) == 24
    assert (card.height(one, 128, Density.NORMAL), card.height(two, 128, Density.NORMAL)) == (41, 56)
    assert card.height(replace(two, picture=strip), 128, Density.PICTURE) == 90
    assert card.height(two, 128, Density.PICTURE) == 56


def test_card_heights_grow_with_the_text(theme: Theme) -> None:
    theme.set_scale(200)
    card = MonthCard(theme, TextCache(theme))
    assert card.height(card_look(a_card(title="Kurz"), MARKS), 300, Density.NORMAL) == 82
    assert Metrics(theme).control == 60


def test_every_density_shows_the_colours_of_the_stage(theme: Theme) -> None:
    look = card_look(a_card(), MARKS)
    for density in Density:
        found = inks(painted(theme, look, density))
        assert {"#dff2e6", "#17663a"} <= found


def test_rings_of_choice_and_focus_lie_outside_of_the_card(theme: Theme) -> None:
    look = card_look(a_card(), MARKS)
    plain, chosen = painted(theme, look, Density.NORMAL), painted(theme, look, Density.NORMAL, selected=True)
    focused = painted(theme, look, Density.NORMAL, focused=True)
    assert plain.pixelColor(9, 35) == QColor("#FFFFFF")
    assert chosen.pixelColor(9, 35) == theme.colour("accent")
    assert focused.pixelColor(9, 35) == QColor("#FFFFFF")
    assert focused.pixelColor(8, 35) == theme.colour("focus")


def test_at_most_four_channels_are_drawn_and_the_others_counted(theme: Theme) -> None:
    marks = list(MARKS.values())
    assert glyphs_width(theme, marks[:4], 12, 2) == 54
    assert glyphs_width(theme, marks, 12, 2) > 54
    image = a_canvas()
    painter = QPainter(image)
    channel_row(painter, theme, marks, 0, 0, 12)
    painter.end()
    assert "#48545a" not in inks(image.copy(0, 0, 54, 12)), "the fifth channel is counted, not drawn"


def test_a_monogram_is_drawn_in_the_ink_of_its_channel(theme: Theme) -> None:
    image = a_canvas(40, 40)
    painter = QPainter(image)
    channel_glyph(
        painter,
        theme,
        ChannelMark(id="a", label="Amtsblatt", short="A", ink="ch-wa", monogram="Am"),
        2,
        2,
        18,
    )
    painter.end()
    assert inks(image) != {"#ffffff"}


def test_a_long_title_ends_after_two_lines_with_an_ellipsis(theme: Theme) -> None:
    texts = TextCache(theme)
    long = "Sirenenprobe am Samstag um zwölf Uhr in allen Ortsteilen und in Oberdorf"
    assert texts.count(long, "card", 120, 2) == 2
    assert texts.count(long, "card", 120, 9) > 2
    assert texts.count("Kurz", "card", 120, 2) == 1
    assert texts.count("Donaudampfschifffahrtsgesellschaftskapitän", "card", 60, 3) == 3


def test_texts_are_laid_out_anew_after_a_change_of_the_text_size(theme: Theme) -> None:
    texts = TextCache(theme)
    assert texts.count("Marktplatz gesperrt", "card", 140, 2) == 1
    theme.set_scale(200)
    assert texts.count("Marktplatz gesperrt", "card", 140, 2) == 2


def test_a_gap_offers_its_action_only_where_there_is_room(theme: Theme) -> None:
    texts = TextCache(theme)
    image = a_canvas(900, 20)
    painter = QPainter(image)
    wide = paint_band(
        painter, theme, texts, QRectF(0, 0, 900, 18), BandKind.GAP, "Lücke: 9 Tage", action=True
    )
    small = paint_band(painter, theme, texts, QRectF(0, 0, 150, 18), BandKind.GAP, "Lücke", action=True)
    painter.end()
    assert wide.right() <= 900
    assert wide.width() > 60
    assert small.isEmpty()


def test_the_hatch_has_two_colours_and_fits_its_neighbours(theme: Theme) -> None:
    tile = hatch(theme).texture().toImage()
    assert "#f1f4f4" in inks(tile)
    assert len(inks(tile)) > 1
    assert tile.pixelColor(0, 9) == tile.pixelColor(9, 0), "lines go on in the next tile"


def test_a_broken_seal_never_looks_like_a_valid_one(theme: Theme) -> None:
    pictures = []
    for valid in (True, False):
        image = a_canvas(48, 48)
        painter = QPainter(image)
        seal(painter, theme, 0, 0, 48, valid=valid)
        painter.end()
        pictures.append(inks(image))
    whole, broken = pictures
    assert "#17663a" in whole
    assert "#17663a" not in broken
    assert "#fcefd6" in broken


def test_the_ghost_grows_by_the_note_that_names_the_result(theme: Theme) -> None:
    texts = TextCache(theme)
    look = card_look(a_card(), MARKS)
    plain = drag_ghost(theme, texts, look, when="Do 17. Dez., 17:00")
    noted = drag_ghost(
        theme, texts, look, when="Do 17. Dez., 17:00", note="Freigabe erlischt", kind="warn", ratio=2
    )
    assert noted.deviceIndependentSize().height() > plain.deviceIndependentSize().height()
    assert theme.colour("warn").name() in inks(noted.toImage())
    long = "1 Beitrag rückt mit, 1 Freigabe erlischt, 1 schon exportierter bleibt"
    whole = drag_ghost(theme, texts, look, when="18.–20. Dez.", note=long, kind="warn", ratio=2)
    assert whole.deviceIndependentSize().height() > noted.deviceIndependentSize().height()


def test_avatars_are_readable_and_always_the_same(theme: Theme) -> None:
    assert all(ratio("#FFFFFF", ink) >= 4.5 for ink in AVATAR_INKS)
    assert avatar_ink("person-1") == avatar_ink("person-1")


def test_a_cover_keeps_the_focus_and_fills_the_strip() -> None:
    picture = a_picture()
    left, right = (
        cover(picture, 20, 40, focus=Focus(x=0)),
        cover(picture, 20, 40, focus=Focus(x=1000), ratio=2),
    )
    assert (right.width(), right.height()) == (40, 80)
    assert left.toImage().pixelColor(10, 20) == QColor("#ff0000")
    assert right.toImage().pixelColor(20, 40) == QColor("#0000ff")
    assert cover(QImage(), 20, 40).isNull()


def a_picture() -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 100, QColor("#0000ff"))
    painter.end()
    return image


@pytest.mark.parametrize("width", [3, 20, 41, 80, 133, 300])
def test_a_long_text_is_cut_where_qt_would_cut_all_of_it(theme: Theme, width: int) -> None:
    texts = [
        "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "Weihnachtsmarkt auf dem Kirchplatz: Vollsperrung der Hauptstraße ab Freitag, 16 Uhr",
        "👩‍👩‍👧‍👦🏳️‍🌈 Familienfest 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 im Freibad, mit Musik und Spielen",
        "مهرجان المدينة في الساحة الكبيرة يوم الجمعة الساعة الخامسة مساء",
        "kurz",
        "",
    ]
    metrics = theme.metrics("card", 500)
    for text in texts:
        assert elided(text, metrics, width) == metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
