# SPDX-License-Identifier: EUPL-1.2
"""What came of taking pictures in, in German."""

from __future__ import annotations

from kalender.media.kinds import Unreadable
from kalender.services.pictures import PictureReport, RefusedPicture
from kalender.wording.tr import tr

WHY = {
    Unreadable.EMPTY: "Die Datei ist leer. Kopieren Sie sie noch einmal vom Handy oder von der Kamera.",
    Unreadable.NOT_A_PICTURE: "Das ist kein Bild, das Kalender kennt. Möglich sind JPEG, PNG, WebP, HEIC, AVIF, TIFF, GIF und BMP.",
    Unreadable.DAMAGED: "Die Datei ist beschädigt oder unvollständig. Kopieren Sie sie noch einmal von der Quelle.",
    Unreadable.TOO_LARGE: "Das Bild ist mit {width} × {height} Pixeln zu groß. Speichern Sie es kleiner, höchstens {megapixels} Megapixel.",
    Unreadable.UNSUPPORTED: "Diese Art von Bild kann Kalender nicht lesen. Speichern Sie es als JPEG oder PNG.",
    Unreadable.CRASHED: "Die Datei ließ sich nicht gefahrlos öffnen. Speichern Sie das Bild in einem anderen Programm neu.",
    Unreadable.TOO_SLOW: "Das Öffnen dauerte zu lange. Speichern Sie das Bild kleiner oder als JPEG.",
    Unreadable.MISSING: "Die Datei ließ sich nicht lesen. Prüfen Sie, ob sie noch da ist.",
    Unreadable.NO_SPACE: "Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz und lesen Sie das Bild noch einmal ein.",
}
"""Why a file was not taken, and what to do."""


KINDS = {
    "svg": "eine SVG-Zeichnung", "pdf": "ein PDF", "html": "eine Webseite", "zip": "ein ZIP-Archiv",
    "video": "ein Video", "raw": "eine Rohdatei der Kamera", "psd": "eine Photoshop-Datei",
}  # fmt: skip
"""What a file is instead of a picture."""


def why(refused: RefusedPicture) -> str:
    """Return the sentence about a file that was not taken."""
    kind = KINDS.get(str(refused.facts.get("found", "")))
    if kind is not None:
        return tr(
            "Das ist {kind}. Speichern Sie das Bild daraus als JPEG oder PNG und lesen Sie es noch einmal ein."
        ).format(kind=tr(kind))
    facts = {"width": "?", "height": "?", "megapixels": "?"} | {
        key: str(value) for key, value in refused.facts.items()
    }
    return tr(WHY[refused.why]).format(**facts)


def picture_report(report: PictureReport) -> str:
    """Return one or two sentences on an import of pictures."""
    added, known, refused = len(report.added), len(report.duplicates), len(report.refused)
    parts = []
    if added:
        parts.append(
            tr("1 Bild übernommen") if added == 1 else tr("{count} Bilder übernommen").format(count=added)
        )
    if known:
        parts.append(tr("1 war schon da") if known == 1 else tr("{count} waren schon da").format(count=known))
    if refused == 1:
        only = report.refused[0]
        parts.append(tr("„{name}“ nicht übernommen. {why}").format(name=only.path.name, why=why(only)))
    elif refused:
        names = ", ".join(item.path.name for item in report.refused[:3])
        more = " …" if refused > 3 else ""
        parts.append(
            tr("{count} nicht übernommen: {names}{more}").format(count=refused, names=names, more=more)
        )
    return ", ".join(parts) or tr("Kein Bild gefunden")
