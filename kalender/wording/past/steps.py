# SPDX-License-Identifier: EUPL-1.2
"""A step of the timeline as a sentence: who did what to which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kalender.services.past.states import RESTORED
from kalender.services.past.taking_back import TAKEN_BACK, Outlook
from kalender.services.past.timeline import About, Group, Step, group_of
from kalender.wording.actions import label
from kalender.wording.dates import day_long, day_short, moment_long
from kalender.wording.tr import tr

Names = Callable[[str], str]
"""Gives the name of a person or channel by id."""

PATTERNS = {
    "post.created": "{who} hat {what} angelegt",
    "post.duplicated": "{who} hat {what} dupliziert",
    "post.templated": "{who} hat {what} aus einer Vorlage angelegt",
    "post.template_applied": "{who} hat eine Vorlage in {what} übernommen",
    "todo.added": "{who} hat die Checkliste von {what} ergänzt",
    "todo.ticked": "{who} hat in der Checkliste von {what} etwas abgehakt",
    "todo.unticked": "{who} hat in der Checkliste von {what} einen Haken entfernt",
    "todo.changed": "{who} hat die Checkliste von {what} geändert",
    "todo.removed": "{who} hat einen Punkt aus der Checkliste von {what} entfernt",
    "finding.left": "{who} hat in {what} einen Befund bewusst so gelassen",
    "finding.shown_again": "{who} lässt in {what} einen Befund wieder anzeigen",
    "finding.mended": "{who} hat in {what} einen Befund behoben",
    "rules.changed": "{who} hat eine Prüfregel geändert",
    "rules.reset": "{who} hat eine Prüfregel zurückgesetzt",
    "rules.house": "{who} hat eine Hausregel geändert",
    "choices.changed": "{who} hat eine Auswahlliste geändert",
    "template.added": "{who} hat die Vorlage {what} angelegt",
    "template.changed": "{who} hat die Vorlage {what} geändert",
    "template.deleted": "{who} hat die Vorlage {what} gelöscht",
    "template.hidden": "{who} hat die Vorlage {what} ausgeblendet",
    "template.offered": "{who} bietet die Vorlage {what} wieder an",
    "template.reset": "{who} hat die Vorlage {what} zurückgesetzt",
    "block.added": "{who} hat den Textbaustein {what} angelegt",
    "block.changed": "{who} hat den Textbaustein {what} geändert",
    "block.deleted": "{who} hat den Textbaustein {what} gelöscht",
    "block.hidden": "{who} hat den Textbaustein {what} ausgeblendet",
    "block.offered": "{who} bietet den Textbaustein {what} wieder an",
    "block.reset": "{who} hat den Textbaustein {what} zurückgesetzt",
    "post.moved": "{who} hat {what} verschoben",
    "post.shifted": "{who} hat {what} verschoben",
    "post.to_backlog": "{who} hat {what} in den Ideenkorb gelegt",
    "post.renamed": "{who} hat {what} umbenannt",
    "post.to_draft": "{who} hat {what} als Entwurf aufgenommen",
    "post.to_idea": "{who} hat {what} als Idee zurückgelegt",
    "post.held": "{who} hat {what} angehalten",
    "post.released": "{who} hat {what} fortgesetzt",
    "post.dropped": "{who} hat {what} verworfen",
    "post.taken_up": "{who} hat {what} wieder aufgenommen",
    "post.deleted": "{who} hat {what} gelöscht",
    "post.restored": "{who} hat {what} wiederhergestellt",
    "post.text": "{who} hat den Text von {what} geändert",
    "post.fields": "{who} hat Angaben zu {what} geändert",
    "post.channels": "{who} hat die Kanäle von {what} geändert",
    "post.attached": "{who} hat {what} ein Bild hinzugefügt",
    "post.detached": "{who} hat ein Bild aus {what} genommen",
    "post.ordered": "{who} hat die Bilder von {what} geordnet",
    "post.alt": "{who} hat einen Alternativtext in {what} geändert",
    "post.cropped": "{who} hat ein Bild von {what} zugeschnitten",
    "post.commented": "{who} hat {what} kommentiert",
    "comment.answered": "{who} hat einen Kommentar zu {what} beantwortet",
    "comment.changed": "{who} hat einen Kommentar zu {what} geändert",
    "comment.withdrawn": "{who} hat einen Kommentar zu {what} zurückgenommen",
    "comment.settled": "{who} hat ein Gespräch zu {what} als erledigt abgelegt",
    "comment.reopened": "{who} hat ein Gespräch zu {what} wieder aufgenommen",
    "post.published": "{who} hat {what} als veröffentlicht markiert",
    "post.unpublished": "{who} hat die Veröffentlichung von {what} zurückgenommen",
    "post.delivered": "{who} hat {what} exportiert",
    "version.fields": "{who} hat die Fassung von {what} für einen Kanal geändert",
    "version.reset": "{who} hat eine Fassung von {what} zurückgesetzt",
    "review.requested": "{who} hat {what} zur Prüfung gegeben",
    "review.withdrawn": "{who} hat {what} aus der Prüfung zurückgezogen",
    "review.approved": "{who} hat {what} freigegeben",
    "review.change_asked": "{who} hat um eine Änderung an {what} gebeten",
    "picture.imported": "{who} hat {what} eingespielt",
    "picture.focus": "{who} hat den Fokuspunkt von {what} gesetzt",
    "picture.fields": "{who} hat Angaben zu {what} geändert",
    "picture.film": "{who} hat den Film zu {what} gewählt",
    "picture.film_removed": "{who} hat den Film von {what} entfernt",
    "picture.captions": "{who} hat die Untertitel von {what} geändert",
    "picture.pinned": "{who} hat Personen auf {what} markiert",
    "picture.music": "{who} hat die Musik im Film von {what} angegeben",
    "picture.cropped": "{who} hat {what} zugeschnitten",
    "picture.deleted": "{who} hat {what} gelöscht",
    "tile.made": "{who} hat die Kachel {what} gemacht",
    "tile.changed": "{who} hat die Kachel {what} geändert",
    "style.changed": "{who} hat die Farben der Kacheln geändert",
    "style.arms": "{who} hat das Wappen der Kacheln geändert",
    "consent.added": "{who} hat die Einwilligung von {what} eingetragen",
    "consent.changed": "{who} hat die Einwilligung von {what} geändert",
    "consent.revoked": "{who} hat den Widerruf von {what} eingetragen",
    "consent.deleted": "{who} hat die Einwilligung von {what} gelöscht",
    "document.taken": "{who} hat {what} aus einem Dokument übernommen",
    "table.imported": "{who} hat den Redaktionsplan {what} eingelesen",
    "plan.created": "{who} hat den Plan {what} angelegt",
    "plan.salvaged": "{who} hat nach einer Rettung den letzten lesbaren Stand gezeigt",
    "plan.settings": "{who} hat Einstellungen geändert",
    "town.changed": "{who} hat Angaben zur Kommune geändert",
    "channel.added": "{who} hat den Kanal {what} angelegt",
    "channel.changed": "{who} hat den Kanal {what} geändert",
    "channel.ordered": "{who} hat die Kanäle geordnet",
    "channel.retired": "{who} hat den Kanal {what} stillgelegt",
    "channel.revived": "{who} hat den Kanal {what} wieder aufgenommen",
    "channel.deleted": "{who} hat den Kanal {what} gelöscht",
    "person.added": "{who} hat {what} hinzugefügt",
    "person.changed": "{who} hat Angaben zu {what} geändert",
    "person.role": "{who} hat die Rolle von {what} geändert",
    "person.left": "{who} hat {what} als ausgeschieden vermerkt",
    "person.back": "{who} hat {what} wieder aufgenommen",
    "topic.added": "{who} hat das Thema {what} angelegt",
    "topic.changed": "{who} hat das Thema {what} geändert",
    "topic.ordered": "{who} hat die Themen geordnet",
    "topic.deleted": "{who} hat das Thema {what} gelöscht",
    "blackout.added": "{who} hat die Sperrzeit {what} angelegt",
    "blackout.changed": "{who} hat die Sperrzeit {what} geändert",
    "blackout.deleted": "{who} hat die Sperrzeit {what} gelöscht",
    "word.imported": "{who} hat Wörter in die Wortliste aufgenommen",
    "word.added": "{who} hat {what} in die Wortliste aufgenommen",
    "word.removed": "{who} hat {what} aus der Wortliste genommen",
    "view.saved": "{who} hat die Ansicht {what} gesichert",
    "view.changed": "{who} hat die Ansicht {what} geändert",
    "view.renamed": "{who} hat eine Ansicht umbenannt: {what}",
    "view.ordered": "{who} hat die Ansichten geordnet",
    "view.deleted": "{who} hat die Ansicht {what} gelöscht",
    "backup.restored": "{who} hat den Plan aus einer Sicherung wiederhergestellt",
    "event.added": "{who} hat die Veranstaltung {what} angelegt",
    "event.chained": "{who} hat zu {what} eine Kette von Beiträgen angelegt",
    "event.changed": "{who} hat die Veranstaltung {what} geändert",
    "event.moved": "{who} hat die Veranstaltung {what} verschoben",
    "event.deleted": "{who} hat die Veranstaltung {what} gelöscht",
    "event.released": "{who} hat {what} aus seiner Veranstaltung gelöst",
    "series.added": "{who} hat die Serie {what} angelegt",
    "series.topped_up": "{who} hat die Serien nachgefüllt: {what}",
    "series.changed": "{who} hat {what} auf die Serie übertragen",
    "series.skipped": "{who} hat einen Termin der Serie {what} ausgelassen",
    "series.deleted": "{who} hat aus der Serie {what} gelöscht",
    "series.ended": "{who} hat die Serie {what} beendet",
    "series.paused": "{who} hat die Serie {what} angehalten",
    "series.resumed": "{who} hat die Serie {what} fortgesetzt",
    "series.ruled": "{who} hat die Wiederholung der Serie {what} geändert",
    "series.released": "{who} hat {what} aus der Serie gelöst",
    "trash.restored": "{who} hat {what} aus dem Papierkorb geholt",
    "archive.taken_out": "{who} hat {what} aus dem Archiv geholt",
}
"""One sentence for each action; what: the title in quotation marks, or how many. Others are told by their label."""

_DATED = {
    "post.moved": "{who} hat {what} auf {day} verschoben",
}
_IN_CHANNEL = {
    "post.text": "{who} hat den Text von {what} für {channel} geändert",
    "post.published": "{who} hat {what} auf {channel} als veröffentlicht markiert",
    "post.unpublished": "{who} hat die Veröffentlichung von {what} auf {channel} zurückgenommen",
    "version.fields": "{who} hat die Fassung von {what} für {channel} geändert",
    "version.reset": "{who} hat die Fassung von {what} für {channel} zurückgesetzt",
}

GROUPS = {
    Group.WRITING: ("Schreiben", "ri.pencil-line"),
    Group.PLANNING: ("Planen", "ri.calendar-todo-line"),
    Group.REVIEW: ("Prüfen und Freigeben", "ri.shield-check-line"),
    Group.PICTURES: ("Bilder", "ri.image-2-line"),
    Group.LEAVING: ("Exportieren und Veröffentlichen", "ri.inbox-unarchive-line"),
    Group.INTAKE: ("Einlesen", "ri.table-2"),
    Group.TRASH: ("Löschen und Zurückholen", "ri.delete-bin-line"),
    Group.BACK: ("Zurücknehmen", "ri.arrow-go-back-line"),
    Group.PLAN: ("Plan und Einstellungen", "ri.settings-3-line"),
}
"""Words and symbol of each kind of action."""

ABOUTS = {About.POSTS: "Beiträge", About.PICTURES: "Bilder", About.PLAN: "Plan"}
"""What a step was about."""


def icon_of(step: Step) -> str:
    """Return the symbol of a step."""
    return GROUPS[Group.BACK if step.undone else group_of(step.label.code)][1]


def who(step_by: str, person: Names) -> str:
    """Return the name of whoever did a step."""
    return (person(step_by) or tr("Jemand")) if step_by else tr("Kalender")


def told(step: Step, person: Names, channel: Names = lambda _id: "") -> str:
    """Return a step as a sentence without a full stop: Anna hat „Adventsmarkt“ auf Sa 5. Dez. verschoben."""
    by, facts = who(step.by, person), step.label.facts
    code = step.label.code
    if step.undone:
        pattern = (
            tr("{who} hat rückgängig gemacht: {done}")
            if step.undone == "undo"
            else tr("{who} hat wiederholt: {done}")
        )
        return pattern.format(who=by, done=_done(step, code))
    if code == TAKEN_BACK:
        again = bool(facts.get("again"))
        pattern = (
            tr("{who} hat erneut ausgeführt: {done}") if again else tr("{who} hat zurückgenommen: {done}")
        )
        return pattern.format(who=by, done=_done(step, str(facts.get("code", ""))))
    if code == RESTORED:
        pattern = tr("{who} hat {what} auf einen früheren Stand zurückgesetzt")
        return pattern.format(who=by, what=what(step))
    if code in {"archive.closed", "archive.reopened"}:
        pattern = (
            tr("{who} hat das Jahr {year} ins Archiv gelegt")
            if code == "archive.closed"
            else tr("{who} hat das Jahr {year} aus dem Archiv geholt")
        )
        return pattern.format(who=by, year=facts.get("year", ""))
    day, place = _day(facts), channel(str(facts.get("channel") or ""))
    if code in _DATED and day:
        return tr(_DATED[code]).format(who=by, what=what(step), day=day)
    if code in _IN_CHANNEL and place:
        return tr(_IN_CHANNEL[code]).format(who=by, what=what(step), channel=place)
    if code in PATTERNS:
        return tr(PATTERNS[code]).format(who=by, what=what(step))
    return f"{by}: {_done(step, code)}"


def _done(step: Step, code: str) -> str:
    facts = dict(step.label.facts)
    if not facts.get("title") and not _several(facts):
        facts["title"] = _title(step)
    return label(code, facts)


def _day(facts: Mapping[str, object]) -> str:
    try:
        return day_short(date.fromisoformat(str(facts.get("day") or "")))
    except ValueError:
        return ""


def _several(facts: Mapping[str, object]) -> int:
    count = facts.get("count")
    return count if isinstance(count, int) and count > 1 and not facts.get("title") else 0


def _title(step: Step) -> str:
    said = str(step.label.facts.get("title") or "")
    return said or next((name for name in step.titles.values() if name), "")


def what(step: Step) -> str:
    """Return what a step was about: the title in quotation marks, or how many posts or pictures."""
    count = _several(step.label.facts)
    pictures = bool(step.refs) and all(ref.startswith("picture/") for ref in step.refs)
    mixed = bool(step.refs) and not any(ref.startswith(("post/", "picture/")) for ref in step.refs)
    if count:
        pattern = (
            tr("{count} Bilder") if pictures else tr("{count} Einträge") if mixed else tr("{count} Beiträge")
        )
        return pattern.format(count=count)
    title = _title(step)
    if title:
        return f"„{title}“"
    return tr("ein Bild") if pictures else tr("einen Eintrag") if mixed else tr("einen Beitrag ohne Titel")


def said(code: str, by: str, person: Names) -> str:
    """Return words for the search: what the action is called, and who did it."""
    pattern = tr(PATTERNS[code]).format(who="", what="") if code in PATTERNS else ""
    group = tr(GROUPS[group_of(code)][0])
    return f"{who(by, person)} {label(code)} {pattern} {group}"


def day_heading(day: date, today: date) -> str:
    """Return Heute, Gestern, or Freitag, 4. Dezember 2026."""
    away = (today - day).days
    if away in {0, 1}:
        return f"{tr('Heute') if away == 0 else tr('Gestern')}, {day_long(day)}"
    return day_long(day)


def spoken(step: Step, sentence: str) -> str:
    """Return a step as a screen reader says it."""
    return f"{sentence}, {moment_long(step.at)}"


def outlook_words(outlook: Outlook) -> str:
    """Return what taking a step back would do, or why it cannot be."""
    if outlook.founding:
        return tr("Mit diesem Schritt beginnt der Plan. Er lässt sich nicht zurücknehmen.")
    if not outlook.possible:
        return tr(
            "Von diesem Schritt gilt nichts mehr: Er ist schon zurückgenommen, oder alles davon wurde seither geändert."
        )
    if outlook.unsure:
        return tr("{count} Einträge auf einmal. Was davon seither geändert wurde, bleibt stehen.").format(
            count=outlook.whole
        )
    if outlook.kept:
        return tr("Was seither geändert wurde, bleibt stehen:")
    if outlook.records > 1:
        return tr("Alle {count} Änderungen lassen sich zurücknehmen.").format(count=outlook.records)
    return tr("Lässt sich ganz zurücknehmen.")
