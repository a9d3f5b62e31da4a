# SPDX-License-Identifier: EUPL-1.2
"""Refusals in German: what happened, what it means, what to do now."""

from __future__ import annotations

from collections.abc import Iterable

from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.tr import tr

SENTENCES = {
    RefusalKind.NOT_FOUND: "Diesen Beitrag gibt es nicht (mehr): {post}. Vielleicht wurde er gelöscht: Dann holt ihn „Rückgängig“ zurück.",
    RefusalKind.AMBIGUOUS: "„{post}“ passt auf mehrere Beiträge: {known}. Nennen Sie die ganze Nummer.",
    RefusalKind.NO_DATE: "„{title}“ hat noch keinen Termin. Eine Freigabe gilt immer für einen Zeitraum. Legen Sie zuerst einen Tag und eine Uhrzeit fest.",
    RefusalKind.NO_CHANNEL: "„{title}“ hat noch keinen Kanal. Wählen Sie mindestens einen Kanal aus.",
    RefusalKind.NO_TEXT: "„{title}“ hat noch keinen Text. Schreiben Sie zuerst den Text.",
    RefusalKind.HAS_ERRORS: "„{title}“ kann noch nicht geprüft werden: {count} Befunde müssen vorher behoben werden. {finding} Öffnen Sie den Beitrag, dort stehen alle mit Abhilfe.",
    RefusalKind.RULE_BLOCKS: "„{title}“ verlässt das Haus nicht. {finding}",
    RefusalKind.NOT_APPROVED: "„{title}“ ist nicht freigegeben. Nur Freigegebenes verlässt das Haus. Geben Sie den Beitrag zuerst zur Prüfung.",
    RefusalKind.APPROVAL_VOID: "Die Freigabe von „{title}“ gilt nicht mehr, weil der Beitrag danach geändert wurde. Geben Sie ihn erneut zur Prüfung.",
    RefusalKind.IN_REVIEW: "„{title}“ liegt schon zur Prüfung vor. Warten Sie die Entscheidung ab oder ziehen Sie die Vorlage zurück.",
    RefusalKind.NOT_REQUESTED: "Für „{title}“ liegt in dieser Fassung kein Prüfauftrag vor. Geben Sie den Beitrag zuerst zur Prüfung.",
    RefusalKind.CONTENT_CHANGED: "„{title}“ wurde geändert, während Sie geprüft haben. Es wurde nichts entschieden. Sehen Sie sich die neue Fassung an und entscheiden Sie dann.",
    RefusalKind.MAY_NOT_APPROVE: "Freigeben {people_may}. Es wurde nichts entschieden. Bitten Sie um die Freigabe, oder wechseln Sie die Person.",
    RefusalKind.OWN_WORK: "{person} hat „{title}“ seit der letzten Freigabe selbst bearbeitet. Für das Vier-Augen-Prinzip muss jemand anderes freigeben. In dringenden Fällen gibt es die Eilfreigabe mit Begründung.",
    RefusalKind.NO_FREE_SLOT: "In den nächsten {days} Tagen ist kein Standardtermin dieser Kanäle frei. Es wurde nichts verschoben. Wählen Sie den Tag selbst, oder geben Sie den Kanälen in den Einstellungen mehr Standardtermine.",
    RefusalKind.COMMENT_MISSING: "Es fehlt ein Text. Beschreiben Sie in einem Satz, worum es geht.",
    RefusalKind.MAY_NOT_LEAVE: "Dieser Befund kann nicht so bleiben: Er sperrt die Freigabe, und der Plan lässt dafür keine Ausnahme zu. Beheben Sie ihn, oder ändern Sie die Prüfregel in den Einstellungen.",
    RefusalKind.REASON_MISSING: "Es fehlt eine Begründung. Sie wird im Verlauf festgehalten.",
    RefusalKind.HELD: "„{title}“ ist angehalten: {reason}. Geben Sie den Beitrag erst wieder frei zum Veröffentlichen.",
    RefusalKind.EMBARGO: "Für „{title}“ gilt eine Sperrfrist bis {until}. Vorher verlässt der Beitrag das Haus nicht.",
    RefusalKind.CONSENT_REVOKED: "{person} hat die Einwilligung zum Bild „{name}“ widerrufen. „{title}“ verlässt damit das Haus nicht mehr, auch wenn der Beitrag freigegeben ist. Nehmen Sie ein anderes Bild, und geben Sie den Beitrag erneut zur Prüfung.",
    RefusalKind.CONFLICT: "In „{title}“ steht eine doppelte Änderung, die noch niemand entschieden hat. Entscheiden Sie zuerst, welche Fassung gilt.",
    RefusalKind.DROPPED: "„{title}“ ist verworfen. Nehmen Sie den Beitrag zuerst wieder auf.",
    RefusalKind.NOT_EXPORTED: "„{title}“ wurde noch nicht exportiert. Exportieren Sie den Beitrag zuerst.",
    RefusalKind.ALREADY: "Für „{title}“ ist das schon geschehen. Es wurde nichts geändert.",
    RefusalKind.NOTHING_TO_UNDO: "Es gibt nichts rückgängig zu machen.",
    RefusalKind.UNDO_OVERTAKEN: "Der Schritt lässt sich nicht mehr zurücknehmen, weil dieselben Angaben seither geändert wurden. Im Verlauf des Beitrags steht jede frühere Fassung.",
    RefusalKind.UNKNOWN_PERSON: "Die Person „{person}“ gibt es in diesem Plan nicht. Bekannt sind: {known}.",
    RefusalKind.UNKNOWN_CHANNEL: "Den Kanal „{channel}“ gibt es hier nicht. Bekannt sind: {known}.",
    RefusalKind.UNKNOWN_LAND: "Das Bundesland „{land}“ ist nicht bekannt. Möglich sind: {known}.",
    RefusalKind.UNKNOWN_FIELD: "Das Feld „{field}“ gibt es nicht. Möglich sind: {known}.",
    RefusalKind.UNKNOWN_STAGE: "Den Stand „{stage}“ gibt es nicht. Möglich sind: {known}.",
    RefusalKind.UNKNOWN_RULE: "Die Regel „{rule}“ gibt es nicht. Möglich sind: {known}.",
    RefusalKind.BAD_DATE: "„{value}“ ist kein Datum. Schreiben Sie es als 2026-12-04.",
    RefusalKind.BAD_ROLE: "„{value}“ ist keine Rolle. Schreiben Sie „Name:Rolle“, die Rolle ist eine von: {known}.",
    RefusalKind.BAD_TIME: "„{value}“ ist keine Uhrzeit. Schreiben Sie sie als 17:00.",
    RefusalKind.PLAN_MISSING: "In „{path}“ liegt kein Plan. Prüfen Sie den Ordner oder legen Sie mit „Neuer Plan“ einen an.",
    RefusalKind.PLAN_EXISTS: "In „{path}“ liegt schon ein Plan. Er wurde nicht angerührt. Wählen Sie einen anderen Ordner.",
    RefusalKind.PLAN_DAMAGED: "Der Plan in „{path}“ ist beschädigt. Die Datei wurde nicht verändert. Öffnen Sie den Plan in Kalender neu, oder benutzen Sie „kalender rescue“: Beides zeigt, was sich retten lässt.",
    RefusalKind.NOTHING_RESCUED: "Aus „{path}“ ließ sich nichts retten. Die Datei wurde nicht verändert, bewahren Sie sie auf. Holen Sie den Plan aus einer Sicherung zurück.",
    RefusalKind.PLAN_FOREIGN: "„{path}“ ist kein Plan von Kalender. Die Datei wurde nicht verändert. Wählen Sie einen anderen Ordner.",
    RefusalKind.PLAN_NEWER: "Der Plan in „{path}“ stammt von einer neueren Fassung von Kalender. Er wurde nicht verändert. Bringen Sie Kalender auf den neuen Stand.",
    RefusalKind.PLAN_IN_USE: "Der Plan in „{path}“ ist schon geöffnet, in einem anderen Fenster oder an einem anderen Rechner. Schließen Sie ihn dort.",
    RefusalKind.PLAN_BUSY: "Ein anderes Programm hält den Plan in „{path}“ gerade fest, zum Beispiel der Virenschutz oder eine Datensicherung. Es wurde nichts geändert, alles Frühere ist sicher. Versuchen Sie es gleich noch einmal.",
    RefusalKind.PLAN_VANISHED: "Die Plandatei „{path}“ ist nicht mehr an ihrem Ort: Sie wurde verschoben, umbenannt oder gelöscht. Der letzte Schritt wurde nicht gespeichert. Legen Sie die Datei zurück, oder speichern Sie den Plan an einem anderen Ort.",
    RefusalKind.PLAN_REPLACED: "Die Plandatei „{path}“ wurde von außen durch eine andere ersetzt. Der letzte Schritt wurde nicht gespeichert, die andere Datei nicht angerührt. Speichern Sie den Plan an einem anderen Ort, und vergleichen Sie dann beide.",
    RefusalKind.PLAN_UNREADABLE: "Der Plan in „{path}“ lässt sich gerade nicht lesen ({detail}). Es wurde nichts geändert. Prüfen Sie, ob der Datenträger angeschlossen ist.",
    RefusalKind.PLAN_READ_ONLY: "Der Plan in „{path}“ lässt sich nur lesen. Es wurde nichts geändert. Zum Bearbeiten öffnen Sie eine Kopie an einem Ort, an dem Sie schreiben dürfen.",
    RefusalKind.PLAN_IN_SYNCED_FOLDER: "„{path}“ liegt in einem Ordner, den ein anderes Programm abgleicht oder der im Netz liegt. Dort kann eine Plandatei Schaden nehmen. Wählen Sie einen Ordner auf diesem Rechner.",
    RefusalKind.DISK_FULL: "Der Datenträger ist voll. Der letzte Schritt wurde nicht gespeichert, alles Frühere ist sicher. Schaffen Sie Platz und versuchen Sie es noch einmal.",
    RefusalKind.WRITE_FAILED: "Das Speichern ist misslungen ({detail}). Der letzte Schritt wurde nicht gespeichert, alles Frühere ist sicher. Prüfen Sie den Datenträger und versuchen Sie es noch einmal.",
    RefusalKind.PROGRAM_UNREADABLE: "Eine Datei des Programms lässt sich nicht lesen ({detail}). Es wurde nichts geändert. Versuchen Sie es noch einmal. Bleibt es dabei, installieren Sie das Programm neu.",
    RefusalKind.OUT_FAILED: "„{path}“ ließ sich nicht schreiben ({detail}). Der Plan ist unverändert, und eine ältere Datei dieses Namens ist noch da. Schließen Sie die Datei in anderen Programmen, oder wählen Sie einen anderen Ort.",
    RefusalKind.OUT_IS_FOLDER: "„{path}“ ist ein Ordner. Es wurde nichts geschrieben. Nennen Sie auch den Namen der Datei.",
    RefusalKind.FILE_MISSING: "Die Datei „{path}“ gibt es nicht. Es wurde nichts übernommen. Prüfen Sie den Namen.",
    RefusalKind.FILE_UNREADABLE: "Die Datei „{path}“ lässt sich nicht lesen. Es wurde nichts übernommen. Öffnen Sie sie in ihrem Programm und speichern Sie sie neu.",
    RefusalKind.TABLE_WITHOUT_TITLES: "In „{path}“ wurde keine Spalte mit Titeln oder Texten gefunden. Es wurde nichts übernommen. Die erste Zeile braucht Überschriften wie Datum, Titel, Text, Kanal.",
    RefusalKind.TABLE_TOO_LARGE: "Die Tabelle „{path}“ ist zu groß. Es wurde nichts übernommen. Speichern Sie nur das Blatt mit dem Redaktionsplan.",
    RefusalKind.TABLE_ENCRYPTED: "Die Tabelle „{path}“ ist mit einem Kennwort geschützt. Es wurde nichts übernommen. Speichern Sie sie ohne Kennwort.",
    RefusalKind.TABLE_EMPTY: "Die Tabelle „{path}“ ist leer. Es wurde nichts übernommen.",
    RefusalKind.TABLE_ROWS: "In „{path}“ sind {count} Zeilen fehlerhaft. Es wurde nichts übernommen. Berichtigen Sie die genannten Zeilen und versuchen Sie es noch einmal.",
    RefusalKind.DOCUMENT_TOO_LARGE: "„{path}“ ist zu groß für einen Beitrag. Es wurde nichts übernommen. Speichern Sie nur den Teil, den Sie brauchen, oder kopieren Sie den Text.",
    RefusalKind.DOCUMENT_ENCRYPTED: "„{path}“ ist mit einem Kennwort geschützt. Es wurde nichts übernommen. Speichern Sie die Datei ohne Kennwort.",
    RefusalKind.DOCUMENT_EMPTY: "In „{path}“ steht kein Text und kein Bild. Es wurde nichts übernommen.",
    RefusalKind.DOCUMENT_OLD: "„{path}“ ist eine ältere Word- oder Outlook-Datei. Es wurde nichts übernommen. Speichern Sie sie als .docx, eine E-Mail als .eml.",
    RefusalKind.CALENDAR_EMPTY: "In „{path}“ steht kein einziger Termin. Es wurde nichts übernommen. Nehmen Sie eine Kalenderdatei (.ics) oder eine Tabelle mit einer Spalte, in der Tage stehen.",
    RefusalKind.CALENDAR_TOO_LARGE: "Die Kalenderdatei „{path}“ ist zu groß. Es wurde nichts übernommen. Lassen Sie sich nur ein Jahr ausgeben.",
    RefusalKind.PICTURE_MISSING: "Das Bild „{name}“ fehlt im Bilderordner des Plans. Es wurde nichts exportiert. Holen Sie die Datei aus einer Sicherung zurück oder spielen Sie das Bild noch einmal ein.",
    RefusalKind.PICTURE_DAMAGED: "Das Bild „{name}“ im Bilderordner des Plans ist nicht mehr das, was aufgenommen und freigegeben wurde. Es wurde nichts exportiert. Holen Sie die Datei aus einer Sicherung zurück oder spielen Sie das Bild noch einmal ein.",
    RefusalKind.FILM_UNREADABLE: "„{name}“ ist kein Film, der hier angenommen wird. Es wurde nichts geändert. Nehmen Sie eine ganze, fertige Datei in MP4 oder MOV.",
    RefusalKind.CAPTIONS_UNREADABLE: "„{name}“ ist keine Untertitel-Datei. Es wurde nichts geändert. Nehmen Sie eine Datei in SRT oder VTT, in UTF-8 gespeichert.",
    RefusalKind.FOLDER_NOT_EMPTY: "Der Ordner „{path}“ ist nicht leer. Es wurde nichts angelegt. Wählen Sie einen leeren Ordner.",
    RefusalKind.BAD_YEAR: "„{value}“ ist kein Jahr. Schreiben Sie es mit vier Ziffern, zum Beispiel 2025.",
    RefusalKind.NO_POSTS: "Für {year} ist in diesem Plan kein Beitrag geplant. Es wurde nichts geschrieben. Wählen Sie ein anderes Jahr.",
    RefusalKind.YEAR_NOT_OVER: "{year} ist noch nicht vorbei. Ins Archiv kommt ein Jahr erst, wenn es zu Ende ist. Es wurde nichts geändert.",
    RefusalKind.TOO_MUCH_TO_PRINT: "Das wären {count} auf einmal, mehr als {most} werden nicht gesetzt. Es wurde nichts gedruckt. Wählen Sie weniger Tage.",
    RefusalKind.PRINT_FAILED: "Das Blatt ließ sich nicht setzen ({detail}). Ihre Beiträge sind unverändert. Wählen Sie weniger Tage, oder geben Sie die Liste aus.",
    RefusalKind.TILE_EMPTY: "Auf der Kachel fehlt noch etwas: {fields}. Es wurde nichts gespeichert. Füllen Sie diese Felder aus.",
    RefusalKind.TILE_OVERFLOW: "Der Text ist zu lang für die Kachel im Format {sizes}, auch in der kleinsten Schrift. Es wurde nichts gespeichert. Kürzen Sie ihn; was genauer ist, steht besser im Beitrag.",
    RefusalKind.TILE_FAILED: "Die Kachel ließ sich nicht zeichnen ({detail}). Es wurde nichts gespeichert. Versuchen Sie es noch einmal, notfalls ohne Emoji und ohne Hintergrundbild.",
    RefusalKind.ARMS_UNREADABLE: "„{name}“ ist kein Bild, das als Wappen angenommen wird. Es bleibt beim bisherigen. Nehmen Sie eine Datei in PNG, SVG oder JPEG.",
    RefusalKind.BAD_COLOUR: "„{text}“ ist keine Farbe. Es bleibt bei der bisherigen. Schreiben Sie sie mit sechs Zeichen, zum Beispiel #0B4F57.",
    RefusalKind.CANCELLED: "Abgebrochen. Was bis dahin fertig war, ist gespeichert.",
    RefusalKind.NAME_MISSING: "Ohne Namen geht es nicht. Es bleibt beim bisherigen. Tragen Sie einen Namen ein.",
    RefusalKind.NAME_TAKEN: "„{name}“ gibt es schon. Es wurde nichts geändert. Wählen Sie einen anderen Namen.",
    RefusalKind.BAD_SPAN: "Der letzte Tag liegt vor dem ersten. Es wurde nichts geändert. Wählen Sie einen späteren letzten Tag.",
    RefusalKind.CHANNEL_IN_USE: "Für „{channel}“ gibt es schon {posts}. Der Kanal wurde nicht gelöscht. Legen Sie ihn still, dann wird er für Neues nicht mehr angeboten.",
    RefusalKind.TOPIC_IN_USE: "Das Thema „{topic}“ steht noch bei {at_posts}. Es wurde nichts gelöscht. Geben Sie dort ein anderes Thema an oder löschen Sie es trotzdem.",
    RefusalKind.PERSON_ACTS: "Hier arbeitet gerade {person}. Es wurde nichts geändert. Wechseln Sie zuerst oben rechts die Person.",
    RefusalKind.LAST_APPROVER: "Außer {person} kann niemand freigeben. Ohne Freigabe verlässt kein Beitrag das Haus. Geben Sie zuerst jemand anderem die Rolle Freigabe.",
    RefusalKind.LAST_EDITOR: "Außer {person} ist niemand in der Redaktion. Dann schreibt und plant niemand mehr. Geben Sie zuerst jemand anderem die Rolle Redaktion.",
    RefusalKind.IN_SERIES: "„{title}“ gehört schon zu einer Serie. Es wurde nichts geändert. Ändern Sie die Serie, oder lösen Sie den Beitrag zuerst aus ihr.",
    RefusalKind.BAD_LANGUAGE: "„{value}“ ist kein Kürzel einer Sprache. Es wurde nichts geändert. Schreiben Sie es zum Beispiel als tr, uk oder pt-BR.",
    RefusalKind.NO_SIBLING: "„{title}“ gehört zu keinem Original. Es wurde nichts geändert. Verknüpfen Sie den Beitrag zuerst mit seinem Original.",
    RefusalKind.ORIGINAL_AWAY: "Das Original von „{title}“ ist nicht im Plan. Es wurde nichts geändert. Holen Sie es aus dem Papierkorb, oder lösen Sie die Verbindung.",
    RefusalKind.SIBLING_EXISTS: "In dieser Sprache ({language}) gibt es schon „{title}“. Es wurde nichts geändert. Öffnen Sie diesen Beitrag, oder wählen Sie eine andere Sprache.",
    RefusalKind.SIBLING_HAS_OWN: "Zu „{title}“ gibt es selbst Fassungen in anderen Sprachen. Es wurde nichts geändert. Verknüpfen Sie diese einzeln mit dem Original.",
    RefusalKind.SIBLING_OF_ITSELF: "„{title}“ kann nicht sein eigenes Original sein. Es wurde nichts geändert. Wählen Sie einen anderen Beitrag.",
    RefusalKind.SERIES_UNDATED: "„{title}“ hat noch keinen Termin. Legen Sie zuerst Tag und Uhrzeit fest, dann lässt sich der Beitrag wiederholen.",
    RefusalKind.BAD_RULE: "Die Wiederholung „{rule}“ lässt sich nicht lesen. Es wurde nichts angelegt. Schreiben Sie sie zum Beispiel als FREQ=WEEKLY;BYDAY=TU.",
    RefusalKind.BACKUP_DAMAGED: "Die Sicherung „{path}“ ist beschädigt. Aus ihr wird nichts wiederhergestellt, am Plan wurde nichts geändert. Nehmen Sie eine andere, die als geprüft in der Liste steht.",
    RefusalKind.BACKUP_FOREIGN: "Die Sicherung „{path}“ gehört zu einem anderen Plan. Es wurde nichts geändert. Stellen Sie sie in einem leeren Ordner wieder her.",
    RefusalKind.BACKUP_UNKNOWN: "Die Sicherung „{name}“ wurde nicht gefunden. Es wurde nichts geändert. Welche es gibt, zeigt die Liste der Sicherungen.",
    RefusalKind.BACKUP_PLACE_AWAY: "Der Ablageort „{path}“ ist nicht da. Dort wurde nicht gesichert, der Plan ist unversehrt. Schließen Sie den Datenträger an oder stellen Sie die Verbindung her, oder wählen Sie einen anderen Ort.",
    RefusalKind.BACKUP_NO_SPACE: "Am Ablageort „{path}“ ist kein Platz mehr. Dort wurde nicht gesichert, der Plan ist unversehrt. Schaffen Sie dort Platz oder wählen Sie einen anderen Ort.",
    RefusalKind.BACKUP_FAILED: "Das Sichern nach „{path}“ ist misslungen ({detail}). Der Plan ist unversehrt, frühere Sicherungen auch. Prüfen Sie den Datenträger und sichern Sie noch einmal.",
    RefusalKind.COMMENT_GONE: "Diesen Kommentar gibt es nicht mehr: Er wurde zurückgenommen. Es wurde nichts geändert.",
    RefusalKind.COMMENT_OF_OTHERS: "Diesen Kommentar hat {person} geschrieben. Ändern und zurücknehmen kann ihn nur, wer ihn geschrieben hat. Antworten Sie darauf.",
    RefusalKind.BACKUP_RUNNING: "Es wird gerade schon gesichert. Warten Sie, bis das fertig ist.",
}
"""One sentence pattern for each kind; facts of the refusal fill it."""


class _Facts(dict[str, object]):
    """Facts of a refusal; one that is missing shows as an ellipsis instead of breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(refused: Refused) -> str:
    """Return the German sentence of a refusal."""
    facts = _Facts({key: _fact(value) for key, value in refused.facts.items()})
    if refused.kind in {RefusalKind.CHANNEL_IN_USE, RefusalKind.TOPIC_IN_USE}:
        one = facts.get("count") == 1
        facts["posts"] = (tr("1 Beitrag") if one else tr("{count} Beiträge")).format_map(facts)
        facts["at_posts"] = (tr("1 Beitrag") if one else tr("{count} Beiträgen")).format_map(facts)
    if refused.kind in {RefusalKind.HAS_ERRORS, RefusalKind.RULE_BLOCKS}:
        facts["finding"] = _finding(refused.facts.get("findings"))
    if refused.kind is RefusalKind.SIBLING_EXISTS:
        from kalender.wording.language.tongues import tongue

        facts["language"] = tongue(str(refused.facts.get("language", "")))
    if refused.kind is RefusalKind.MAY_NOT_APPROVE:
        facts["people_may"] = _may(refused.facts.get("people"))
    if refused.kind is RefusalKind.HAS_ERRORS and refused.facts.get("count") == 1:
        return tr(
            "„{title}“ kann noch nicht geprüft werden: Ein Befund muss vorher behoben werden. {finding} "
            "Öffnen Sie den Beitrag, dort steht er mit Abhilfe."
        ).format_map(facts)
    return tr(SENTENCES[refused.kind]).format_map(facts)


def _finding(found: object) -> str:
    """Return the first of some findings with its sentence, so that nothing blocks in silence."""
    from kalender.wording.findings import message

    first = next(iter(found), None) if isinstance(found, Iterable) else None
    return message(first) if first is not None else ""


def _fact(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(str(item) for item in value) or tr("keine")
    return value


def _may(people: object) -> str:
    names = [str(item) for item in people] if isinstance(people, (list, tuple)) else []
    if not names:
        return tr("kann in diesem Plan noch niemand: Legen Sie eine Person mit der Rolle Freigabe an")
    joined = (
        names[0]
        if len(names) == 1
        else tr("{first} oder {last}").format(first=", ".join(names[:-1]), last=names[-1])
    )
    return tr("kann nur {people}").format(people=joined)
