# SPDX-License-Identifier: EUPL-1.2
"""What rules on pictures must find, and what they must let pass."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from kalender.domain.crop import Border, Cover, Crop
from kalender.domain.pace.appearing import Appearance
from kalender.domain.picture import AiMark, Licence, People, Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Attachment, Placement, Version
from kalender.domain.tiles.tile import covers_mark
from tests.domain.rules.cases import CATALOGUE, Examples, Try, consent, near, said, shown

HIDDEN = {"attachments": (Attachment(id="a1", picture="bild", decorative=True),)}
GONE = Attachment(id="a1", picture="weg")
MIA: dict[str, Any] = {"people": People.INDIVIDUALS, "consents": ("e",)}

FILM: dict[str, Any] = {"film": "a" * 64, "film_name": "fest.mp4", "film_suffix": "mp4", "film_ms": 32_000}
TILE: dict[str, Any] = {"tile": "hinweis", "tile_ground": "#0B4F57", "tile_accent": "#F2C14E"}
SHOWN_BEFORE = Appearance(
    post="o", title="Lesung", planned=datetime(2026, 11, 24, 10), channels=("facebook",)
)
ON_REELS = {
    "channels": {"instagram": Channel(id="instagram", platform="instagram", formats=("instagram.reel",))},
    "formats": {
        **CATALOGUE.formats,
        "instagram.reel": replace(CATALOGUE.formats["instagram.reel"], clip_bytes=300_000_000),
    },
}
REEL = {"channels": {"facebook": Channel(id="facebook", platform="facebook", formats=("facebook.reel",))}}


def fitted(colour: str, licence: Licence = Licence.CC_BY_ND) -> Try:
    """Return a post whose picture lies within a border in the one format of Facebook."""
    name = "facebook.post"
    channel = Channel(id="facebook", platform="facebook", formats=(name,))
    own = Placement(id=f"a1@{name}", attachment="a1", format=name, border=Border(colour=colour))
    versions = (Version(id="facebook", placements=(own,)),)
    return shown(licence=licence, around={"channels": {"facebook": channel}}, post={"versions": versions})


def over_covered(*, again: bool) -> Try:
    """Return a post with a tile over a picture in which a face was covered. again: the tile was made again since."""
    back = Picture(id="b", name="fest.jpg", covers=(Cover(id="c", box=Crop(x=100, y=100, w=50, h=80)),))
    made = Picture(id="bild", alt="Hinweis: Neue Bücher.", credit="Eva Roth", **TILE)
    tile = replace(made, tile_back="b", tile_covers=covers_mark(back) if again else "")
    return shown(around={"pictures": {"bild": tile, "b": back}})


PICTURES: Examples = {
    "picture.too_many": ([shown("mastodon", pictures=5)], [shown("mastodon", pictures=4), shown("facebook", pictures=5)]),
    "alt.missing": ([shown(alt="")], [shown(), shown(alt="", post=HIDDEN)]),
    "alt.placeholder": (
        [shown(alt="Bildbeschreibung"), shown(alt="siehe Text"), shown(alt="xxx")],
        [shown(alt="Ein Foto der alten Mühle hängt im Flur"), shown(alt="Testlauf der neuen Feuerwehrpumpe am See")],
    ),
    "alt.too_long": ([shown("mastodon", alt="Ein Satz. " * 200)], [shown("mastodon", alt="Ein Satz. " * 20)]),
    "alt.file_name": (
        [shown(alt="IMG_2041.jpg"), shown(alt="DSC_00412"), shown(alt="rathaus-neu.png")],
        [shown(alt="Das Rathaus im Schnee, davor Kinder mit Schlitten")],
    ),
    "alt.begins_with_picture": ([shown(alt="Bild von einem Rathaus"), shown(alt="Das Foto zeigt den Markt")], [shown(alt="Bilderbücher im Regal")]),
    "alt.too_short": ([shown(alt="Rathaus")], [shown(alt="Rathaus im Schnee"), shown(alt="")]),
    "alt.repeats_text": (
        [shown(alt="Neues aus dem Rathaus"), shown(alt="Die Stadtbücherei hat neue Hörbücher.")],
        [shown(alt="Regale mit Hörbüchern, davor zwei Sessel")],
    ),
    "alt.twice": ([shown(pictures=2)], [shown(), shown(alt="", pictures=2)]),
    "alt.not_shown": ([shown("whatsapp")], [shown("facebook"), shown("whatsapp", text="Neu: Regale mit Hörbüchern im Erdgeschoss der Stadtbücherei")]),
    "picture.gone": ([said(attachments=(GONE,))], [shown()]),
    "picture.file": ([shown(around={"unsound": {"bild": "missing"}})], [shown()]),
    "picture.licence_unknown": ([shown(licence=Licence.UNKNOWN)], [shown(licence=Licence.CC0)]),
    "picture.credit_missing": (
        [shown(credit=" "), shown(**TILE, credit="", tile_ink="#FFFFFF", tile_back="b")],
        [shown(credit="Stadt"), shown(credit="", licence=Licence.CC0), shown(**TILE, credit="", tile_ink="#FFFFFF")],
    ),
    "picture.credit_hidden": (
        [shown(licence=Licence.CC_BY, credit="Eva Roth")],
        [shown(licence=Licence.CC_BY, credit="Eva Roth", text="Neue Bücher. Foto: Eva Roth"), shown(licence=Licence.CC_BY, credit="Eva Roth", credit_shown=True), shown(licence=Licence.OWN)],
    ),
    "picture.no_derivatives": (
        [shown(licence=Licence.CC_BY_ND)],
        [shown(licence=Licence.CC_BY), shown(licence=Licence.CC_BY_ND, text="nur Text", post={"attachments": ()}), fitted("#ffffff"), fitted("")],
    ),
    "picture.border_own": ([fitted("")], [fitted("#ffffff"), fitted("", Licence.CC_BY), shown(licence=Licence.CC_BY_ND)]),
    "picture.tile_back": ([over_covered(again=False)], [over_covered(again=True), shown(**TILE, tile_back="weg"), shown()]),
    "picture.tile_contrast": (
        [shown(**TILE, tile_ink="#3B7178"), shown(**TILE, tile_ink="#FFFFFF", tile_back="b", tile_veil=40, tile_dark=10, tile_light=240)],
        [shown(**TILE, tile_ink="#FFFFFF"), shown(**TILE, tile_ink="#FFFFFF", tile_back="b", tile_veil=98, tile_dark=10, tile_light=240), shown()],
    ),
    "picture.expired": ([shown(valid_until=date(2026, 11, 30))], [shown(valid_until=date(2026, 12, 1)), shown()]),
    "film.captions": (
        [shown(**FILM, around=REEL)],
        [shown(**FILM, captions="b" * 64, around=REEL), shown(**FILM, silent=True, around=REEL), shown(**FILM, burned=True, around=REEL), shown(**FILM), shown(around=REEL)],
    ),
    "film.large": (
        [shown("instagram", **FILM, film_bytes=300_000_001, around=ON_REELS)],
        [
            shown("instagram", **FILM, film_bytes=300_000_000, around=ON_REELS),
            shown("instagram", **FILM, around=ON_REELS),
            shown(**FILM, film_bytes=900_000_000, around=REEL),
            shown("instagram", **FILM, film_bytes=900_000_000),
        ],
    ),
    "film.length": (
        [shown(**FILM | {"film_ms": 91_000}, around=REEL), shown(**FILM | {"film_ms": 2_000}, around=REEL)],
        [shown(**FILM, around=REEL), shown(**FILM | {"film_ms": 91_000})],
    ),
    "picture.stock_not_social": ([shown(licence=Licence.STOCK)], [shown(licence=Licence.STOCK_SOCIAL), shown("website", licence=Licence.STOCK)]),
    "picture.enlarged": ([shown(width=400, height=300)], [shown(width=4000, height=3000)]),
    "picture.twice": ([shown(pictures=2)], [shown()]),
    "picture.again": (
        [
            shown(around=near(same_pictures={"bild": (SHOWN_BEFORE,)})),
            shown("facebook", "instagram", around=near(same_pictures={"bild": (SHOWN_BEFORE,)})),
        ],
        [
            shown(around=near(same_pictures={"other": (SHOWN_BEFORE,)})),
            shown("instagram", around=near(same_pictures={"bild": (SHOWN_BEFORE,)})),
            shown(around=near(same_pictures={"bild": (SHOWN_BEFORE._replace(post="p"),)})),
            shown(around=near(same_pictures={"bild": (SHOWN_BEFORE,)}), post={"planned": None}),
        ],
    ),
    "picture.ai_untold": (
        [shown(ai=AiMark.MADE), shown(licence=Licence.AI, ai=AiMark.MADE)],
        [shown(ai=AiMark.MADE, text="Neue Hörbücher. Bild mit KI erstellt."), shown(ai=AiMark.MADE, alt="Roboter am Schalter, mit künstlicher Intelligenz gezeichnet"), shown()],
    ),
    "picture.ai_unmarked": ([shown(licence=Licence.AI)], [shown(licence=Licence.AI, ai=AiMark.MADE), shown()]),
    "picture.credit_no_source": (
        [shown(credit="Quelle: Facebook"), shown(credit="Google Bilder"), shown(credit="privat")],
        [shown(credit="Eva Roth / Facebook-Gruppe Lindenbrunn"), shown(credit="Stadtarchiv"), shown(credit="")],
    ),
    "picture.licence_link": ([shown(licence=Licence.CC_BY_SA)], [shown(licence=Licence.CC_BY_SA, licence_link="https://creativecommons.org/licenses/by-sa/4.0/"), shown(licence=Licence.CC0)]),
    "picture.children": (
        [shown(people=People.UNKNOWN, alt="Drei Kinder malen am Tisch")],
        [shown(people=People.NONE, alt="Bilder der Kinder hängen an der Wand"), shown(people=People.UNKNOWN, alt="Der Kindergarten von außen")],
    ),
    "picture.consent_missing": (
        [shown(people=People.INDIVIDUALS)],
        [shown(people=People.CROWD), shown(people=People.INDIVIDUALS, note="Einwilligung vom 3. Mai liegt im Amt"), shown(around=consent(), **MIA)],
    ),
    "consent.revoked": ([shown(around=consent(revoked=date(2026, 11, 20)), **MIA)], [shown(around=consent(), **MIA)]),
    "consent.expires": ([shown(around=consent(expires=date(2026, 11, 30)), **MIA)], [shown(around=consent(expires=date(2026, 12, 31)), **MIA)]),
    "consent.channels": ([shown(around=consent(channels=("website",)), **MIA)], [shown(around=consent(channels=("facebook",)), **MIA), shown(around=consent(), **MIA)]),
    "consent.child": (
        [shown(around=consent(child=True, guardian="Jana Berger", teen=True), **MIA)],
        [
            shown(around=consent(child=True, guardian="Jana Berger", teen=True, agreed=True), **MIA),
            shown(around=consent(child=True, guardian="Jana Berger"), **MIA),
            shown(around=consent(teen=True), **MIA),
            shown(around=consent(child=True, teen=True, guardian="Jana Berger", revoked=date(2026, 11, 20)), **MIA),
        ],
    ),
    "consent.guardian": ([shown(around=consent(child=True), **MIA)], [shown(around=consent(child=True, guardian="Jana Berger"), **MIA), shown(around=consent(), **MIA)]),
}  # fmt: skip
