# SPDX-License-Identifier: EUPL-1.2
"""Why a plan is only read, and what helps."""

WHY = {
    "locked": "Nur lesen: Wo dieser Plan liegt, darf nichts geschrieben werden, zum Beispiel auf einem schreibgeschützten "
    "Stick.",
    "newer": "Nur lesen: Dieser Plan stammt von einer neueren Fassung von Kalender. Was diese Fassung noch nicht kennt, "
    "fehlt hier. Zum Bearbeiten bringen Sie Kalender auf den neuen Stand.",
    "full": "Nur lesen: Der Datenträger ist voll oder meldet einen Fehler beim Schreiben. Schaffen Sie Platz, und versuchen Sie "
    "es dann noch einmal.",
    "chosen": "Nur lesen: Sie sehen sich den Plan an. Ändern lässt sich hier nichts.",
}
"""By the reason (kalender.app.troubled.Reading)."""

LINKS = {
    "locked": "Kopie zum Bearbeiten öffnen",
    "full": "Noch einmal versuchen",
    "chosen": "Zum Bearbeiten öffnen",
}
"""What helps, where something does."""

FROZEN = "Dieser Plan ist nur zum Lesen geöffnet."
"""Why an action is switched off meanwhile."""
