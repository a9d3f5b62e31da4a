# SPDX-License-Identifier: EUPL-1.2
"""The parts of the settings as data: the page shows them, the search finds them without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


@dataclass(frozen=True, slots=True)
class SettingsPart:
    """A part. words: its name; also: what else people call what is set there."""

    key: str
    words: str
    icon: str
    also: tuple[str, ...] = ()


PARTS = (
    SettingsPart("town", "Kommune", "ri.government-line", ("Gemeinde", "Stadt", "Bundesland", "Freigabe", "Stufen der Freigabe")),
    SettingsPart("channels", "Kanäle", "ri.share-forward-line", ("Facebook", "Instagram", "Übliche Zeit", "Ziel pro Woche")),
    SettingsPart("people", "Personen", "ri.team-line", ("Rollen", "Redaktion", "Wer freigibt", "Vertretung")),
    SettingsPart("topics", "Themen", "ri.bookmark-line", ("Farben der Themen",)),
    SettingsPart("blackouts", "Sperrzeiten", "ri.forbid-line", ("Betriebsruhe", "Urlaub", "Karenzzeit")),
    SettingsPart("rules", "Prüfregeln", "ri.checkbox-multiple-line", ("Prüfungen", "Sperren", "Warnungen", "Gendern", "Schreibweise", "Neutralität")),
    SettingsPart("pace", "Fristen und Takt", "ri.timer-line", ("Werktage", "Vorlauf", "Geschlossene Tage", "Versprechen")),
    SettingsPart("style", "Kacheln", "ri.layout-masonry-line", ("Wappen", "Hausfarben", "Farben des Hauses", "Kachel aus Text", "Corporate Design", "Absender")),
    SettingsPart("words", "Wortliste", "ri.book-2-line", ("Rechtschreibung", "Wörterbuch", "Eigene Wörter")),
    SettingsPart("device", "Dieses Gerät", "ri.equalizer-line", ("Farben", "Dunkel", "Hell", "Kontrast", "Schriftgröße", "Ordner", "Bewegungen")),
    SettingsPart("formats", "Formate", "ri.crop-line", ("Bildgrößen", "Eigene Formate", "Plattformen")),
)  # fmt: skip
"""In the order of the page."""


def show_part(work: Workplace, key: str) -> None:
    """Bring the settings to the front and show a part. Raises KeyError for an unknown key."""
    from kalender.ui.preferences.page import SettingsPage

    work.visits.perform_elsewhere("app.settings")
    page = work.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_part(key)
