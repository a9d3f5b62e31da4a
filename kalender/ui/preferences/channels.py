# SPDX-License-Identifier: EUPL-1.2
"""The channels of the plan: order, what each is for, more of them, and those that are retired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kalender.domain.plan import Channel
from kalender.services.plan_view import PlanView
from kalender.services.setup.channels import Channels
from kalender.ui.preferences.channel_form import ChannelForm
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.signs import Painted, Tag
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.button import Button, Kind, literal
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.terms import GOOD_FOR
from kalender.wording.tr import tr


class ChannelRow(QWidget):
    """One channel in a line; its form unfolds below."""

    def __init__(self, theme: Theme, plan: PlanView, channel: Channel) -> None:
        super().__init__()
        self._themed, self._plan = theme, plan
        self.channel = channel
        self.form: ChannelForm | None = None
        column = spaced(theme, QVBoxLayout(self))
        self.head = FoldingBar(theme, pad=(14, 8))
        column.addWidget(self.head)

        def paint(painter: QPainter, rect: QRectF) -> None:
            mark = channel_mark(self.channel, plan.platforms.get(self.channel.platform))
            channel_glyph(painter, theme, mark, 0, 0, round(rect.width()))

        self._glyph = Painted(theme, QSize(22, 22), paint)
        self.title = Elided(theme, "", "body", weight=600)
        self.facts = Elided(theme, "", "small", ink="text-2")
        names = spaced(theme, QVBoxLayout(), gap=2)
        line = spaced(theme, QHBoxLayout(), gap=8)
        line.addWidget(self.title)
        self.retired = Tag(theme, tr("stillgelegt"))
        line.addWidget(self.retired)
        line.addStretch(1)
        names.addLayout(line)
        names.addWidget(self.facts)
        self.head.first.addWidget(self._glyph)
        self.head.first.addLayout(names, 1)
        self.up = Button(theme, icon="ri.arrow-up-s-line", kind=Kind.QUIET, name=tr("Nach oben"))
        self.down = Button(theme, icon="ri.arrow-down-s-line", kind=Kind.QUIET, name=tr("Nach unten"))
        self.edit = Button(theme, tr("Bearbeiten"), checkable=True)
        for button in (self.up, self.down, self.edit):
            self.head.second.addWidget(button)

    def show_channel(self, channel: Channel, place: int, count: int) -> None:
        """Show the channel as it is now."""
        self.channel = channel
        self._glyph.update()
        self.title.setText(channel.name)
        self.retired.setVisible(not channel.active)
        self.facts.setText(_facts(channel))
        self.head.set_ground("bg-surface" if channel.active else "bg-subtle")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        for button, words in (
            (self.up, tr("{channel} nach oben")),
            (self.down, tr("{channel} nach unten")),
            (self.edit, tr("{channel} bearbeiten")),
        ):
            button.setAccessibleName(words.format(channel=channel.name))
        self.head.refold()


def _facts(channel: Channel) -> str:
    often = tr("{n} je Woche").format(n=channel.per_week) if channel.per_week else tr("ohne Versprechen")
    if channel.per_month and not channel.per_week:
        often = tr("{n} je Monat").format(n=channel.per_month)
    usual = tr("meist um {time}").format(time=channel.usual_time)
    return " · ".join(part for part in (channel.handle, often, usual) if part)


class ChannelsPart(Part):
    """Add, order, change, retire; never delete what posts were written for."""

    kinds = frozenset({"channel", "post"})

    def __init__(self, theme: Theme, channels: Channels, plan: PlanView, today: Callable[[], date]) -> None:
        super().__init__(
            theme,
            tr("Kanäle"),
            tr("Wo Sie veröffentlichen, und wie oft. In dieser Reihenfolge stehen die Kanäle überall."),
        )
        self._channels, self._plan, self._today = channels, plan, today
        self.rows: Rows[Channel] = Rows(theme, self._make, self._show, after=self)
        self.body.addWidget(self.rows.frame)
        foot = FoldingBar(theme, edges="", pad=(8, 6))
        self.add = Button(
            theme, tr("Kanal hinzufügen"), icon="ri.add-line", role="accent", kind=Kind.QUIET, arrow=True
        )
        foot.first.addWidget(self.add)
        foot.first.addStretch(1)
        self.rows.foot(foot)
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Name, Uhrzeiten, Reihenfolge und Stilllegen lassen Freigaben gültig. Andere Bildformate ändern den "
                    "Zuschnitt: Davor sagt Kalender, welche Freigaben erlöschen. Ein anderes Netzwerk ist ein neuer Kanal."
                ),
            )
        )
        self.body.addStretch(1)
        self.add.clicked.connect(lambda _checked=False: self._offer())
        self.refresh()

    def menu(self) -> QMenu:
        """Return the platforms to choose from."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for platform in self._plan.platforms.values():
            action = menu.addAction(literal(platform.name))
            action.setToolTip(tr(GOOD_FOR.get(platform.id, "")))
            action.triggered.connect(lambda _checked=False, id_=platform.id: self._add(id_))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _add(self, platform: str) -> None:
        made: list[str] = []
        if self.attempt(lambda: made.append(self._channels.add(platform))):
            self.refresh()
            form = self.unfold(made[0])
            form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            form.name.selectAll()

    def unfold(self, id_: str) -> ChannelForm:
        """Open the form of a channel and return it."""
        row = self.rows.by_id[id_]
        assert isinstance(row, ChannelRow)
        row.edit.setChecked(True)
        assert row.form is not None
        return row.form

    def _make(self, channel: Channel) -> QWidget:
        row, id_ = ChannelRow(self.theme, self._plan, channel), channel.id
        row.up.clicked.connect(lambda _checked=False: self._move(row, row.up, -1))
        row.down.clicked.connect(lambda _checked=False: self._move(row, row.down, 1))
        row.edit.toggled.connect(lambda on: self._unfold(row, id_, on=on))
        return row

    def _move(self, row: ChannelRow, button: Button, by: int) -> None:
        self.attempt(lambda: self._channels.move(row.channel.id, by))
        (button if button.isEnabled() else row.up if row.up.isEnabled() else row.down).setFocus()

    def _unfold(self, row: ChannelRow, id_: str, *, on: bool) -> None:
        if on and row.form is None:
            form = row.form = ChannelForm(
                self.theme, self._plan.platforms.get(row.channel.platform), self._today
            )
            column = row.layout()
            assert column is not None
            column.addWidget(form)
            form.changed.connect(lambda values: self._change(id_, values))
            form.formats_wanted.connect(lambda formats: self._set_formats(id_, formats))
            form.retire_wanted.connect(lambda: self._retire(id_))
            form.delete_wanted.connect(lambda: self._delete(id_))
        if row.form is not None:
            row.form.setVisible(on)
            row.form.show_channel(row.channel, self._channels.use(id_))
        self.rows.order()

    def _change(self, id_: str, values: dict[str, object]) -> None:
        self.attempt(lambda: self._channels.change(id_, **values))

    def _set_formats(self, id_: str, formats: Sequence[str]) -> None:
        effect = self._channels.effect_of_formats(id_, formats)
        parts = []
        if effect.approvals:
            parts.append(
                tr("1 Freigabe erlischt.")
                if effect.approvals == 1
                else tr("{n} Freigaben erlöschen.").format(n=effect.approvals)
            )
        if effect.reviews:
            parts.append(
                tr("1 Beitrag muss neu zur Prüfung gegeben werden.")
                if effect.reviews == 1
                else tr("{n} Beiträge müssen neu zur Prüfung gegeben werden.").format(n=effect.reviews)
            )
        if not parts:
            self._change(id_, {"formats": tuple(formats)})
            return
        parts.append(
            tr(
                "Denn mit anderen Formaten werden die Bilder anders zugeschnitten als bei der Freigabe gezeigt."
            )
        )
        self.ask(
            tr("Bildformate von {channel} ändern?").format(channel=self._plan.channel(id_).name),
            " ".join(parts),
            tr("Bildformate ändern"),
            lambda: self._channels.change(id_, formats=tuple(formats)),
        )

    def _retire(self, id_: str) -> None:
        channel = self._plan.channel(id_)
        if not channel.active:
            self.attempt(lambda: self._channels.bring_back(id_))
            return
        ahead = self._channels.use(id_).ahead
        if not ahead:
            self.attempt(lambda: self._channels.retire(id_))
            return
        one = tr("1 Beitrag ist dort noch nicht veröffentlicht. Er bleibt mit seiner Freigabe bestehen.")
        many = tr(
            "{n} Beiträge sind dort noch nicht veröffentlicht. Sie bleiben mit ihren Freigaben bestehen."
        )
        self.ask(
            tr("{channel} stilllegen?").format(channel=channel.name),
            (one if ahead == 1 else many).format(n=ahead)
            + " "
            + tr("Für neue Beiträge wird der Kanal nicht mehr angeboten."),
            tr("Kanal stilllegen"),
            lambda: self._channels.retire(id_),
        )

    def _delete(self, id_: str) -> None:
        if self.attempt(lambda: self._channels.delete(id_)):
            self.refresh()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: QWidget, channel: Channel, place: int, count: int) -> None:
        assert isinstance(row, ChannelRow)
        row.show_channel(channel, place, count)
        if row.form is not None and row.edit.isChecked():
            row.form.show_channel(channel, self._channels.use(channel.id))

    def refresh(self) -> None:
        """Show the channels in their order."""
        self.rows.show(self._plan.channels)
