# SPDX-License-Identifier: EUPL-1.2
"""German words, symbols and theme roles of stages, flags, platforms and looks, and the fixed order of channels."""

from __future__ import annotations

from kalender.domain.frozen import ordered
from kalender.domain.stage import Flag, Stage
from kalender.wording.tr import tr


@ordered
class Term:
    """A word with its symbol. key is the part of the theme roles: st-<key>, st-<key>-bg, st-<key>-ln."""

    key: str
    label: str
    icon: str

    @property
    def text(self) -> str:
        """The label in the language in use."""
        return tr(self.label)


STAGES = {
    Stage.IDEA: Term("idee", "Idee", "ri.lightbulb-line"),
    Stage.DRAFT: Term("entwurf", "Entwurf", "ri.pencil-line"),
    Stage.IN_REVIEW: Term("pruefung", "In Prüfung", "ri.eye-line"),
    Stage.APPROVED: Term("frei", "Freigegeben", "ri.shield-check-fill"),
    Stage.EXPORTED: Term("export", "Exportiert", "ri.inbox-unarchive-line"),
    Stage.PUBLISHED: Term("publ", "Veröffentlicht", "ri.check-double-line"),
}

FLAGS = {
    Flag.CHANGE_REQUESTED: Term("aenderung", "Änderung erbeten", "ri.arrow-go-back-line"),
    Flag.APPROVAL_VOID: Term("pruefung", "Freigabe erloschen", "ri.error-warning-fill"),
    Flag.RESUBMITTED: Term("pruefung", "Erneut vorgelegt", "ri.refresh-line"),
    Flag.HELD: Term("halt", "Angehalten", "ri.pause-circle-fill"),
    Flag.BLOCKED: Term("halt", "Gesperrt", "ri.forbid-line"),
    Flag.OVERDUE: Term("halt", "Überfällig", "ri.timer-line"),
    Flag.DROPPED: Term("publ", "Verworfen", "ri.delete-bin-line"),
    Flag.CONFLICT: Term("pruefung", "Doppelte Änderung", "ri.git-merge-line"),
    Flag.DIVERGED: Term("pruefung", "Nach Veröffentlichung geändert", "ri.error-warning-fill"),
    Flag.EMBARGO: Term("halt", "Sperrfrist", "ri.lock-line"),
    Flag.ARCHIVED: Term("publ", "Archiv", "ri.archive-line"),
    Flag.DUE: Term("pruefung", "Frist heute", "ri.timer-line"),
    Flag.LATE: Term("pruefung", "Frist versäumt", "ri.timer-line"),
}

_OVER = (Flag.HELD, Flag.CHANGE_REQUESTED)


@ordered
class Platform:
    """How a platform is named and drawn. icon is empty where a monogram is painted; ink: theme role."""

    label: str
    short: str
    icon: str
    ink: str


_OWN = "ch-web"
PLATFORMS = {
    "facebook": Platform("Facebook", "Facebook", "ri.facebook-circle-fill", "ch-fb"),
    "instagram": Platform("Instagram", "Instagram", "ri.instagram-line", "ch-ig"),
    "whatsapp": Platform("WhatsApp-Kanal", "WhatsApp", "ri.whatsapp-line", "ch-wa"),
    "mastodon": Platform("Mastodon", "Mastodon", "ri.mastodon-fill", "ch-ma"),
    "website": Platform("Website", "Website", "ri.global-line", "ch-web"),
}

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
"""What each platform is good for, for those who choose their channels."""

LOOKS = {"system": "Wie das System", "hell": "Hell", "dunkel": "Dunkel", "kontrast": "Hoher Kontrast"}
"""Names of the looks, by choice of the theme."""


def look(stage: Stage, flags: frozenset[Flag] = frozenset()) -> Term:
    """Return how a post in this stage looks: held and change requested lie over the stage."""
    return next((FLAGS[flag] for flag in _OVER if flag in flags), STAGES[stage])


def platform(name: str) -> Platform:
    """Return how a platform looks; one without an own symbol gets a monogram and the neutral ink."""
    return PLATFORMS.get(name) or Platform(name.capitalize(), name.capitalize(), "", _OWN)
