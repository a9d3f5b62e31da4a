# SPDX-License-Identifier: EUPL-1.2
"""What stands under the bar of the editor: an approval that fell, a change asked for, a hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.post import Post
from kalender.domain.stage import Flag
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.cards import VOID_REASONS
from kalender.wording.tr import tr


class Banners(QWidget):
    """One sentence each, with at most one way on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: list[Banner] = []

    def words(self) -> list[str]:
        """Return what is said."""
        return [item.accessibleName() for item in self._shown]

    def show_card(
        self,
        card: Card,
        post: Post,
        name_of: Callable[[str], str],
        *,
        compare: Callable[[], object],
        release: Callable[[], object],
        take_out: Callable[[], object],
    ) -> None:
        """Say what lies over a post. name_of: the name of a person by id; take_out: of the archive."""
        for banner in self._shown:
            banner.hide()
            banner.deleteLater()
        self._shown = []
        if Flag.ARCHIVED in card.flags:
            words = tr("Dieser Beitrag liegt im Archiv. Zum Ändern holen Sie ihn zuerst heraus.")
            self._add(words, "info", tr("Aus dem Archiv holen"), take_out)
        if Flag.APPROVAL_VOID in card.flags:
            reason = tr(VOID_REASONS[card.reason]) if card.reason else ""
            words = tr("Frühere Freigabe gilt nicht mehr. {reason}").format(reason=reason).strip()
            self._add(words, "warn", tr("Unterschied zeigen"), compare)
        if Flag.CHANGE_REQUESTED in card.flags and post.decisions:
            said = max(post.decisions, key=lambda item: (str(item.at or ""), item.id))
            words = tr("{name} bittet um eine Änderung: {comment}")
            self._add(words.format(name=name_of(said.by), comment=said.comment), "warn")
        if Flag.HELD in card.flags:
            self._add(tr("Angehalten: {reason}").format(reason=post.hold), "err", tr("Weiterführen"), release)
        if Flag.CONFLICT in card.flags:
            self._add(tr("Dieser Beitrag wurde an zwei Orten geändert. Beide Fassungen sind da."), "warn")
        self.setVisible(bool(self._shown))

    def _add(
        self, words: str, severity: str, link: str = "", clicked: Callable[[], object] | None = None
    ) -> None:
        banner = Banner(self._theme, words, severity=severity, link=link, clicked=clicked)
        self._shown.append(banner)
        self._column.addWidget(banner)
