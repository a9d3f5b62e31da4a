# SPDX-License-Identifier: EUPL-1.2
"""Opens what shows and changes the layers of the calendar, and reads calendar files beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kalender.domain.refusal import Refused
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:  # what opens at a click is imported with the first click
    from kalender.domain.days.entries import LayerKind
    from kalender.domain.rules.finding import Finding
    from kalender.exchange.calendars.found import CalendarReading
    from kalender.jobs.jobs import Jobs
    from kalender.settings.preferences import PreferenceFile
    from kalender.ui.calendar.almanac import Almanac, AlmanacOf, Layer
    from kalender.ui.calendar.page import CalendarPage
    from kalender.ui.calendar.popovers.layer_sheet import LayerSheet
    from kalender.ui.calendar.popovers.layers import LayersPopover, LocalRow
    from kalender.ui.intake.calendar import CalendarPanel
    from kalender.ui.opened import Open
    from kalender.ui.theme.theme import Theme

PATTERNS = "*.ics *.ical *.vcs *.csv *.xlsx *.ods"
OWN = "layer/"
"""How a hidden layer of one's own begins among what this computer remembers as hidden."""


def almanac_late(house: Open, preferences: PreferenceFile) -> AlmanacOf:
    """Return what gives the almanac of days: its parts are made when it is first asked, after the first month was seen."""
    made: list[AlmanacOf] = []

    def read(first: date, last: date) -> Almanac:
        if not made:
            from kalender.ui.shell.almanac import almanac_of

            made.append(
                almanac_of(
                    house.layers,
                    lambda: house.plan.municipality.land,
                    lambda: {item.id: item.name for item in house.plan.channels},
                    lambda: hidden_layers(preferences),
                    lambda: house.deadlines,
                    lambda: layer_inks(preferences),
                )
            )
        return made[0](first, last)

    return read


def finding_late(finding: Finding) -> tuple[str, str]:
    """Return what a finding says and why, in words that are read with the first of them."""
    from kalender.wording.findings import why, words

    return words(finding), why(finding)


def hidden_layers(preferences: PreferenceFile) -> frozenset[str]:
    """Return the ids of own layers that are not shown on this computer."""
    return frozenset(
        item.removeprefix(OWN) for item in preferences.values.layers_hidden if item.startswith(OWN)
    )


def layer_inks(preferences: PreferenceFile) -> dict[Layer, str]:
    """Return the colours that layers of the calendar were given on this computer; those unknown here are left out."""
    from kalender.domain.days.entries import COLOURS
    from kalender.ui.calendar.almanac import Layer

    pairs = (item.partition("=") for item in preferences.values.layer_inks)
    return {Layer(name): role for name, _is, role in pairs if name in set(Layer) and role in COLOURS}


def remember_layers(page: CalendarPage, preferences: PreferenceFile) -> None:
    """Show the layers of last time, and remember what is chosen from now on."""
    from kalender.ui.calendar.almanac import Layer

    hidden = preferences.values.layers_hidden
    page.toolbar.show_layers(layer for layer in Layer if layer.value not in hidden)
    page.toolbar.layered.connect(
        lambda shown: preferences.change(
            layers_hidden=(
                *sorted(layer.value for layer in Layer if layer not in shown),
                *sorted(f"{OWN}{id_}" for id_ in hidden_layers(preferences)),
            )
        )
    )


class LayerDesk(QObject):
    """The layers button of a calendar page, or the menu. told, refused: sentences; popover, panel, sheet: the last opened.

    secured: calls what it is given, once the plan is backed up.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        house: Open,
        jobs: Jobs,
        preferences: PreferenceFile,
        window: QWidget,
        secured: Callable[[Callable[[], object]], object] = lambda go: go(),
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._house = house
        self._jobs = jobs
        self._preferences = preferences
        self._window = window
        self._secured = secured
        self._page: CalendarPage | None = None
        self.popover: LayersPopover | None = None
        self.panel: CalendarPanel | None = None
        self.sheet: LayerSheet | None = None

    def serve(self, page: CalendarPage) -> None:
        """Answer the layers button of a page."""
        self._page = page
        page.toolbar.layers_wanted.connect(self.open)

    def open(self) -> None:
        """Show all layers below the button."""
        from kalender.ui.calendar.popovers.layers import LayersPopover, OwnRow
        from kalender.wording.calendars.layers import school_end

        page = self._page
        if page is None:
            return
        hidden = hidden_layers(self._preferences)
        layers = self._house.own_layers
        popover = LayersPopover(
            self._theme,
            page.toolbar.layers,
            built_in=page.toolbar.layer_actions(),
            inks=layer_inks(self._preferences),
            own=[
                OwnRow(layer=item, count=layers.count(item.id), shown=item.id not in hidden)
                for item in layers.all()
            ],
            local=self._local(),
            school=school_end(self._house.layers.school_data_end()),
        )
        popover.shown.connect(self.show_layer)
        popover.coloured.connect(self.colour)
        popover.observed.connect(lambda day, on: self._do(lambda: layers.observe(day, on=on)))
        popover.changing.connect(self.change)
        popover.import_wanted.connect(self.ask)
        self.popover = popover
        popover.open_under(right=True)
        next(iter(popover.boxes.values())).setFocus()

    def _local(self) -> list[LocalRow]:
        from kalender.ui.calendar.popovers.layers import LocalRow

        town = self._house.plan.municipality
        return [
            LocalRow(
                id=item.id,
                name=item.name,
                source=item.source,
                on=item.applies(town.name, town.local_days),
                fixed=item.applies(town.name, ()),
            )
            for item in self._house.layers.local_days()
            if item.choice or item.applies(town.name, ())
        ]

    def show_layer(self, id_: str, on: bool) -> None:
        """Show or hide a layer of one's own on this computer."""
        kept = {item for item in self._preferences.values.layers_hidden if item != f"{OWN}{id_}"}
        self._preferences.change(layers_hidden=tuple(sorted(kept if on else {*kept, f"{OWN}{id_}"})))
        if self._page is not None:
            self._page.read_layers()

    def colour(self, layer: Layer, role: str) -> None:
        """Paint a layer of the calendar in one of COLOURS on this computer, or as it comes, where role is empty."""
        inks = {**layer_inks(self._preferences), layer: role}
        self._preferences.change(layer_inks=tuple(sorted(f"{key}={ink}" for key, ink in inks.items() if ink)))
        if self._page is not None:
            self._page.read_layers()

    def change(self, id_: str) -> None:
        """Open what changes a layer."""
        from kalender.ui.calendar.popovers.layer_sheet import LayerSheet

        layers = self._house.own_layers
        layer = next((item for item in layers.all() if item.id == id_), None)
        if layer is None:
            return

        def settle(name: str, kind: LayerKind, colour: str, quiet: int) -> None:
            self._do(lambda: layers.change(id_, name=name, kind=kind, colour=colour, quiet=quiet))

        sheet = LayerSheet(self._theme, layer, self._window)
        sheet.settled.connect(settle)
        sheet.delete_wanted.connect(lambda: self._do(lambda: layers.delete(id_)))
        self.sheet = sheet
        sheet.open()

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def ask(self) -> None:
        """Ask for a calendar file and show what it holds."""
        dialog = QFileDialog(
            self._window, tr("Kalenderdatei wählen"), "", f"{tr('Kalender und Tabellen')} ({PATTERNS})"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Read a file beside the window and show what it holds."""
        self._jobs.run(
            tr("Kalenderdatei wird gelesen"),
            lambda _job: self._house.calendars.read(path),
            done=lambda found: self._show(path, found),
            failed=lambda error: self.refused.emit(
                sentence(error)
                if isinstance(error, Refused)
                else tr("Die Kalenderdatei ließ sich nicht lesen. Ihr Plan ist unverändert.")
            ),
        )

    def _show(self, path: Path, found: CalendarReading) -> None:
        from kalender.ui.intake.calendar import CalendarPanel

        panel = CalendarPanel(
            self._theme,
            self._house.calendars,
            self._house.own_layers.all(),
            self._window,
            secured=self._secured,
        )
        panel.taken.connect(self.told)
        panel.refused.connect(self.refused)
        panel.show_reading(path, found)
        self.panel = panel
        panel.open()
