# SPDX-License-Identifier: EUPL-1.2
"""What rules on days and hours must find, and what they must let pass."""

from datetime import date, datetime

from kalender.domain.days.entries import Neutrality
from kalender.domain.pace.appearing import Appearance
from kalender.domain.plan import Meeting
from tests.domain.rules.cases import NOW, Examples, at, blackout, near, said

ELECTION = (Neutrality(layer="w", title="Landtagswahl", first=date(2026, 11, 1), last=date(2026, 12, 31)),)
BESIDE = Appearance(post="o", title="Markt", planned=datetime(2026, 12, 1, 10, 30), channels=("facebook",))
LATER = BESIDE._replace(planned=datetime(2026, 12, 1, 14))
COUNCIL = Meeting(id="rat", title="Gemeinderat", start=datetime(2026, 12, 1, 18))
FIRST = date(2026, 12, 1)

DAYS: Examples = {
    "planned.none": ([at(said(), None)], [said(), at(said(idea=True), None)]),
    "date.weekday": (
        [said("Am Dienstag, 3. Dezember 2026, ist Markt."), said("Markt: Mo, 5.12.2026"), said("Samstag, 6.12.2026, 10 Uhr")],
        [said("Am Donnerstag, 3. Dezember 2026, ist Markt."), said("Montag bis Freitag, ab 3. Dezember 2026"), said("Samstags ab 5. Dezember 2026")],
    ),
    "date.impossible": ([said("Am 31.11.2026 ist Schluss."), said("Am 30. Februar geht es los.")], [said("Am 30.11.2026 ist Schluss."), said("Version 31.11 ist da"), said("Telefon 07123 31-11")]),
    "date.over": ([said("Am 25. November 2026 um 18 Uhr liest die Autorin.")], [said("Am 5. Dezember 2026 um 18 Uhr liest die Autorin."), said("Am 25. November 2026 war die Lesung ein Erfolg.")]),
    "date.relation": ([said("Morgen, 3. Dezember, ist Markt.")], [said("Morgen, 2. Dezember, ist Markt."), said("Heute, 1. Dezember, ist Markt.")]),
    "planned.past": ([at(said(), datetime(2026, 11, 20, 10))], [said(), at(said(dropped=True), datetime(2026, 11, 20, 10))]),
    "planned.clock_gap": ([at(said(), datetime(2027, 3, 28, 2, 30))], [at(said(), datetime(2027, 3, 28, 3, 30)), said()]),
    "planned.embargo": ([said(embargo=datetime(2026, 12, 2, 12))], [said(embargo=datetime(2026, 12, 1, 10)), said()]),
    "planned.not_before": (
        [said(not_before="rat", around=near(council=COUNCIL)), said(not_before="rat")],
        [at(said(not_before="rat", around=near(council=COUNCIL)), datetime(2026, 12, 2, 9)), said(around=near(council=COUNCIL))],
    ),
    "planned.blackout": ([said(around=blackout(first=FIRST, last=FIRST))], [said(), said(labels=("Ausnahme",), around=blackout(first=FIRST, last=FIRST))]),
    "planned.neutrality": ([said(around=near(neutral=ELECTION))], [said(), said(labels=("Ausnahme",), around=near(neutral=ELECTION))]),
    "planned.silent": (
        [said("Party in der Halle", around=near(silent={FIRST: "Volkstrauertag"}))],
        [said("Kranzniederlegung am Mahnmal", around=near(silent={FIRST: "Volkstrauertag"})), said("Party in der Halle")],
    ),
    "planned.holiday": (
        [said("Das Bürgerbüro sucht Verstärkung.", around=near(holidays={FIRST: "Tag der Deutschen Einheit"}))],
        [said("Das Rathaus wünscht frohe Ostern!", around=near(holidays={FIRST: "Ostermontag"})), said()],
    ),
    "load.same_hour": ([said(around=near(beside=(BESIDE,)))], [said(around=near(beside=(LATER,))), said("Text", "mastodon", around=near(beside=(BESIDE,)))]),
}  # fmt: skip

assert NOW.date() < FIRST
