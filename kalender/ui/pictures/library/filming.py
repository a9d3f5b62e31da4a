# SPDX-License-Identifier: EUPL-1.2
"""What is done about the film of a picture: files asked for, taken in beside the window, and noted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kalender.domain.refusal import Refused
from kalender.services.films.films import Films
from kalender.ui.pictures.library.film import FilmBox
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

T = TypeVar("T")
Beside = Callable[[str, Callable[[], object], Callable[[object], object]], object]
"""Does work beside the window under a label, and hands its result to the window's thread; a Refused of it is said there."""


class Filming(QObject):
    """Wires the box of a film. shown() gives the id of the picture. refused: why it stayed as it was."""

    refused = Signal(str)

    def __init__(
        self, films: Films, box: FilmBox, shown: Callable[[], str], beside: Beside, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._films, self._shown, self._beside, self._window = films, shown, beside, parent
        box.film_wanted.connect(self._ask_film)
        box.captions_wanted.connect(self._ask_captions)
        box.silent_set.connect(lambda on: self._attempt(lambda: films.set_silent(shown(), silent=on)))
        box.burned_set.connect(lambda on: self._attempt(lambda: films.set_burned(shown(), burned=on)))
        box.music_set.connect(lambda music: self._attempt(lambda: films.set_music(shown(), music)))
        box.removed.connect(lambda: self._attempt(lambda: films.remove(shown())))

    def _ask_film(self) -> None:
        self._ask(tr("Film wählen"), tr("Filme (*.mp4 *.mov *.m4v)"), self.take_film)

    def _ask_captions(self) -> None:
        self._ask(tr("Untertitel wählen"), tr("Untertitel (*.srt *.vtt)"), self.take_captions)

    def _ask(self, title: str, kinds: str, take: Callable[[str, Path], object]) -> None:
        picture = self._shown()
        dialog = QFileDialog(self._window, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: take(picture, Path(name)))
        dialog.open()

    def take_film(self, picture: str, path: Path) -> None:
        """Take a film in and make a picture its cover."""
        self._run(
            tr("Der Film wird eingelesen"),
            lambda: self._films.take_film(path),
            lambda film: self._films.attach(picture, path, film),
        )

    def take_captions(self, picture: str, path: Path) -> None:
        """Take captions in for the film of a picture."""
        self._run(
            tr("Die Untertitel werden eingelesen"),
            lambda: self._films.take_captions(path),
            lambda captions: self._films.caption(picture, path, captions),
        )

    def _run(self, label: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        def both() -> Callable[[], object]:
            try:
                found = work()
            except Refused as refusal:
                words = sentence(refusal)
                return lambda: self.refused.emit(words)
            return lambda: self._attempt(lambda: done(found))

        self._beside(label, both, _call)

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))


def _call(answer: object) -> None:
    assert callable(answer)
    answer()
