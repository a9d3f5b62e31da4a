# SPDX-License-Identifier: EUPL-1.2
"""An open plan in its window: builds the pages, and lets them, the services and the frame speak with each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.jobs.jobs import Job, Jobs
from kalender.services.acting.changes import Changes
from kalender.settings.preferences import PreferenceFile
from kalender.ui.copies import PictureCopies
from kalender.ui.opened import Open
from kalender.ui.shell.announcer import Announcer
from kalender.ui.shell.calendars.layers import LayerDesk
from kalender.ui.shell.frame.topbar import Saving
from kalender.ui.shell.further.listed import PAGES
from kalender.ui.shell.taking import Letters, PictureIntake
from kalender.ui.shell.told import words
from kalender.ui.shell.visits import Visits
from kalender.ui.shell.window import MainWindow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.wording.actions import label
from kalender.wording.dates import clock as clock_words
from kalender.wording.lands import LANDS
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.backups.keeper import Keeper
    from kalender.ui.shell.further.dues import DueLine
    from kalender.ui.shell.handing.handing import Handing
    from kalender.ui.shell.search.sources import PlanOffers
    from kalender.ui.shell.unsaved import Unsaved
    from kalender.ui.shell.views.viewing import Viewing

AVAILABLE = frozenset(
    {
        "plan.new", "plan.open", "import.table", "import.calendar", "import.document", "import.pictures", "import.folder", "post.cut", "post.copy",
        "post.paste", "post.select_all", "post.new", "new.template", "new.tile", "post.idea", "post.open", "post.rename", "post.duplicate",
        "post.repeat", "post.spread", "post.chain", "post.unchain", "post.block", "post.field", "post.fill", "post.move", "post.slot", "post.backlog", "post.next", "post.hold", "post.release", "post.drop", "post.review",
        "post.approve", "post.export", "post.delete", "post.sibling", "view.today", "view.date", "view.pictures", "view.layers", "view.inspector", "view.week", "view.month", "view.list", "view.agenda", "view.quarter", "view.year", "file.print", "file.calendar", "pace.show", "tools.verify", "help.handbook", "help.about", "views.save",
    }
)  # fmt: skip
"""Actions of the menus that this release can do."""

TELL_AFTER = 700
"""Milliseconds after which is told what is overdue: the window is painted and usable then."""

DUES = "dues"
"""Name of the timer that waits for it."""

VIEWS_AFTER = 300
"""Milliseconds after the start at which saved views get their keys: nobody presses one sooner."""


class Workplace(QObject):
    """Owns the window of one plan. plan_wanted: another plan is to be opened or made; it comes from the menus."""

    new_plan_wanted = Signal()
    open_plan_wanted = Signal()
    table_wanted = Signal()
    verify_wanted = Signal()
    handbook_wanted = Signal()
    about_wanted = Signal()
    elsewhere_wanted = Signal(object)
    _refused = Signal(object)

    def __init__(
        self,
        house: Open,
        theme: Theme,
        jobs: Jobs,
        preferences: PreferenceFile,
        *,
        export_folder: Path,
        own_formats: Path,
        logs: Path,
    ) -> None:
        super().__init__()
        self.house, self.theme, self.jobs = house, theme, jobs
        self._preferences = preferences
        self.own_formats, self.logs = own_formats, logs
        self._failing = self._leaving = False
        self.announcer = Announcer(self)
        self.copies = PictureCopies(house.pictures, jobs, self)
        self.intake = PictureIntake(house.pictures, jobs, self)
        self._ends = (house.desk.subscribe(self.announcer.announce), house.desk.watch(self._refused.emit))
        plan = house.plan
        self.window: MainWindow
        self.visits = Visits(self, export_folder)
        self.window = MainWindow(
            theme,
            self.visits.specs(),
            town=plan.municipality.title,
            land=LANDS[plan.municipality.land],
            people=plan.people,
            person=house.desk.person,
            find=house.posts.find,
            available=AVAILABLE | {page.action for page in PAGES.values()},
            memory=preferences,
            channels=self._marks(),
        )
        self.layer_desk = LayerDesk(theme, house, jobs, preferences, self.window, self._secured)
        self._connect()
        self._tell_counts()

    def _secured(self, go: Callable[[], object]) -> None:
        """Do something that changes much, once the plan is backed up; the keeper is built with the first of it."""
        self.keeper.secured(go)

    @property
    def preferences(self) -> PreferenceFile:
        """What this computer remembers."""
        return self._preferences

    def _marks(self) -> list[ChannelMark]:
        plan = self.house.plan
        return [
            channel_mark(item, plan.platforms.get(item.platform)) for item in plan.channels if item.active
        ]

    # Wiring

    def _connect(self) -> None:
        window, desk = self.window, self.house.desk
        self.announcer.changed.connect(self._changed)
        self._refused.connect(self._not_written)
        window.may_close = self.may_leave
        window.finds = self._offers
        self.copies.ready.connect(self.visits.pictures_ready)
        self.copies.unsound.connect(self._unsound)
        self.letters = Letters(self)
        self.intake.told.connect(window.say)
        self.intake.refused.connect(window.warn)
        self.layer_desk.told.connect(window.say)
        self.layer_desk.refused.connect(window.warn)
        window.page_shown.connect(self.visits.shown)
        window.post_opened.connect(self.visits.open_post)
        window.undo_requested.connect(lambda: self._take_back(desk.undo))
        window.redo_requested.connect(lambda: self._take_back(desk.redo))
        window.action_requested.connect(self._requested)
        window.stage_wanted.connect(self.visits.show_only)
        window.channel_wanted.connect(self.visits.show_channel)
        window.person_chosen.connect(self.act_as)
        window.look_chosen.connect(lambda choice: self._preferences.change(theme=choice))
        window.scale_chosen.connect(lambda percent: self._preferences.change(text_scale=percent))
        window.closing.connect(self.visits.leave)
        self._heard = (
            self.jobs.started.connect(lambda job: window.jobs.begin(job.id, job.label)),
            self.jobs.progressed.connect(lambda job: window.jobs.report(job.id, job.done, job.total)),
            self.jobs.ended.connect(lambda job: window.jobs.end(job.id)),
        )
        window.job_cancelled.connect(self._cancel)
        window.status.set_right(tr("Plan: {folder}").format(folder=self.house.folder.name))

    def _take_back(self, verb: Callable[[], object]) -> None:
        """Undo or redo, after what is being typed is saved: it is the last step then."""
        if self.visits.flush():
            self.attempt(verb)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something that rules may refuse, and say why where they do; tell whether it was done."""
        try:
            verb()
        except Refused as refusal:
            self.window.warn(sentence(refusal))
            return False
        return True

    def _cancel(self, key: object) -> None:
        for job in self.jobs.running:
            if job.id == key:
                job.cancel()

    # A disk that does not take what was done

    @cached_property
    def unsaved(self) -> Unsaved:
        """What is said and offered while nothing can be written; most windows never need it."""
        from kalender.ui.shell.unsaved import Unsaved

        found = Unsaved(self.window, self.theme, self.visits.kept_text, self)
        found.elsewhere.connect(self.elsewhere_wanted)
        return found

    # What is due

    @cached_property
    def due_line(self) -> DueLine:
        """The line that tells what is overdue; made once the window was seen."""
        from kalender.ui.shell.further.dues import DueLine

        return DueLine(self)

    def tell_dues(self) -> None:
        """Tell what is overdue, and follow it from now on."""
        if not self._leaving:
            self.due_line.begin()

    # Saved views

    @cached_property
    def viewing(self) -> Viewing:
        """The saved views, with their keys; begun shortly after the start, or with the first wish."""
        from kalender.ui.shell.views.viewing import Viewing

        return Viewing(self)

    @cached_property
    def handing(self) -> Handing:
        """Hands the plan out on paper and to other programs."""
        from kalender.ui.shell.handing.handing import Handing

        return Handing(self, self.visits.day_in_front)

    def _new_tile(self) -> None:
        from kalender.ui.shell.tiles.wiring import new_tile

        new_tile(self)

    def _show_pace(self) -> None:
        from kalender.ui.shell.further.pace import show_pace

        show_pace(self)

    def _offers(self) -> PlanOffers:
        from kalender.ui.shell.search.sources import PlanOffers

        return PlanOffers(self)

    # Backups

    def keep_safe(self) -> None:
        """Make backups from now on, beside the window."""
        if not self._leaving:
            self.keeper.begin()

    @cached_property
    def keeper(self) -> Keeper:
        """Makes backups beside the window, and says where one fails."""
        from kalender.ui.shell.further.keeping import keeper_of

        return keeper_of(self)

    def _not_written(self, refusal: Refused) -> None:
        self._failing = True
        self.unsaved.refused(refusal)

    def typing_failed(self, page: str, refusal: Refused | None) -> None:
        """What is typed on a page cannot be saved at present, or can be again (None)."""
        self.unsaved.typing(page, refusal)

    def may_leave(self) -> bool:
        """Save what is typed; where that is in vain ask what becomes of it and return False."""
        if self._leaving or self.visits.flush():
            return True
        self.unsaved.ask_leave(self.leave_unsaved)
        return False

    def leave_unsaved(self) -> None:
        """Close the window; what could not be saved is kept elsewhere, or the person wants it gone."""
        self.visits.forget()
        self._leaving = True
        self.window.close()

    def _changed(self, changes: Changes) -> None:
        if self._failing:
            self._failing = False
            self.unsaved.written()
        self.copies.forget(changes.ids("picture"))
        self.visits.hear(changes)
        said = words(changes)
        if said:
            self.window.say(said, undo=not changes.undone)
        now = self.house.posts.now()
        self.window.set_saving(Saving.SAVED, tr("Gespeichert um {time}").format(time=clock_words(now)))
        self._tell_counts()
        if changes.ids("setting"):
            town = self.house.plan.municipality
            self.window.set_town(town.title, LANDS[town.land])
        if changes.ids("person"):
            self.window.topbar.person.set_people(self.house.plan.people, current=self.house.desk.person)
        if changes.ids("channel"):
            self.window.menus.set_channels(self._marks())

    def _tell_counts(self) -> None:
        counts = self.house.posts.counts()
        waiting, ready = counts.get(Stage.IN_REVIEW, 0), counts.get(Stage.APPROVED, 0)
        self.window.set_count("review", waiting, tr("{count} warten auf Freigabe").format(count=waiting))
        self.window.set_count("export", ready, tr("{count} freigegeben").format(count=ready))
        undo, redo = self.house.desk.can_undo(), self.house.desk.can_redo()
        self.window.set_undo(
            label(undo.code, undo.facts) if undo else None, label(redo.code, redo.facts) if redo else None
        )

    def _unsound(self, id_: str) -> None:
        """The file of a picture is not what was taken in: say so, and let the open post say so too."""
        words = tr(
            "Das Bild „{name}“ liegt nicht mehr so im Bilderordner, wie es aufgenommen wurde. "
            "Beiträge damit verlassen das Haus nicht. Holen Sie die Datei aus einer Sicherung zurück, oder spielen Sie sie noch einmal ein."
        )
        self.window.warn(words.format(name=self.house.pictures.get(id_).name))
        if self.visits.editor is not None and self.visits.editor.post_id:
            self.visits.editor.check()

    def act_as(self, person: str) -> None:
        """Someone else sits down at this computer."""
        if not self.visits.flush():
            self.window.topbar.person.set_current(self.house.desk.person)
            return
        self.house.desk.acting_as(person)
        self.window.topbar.person.set_current(person)
        self._preferences.put(self._preferences.values.with_person(self.house.folder, person))
        self.visits.person_changed()
        found = self.house.plan.person(person)
        if found is not None:
            self.window.say(tr("Sie arbeiten jetzt als {name}.").format(name=found.name))

    def _requested(self, key: str) -> None:
        """Do what a menu asks and the page in front does not do itself."""
        wishes: dict[str, Callable[[], object]] = {
            "plan.new": self.new_plan_wanted.emit,
            "plan.open": self.open_plan_wanted.emit,
            "import.table": self.table_wanted.emit,
            "import.calendar": self.layer_desk.ask,
            "file.print": lambda: self.handing.paper(),  # noqa: PLW0108 - built late
            "file.calendar": lambda: self.handing.calendar(),  # noqa: PLW0108 - built late
            "import.document": self.letters.ask,
            "import.pictures": lambda: self.intake.ask_files(self.window),
            "import.folder": lambda: self.intake.ask_folder(self.window),
            "post.new": self.visits.new_post,
            "new.template": self.visits.new_from_template,
            "new.tile": self._new_tile,
            "post.idea": self.visits.new_idea,
            "pace.show": self._show_pace,
            "tools.verify": self.verify_wanted.emit,
            "help.handbook": self.handbook_wanted.emit,
            "views.save": lambda: self.viewing.ask_save(),  # noqa: PLW0108 - built late
            "help.about": self.about_wanted.emit,
        }
        wishes.get(key, lambda: self.visits.perform_elsewhere(key))()

    def show(self) -> None:
        """Show the window on the page of last time."""
        wanted = self._preferences.values.last_page
        self.window.show_page(wanted if wanted in self.visits.listed() else "calendar")
        self.window.show()
        views = QTimer(self.window, singleShot=True, interval=VIEWS_AFTER)
        views.timeout.connect(lambda: self._leaving or self.viewing)
        views.start()
        soon = QTimer(self.window, singleShot=True, interval=TELL_AFTER)
        soon.setObjectName(DUES)
        soon.timeout.connect(self.tell_dues)
        soon.start()
        if self.house.catalogue.problems:
            from kalender.ui.shell.further.preferences import tell_problems

            tell_problems(self)

    def close(self) -> None:
        """Take the window away and forget the plan's listeners; jobs are the application's to end."""
        self._leaving = True
        self.visits.leave()
        for end in self._ends:
            end()
        for heard in self._heard:  # the jobs live on, the strip of this window does not
            QObject.disconnect(heard)
        self.window.close()
        for timer in self.window.findChildren(QTimer):
            timer.stop()  # what waits for a quiet moment must not ask a plan that is closed
        self.window.deleteLater()
        self.deleteLater()  # Qt holds what listens to this, and with it the page and all that the plan had in memory

    def job(self, label_: str, work: Callable[[Job], object], done: Callable[[object], object]) -> None:
        """Run something beside the window and say so where it fails."""
        self.jobs.run(label_, work, done=done, failed=self.failed)

    def failed(self, error: BaseException) -> None:
        """Say that work beside the window has failed."""
        if isinstance(error, Refused):
            self.window.warn(sentence(error))
        else:
            self.window.warn(
                tr("Das hat nicht geklappt: {error}. Ihre Beiträge sind unverändert.").format(error=error)
            )
