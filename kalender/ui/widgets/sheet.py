# SPDX-License-Identifier: EUPL-1.2
"""The sheet of all components in all their states, to look at and to compare with the design."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.finding import FindingRow
from kalender.ui.widgets.blocks.sealbox import SealBox
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Painted, StageChip
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.feedback.dialog import MessageDialog
from kalender.ui.widgets.feedback.toast import Toast
from kalender.ui.widgets.paint.bands import BandKind, paint_band, paint_council
from kalender.ui.widgets.paint.board import BoardCard, BoardLook, Foot
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.ui.widgets.paint.month import MonthCard
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook, ChannelMark, Density
from kalender.wording.terms import FLAGS, PLATFORMS, STAGES, Term

_TERMS = (
    *(STAGES[stage] for stage in (Stage.IDEA, Stage.DRAFT, Stage.IN_REVIEW)),
    FLAGS[Flag.CHANGE_REQUESTED],
    *(STAGES[stage] for stage in (Stage.APPROVED, Stage.EXPORTED, Stage.PUBLISHED)),
    FLAGS[Flag.HELD],
)
_MARKS = {
    key: ChannelMark(id=key, label=item.label, short=item.short, icon=item.icon, ink=item.ink)
    for key, item in PLATFORMS.items()
}
_FB, _IG, _WA, _MA, _WEB = (
    _MARKS[key] for key in ("facebook", "instagram", "whatsapp", "mastodon", "website")
)
_OWN = ChannelMark(id="am", label="eigener Kanal", short="Amtsblatt", ink="text", monogram="Am")


class ComponentSheet(QWidget):
    """1440 x 1240 px at 100 %: stages, channels, type; cards, bands; controls, findings; seals, messages."""

    def __init__(self, theme: Theme, picture: QImage | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture or QImage()
        self._texts = TextCache(theme)
        ground = QVBoxLayout(self)
        ground.setContentsMargins(0, 0, 0, 0)
        back = Ground(theme, "bg-window")
        ground.addWidget(back)
        columns = QHBoxLayout(back)
        columns.setContentsMargins(theme.px(26), theme.px(22), theme.px(26), theme.px(22))
        columns.setSpacing(theme.px(16))
        panels = (
            (self._stages(), self._channels(), self._colours(), self._type()),
            (self._cards(), self._bands(), self._board()),
            (self._buttons(), self._fields(), self._findings()),
            (self._seals(), self._messages(), self._error(), self._menu()),
        )
        for column in panels:
            stack = QVBoxLayout()
            stack.setSpacing(theme.px(16))
            for panel in column:
                panel.setFixedWidth(theme.px(322))
                stack.addWidget(panel)
            stack.addStretch(1)
            columns.addLayout(stack)
        columns.addStretch(1)

    def _panel(self, title: str, note: str = "") -> tuple[Ground, QVBoxLayout]:
        theme = self._theme
        panel = Ground(theme, "bg-surface", edges="all", line="line", radius=8)
        column = QVBoxLayout(panel)
        pad = theme.px(16)
        column.setContentsMargins(pad, theme.px(12), pad, pad)
        column.setSpacing(theme.px(6))
        column.addWidget(SectionHeader(theme, title, note=note))
        return panel, column

    def _painted(self, width: int, height: int, painting: Callable[[QPainter, QRectF], None]) -> Painted:
        return Painted(self._theme, QSize(width, height), painting)

    def _pairs(self, column: QVBoxLayout, rows: Sequence[tuple[QWidget, str]]) -> None:
        for widget, note in rows:
            row = QHBoxLayout()
            row.addWidget(widget)
            row.addStretch(1)
            row.addWidget(Text(self._theme, note, "small", ink="text-3"))
            column.addLayout(row)

    def _stages(self) -> QWidget:
        panel, column = self._panel("Arbeitsstand", "Symbol und Wort")
        self._pairs(column, [(StageChip(self._theme, term), term.icon) for term in _TERMS])
        return panel

    def _channels(self) -> QWidget:
        panel, column = self._panel("Kanäle")
        rows: list[tuple[QWidget, str]] = []
        for mark in (_FB, _IG, _WA, _MA, _WEB, _OWN):

            def paint(painter: QPainter, _rect: QRectF, shown: ChannelMark = mark) -> None:
                channel_glyph(painter, self._theme, shown, 0, 1, self._theme.px(18))
                self._texts.draw(painter, shown.label, "body", "text", self._theme.px(28), 0, 160)

            rows.append((self._painted(180, 20, paint), mark.icon or "Kürzel, gezeichnet"))
        self._pairs(column, rows)
        return panel

    def _colours(self) -> QWidget:
        panel, column = self._panel("Farbrollen")
        rows: list[tuple[QWidget, str]] = []
        for label, role in (
            ("Fenster", "bg-window"),
            ("Fläche", "bg-surface"),
            ("ausgewählt", "bg-selected"),
            ("Linie", "line"),
            ("Rand von Bedienelementen", "line-control"),
            ("Text", "text"),
            ("Akzent, Fläche", "accent-fill"),
            ("Fokusring", "focus"),
        ):

            def paint(painter: QPainter, _rect: QRectF, name: str = label, shown: str = role) -> None:
                painter.setPen(self._theme.pen("line-control"))
                painter.setBrush(self._theme.colour(shown))
                painter.drawRoundedRect(QRectF(0.5, 2.5, 25, 15), 3, 3)
                self._texts.draw(painter, name, "small", "text", 38, 0, 160, pitch=20)

            rows.append((self._painted(200, 20, paint), self._theme.colour(role).name().upper()))
        self._pairs(column, rows)
        return panel

    def _type(self) -> QWidget:
        panel, column = self._panel("Schrift", "Segoe UI, sonst Noto Sans")
        for text, role, weight in (
            ("Dezember 2026", "title-1", 600),
            ("Zur Prüfung", "title-2", 600),
            ("Prüfungen", "title-3", 600),
            ("Lesetext, Beitragstext", "reading", 400),
            ("Bedienelement", "body", 500),
            ("Nebentext, Karte", "small", 400),
        ):
            self._pairs(column, [(Text(self._theme, text, role, weight=weight), f"{role} / {weight}")])
        return panel

    def _look(self, term: Term, time: str, title: str, *marks: ChannelMark, warning: str = "") -> CardLook:
        return CardLook(
            key=term.key,
            icon=term.icon,
            word=term.text,
            time=time,
            title=title,
            channels=marks,
            warning=warning,
        )

    def _cards(self) -> QWidget:
        panel, column = self._panel("Beitragskarten", "Monat")
        card = MonthCard(self._theme, self._texts)
        width = self._theme.px(128)
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(12))
        strip = cover(self._picture, width - 2, self._theme.px(34))
        market = CardLook(
            key="frei",
            icon="ri.shield-check-fill",
            word="Freigegeben",
            time="17:00",
            title="Weihnachtsmarkt ist eröffnet",
            channels=(_FB, _IG, _WA, _MA),
            picture=strip,
        )
        looks: tuple[tuple[CardLook, dict[str, bool]], ...] = (
            (market, {}),
            (market, {"selected": True}),
            (self._look(_TERMS[0], "Idee", "Danke an den Winterdienst", _IG), {}),
            (
                self._look(_TERMS[1], "12:00", "Haushalt 2027 kurz erklärt", _FB, _MA, _WEB, warning="warn"),
                {},
            ),
            (self._look(_TERMS[2], "14:00", "Glasfaser: Start in Oberdorf", _FB, _WEB), {"focused": True}),
            (self._look(_TERMS[3], "09:00", "Weihnachtsgruß der Stadt", _FB, _IG, _WA, _MA, _WEB), {}),
            (self._look(_TERMS[4], "11:00", "Bürgerbüro: neue Öffnungszeiten", _FB, _WA, _WEB), {}),
            (
                self._look(_TERMS[5], "16:00", "Marktplatz bis Montag gesperrt", _FB, _WA, _WEB),
                {"hovered": True},
            ),
            (self._look(_TERMS[6], "10:00", "Winterdienst: Wer räumt wann?", _FB, _WA, _MA, _WEB), {}),
            (self._look(_TERMS[7], "14:00", "Glasfaser: Start in Oberdorf", _FB, _WEB), {"faded": True}),
        )
        for number, (look, state) in enumerate(looks):
            height = card.height(look, width, Density.PICTURE)

            def paint(
                painter: QPainter, rect: QRectF, shown: CardLook = look, how: dict[str, bool] = state
            ) -> None:
                card.paint(painter, rect.adjusted(3, 3, -3, -3), shown, Density.PICTURE, **how)

            size = round((height + 6) * 100 / self._theme.scale)
            grid.addWidget(self._painted(134, size, paint), number // 2, number % 2)
        column.addLayout(grid)
        line = self._look(_TERMS[4], "10:00", "Böllerverbot in der Altstadt", _FB)

        def paint_line(painter: QPainter, rect: QRectF) -> None:
            card.paint(painter, rect, line, Density.LINE)

        self._pairs(column, [(self._painted(186, 24, paint_line), "Zeile, bei wenig Platz")])
        return panel

    def _bands(self) -> QWidget:
        panel, column = self._panel("Bänder und Termine")
        for kind, label, mark in (
            (BandKind.BLACKOUT, "Sperrzeit: Karenz vor der Wahl", None),
            (BandKind.HOLIDAYS, "Weihnachtsferien", None),
            (BandKind.GAP, "Lücke: 9 Tage ohne Beitrag", _IG),
        ):

            def paint(
                painter: QPainter,
                rect: QRectF,
                what: BandKind = kind,
                words: str = label,
                channel: ChannelMark | None = mark,
            ) -> None:
                paint_band(painter, self._theme, self._texts, rect, what, words, channel=channel)

            column.addWidget(self._painted(284, 18, paint))
        column.addWidget(
            self._painted(
                284,
                18,
                lambda painter, rect: paint_council(
                    painter, self._theme, self._texts, rect, "Gemeinderat", "18:30"
                ),
            )
        )
        return panel

    def _board(self) -> QWidget:
        panel, column = self._panel("Karte im Ablauf")
        card = BoardCard(self._theme, self._texts)
        looks = (
            BoardLook(
                title="Glasfaser: Start in Oberdorf",
                when="Do 10. Dez., 14:00",
                channels=(_FB, _WEB),
                initials="MY",
                ink="#2B5C99",
                feet=(Foot(icon="ri.time-line", text="seit gestern"),),
            ),
            BoardLook(
                title="Unser Bauhof in Bildern", channels=(_IG, _FB), initials="MY", ink="#2B5C99", idea=True
            ),
        )
        row = QHBoxLayout()
        for look in looks:
            height = round(card.height(look, self._theme.px(141)) * 100 / self._theme.scale)

            def paint(painter: QPainter, rect: QRectF, shown: BoardLook = look) -> None:
                card.paint(painter, rect, shown)

            row.addWidget(self._painted(141, height, paint), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return panel

    def _buttons(self) -> QWidget:
        theme = self._theme
        panel, column = self._panel("Knöpfe")
        grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        on = Button(theme, "Heute", checkable=True)
        on.setChecked(True)
        off = Button(theme, "Nicht möglich")
        off.refuse("Erst eine Freigabe abwarten.")
        focused = Button(theme, "Tastaturfokus")
        buttons = (
            Button(theme, "Neuer Beitrag", icon="ri.add-line", kind=Kind.PRIMARY),
            Button(theme, "Filter", icon="ri.filter-3-line"),
            on,
            Button(theme, "Später", kind=Kind.QUIET),
            Button(theme, "Verwerfen …", icon="ri.delete-bin-line", kind=Kind.DANGER),
            Button(theme, "Löschen", icon="ri.delete-bin-line", kind=Kind.DELETE),
            off,
            focused,
        )
        for number, button in enumerate(buttons):
            grid.addWidget(button, number // 2, number % 2)
        column.addLayout(grid)
        return panel

    def _fields(self) -> QWidget:
        theme = self._theme
        panel, column = self._panel("Felder")
        column.addWidget(Field(theme, "Titel", LineField(theme, "Weihnachtsmarkt ist eröffnet")))
        wrong = Field(theme, "Alternativtext", LineField(theme))
        wrong.set_error("Bitte beschreiben Sie das Bild in ein bis zwei Sätzen.")
        column.addWidget(wrong)
        return panel

    def _findings(self) -> QWidget:
        panel, column = self._panel("Befunde")
        for severity, title, why in (
            ("err", "Muss behoben werden", "Alternativtext fehlt. Sperrt „Zur Prüfung geben“."),
            ("warn", "Bitte prüfen", "Satz zu lang: 43 Wörter. Darf bleiben."),
            ("info", "Tipp", "Emojis am Satzende lesen sich leichter vor."),
            ("ok", "Bestanden", "Datum passt zum Wochentag."),
        ):
            column.addWidget(FindingRow(self._theme, severity, title, why))
        return panel

    def _seals(self) -> QWidget:
        theme = self._theme
        panel, column = self._panel("Freigabesiegel")
        text = "2. Dez. 2026, 14:20. <b>Gilt für genau diese Fassung</b> (Fassung 3, Prüfzeichen 7F3A-91C2)"
        column.addWidget(SealBox(theme, valid=True, title="Freigegeben von Ines Falkner", text=text))
        broken = SealBox(
            theme,
            valid=False,
            title="Frühere Freigabe gilt nicht mehr",
            text="Text nach der Freigabe geändert.",
        )
        broken.add(Link(theme, "Unterschied zeigen"))
        column.addWidget(broken)
        return panel

    def _messages(self) -> QWidget:
        theme = self._theme
        panel, column = self._panel("Hinweise")
        self._toast = Toast(theme, self)
        column.addWidget(Banner(theme, "Neue Fassung von Anja Weber.", link="Laden", radius=4))
        column.addWidget(
            Banner(theme, "Ordner nicht erreichbar. Sie arbeiten lokal weiter.", severity="warn", radius=4)
        )
        return panel

    def _error(self) -> QWidget:
        panel, column = self._panel("Fehlermeldung", "Was, warum, was tun")
        dialog = MessageDialog(
            self._theme,
            None,
            title="Der Export konnte nicht gespeichert werden",
            why="Auf dem Laufwerk R: ist kein Platz mehr (frei: 12 MB, nötig: 48 MB).",
            now="Schaffen Sie Platz oder wählen Sie einen anderen Ordner. Ihre Beiträge sind unverändert.",
            details="OSError: [Errno 28] No space left on device",
        )
        dialog.setMinimumWidth(0)
        dialog.add_button("Abbrechen")
        dialog.add_button("Anderen Ordner …", kind=Kind.PRIMARY)
        dialog.setWindowFlags(Qt.WindowType.Widget)
        column.addWidget(dialog)
        return panel

    def _menu(self) -> QWidget:
        theme = self._theme
        panel, column = self._panel("Kontextmenü", "Beitragskarte")
        menu = QMenu()
        menu.setWindowFlags(Qt.WindowType.Widget)
        for icon, words, keys in (
            ("ri.edit-line", "Öffnen", "Enter"),
            ("", "Umbenennen", "F2"),
            ("ri.file-copy-line", "Duplizieren", "Strg+D"),
            ("", "", ""),
            ("ri.calendar-todo-line", "Auf Tag verschieben …", "Strg+T"),
            ("ri.delete-bin-line", "Löschen", "Entf"),
        ):
            if not words:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{words}\t{keys}")
            if icon:
                action.setIcon(theme.icon(icon))
        menu.addAction("Freigeben").setEnabled(False)
        column.addWidget(menu)
        return panel

    def show_moving_parts(self) -> None:
        """Show the toast, which comes and goes, so that it is in the picture."""
        self._toast.say("Auf Do 17. Dez. verschoben", icon="ri.calendar-event-line")
        self._toast.hold()
