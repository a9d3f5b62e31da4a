# SPDX-License-Identifier: EUPL-1.2
"""The texts that a rescue leaves beside a plan, for people to read in any program."""

from __future__ import annotations

import json

from kalender.services.rescue.rescue import Rescued
from kalender.store.salvage.salvage import Remnant, Salvage
from kalender.wording.rescue.screen import count, moment
from kalender.wording.tr import tr

_WORTH = ("title", "text", "note", "name", "alt", "body", "comment")
_WORDS = {
    "title": "Titel",
    "text": "Text",
    "note": "Notiz",
    "name": "Name",
    "alt": "Alternativtext",
    "body": "Text",
    "comment": "Bemerkung",
}
_MOST = 1_000


class RescueNotes:
    """German notes; fits kalender.services.rescue.ports.Notes."""

    def report(self, rescued: Rescued) -> str:
        """Return what was saved, what is lost, and the readable rest."""
        made = rescued.salvage
        lines = [
            tr("Rettungsbericht"),
            "===============",
            "",
            tr("Beschädigter Plan: {path}").format(path=rescued.folder),
            tr("Er wurde nicht verändert.")
            if rescued.original_unchanged
            else tr(
                "Achtung: Seine Datei hat sich während der Rettung geändert, durch ein anderes Programm."
            ),
            "",
            tr("Gerettet: {steps}, {posts}, {pictures}.").format(
                steps=count(len(made.taken), tr("Arbeitsschritt"), tr("Arbeitsschritte")),
                posts=count(made.posts, tr("Beitrag"), tr("Beiträge")),
                pictures=count(rescued.pictures, tr("Bild"), tr("Bilder")),
            ),
            tr("Neuester lesbarer Schritt: {moment}.").format(moment=moment(made.newest)),
        ]
        if not made.complete:
            lines.append(tr("Die Untersuchung wurde nicht fertig. Vielleicht ist noch mehr lesbar."))
        lines += [*_lost(made), *_waiting(made), *_missing(rescued), *_remnants(made.remnants)]
        return "\n".join(lines) + "\n"

    def moved(self, old: str, new: str) -> str:
        """Return the note in a folder that a plan has left. Its second line is read again by Kalender."""
        return "\n".join(
            [
                tr("Dieser Plan ist umgezogen."),
                f"Neuer Ort: {new}",
                "",
                tr(
                    "Kalender arbeitet ab jetzt dort. In diesem Ordner liegt der Stand vor dem Umzug, vollständig und"
                ),
                tr(
                    "unverändert. Er kann als Sicherung bleiben oder gelöscht werden, sobald der Plan am neuen Ort läuft."
                ),
                "",
                tr("Alter Ort: {old}").format(old=old),
                "",
            ]
        )


def _lost(made: Salvage) -> list[str]:
    if not made.lost:
        return ["", tr("Verloren ist nichts.")]
    head = tr("Verloren: {steps}").format(
        steps=count(len(made.lost), tr("Arbeitsschritt"), tr("Arbeitsschritte"))
    )
    rows = [
        f"  {tr('Nr. {n}').format(n=item.number) if item.number else tr('ohne Nummer')}  {item.id or tr('ohne Namen')}"
        for item in made.lost[:_MOST]
    ]
    return ["", head, "-" * len(head), *rows]


def _waiting(made: Salvage) -> list[str]:
    if not made.waiting:
        return []
    head = tr("Wartend: {steps}").format(
        steps=count(len(made.waiting), tr("Arbeitsschritt"), tr("Arbeitsschritte"))
    )
    about = tr(
        "Diese Schritte sind lesbar, bauen aber auf verlorenen auf. Sie liegen im Plan bereit und werden eingereiht, sobald"
        " die fehlenden von einem anderen Rechner kommen. Was sie zuletzt zeigten, steht schon im Plan."
    )
    lost = {item.id for item in made.lost}
    rows = [
        f"  {item.id[:16]}  {tr('wartet auf')} {', '.join(need[:16] + ('*' if need in lost else '') for need in item.needs)}"
        for item in made.waiting[:_MOST]
    ]
    return ["", head, "-" * len(head), about, *rows, tr("  (* verloren)")]


def _missing(rescued: Rescued) -> list[str]:
    if not rescued.missing:
        return []
    head = tr("Fehlende oder beschädigte Bilder: {count}").format(count=len(rescued.missing))
    return ["", head, "-" * len(head), *(f"  {name}" for name in rescued.missing[:_MOST])]


def _remnants(some: tuple[Remnant, ...]) -> list[str]:
    """Return the texts of changes that could not be proved, for copying by hand."""
    rows: list[str] = []
    for item in some[:_MOST]:
        texts = [
            f"    {tr(_WORDS[name])}: {value}"
            for key, value in json.loads(item.values).items()
            if (name := key.rpartition("/")[2]) in _WORTH and isinstance(value, str) and value.strip()
        ]
        if texts:
            rows += [f"  {tr('Nr. {n}').format(n=item.number)}, {item.record}", *texts]
    if not rows:
        return []
    head = tr("Lesbare Reste verlorener Schritte")
    about = tr(
        "Ob diese Texte vollständig und die letzten sind, lässt sich nicht beweisen. Sie stehen nicht im Plan."
    )
    return ["", head, "-" * len(head), about, *rows]
