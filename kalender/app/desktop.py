# SPDX-License-Identifier: EUPL-1.2
"""The application on the desktop: one plan at a time in its window, the start screen where there is none."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kalender.app.house import House, NewId, new_id
from kalender.app.net import Net
from kalender.app.opening import Opener
from kalender.app.paths import Paths
from kalender.app.single import Bell, bring_to_front, name_of
from kalender.app.troubled import Troubled
from kalender.domain.format import Platform
from kalender.domain.refusal import Refused
from kalender.formats.resources import folder as resources
from kalender.jobs.jobs import Job, Jobs
from kalender.jobs.pool import PicturePool
from kalender.services.clock import Clock
from kalender.services.ports import PictureWorker
from kalender.settings.preferences import PreferenceFile
from kalender.ui.shell.commands.keys import speak_german
from kalender.ui.shell.workplace import Workplace
from kalender.ui.theme.theme import Theme
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.verifying import PlanCheck
    from kalender.ui.shell.visits import Typed
    from kalender.ui.start.window import StartWindow

BRIEF = 0.05
"""Seconds the window may stand still for another program that holds the plan; then what was done waits or is refused."""


class Desktop(QObject):
    """Owns what lives as long as the application: theme, jobs, children, preferences, and the plan that is open."""

    def __init__(
        self,
        application: QApplication,
        places: Paths,
        *,
        clock: Clock | None = None,
        worker: PictureWorker | None = None,
        jobs: Jobs | None = None,
        make_id: NewId = new_id,
    ) -> None:
        super().__init__()
        application.setApplicationName("Kalender")
        application.setApplicationDisplayName("Kalender")
        application.setDesktopFileName("kalender")
        self.places = places
        self.preferences = PreferenceFile(places.preferences)
        values = self.preferences.values
        self.theme = Theme(application, resources() / "themes", choice=values.theme, scale=values.text_scale)
        speak_german(application)
        self._pool = PicturePool() if worker is None else None
        self.worker: PictureWorker = self._pool or worker  # type: ignore[assignment]  # one of the two is there
        self.jobs = jobs or Jobs(parent=self)
        self.clock = clock
        self._make_id = make_id
        self.house: House | None = None
        self.place: Workplace | None = None
        self._start_window: StartWindow | None = None
        self._check: PlanCheck | None = None
        self._problem = ""
        self._opener = Opener(places, self.worker, clock, make_id)
        self.troubled = Troubled(self)
        self.bell = Bell(self)
        self.bell.rung.connect(lambda: bring_to_front(self.front()))
        self.net = Net(places.logs, self._unexpected)

    def start(self, plan: Path | None) -> None:
        """Open a plan, else the last one, else show the start screen.

        Where a plan cannot be opened normally, the ways out stand there; where another window has it, that one does.
        """
        last = self.preferences.values.last_plan
        wanted = plan or (Path(last) if last else None)
        if wanted is not None and self.open(wanted, said=plan is not None):
            return
        if not self.troubled.settled:
            self.show_start()

    def open(self, folder: Path, *, said: bool = True, look: bool = False, again: bool = False) -> bool:
        """Open a plan in its window, or its ways out where it cannot be opened. Return whether it is open.

        said: tell where it cannot and there is no way out; look: only read it; again: though it is open already.
        """
        if self.house is not None and not (look or again) and name_of(folder) == name_of(self.house.folder):
            bring_to_front(self.front())
            return True
        if self.place is not None and not self.place.may_leave():
            return False
        try:
            house, reading = self._opener.open(folder, look=look)
        except Refused as refusal:
            self.troubled.take(folder, refusal, said=said)
            return False
        person = house.plan.person(self.preferences.values.person_for(folder))
        if person is not None and person.active:
            house.desk.acting_as(person.id)
        try:
            self._enter(house)
        except Refused as refusal:  # it opens, and what its window shows first cannot be read
            with suppress(Refused):
                self._leave()
            self.troubled.take(folder, refusal, said=said)
            return False
        if reading is not None:
            self.troubled.tell_reading(reading)
        return True

    def _enter(self, house: House) -> None:
        self._leave()
        house.store.wait_at_most(BRIEF)
        self.house = house
        # whoever sits here stays: a deputy who writes meanwhile from elsewhere does not take the seat at the next start
        known = self.preferences.values.with_plan(house.folder)
        self.preferences.put(known.with_person(house.folder, house.desk.person))
        self.place = Workplace(
            house,
            self.theme,
            self.jobs,
            self.preferences,
            export_folder=house.folder / "Export",
            own_formats=self.places.formats,
            logs=self.places.logs,
        )
        self.place.new_plan_wanted.connect(lambda: self.show_start(wizard=True))
        self.place.open_plan_wanted.connect(self.ask_plan)
        self.place.table_wanted.connect(self.show_intake)
        self.place.verify_wanted.connect(self.verify)
        self.place.handbook_wanted.connect(self.show_handbook)
        self.place.about_wanted.connect(self.show_about)
        self.place.elsewhere_wanted.connect(self.save_elsewhere)
        self.place.show()
        self._close_start()
        self.troubled.close()
        if not house.store.read_only:
            soon = QTimer(self.place.window, singleShot=True, interval=8_000)  # ms; the window is usable then
            soon.timeout.connect(self.place.keep_safe)
            soon.start()
            self.bell.hang_soon(house.folder)

    def _leave(self) -> None:
        if self._check is not None:
            self._check.stop()
            self._check = None
        place, self.place = self.place, None
        house, self.house = self.house, None
        try:
            if place is not None:
                place.close()
        finally:
            if house is not None:
                self.bell.take_down()
                house.close()

    def show_icon(self) -> None:
        """Give the windows their symbol: after the first painting, for Qt needs a moment to learn what an icon is."""
        from PySide6.QtGui import QIcon

        QApplication.setWindowIcon(QIcon(str(resources() / "themes" / "kalender.png")))

    def close(self) -> None:
        """Save, close the plan, wait for threads, end children."""
        if self.place is not None:
            self.place.visits.leave()
        self.troubled.close()
        self.jobs.close()
        self._leave()
        self._close_start()
        if self._pool is not None:
            self._pool.close()
        self.net.close()

    def save_elsewhere(self, parent: Path) -> None:
        """Save the plan whose file was taken away in a folder of its name inside another, and go on there."""
        house, place = self.house, self.place
        if house is None or place is None:
            return
        from kalender.services.moving import free_folder, save_elsewhere

        folder = free_folder(parent, house.folder.name)

        def done(missing: int) -> None:
            typed = place.visits.unsaved()
            place.visits.forget()
            if self.open(folder):
                self._go_on(typed, folder, missing)
            else:
                place.visits.take_up(typed)

        self.jobs.run(
            tr("Der Plan wird an einem anderen Ort gespeichert"),
            lambda job: save_elsewhere(house.store, house.pictures.shelf, folder, job.report),
            done=done,
            failed=place.failed,
        )

    def _go_on(self, typed: Typed, folder: Path, missing: int) -> None:
        assert self.place is not None
        self.place.visits.take_up(typed)
        said = tr("Der Plan liegt jetzt in „{folder}“.").format(folder=folder)
        if missing:
            gone = tr("{count} Bilder waren nicht mehr zu finden: Spielen Sie sie noch einmal ein.")
            self.place.window.warn(f"{said} {gone.format(count=missing)}")
        else:
            self.place.window.say(said)

    # The start screen

    def show_start(self, *, wizard: bool = False) -> None:
        """Show the start screen, or its wizard for a new plan."""
        from kalender.ui.start.window import StartWindow

        self._close_start()
        window = StartWindow(
            self.theme,
            recent=[Path(item) for item in self.preferences.values.recent],
            platforms=self._platforms(),
            documents=self.places.documents,
            wizard=wizard,
        )
        window.plan_wanted.connect(self.create)
        window.open_wanted.connect(lambda folder: self.open(Path(folder)))
        window.browse_wanted.connect(self.ask_plan)
        window.sample_wanted.connect(self.open_sample)
        self._start_window = window
        if self._problem:
            window.show_problem(self._problem)
            self._problem = ""
        window.resize(window.sizeHint())
        window.show()

    def _close_start(self) -> None:
        if self._start_window is not None:
            self._start_window.close()
            self._start_window.deleteLater()
            self._start_window = None

    def _platforms(self) -> tuple[Platform, ...]:
        from kalender.formats.catalogue import load

        return load(self.places.formats, self.places.format_copy).platforms

    def create(self, draft: object) -> None:
        """Make the plan of a finished wizard and open it."""
        from kalender.app.founding import create_plan
        from kalender.ui.start.draft import PlanDraft

        assert isinstance(draft, PlanDraft)
        try:
            house = create_plan(
                draft.folder,
                draft.municipality,
                draft.channels,
                draft.people,
                topics=draft.topics,
                worker=self.worker,
                clock=self.clock,
                cache=self.places.thumbnails,
                user_formats=self.places.formats,
                format_copy=self.places.format_copy,
                make_id=self._make_id,
            )
        except Refused as refusal:
            if self._start_window is not None:
                self._start_window.refuse(refusal)
            return
        self._enter(house)

    def open_sample(self) -> None:
        """Open the sample plan, written first where it is not there."""
        folder = self.places.documents / "Beispielplan Lindenbrunn"
        if self.open(folder, said=False):
            return

        def work(_job: Job) -> Path:
            from kalender.app.sample.build import write

            write(folder, worker=self.worker, cache=self.places.thumbnails).close()
            return folder

        self.jobs.run(
            tr("Der Beispielplan wird angelegt"),
            work,
            done=self.open,
            failed=lambda error: self.tell(_said(error)),
        )

    def ask_plan(self) -> None:
        """Ask for the folder of a plan and open it."""
        parent = self.place.window if self.place is not None else self._start_window
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, tr("Plan öffnen"), str(self.places.documents))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    # What the menus of the window ask of the application

    def show_intake(self) -> None:
        """Open the panel that reads an editorial plan from a table."""
        from kalender.ui.intake.panel import ImportPanel

        if self.place is None or self.house is None:
            return
        secured = self.place.keeper.secured
        panel = ImportPanel(self.theme, self.house.exchange, self.jobs, self.place.window, secured=secured)
        panel.refused.connect(self.place.window.warn)
        panel.open()

    def verify(self) -> None:
        """Check the journal, the rows and every picture, beside the window, and show what was found."""
        if self.place is not None and self.house is not None:
            if self._check is None:
                from kalender.ui.shell.verifying import PlanCheck

                self._check = PlanCheck(
                    self.theme,
                    self.place.window,
                    self.jobs,
                    self.house.verifying,
                    mend=None if self.house.store.read_only else self._derive_anew,
                    failed=self.failed,
                    rescue=self.rescue,
                )
            self._check.start()

    def rescue(self) -> None:
        """Close the plan and show what can be saved of it."""
        if self.house is not None and self.place is not None and self.place.may_leave():
            folder = self.house.folder
            self._leave()
            self.troubled.show(folder)

    def _derive_anew(self) -> None:
        """Have everything that follows from the journal computed again, by opening the plan anew."""
        if self.place is not None and self.house is not None:
            self.place.visits.flush()
            folder = self.house.folder
            try:
                self.house.store.distrust_rows()
            except Refused as refusal:
                self.tell(sentence(refusal))
                return
            self._leave()
            if not self.open(folder):
                self.show_start()

    def show_handbook(self) -> None:
        """Open the handbook."""
        from kalender.ui.shell.help.handbook import HandbookWindow

        HandbookWindow(self.theme, resources() / "handbook", self.front()).show()

    def show_about(self) -> None:
        """Say what this is, in which version, under which licence."""
        from kalender.ui.shell.help.about import about

        about(self.theme, self.front())

    def front(self) -> QWidget | None:
        """Return the window in front, if there is one."""
        return self.place.window if self.place is not None else self._start_window or self.troubled.window

    def tell(self, words: str) -> None:
        """Say something in the window in front."""
        if self.place is not None:
            self.place.window.say(words)
        elif self._start_window is not None:
            self._start_window.show_problem(words)
        elif self.troubled.window is not None:
            self.troubled.window.show_problem(words)
        else:
            self._problem = words

    def failed(self, error: BaseException) -> None:
        """Say why work beside the window failed."""
        self.tell(_said(error))

    def _unexpected(self, words: str) -> None:
        if self.place is not None:
            self.place.window.warn(words)


def _said(error: BaseException) -> str:
    if isinstance(error, Refused):
        return sentence(error)
    return tr("Das hat nicht geklappt: {error}. Es wurde nichts verändert.").format(error=error)
