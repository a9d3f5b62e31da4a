# SPDX-License-Identifier: EUPL-1.2
"""The text files of a package in German, with their names."""

from __future__ import annotations

from kalender.domain.content import check_mark
from kalender.domain.post import DecisionKind
from kalender.domain.siblings.tongues import right_to_left
from kalender.services.packing import NoteFacts, PackedPicture, PackedVersion, Texts
from kalender.wording.dates import day_field, day_long, moment_long
from kalender.wording.pictures import ai_words
from kalender.wording.tr import tr

TEXT = "text.txt"
ALTS = "alternativtexte.txt"
CREDITS = "bildnachweise.txt"
STEPS = "checkliste.txt"
NOTE = "freigabe.txt"


def texts() -> Texts:
    """Return the words of packages."""
    return Texts(version_files, note_file)


def version_files(packed: PackedVersion) -> tuple[tuple[str, str], ...]:
    """Return the text files of a channel folder: name and content."""
    files = [(TEXT, _text(packed))]
    if packed.pictures:
        files += [(ALTS, _alts(packed)), (CREDITS, _credits(packed))]
    files.append((STEPS, _steps(packed)))
    return tuple(files)


def _text(packed: PackedVersion) -> str:
    """Return just what is to be posted, nothing else: it is copied as it stands."""
    post, version = packed.post, packed.version
    text = post.text_for(version)
    link = post.link_for(version)
    if link and link not in text:
        text = f"{text}\n\n{link}"
    return text + "\n"


def _pictures(packed: PackedVersion) -> list[PackedPicture]:
    """Return each picture once, whatever its formats."""
    return list({item.number: item for item in packed.pictures}.values())


def _alts(packed: PackedVersion) -> str:
    lines = [tr("Alternativtexte für {channel}").format(channel=packed.channel), ""]
    if not packed.alt_supported:
        lines += [
            tr("{channel} kennt keine Alternativtexte. Nennen Sie das Wichtigste im Text.").format(
                channel=packed.channel
            ),
            "",
        ]
    for picture in _pictures(packed):
        said = tr("(Schmuckbild, kein Alternativtext nötig)") if picture.decorative else picture.alt
        lines += [tr("Bild {number}:").format(number=picture.number), said, ""]
    return "\n".join(lines)


def _credits(packed: PackedVersion) -> str:
    lines = [tr("Bildnachweise für {channel}").format(channel=packed.channel), ""]
    for picture in _pictures(packed):
        said = picture.credit or tr("(kein Nachweis nötig)")
        if picture.ai:
            said += tr(" – {mark}, bitte kennzeichnen").format(mark=ai_words(picture.ai))
        lines.append(tr("Bild {number}: {said}").format(number=picture.number, said=said))
    return "\n".join([*lines, ""])


def _steps(packed: PackedVersion) -> str:
    post, version = packed.post, packed.version
    when = post.planned_for(version)
    lines = [
        tr("Veröffentlichen auf {channel}").format(channel=packed.channel),
        tr("Beitrag: {title}").format(title=post.title),
        tr("Termin: {when}").format(when=moment_long(when) if when else tr("noch offen")),
        *_language(post.language),
        "",
        tr("[ ] Text aus text.txt einfügen, nichts ändern"),
    ]
    upload = tr("[ ] {name} hochladen ({label}, {width} × {height} Pixel)")
    lines += [
        upload.format(
            name=item.name, label=item.format.label, width=item.format.width, height=item.format.height
        )
        for item in packed.pictures
    ]
    for film in packed.films:
        lines.append(tr("[ ] {name} hochladen (Film, unverändert)").format(name=film.name))
        if film.captions:
            lines.append(tr("[ ] {name} als Untertitel hochladen").format(name=film.captions))
    if packed.pictures and packed.alt_supported:
        lines.append(tr("[ ] Alternativtexte aus alternativtexte.txt eintragen"))
    link = post.link_for(version)
    if link and not packed.clickable:
        lines.append(
            tr("[ ] Der Link ist hier nicht anklickbar: im Profil oder als Aufkleber setzen: {link}").format(
                link=link
            )
        )
    if version.first_comment:
        lines += [tr("[ ] Als ersten Kommentar schreiben:"), f"    {version.first_comment}"]
    lines += [tr("[ ] In Kalender als veröffentlicht markieren, mit Adresse"), ""]
    return "\n".join(lines)


def _language(language: str) -> list[str]:
    """Say what a text is written in where it is not plain German, with what an attribute lang asks for."""
    if not language:
        return []
    from kalender.wording.language.tongues import tongue

    line = tr('Sprache: {name}, auf der eigenen Website mit lang="{code}" auszeichnen')
    turned = [tr('Der Text läuft von rechts nach links (dir="rtl").')] if right_to_left(language) else []
    return [line.format(name=tongue(language), code=language), *turned]


def note_file(facts: NoteFacts) -> tuple[str, str]:
    """Return name and content of the note of an approval (Freigabevermerk)."""
    said, post = facts.approval, facts.post
    urgent = said.kind is DecisionKind.URGENT
    lines = [
        tr("Freigabevermerk"),
        facts.municipality,
        "",
        tr("Beitrag: {title}").format(title=post.title),
        tr("Freigegeben von: {who}").format(who=facts.approver),
        tr("Am: {when}").format(when=moment_long(said.at) if said.at else "–"),
        tr("Art: {kind}").format(kind=tr("Eilfreigabe") if urgent else tr("Freigabe")),
    ]
    if said.comment:
        lines.append(
            (tr("Begründung: {text}") if urgent else tr("Bemerkung: {text}")).format(text=said.comment)
        )
    if said.evidence:
        lines.append(tr("Beleg: {text}").format(text=said.evidence))
    if said.first and said.last:
        lines.append(
            tr("Gilt für Veröffentlichung vom {first} bis {last}").format(
                first=day_field(said.first), last=day_field(said.last)
            )
        )
    lines += [
        tr("Gilt für genau diese Fassung, Prüfzeichen {mark}").format(mark=check_mark(facts.digest)),
        tr("Prüfsumme (SHA-256): {digest}").format(digest=facts.digest),
        "",
    ]
    if post.planned:
        lines[3:3] = [tr("Geplant für: {day}").format(day=day_long(post.planned.date()))]
    return NOTE, "\n".join(lines)
