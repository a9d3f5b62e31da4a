# SPDX-License-Identifier: EUPL-1.2
"""Blocks of a page: what they say to eyes and to screen readers."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.theme.tokens import ratio
from kalender.ui.widgets.blocks.diff import Change, DiffView, read_out
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.finding import FindingRow
from kalender.ui.widgets.blocks.section import Facts
from kalender.ui.widgets.blocks.signs import Counter, StageChip, grouped
from kalender.ui.widgets.blocks.text import Elided, Text
from kalender.ui.widgets.preview.album import Album, cells
from kalender.ui.widgets.preview.content import DARK, LIGHT, Feed, PreviewContent
from kalender.ui.widgets.preview.frame import Preview
from kalender.ui.widgets.sheet import ComponentSheet
from kalender.wording.terms import STAGES

CHANGED = (
    (Change.SAME, "Die Tonne wird "),
    (Change.GONE, "am 24."),
    (Change.NEW, "am 28."),
    (Change.SAME, " geleert."),
)


def format_at(view: DiffView, place: int) -> QTextCharFormat:
    cursor = QTextCursor(view.text.document())
    cursor.setPosition(place)
    return cursor.charFormat()


def test_a_comparison_strikes_what_went_and_underlines_what_came(qtbot: QtBot, theme: Theme) -> None:
    view = DiffView(theme)
    qtbot.addWidget(view)
    view.set_segments(CHANGED)
    assert view.text.toPlainText() == "Die Tonne wird am 24.am 28. geleert."
    gone, new, same = format_at(view, 17), format_at(view, 24), format_at(view, 3)
    assert (gone.font().strikeOut(), gone.background().color().name()) == (True, "#fadadf")
    assert (new.font().underline(), new.background().color().name()) == (True, "#cfebd9")
    assert not same.font().strikeOut()
    assert not same.font().underline()


def test_a_comparison_is_read_out_in_words(qtbot: QtBot, theme: Theme) -> None:
    assert read_out(CHANGED) == "Die Tonne wird [gestrichen: am 24.] [neu: am 28.] geleert."
    view = DiffView(theme)
    qtbot.addWidget(view)
    view.set_segments(CHANGED)
    assert view.text.accessibleDescription() == read_out(CHANGED)


def test_a_comparison_takes_the_colours_of_a_new_theme(qtbot: QtBot, theme: Theme) -> None:
    view = DiffView(theme)
    qtbot.addWidget(view)
    view.set_segments(CHANGED)
    theme.choose("dunkel")
    assert format_at(view, 17).background().color().name() == "#522430"


def test_markup_in_a_text_of_a_post_is_shown_not_followed(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "<b>fett</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    preview = Preview(theme, PreviewContent(platform="facebook", account="Stadt", text="<img src='x'>"))
    qtbot.addWidget(preview)
    shown = [item.text() for item in preview.findChildren(Text)]
    assert any("&lt;img" in text for text in shown)


def test_a_counter_warns_from_ninety_per_cent_and_errs_beyond(qtbot: QtBot, theme: Theme) -> None:
    counter = Counter(theme)
    qtbot.addWidget(counter)
    roles = []
    for count in (429, 1980, 2200, 2212):
        counter.set_count(count, 2200)
        roles.append(counter.role)
    assert roles == ["accent-fill", "warn", "warn", "err"]
    assert counter.accessibleName() == "12 Zeichen zu viel"
    counter.set_count(429, 2200)
    assert counter.accessibleName() == "429 von 2.200 Zeichen"
    counter.set_count(7, 0)
    assert (counter.role, counter.accessibleName()) == ("accent-fill", "7 Zeichen")


def test_thousands_are_grouped_by_dots() -> None:
    assert (grouped(63206), grouped(999)) == ("63.206", "999")


def test_an_elided_line_keeps_the_whole_text_in_tip_and_name(qtbot: QtBot, theme: Theme) -> None:
    line = Elided(theme, "Ein langer Titel, der hier nicht hineinpasst")
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.show()
    assert line.toolTip() == line.accessibleName() == "Ein langer Titel, der hier nicht hineinpasst"
    line.resize(600, 20)
    assert line.toolTip() == ""


def test_a_finding_offers_at_most_two_remedies_and_says_its_weight(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    remedies = [(word, "", lambda word=word: done.append(word)) for word in ("Eins", "Zwei", "Drei")]
    row = FindingRow(
        theme, "err", "Alternativtext fehlt", "Ohne ihn bleibt das Bild leer.", remedies=remedies
    )
    qtbot.addWidget(row)
    assert row.accessibleName() == "Muss: Alternativtext fehlt"
    assert [button.text() for button in row.buttons] == ["Eins", "Zwei"]
    row.buttons[1].click()
    assert done == ["Zwei"]


def test_facts_are_replaced_not_added(qtbot: QtBot, theme: Theme) -> None:
    facts = Facts(theme, [("Termin", "Freitag"), ("Zuständig", "Katrin Sommer")])
    qtbot.addWidget(facts)
    facts.set_facts([("Termin", "Samstag")])
    visible = [item.text() for item in facts.findChildren(Text) if not item.isHidden()]
    assert visible == ["Termin", "Samstag"]


def test_an_empty_state_shows_its_whole_sentence(qtbot: QtBot, theme: Theme) -> None:
    long = "Zurzeit wartet nichts auf Sie. Neue Vorlagen erscheinen hier und im Zähler links, sobald sie da sind."
    state = EmptyState(theme, icon="ri.search-line", title="Alles geprüft", text=long)
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    assert state.text.height() >= state.text.heightForWidth(330)
    assert state.accessibleDescription() == long


def test_a_chip_has_the_word_of_its_stage(qtbot: QtBot, theme: Theme) -> None:
    chip = StageChip(theme, STAGES[Stage.DRAFT])
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_term(STAGES[Stage.PUBLISHED])
    assert chip.accessibleName() == "Veröffentlicht"
    assert chip.sizeHint().width() > before
    assert chip.sizeHint().height() == 22


def test_a_preview_folds_the_text_at_a_word_and_keeps_it_for_screen_readers(
    qtbot: QtBot, theme: Theme
) -> None:
    content = PreviewContent(
        platform="instagram",
        network="Instagram",
        account="Stadt",
        text="Kerzenschein und richtig gute Geschichten",
        fold=18,
        alts=("Bücher",),
        pictures=(QImage(40, 50, QImage.Format.Format_RGB32),),
    )
    assert content.shown == "Kerzenschein und"
    assert content.folded
    assert "richtig gute Geschichten" in content.spoken
    assert "Bild: Bücher" in content.spoken
    preview = Preview(theme, content)
    qtbot.addWidget(preview)
    assert any("Annäherung" in item.text() for item in preview.findChildren(Text))


@pytest.mark.parametrize("choice", ["hell", "dunkel", "kontrast"])
@pytest.mark.parametrize(("dark", "ground"), [(False, LIGHT.paper), (True, DARK.paper)])
def test_previews_are_light_or_dark_as_chosen_in_every_theme(
    qtbot: QtBot, theme: Theme, choice: str, dark: bool, ground: str
) -> None:
    theme.choose(choice)
    for platform in ("facebook", "instagram", "mastodon", "website"):
        content = PreviewContent(platform=platform, account="Stadt", text="Hallo", dark=dark)
        preview = Preview(theme, content, note=False)
        qtbot.addWidget(preview)
        preview.resize(560, 500)
        preview.show()
        card = preview.grab().toImage()
        assert card.pixelColor(card.width() // 2, 30).name() == ground.lower(), platform


@pytest.mark.parametrize("feed", [LIGHT, DARK])
def test_words_of_a_feed_are_read_easily_on_its_ground(feed: Feed) -> None:
    for ink in (feed.ink, feed.ink_2):
        assert ratio(ink, feed.paper) >= 4.5


@pytest.mark.parametrize("count", [2, 3, 4])
def test_several_pictures_share_a_room_without_overlap(count: int) -> None:
    found = cells(count, 400, 248)
    assert len(found) == count
    for number, cell in enumerate(found):
        assert QRectF(0, 0, 400, 248).contains(cell)
        assert not any(cell.intersects(other) for other in found[number + 1 :])


def test_feeds_show_several_pictures_side_by_side_and_instagram_one_behind_the_other(
    qtbot: QtBot, theme: Theme
) -> None:
    images = tuple(QImage(40, 50, QImage.Format.Format_RGB32) for _ in range(6))
    for platform, albums in (("facebook", 1), ("mastodon", 1), ("instagram", 0)):
        content = PreviewContent(platform=platform, account="Stadt", pictures=images, alts=("Bücher",) * 6)
        preview = Preview(theme, content, note=False)
        qtbot.addWidget(preview)
        preview.resize(400, 600)
        preview.show()
        assert len(preview.findChildren(Album)) == albums, platform
        preview.grab()


def test_the_word_before_the_rest_of_a_text_is_that_of_the_feed() -> None:
    assert PreviewContent(platform="facebook").more == "Mehr anzeigen"
    assert PreviewContent(platform="instagram").more == "mehr"


def test_everything_on_the_sheet_that_takes_the_focus_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    sheet = ComponentSheet(theme)
    qtbot.addWidget(sheet)
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    nameless = [
        item
        for item in sheet.findChildren(QWidget)
        if isinstance(item, kinds)
        and item.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not item.accessibleName()
        and not (isinstance(item, QAbstractButton) and item.text())
    ]
    assert nameless == []


def test_the_sheet_is_painted_in_every_theme_and_size(qtbot: QtBot, theme: Theme) -> None:
    seen = set()
    for choice in ("hell", "dunkel", "kontrast"):
        theme.choose(choice)
        sheet = ComponentSheet(theme)
        qtbot.addWidget(sheet)
        seen.add(sheet.grab().toImage().pixelColor(3, 3).name())
    theme.set_scale(200)
    large = ComponentSheet(theme)
    qtbot.addWidget(large)
    assert large.sizeHint().width() > 2000
    assert len(seen) == 3
