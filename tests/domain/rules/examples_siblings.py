# SPDX-License-Identifier: EUPL-1.2
"""What rules on posts in other languages must find, and what they must let pass."""

from datetime import datetime

from kalender.domain.siblings.family import Family, Original, Where
from kalender.domain.siblings.tongues import EASY, PLAIN
from tests.domain.rules.cases import PLANNED, Examples, Try, said, shown

TURKISH = "Havuz cumartesi günü açılıyor."
OFFICE = "Die Inanspruchnahme verwaltungsrechtlicher Widerspruchsmöglichkeiten unterliegt gebührenrechtlichen Einschränkungen. Bebauungsplanänderungsverfahren erfordern Öffentlichkeitsbeteiligungen. Genehmigungsvoraussetzungen konkretisieren Verwaltungsvorschriften. Flächennutzungsplanfortschreibungen berücksichtigen Umweltverträglichkeitsprüfungen. Entwässerungsgebührenbescheide beinhalten Rechtsbehelfsbelehrungen. Abfallwirtschaftssatzungsänderungen verdeutlichen Gebührenkalkulationsgrundlagen. Gewerbesteuervorauszahlungen unterliegen Anpassungsverfahren. Widerspruchsbescheide verursachen Verwaltungsgebühren. Straßenverkehrsbehördliche Anordnungen konkretisieren Verkehrssicherungspflichten."


def kin(
    digest: str = "wie", where: Where = Where.HERE, first: datetime | None = PLANNED, **siblings: str
) -> dict[str, Family]:
    """Return surroundings with an original that says digest now."""
    original = Original(id="o", title="Freibad", digest=digest, first=first, where=where)
    return {"family": Family(original=original, siblings=tuple(siblings.items()))}


def turkish(around: dict[str, Family] | None = None, text: str = TURKISH) -> Try:
    """Return a Turkish sibling that was matched with what said "wie"."""
    return said(text, language="tr", original="o", original_digest="wie", around=around or kin())


def easy(text: str, language: str = EASY) -> Try:
    return said(text, language=language, original="o", original_digest="wie", around=kin())


SIBLINGS: Examples = {
    "sibling.outdated": (
        [turkish(kin("anders")), turkish(kin("anders", Where.DROPPED))],
        [turkish(), turkish(kin("anders", Where.TRASH)), turkish(kin("", Where.GONE)), said()],
    ),
    "sibling.alone": (
        [turkish(kin(where=Where.DROPPED)), turkish(kin(where=Where.TRASH)), turkish(kin(where=Where.GONE))],
        [turkish(), said()],
    ),
    "sibling.early": (
        [turkish(kin(first=datetime(2026, 12, 1, 10, 1)))],
        [turkish(), turkish(kin(first=datetime(2026, 11, 30))), turkish(kin(first=None)), said()],
    ),
    "sibling.undated": (
        [turkish(kin(first=None))],
        [turkish(), turkish(kin(where=Where.DROPPED, first=None)), said(TURKISH, language="tr", planned=None, around=kin(first=None))],
    ),
    "sibling.alt_german": (
        [shown("facebook", text=TURKISH, post={"language": "tr"})],
        [
            shown("facebook", text=TURKISH, alt="Kütüphane rafları", post={"language": "tr"}),
            shown("facebook", text="Die Bücherei hat Hör-Bücher.", post={"language": EASY}),
            shown("facebook"),
        ],
    ),
    "easy.sentence": (
        [
            easy("Das Frei-Bad hat am Samstag wieder von neun bis acht Uhr offen."),
            easy("Das Freibad hat am Samstag wieder von neun Uhr am Morgen bis acht Uhr am Abend offen.", PLAIN),
        ],
        [
            easy("Das Frei-Bad ist offen. Am Samstag. Sie können bis 20 Uhr baden."),
            easy("Das Freibad hat am Samstag wieder von neun bis acht Uhr offen.", PLAIN),
            said("Das Freibad hat am Samstag wieder von neun bis acht Uhr offen."),
            turkish(text="Havuz cumartesi günü sabah saat dokuzdan akşam sekize kadar herkese açık olacak ve ücretsiz."),
        ],
    ),
    "easy.word": (
        [easy("Die Bürgermeisterin kommt."), easy("Die Straßenverkehrsordnung gilt.", PLAIN)],
        [
            easy("Die Bürger-Meisterin kommt. Die Straßen·verkehrs·ordnung gilt. Mehr: www.stadt-lindenbrunn-am-neckar.de"),
            easy("Die Bürgermeisterin kommt.", PLAIN),
            said("Die Straßenverkehrsordnung gilt."),
        ],
    ),
    "easy.brackets": (
        [easy("Das Frei-Bad (am Fluss) ist offen."), easy("Kinder & Eltern kommen."), easy("Es gibt 10 % Rabatt.", PLAIN), easy("Eintritt für Frauen/Männer")],
        [easy("Das Frei-Bad ist offen. Mehr: www.lindenbrunn.de/frei/bad"), said("Das Freibad (am Fluss) ist offen."), turkish(text="Havuz (nehir kenarında) açık.")],
    ),
    "easy.missing": (
        [said(OFFICE, "website"), said(OFFICE, "facebook", "notice")],
        [
            said(OFFICE, "facebook"),
            said(OFFICE, "website", around={"family": Family(siblings=(("ls", EASY),))}),
            said("Das Bad hat auf. Es ist warm.", "website"),
            said(OFFICE, "website", language="tr"),
            said(OFFICE, "website", language=PLAIN, original="o", around=kin()),
        ],
    ),
}  # fmt: skip
