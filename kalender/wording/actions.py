# SPDX-License-Identifier: EUPL-1.2
"""What was done, in German: undo lines, toasts and the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kalender.wording.dates import day_short, moment_short
from kalender.wording.tr import tr

LABELS = {
    "plan.created": "Plan angelegt",
    "plan.salvaged": "Nach einer Rettung wieder gezeigt",
    "post.created": "Beitrag angelegt",
    "post.duplicated": "Beitrag dupliziert",
    "post.templated": "Beitrag aus Vorlage angelegt",
    "post.template_applied": "Vorlage übernommen",
    "todo.added": "Checkliste ergänzt",
    "todo.ticked": "In der Checkliste abgehakt",
    "todo.unticked": "Haken in der Checkliste entfernt",
    "todo.changed": "Checkliste geändert",
    "todo.removed": "Punkt der Checkliste entfernt",
    "finding.left": "Befund so gelassen",
    "finding.shown_again": "Befund wieder angezeigt",
    "finding.mended": "Befund behoben",
    "rules.changed": "Prüfregel geändert",
    "rules.reset": "Prüfregel zurückgesetzt",
    "rules.house": "Hausregel geändert",
    "choices.changed": "Auswahlliste geändert",
    "template.added": "Vorlage angelegt",
    "template.changed": "Vorlage geändert",
    "template.deleted": "Vorlage gelöscht",
    "template.hidden": "Vorlage ausgeblendet",
    "template.offered": "Vorlage wieder angeboten",
    "template.reset": "Vorlage zurückgesetzt",
    "block.added": "Textbaustein angelegt",
    "block.changed": "Textbaustein geändert",
    "block.deleted": "Textbaustein gelöscht",
    "block.hidden": "Textbaustein ausgeblendet",
    "block.offered": "Textbaustein wieder angeboten",
    "block.reset": "Textbaustein zurückgesetzt",
    "sibling.created": "Fassung in anderer Sprache begonnen",
    "sibling.linked": "Mit dem Original verknüpft",
    "sibling.matched": "Passt wieder zum Original",
    "sibling.detached": "Vom Original gelöst",
    "sibling.language": "Sprache geändert",
    "post.moved": "Beitrag verschoben",
    "post.shifted": "Beitrag verschoben",
    "post.slotted": "Nächsten freien Termin genommen",
    "post.to_backlog": "In den Ideenkorb gelegt",
    "post.renamed": "Beitrag umbenannt",
    "post.to_draft": "Als Entwurf aufgenommen",
    "post.to_idea": "Als Idee zurückgelegt",
    "post.held": "Beitrag angehalten",
    "post.released": "Beitrag fortgesetzt",
    "post.dropped": "Beitrag verworfen",
    "post.taken_up": "Beitrag wieder aufgenommen",
    "post.deleted": "Beitrag gelöscht",
    "post.restored": "Beitrag wiederhergestellt",
    "post.text": "Text geändert",
    "post.fields": "Angaben geändert",
    "post.channels": "Kanäle geändert",
    "post.attached": "Bild hinzugefügt",
    "post.detached": "Bild entfernt",
    "post.ordered": "Bilder geordnet",
    "post.alt": "Alternativtext geändert",
    "post.cropped": "Bild zugeschnitten",
    "post.commented": "Kommentar geschrieben",
    "comment.answered": "Kommentar beantwortet",
    "comment.changed": "Kommentar geändert",
    "comment.withdrawn": "Kommentar zurückgenommen",
    "comment.settled": "Gespräch erledigt",
    "comment.reopened": "Gespräch wieder aufgenommen",
    "post.published": "Als veröffentlicht markiert",
    "post.unpublished": "Veröffentlichung zurückgenommen",
    "post.delivered": "Beitrag exportiert",
    "version.fields": "Fassung geändert",
    "version.reset": "Fassung zurückgesetzt",
    "review.requested": "Zur Prüfung gegeben",
    "review.withdrawn": "Vorlage zurückgezogen",
    "review.approved": "Freigegeben",
    "review.change_asked": "Änderung erbeten",
    "picture.imported": "Bilder eingespielt",
    "picture.focus": "Fokuspunkt gesetzt",
    "picture.fields": "Angaben zum Bild geändert",
    "picture.film": "Film gewählt",
    "picture.film_removed": "Film entfernt",
    "picture.captions": "Untertitel geändert",
    "picture.pinned": "Personen auf dem Bild markiert",
    "picture.music": "Musik im Film angegeben",
    "picture.cropped": "Bild zugeschnitten",
    "picture.deleted": "Bild gelöscht",
    "tile.made": "Kachel gemacht",
    "tile.changed": "Kachel geändert",
    "style.changed": "Farben der Kacheln geändert",
    "style.arms": "Wappen der Kacheln geändert",
    "table.imported": "Redaktionsplan eingelesen",
    "document.taken": "Dokument übernommen",
    "step.taken_back": "Schritt zurückgenommen",
    "post.state_restored": "Früheren Stand wiederhergestellt",
    "trash.restored": "Aus dem Papierkorb geholt",
    "archive.closed": "Jahr ins Archiv gelegt",
    "archive.reopened": "Jahr aus dem Archiv geholt",
    "archive.taken_out": "Aus dem Archiv geholt",
    "backup.restored": "Aus einer Sicherung wiederhergestellt",
    "backup.kept": "Stand vor dem Wiederherstellen festgehalten",
    "plan.settings": "Einstellungen geändert",
    "town.changed": "Angaben zur Kommune geändert",
    "channel.added": "Kanal angelegt",
    "channel.changed": "Kanal geändert",
    "channel.ordered": "Kanäle geordnet",
    "channel.retired": "Kanal stillgelegt",
    "channel.revived": "Kanal wieder aufgenommen",
    "channel.deleted": "Kanal gelöscht",
    "person.added": "Person hinzugefügt",
    "person.changed": "Person geändert",
    "person.role": "Rolle geändert",
    "person.left": "Person ausgeschieden",
    "person.back": "Person wieder dabei",
    "topic.added": "Thema angelegt",
    "topic.changed": "Thema geändert",
    "topic.ordered": "Themen geordnet",
    "topic.deleted": "Thema gelöscht",
    "blackout.added": "Sperrzeit angelegt",
    "blackout.changed": "Sperrzeit geändert",
    "blackout.deleted": "Sperrzeit gelöscht",
    "calendar.imported": "Kalenderdatei eingelesen",
    "layer.changed": "Ebene geändert",
    "layer.deleted": "Ebene gelöscht",
    "entry.changed": "Eintrag geändert",
    "entry.deleted": "Eintrag gelöscht",
    "event.added": "Veranstaltung angelegt",
    "event.chained": "Kette angelegt",
    "event.changed": "Veranstaltung geändert",
    "event.moved": "Veranstaltung verschoben",
    "event.deleted": "Veranstaltung gelöscht",
    "event.released": "Beitrag aus der Veranstaltung gelöst",
    "series.added": "Serie angelegt",
    "series.topped_up": "Serien nachgefüllt",
    "series.changed": "Auf die Serie übertragen",
    "series.skipped": "Termin der Serie ausgelassen",
    "series.deleted": "Serie gelöscht",
    "series.ended": "Serie beendet",
    "series.paused": "Serie angehalten",
    "series.resumed": "Serie fortgesetzt",
    "series.ruled": "Wiederholung geändert",
    "series.released": "Beitrag aus der Serie gelöst",
    "board.limit": "Grenze im Ablauf geändert",
    "several.shifted": "Beiträge verschoben",
    "several.channel_added": "Kanal dazugenommen",
    "several.channel_next": "Kanal gewechselt",
    "several.channel_removed": "Kanal weggenommen",
    "several.topic": "Thema gesetzt",
    "several.person": "Zuständigkeit geändert",
    "several.label_added": "Schlagwort gegeben",
    "several.label_removed": "Schlagwort genommen",
    "several.held": "Beiträge angehalten",
    "several.released": "Beiträge fortgesetzt",
    "word.imported": "Wörter in die Wortliste aufgenommen",
    "word.added": "Wort in die Wortliste aufgenommen",
    "word.removed": "Wort aus der Wortliste genommen",
    "consent.added": "Einwilligung eingetragen",
    "consent.changed": "Einwilligung geändert",
    "consent.revoked": "Widerruf eingetragen",
    "consent.deleted": "Einwilligung gelöscht",
    "view.saved": "Ansicht gesichert",
    "view.changed": "Ansicht geändert",
    "view.renamed": "Ansicht umbenannt",
    "view.ordered": "Ansichten geordnet",
    "view.deleted": "Ansicht gelöscht",
}
"""The German word for each action code."""


_COUNTED = frozenset({"series.added", "series.topped_up", "series.changed", "series.deleted", "series.ended"})
"""Actions whose toast says how many posts they touched."""


def label(code: str, facts: Mapping[str, object] | None = None) -> str:
    """Return what was done, with the title or the number of posts where they are known."""
    word = tr(LABELS.get(code, "Änderung"))
    facts = facts or {}
    title, count = facts.get("title"), facts.get("count")
    if isinstance(title, str) and title:
        return f"{word}: {title}"
    if isinstance(count, int) and count > 1:
        for one in (tr("Beitrag"), tr("Beiträge")):
            if word.startswith(one + " "):
                return tr("{count} Beiträge {done}").format(count=count, done=word.removeprefix(one + " "))
        return f"{word}: {count}"
    return word


def toast(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence of the toast after an action."""
    if code.startswith("several."):
        from kalender.wording.several import done

        return done(code, facts)
    day, count = facts.get("day"), facts.get("count")
    several = isinstance(count, int) and count > 1
    posts, title = facts.get("posts"), facts.get("title")
    if code in {"event.moved", "event.added", "event.chained"} and isinstance(posts, int) and posts:
        many = tr("1 Beitrag") if posts == 1 else tr("{count} Beiträge").format(count=posts)
        with_ = tr("{many} mitgenommen") if code == "event.moved" else tr("{many} dazu")
        return f"{label(code, {'title': title})} ({with_.format(many=many)})"
    if code in _COUNTED and isinstance(count, int):
        posts = tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count)
        return f"{label(code, {'title': facts.get('title')})} ({posts})"
    when, channel = facts.get("when"), facts.get("channel")
    if code == "post.slotted" and isinstance(when, str) and when:
        place = f", {channel}" if channel else ""
        return tr("Nächster freier Termin: {when}").format(
            when=moment_short(datetime.fromisoformat(when)) + place
        )
    if code == "post.slotted" and isinstance(count, int):
        return tr("{count} Beiträge auf die nächsten freien Termine gelegt").format(count=count)
    if code == "post.moved" and isinstance(day, str) and day:
        words = day_short(date.fromisoformat(day))
        if several:
            return tr("{count} Beiträge auf {day} verschoben").format(count=count, day=words)
        return tr("Auf {day} verschoben").format(day=words)
    return label(code, facts)
