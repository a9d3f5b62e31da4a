# SPDX-License-Identifier: EUPL-1.2
"""What rules on people, licences, films and the duties of a town hall must find, and what they must let pass."""

from datetime import date, datetime
from typing import Any

from kalender.domain.crop import Cover, Crop
from kalender.domain.days.entries import Neutrality
from kalender.domain.pace.appearing import Appearance
from kalender.domain.picture import Licence, Music, People
from kalender.domain.plan import Channel
from kalender.domain.post import Version
from kalender.domain.rules.book import RuleBook
from tests.domain.rules.cases import Examples, consent, near, said, shown

ELECTION = (Neutrality(layer="w", title="Landtagswahl", first=date(2026, 11, 1), last=date(2026, 12, 31)),)
BEFORE = near(neutral=ELECTION)
MIA: dict[str, Any] = {"people": People.INDIVIDUALS, "consents": ("e",)}
KNOWN = {"given": date(2026, 5, 3), "place": "Ordner 7"}
FILM: dict[str, Any] = {
    "film": "a" * 64, "film_name": "fest.mp4", "film_suffix": "mp4", "film_ms": 32_000,
    "film_width": 1080, "film_height": 1920, "captions": "b" * 64,
}  # fmt: skip
FREE = FILM | {"music": Music.NONE}


def on(platform: str, *formats: str, **more: Any) -> dict[str, Any]:
    """Return surroundings with one channel, on Facebook's place."""
    channel = Channel(id="facebook", platform=platform, formats=formats, **more)
    return {"channels": {"facebook": channel}}


REEL = on("facebook", "facebook.reel")
CLIP = on("tiktok", "tiktok.video")
LINKED = on("website", "website.opengraph")
NOTICES = {
    "imprint": "lindenbrunn.de/impressum",
    "privacy": "lindenbrunn.de/datenschutz",
    "netiquette": "lindenbrunn.de/netiquette",
}
COVERED = (Cover(id="c", box=Crop(x=0, y=0, w=100, h=100)),)
ND: dict[str, Any] = {"licence": Licence.CC_BY_ND}
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"


def beside(*hours: int) -> dict[str, Any]:
    """Return surroundings with other posts at hours of the day."""
    found = (
        Appearance(
            post=f"o{hour}",
            title=f"Um {hour} Uhr",
            planned=datetime(2026, 12, 1, hour),
            channels=("facebook",),
        )
        for hour in hours
    )
    return near(beside=tuple(found))


OFFICE: Examples = {
    "picture.people_unsaid": (
        [shown(people=People.UNKNOWN, alt="Eine Frau gießt Blumen vor dem Rathaus")],
        [shown(people=People.NONE, alt="Das Porträt einer Frau hängt an der Wand"), shown(people=People.UNKNOWN, alt="Das Rathaus im Schnee"), shown(people=People.UNKNOWN, alt="Zwei Frauen und drei Kinder am Brunnen")],
    ),
    "picture.plates": (
        [shown(alt="Parkende Autos stehen vor der neuen Halle"), shown(alt="Neues Löschfahrzeug, vorn das Kennzeichen")],
        [shown(alt="Parkende Autos stehen vor der neuen Halle", covers=COVERED), shown(alt="Der Autor liest in der Bücherei")],
    ),
    "consent.unproven": (
        [shown(around=consent(), **MIA), shown(around=consent(given=date(2026, 5, 3)), **MIA)],
        [shown(around=consent(**KNOWN), **MIA), shown(around=consent(revoked=date(2026, 11, 1)), **MIA), shown()],
    ),
    "text.employee": (
        [said("Unser neuer Hausmeister Karl Wendt sorgt für Ordnung."), said("Fragen beantwortet Sachbearbeiterin Frau Lenz.")],
        [said("Wir suchen eine Sachbearbeiterin für das Bürgerbüro."), said("Unsere Auszubildenden stellen sich vor."), said("Die Mitarbeiter des Bauhofs räumen Schnee."), said("Wir trauern um unseren Kollegen. Auszubildende Mia Lenz war bis zuletzt bei uns.")],
    ),
    "planned.neutral_portrait": (
        [
            shown(around=BEFORE, alt="Bürgermeisterin Lenz gräbt den ersten Spaten"),
            shown(around=BEFORE | {"book": RuleBook(holders=("Karin Lenz",))}, alt="Karin Lenz vor der Schule"),
        ],
        [shown(around=BEFORE), shown(alt="Bürgermeisterin Lenz am Brunnen"), shown(around=BEFORE, alt="Bürgermeisterin Lenz am Brunnen", post={"labels": ("Ausnahme",)})],
    ),
    "planned.neutral_label": (
        [said(title="Spatenstich am Kindergarten", around=BEFORE), said(labels=("Ehrung",), around=BEFORE)],
        [said(title="Spatenstich am Kindergarten"), said(title="Rathaus geschlossen", around=BEFORE), said("Zur Briefwahl gibt es Unterlagen im Bürgerbüro.", title="Bürgermeisterwahl", around=BEFORE)],
    ),
    "text.not_public": (
        [said("In nichtöffentlicher Sitzung vergab der Rat den Auftrag."), said("Aus dem nicht öffentlichen Teil: Der Vertrag steht.")],
        [said("Die öffentliche Sitzung beginnt um 18 Uhr."), said("Aus der nichtöffentlichen Sitzung: Der Vertrag steht.", not_before="rat")],
    ),
    "text.by_message": (
        [said("Schreiben Sie uns eine private Nachricht mit Ihrem Anliegen."), said("Antrag einfach per PN schicken!"), said("Nennt uns eure Telefonnummer gern in den Kommentaren.")],
        [said("Schreiben Sie uns: rathaus@lindenbrunn.de"), said("Sagt uns in den Kommentaren, welches Buch ihr gern lest.")],
    ),
    "post.beyond_task": (
        [said("Glückwunsch zum Aufstieg in die Bundesliga!"), said("Unser Restauranttipp der Woche")],
        [said("Die Sporthalle öffnet wieder."), said("Übertragung vom Länderspiel auf dem Marktplatz", task="Stadtfest")],
    ),
    "text.event_place": (
        [said("Wir laden herzlich zum Konzert am 5. Dezember um 19 Uhr ein."), said("Am Montag um 19 Uhr findet eine Lesung statt.")],
        [said("Wir laden am 5. Dezember um 19 Uhr zum Konzert in die Stadthalle ein."), said("Am Montag um 19 Uhr findet eine Lesung statt.", place="Bücherei"), said("Das Fest findet am Brunnen statt."), said("Eine Stichwahl findet am 5. Dezember ab 8 Uhr statt.")],
    ),
    "channel.notices_missing": (
        [said(around=on("facebook")), said(around=on("facebook", imprint="lindenbrunn.de/impressum"))],
        [said(around=on("facebook", **NOTICES)), said("Text", "website")],
    ),
    "channel.notices_old": (
        [said(around=on("facebook", notices_seen=date(2025, 10, 1)))],
        [said(around=on("facebook", notices_seen=date(2026, 2, 1))), said(around=on("facebook"))],
    ),
    "channel.council_untold": (
        [said()],
        [said(around=on("facebook", council_told=date(2024, 3, 1))), said("Text", "website"), said("Text", "whatsapp")],
    ),
    "load.same_day": (
        [said(around=beside(8, 16))],
        [said(around=beside(16)), said(around=beside(10, 16)), said("Text", "mastodon", around=beside(8, 16))],
    ),
    "film.ratio": (
        [shown(**FREE | {"film_width": 1920, "film_height": 1080}, around=REEL), shown(**FREE | {"film_width": 1080, "film_height": 1080}, around=CLIP)],
        [shown(**FREE, around=REEL), shown(**FREE | {"film_height": 1912}, around=REEL), shown(**FREE | {"film_width": 1920, "film_height": 1080})],
    ),
    "film.small": (
        [shown(**FREE | {"film_width": 360, "film_height": 640}, around=REEL)],
        [shown(**FREE, around=REEL), shown(**FREE | {"film_width": 360, "film_height": 640}, around=CLIP)],
    ),
    "film.mixed": ([shown(**FREE, around=CLIP, pictures=2)], [shown(**FREE, around=CLIP), shown(**FREE, around=REEL, pictures=2)]),
    "film.music": (
        [shown(**FILM, around=REEL), shown(**FILM | {"music": Music.NETWORK}, around=REEL)],
        [shown(**FREE, around=REEL), shown(**FILM | {"music": Music.LICENSED}, around=REEL), shown(**FILM | {"silent": True}, around=REEL), shown(**FILM), shown()],
    ),
    "picture.no_edits": (
        [shown(**ND, turn=1), shown(**ND, light=20), shown(**ND, covers=COVERED), shown(**ND, tilt=12)],
        [shown(**ND), shown(turn=1), shown(licence=Licence.CC_BY, contrast=10)],
    ),
    "picture.licence_differs": (
        [shown(licence=Licence.CC_BY, licence_link=BY_SA), shown(licence=Licence.CC0, licence_link=BY_SA)],
        [shown(licence=Licence.CC_BY_SA, licence_link=BY_SA), shown(licence=Licence.CC_BY), shown(licence_link=BY_SA)],
    ),
    "picture.non_commercial": (
        [shown(licence=Licence.CC_BY, licence_link="https://creativecommons.org/licenses/by-nc/4.0/"), shown(terms="Nur für nicht-kommerzielle Nutzung")],
        [shown(licence=Licence.CC_BY_SA, licence_link=BY_SA), shown(terms="Alle Rechte vorbehalten")],
    ),
    "picture.shared_uncredited": (
        [shown(licence=Licence.AGENCY, around=LINKED), shown(licence=Licence.CC_BY, around=LINKED)],
        [shown(around=LINKED), shown(licence=Licence.CC_BY), shown(licence=Licence.CC0, around=LINKED)],
    ),
    "text.maybe_too_long": (
        [shown("linkedin", text="Neues aus der Stadt. " * 100)],
        [shown("linkedin", text="Neues aus der Stadt. " * 90), said("Neues aus der Stadt. " * 100, "linkedin"), shown("linkedin", text="Neues aus der Stadt. " * 150)],
    ),
    "comment.too_long": (
        [said(versions=(Version(id="linkedin", first_comment="Mehr dazu. " * 120),))],
        [said(versions=(Version(id="linkedin", first_comment="Mehr: lindenbrunn.de"),)), said(versions=(Version(id="facebook", first_comment="Mehr dazu. " * 120),))],
    ),
    "text.emoji_inside": (
        [said("Kommt zum Markt 🎄 und bringt Freunde mit."), said("Frohe Weih🎄nachten!")],
        [said("Kommt zum Markt! 🎄"), said("🎄 Advent im Hof"), said("Es gibt Kuchen 🍰\nund Kaffee."), said("Das Bad öffnet 🎉 Wir freuen uns.")],
    ),
}  # fmt: skip
