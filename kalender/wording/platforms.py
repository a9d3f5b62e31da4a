# SPDX-License-Identifier: EUPL-1.2
"""What each platform is good for, in one sentence for those who choose their channels."""

from __future__ import annotations

GOOD_FOR = {
    "facebook": "Veranstaltungen, Vereine, Gespräche. Kommentare betreuen.",
    "whatsapp": "Kurze Hinweise und Warnungen. Keine Kommentare.",
    "instagram": "Bilder und Stories. Braucht gutes Bildmaterial.",
    "mastodon": "Texte und Links, datensparsam.",
    "website": "Ziel für Links aus allen Kanälen.",
    "newsletter": "Erreicht alle, die sich angemeldet haben.",
    "notice": "Aushangkasten und Amtsblatt: erreicht auch ohne Netz.",
    "press": "Mitteilungen an Zeitungen und Radio.",
    "bluesky": "Kurze Texte und Links, öffentlich lesbar.",
    "threads": "Kurze Texte im Umfeld von Instagram.",
    "linkedin": "Stellenangebote und Fachthemen.",
    "telegram": "Kurze Hinweise an Abonnentinnen und Abonnenten.",
    "tiktok": "Kurze Videos. Prüfen Sie vorher den Datenschutz.",
    "x": "Kurze Texte. Prüfen Sie vorher, ob es passt.",
    "youtube": "Längere Videos, Untertitel nötig.",
}
"""By id of the platform."""
