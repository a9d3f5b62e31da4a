# SPDX-License-Identifier: EUPL-1.2
"""Says of the backups what must stay in sight: when the last one was made, and loudly where one fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kalender.domain.refusal import Refused
from kalender.services.backups.backups import Made
from kalender.services.backups.places import Places, backup_places
from kalender.ui.backups.keeper import Keeper
from kalender.ui.widgets.feedback.dialog import tell
from kalender.wording.keeping import backups as words
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

BACKUP = "backup"
"""Key of the line above the pages."""


def keeper_of(work: Workplace) -> Keeper:
    """Return what makes backups of the plan that is open; what comes of them is said in its window."""
    keeper = Keeper(
        work.house.backups_at(lambda: _places(work)), work.jobs, work.house.posts.now, work.window
    )
    said = _Said(work, keeper)
    keeper.made.connect(said.made)
    keeper.failed.connect(said.failed)
    keeper.looked.connect(said.looked)
    keeper.asked.connect(said.asked)
    keeper.unsecured.connect(said.ask)
    work.intake.taking.connect(keeper.before_pictures)
    work.window.closing.connect(keeper.stop)
    return keeper


def _places(work: Workplace) -> Places:
    chosen = work.preferences.values
    return backup_places(work.house.folder, chosen.backup_folder, chosen.second_backup_folder)


class _Said(QObject):
    """What the window says of backups. A failure stays until a later one succeeds or she takes the line away."""

    def __init__(self, work: Workplace, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._work = work
        self._away_told: set[Path] = set()
        self._told = ("", date.min)

    def made(self, found: Made) -> None:
        """Say when the last backup was made, and which place failed."""
        window = self._work.window
        sound = [item.info for item in found.outcomes if item.info is not None]
        if sound:
            self._status(sound[0].made_at)
        if not found.failed:
            window.notices.take(BACKUP)
            self._told = ("", date.min)
            return
        away = found.ok and words.away(found)
        places = {item.place for item in found.failed}
        if away and places <= self._away_told:
            return
        if away:
            self._away_told |= places
        self._tell(words.failure(found), "info" if away else "warn" if found.ok else "err")

    def failed(self, refusal: Refused) -> None:
        """Say why there is no backup at all."""
        self._tell(sentence(refusal), "err")

    def _tell(self, text: str, severity: str) -> None:
        if severity == "err":
            text = tr("Der Plan ist nicht gesichert.") + " " + text
        now = (text, self._work.house.posts.now().date())
        if now == self._told and not self._work.window.notices.text(BACKUP):
            return  # she took the line away today, and nothing else has happened since
        self._told = now
        self._work.window.notices.tell(
            BACKUP, text, severity=severity, link=tr("Sicherungen ansehen"), clicked=self._show
        )

    def asked(self) -> None:
        """She wants to hear again what she has taken away."""
        self._told = ("", date.min)
        self._away_told.clear()

    def _show(self) -> None:
        self._work.visits.perform_elsewhere("file.backups")

    def looked(self, last: tuple[datetime, Path] | None) -> None:
        """Say when the last backup was made: nothing has changed since, or it is of today."""
        if last is not None:
            self._status(last[0])

    def _status(self, made_at: datetime) -> None:
        when = words.when(made_at, self._work.house.posts.now().date())
        folder = self._work.house.folder.name
        self._work.window.status.set_right(
            tr("Letzte Sicherung: {when} · Plan: {folder}").format(when=when, folder=folder)
        )

    def ask(self, go: Callable[[], object]) -> None:
        """Ask whether to go on without the backup that was to come first."""
        tell(
            self._work.theme,
            self._work.window,
            title=tr("Vor dem Einlesen konnte nicht gesichert werden"),
            why=self._work.window.notices.text(BACKUP) or tr("Das Sichern wurde abgebrochen."),
            now=tr("Sie können trotzdem einlesen. Strg+Z nimmt das Einlesen zurück."),
            severity="warn",
            choices=((tr("Trotzdem einlesen"), go),),
        )
