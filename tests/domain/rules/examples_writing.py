# SPDX-License-Identifier: EUPL-1.2
"""What rules on texts, links and channels must find, and what they must let pass."""

from datetime import date, datetime

from kalender.domain.days.entries import Neutrality
from kalender.domain.pace.appearing import Appearance
from kalender.domain.post import Version
from kalender.domain.rules.book import Gender
from tests.domain.rules.cases import CATALOGUE, Examples, house, near, said, shown

LONG = "Die Stadtverwaltung hat gemeinsam mit den Vereinen, der Feuerwehr, den Schulen und vielen Freiwilligen in den vergangenen Wochen ein Programm für den Sommer vorbereitet, das nun vorliegt."
ELECTION = (Neutrality(layer="w", title="Landtagswahl", first=date(2026, 11, 1), last=date(2026, 12, 31)),)
SAME = Appearance(post="other", title="Hörbücher", planned=datetime(2026, 12, 8, 10), channels=("facebook",))
ONLY = Version(id="instagram", formats=("instagram.story",))
STORY = shown("instagram", post={"versions": (ONLY,)})

WRITING: Examples = {
    "channel.none": ([said(versions=())], [said()]),
    "text.empty": ([said("")], [said("Wir sind wieder da.")]),
    "text.placeholder": (
        [said("Am XX.XX. öffnet das Freibad."), said("Treffpunkt: [Ort eintragen]"), said("Lorem ipsum dolor"), said("Gesperrt ist die {Straße}.")],
        [said("Die Größe XXL ist vergriffen."), said("[Werbung] Das Stadtfest lädt um 10 Uhr ein.")],
    ),
    "link.broken": ([said(link="lindenbrunn")], [said(link="www.lindenbrunn.de/termine")]),
    "link.not_clickable": (
        [said("Alle Termine: www.lindenbrunn.de/termine", "instagram")],
        [said("Alle Termine: www.lindenbrunn.de/termine", "facebook"), said("Alle Termine im Profil.", "instagram")],
    ),
    "link.unencrypted": (
        [said(link="http://www.lindenbrunn.de"), said("Mehr: http://www.lindenbrunn.de/bad")],
        [said(link="https://www.lindenbrunn.de"), said("Mehr: lindenbrunn.de/bad")],
    ),
    "link.shortened": (
        [said("Anmeldung: bit.ly/3abcDEF"), said(link="https://tinyurl.com/stadtfest26")],
        [said("Anmeldung: www.lindenbrunn.de/stadtfest"), said(link="https://www.lindenbrunn.de/t.co")],
    ),
    "link.tracking": (
        [said(link="https://www.lindenbrunn.de/fest?utm_source=facebook&utm_medium=social")],
        [said(link="https://www.lindenbrunn.de/fest?id=12"), said("War das Fest schön? utm_source ist ein Wort der Technik.")],
    ),
    "mention.too_many": (
        [said(" ".join(f"@verein_{number}" for number in range(25)), "instagram")],
        [said("Danke an @feuerwehr_lindenbrunn!", "instagram"), said(" ".join(f"@verein_{number}" for number in range(25)), "facebook")],
    ),
    "text.repeated": (
        [said("Die Stadtbücherei hat neue Hörbücher.", around=near(same_text=(SAME,)))],
        [said("Die Stadtbücherei hat neue Hörbücher.")],
    ),
    "text.too_long": ([said("Wort " * 80, "x")], [said("Wort " * 50, "x"), said("Wort " * 80, "facebook")]),
    "text.nearly_too_long": ([said("x" * 63000)], [said("x" * 2000)]),
    "text.disguised_letters": (
        [said("𝗪𝗶𝗰𝗵𝘁𝗶𝗴: Die Straße ist gesperrt."), said("Ⓗⓔⓤⓣⓔ ist Markt.")],
        [said("Wichtig: 25 m² Fläche, 20 °C, №1")],
    ),
    "text.emoji_run": ([said("Hurra 🎉🎉🎉🎉")], [said("Hurra 🎉🎈"), said("Familie 👨‍👩‍👧‍👦 und Hund")]),
    "text.emoji_repeated": (
        [said("🎄 Markt 🎄 Musik 🎄 Mandeln 🎄")],
        [said("🎄 Markt 🎶 Musik 🌰 Mandeln"), said("Nr. 1111 und #Advent")],
    ),
    "text.emoji_bullets": (
        [said("Das gibt es:\n✅ Kuchen\n✅ Kaffee\n✅ Musik")],
        [said("Das gibt es:\n- Kuchen\n- Kaffee\n- Musik 🎶"), said("🎄 Advent im Hof\nWir freuen uns 🎶")],
    ),
    "text.capitals": (
        [said("ACHTUNG: Die Brücke ist gesperrt."), said("Wir sagen DANKE SCHÖN!")],
        [said("Die DLRG und das THW üben am See."), said("Der ÖPNV fährt.")],
    ),
    "text.marks_run": (
        [said("Heute ist Markt!!!"), said("Wer kommt mit??"), said("+++ Sperrung +++ Marktstraße")],
        [said("Wer kommt mit? Wir!"), said("C++ und 1+1"), said("Was fehlt ???")],
    ),
    "text.double_space": (
        [said("Die Bücherei  hat offen."), said("Die Bücherei\that offen.")],
        [said("Die Bücherei hat offen.\n\nMontag bis Freitag"), said("- Kuchen\n  - Apfel")],
    ),
    "text.gender": (
        [
            said("Liebe Bürger*innen", around=house(gender=Gender.FORBIDDEN)),
            said("Liebe Bürger:innen", around=house(gender=Gender.STAR)),
            said("Liebe BürgerInnen", around=house(gender=Gender.COLON)),
            said("Liebe Bürger/-innen", around=house(gender=Gender.NEUTRAL)),
        ],
        [
            said("Liebe Bürger*innen"),
            said("Liebe Bürger*innen", around=house(gender=Gender.STAR)),
            said("Liebe Bürgerinnen und Bürger", around=house(gender=Gender.FORBIDDEN)),
            said("Info: in der Halle, LinkedIn und BauernHof", around=house(gender=Gender.FORBIDDEN)),
        ],
    ),
    "text.abbreviation": (
        [said("Bitte ggf. einen Ausweis mitbringen."), said("Die o. g. Straßen sind betroffen."), said("Eintritt zzgl. Gebühr")],
        [said("Zum Beispiel am Tag. Max und Inka kommen."), said("Am 3.12. um 10 Uhr in der Str. am See")],
    ),
    "text.long_sentence": (
        [said(LONG), said(f"Kurz gesagt: {LONG}"), said(f"Der Markt ist am 5. Dezember. {LONG}")],
        [
            said("Der Sommer kommt. Das Programm liegt vor."),
            said("Der Weg zwischen Schützenhaus und Grillhütte ist am Donnerstag, 3. Dezember, und am Freitag, 4. Dezember, jeweils von 8 bis 16 Uhr wegen Arbeiten des Forstes ganz gesperrt."),
            said("Treffpunkt ist der Brunnen am Anger 7. Die Jugendfeuerwehr holt die Bäume im Lauf des Vormittags bei Ihnen vor der Tür ab und freut sich über eine kleine Spende."),
        ],
    ),
    "text.hard_to_read": (
        [said("Die Inanspruchnahme verwaltungsrechtlicher Widerspruchsmöglichkeiten unterliegt ausnahmslos unterschiedlichen gebührenrechtlichen Einschränkungen. Bebauungsplanänderungsverfahren erfordern Öffentlichkeitsbeteiligungen. Genehmigungsvoraussetzungen konkretisieren Verwaltungsvorschriften. Flächennutzungsplanfortschreibungen berücksichtigen Umweltverträglichkeitsprüfungen. Entwässerungsgebührenbescheide beinhalten Rechtsbehelfsbelehrungen. Abfallwirtschaftssatzungsänderungen verdeutlichen Gebührenkalkulationsgrundlagen. Straßenverkehrsbehördliche Anordnungen konkretisieren Verkehrssicherungsverpflichtungen. Grundstückseigentümer beantragen Ausnahmegenehmigungen. Gewerbesteuervorauszahlungen unterliegen Anpassungsverfahren. Widerspruchsbescheide verursachen Verwaltungsgebühren.")],
        [said("Das Bad hat auf. Es ist warm. Komm mit uns ins Wasser. Am Abend gibt es Eis für alle. Wir sind bis acht Uhr da. Der Bus hält vor der Tür. Bring ein Tuch mit. Die Karte kostet drei Euro. Kinder zahlen nichts.")],
    ),
    "text.officialese": ([said("Zwecks Anmeldung rufen Sie an.")], [said("Rufen Sie an, um sich anzumelden.")]),
    "text.nominal_style": (
        [
            said("Die Durchführung der Sanierung erfolgt nach Genehmigung der Planung."),
            said("Hinweis: Die Durchführung der Sanierung erfolgt nach Genehmigung der Planung."),
        ],
        [said("Wir sanieren die Halle, sobald der Rat zustimmt."), said("Heizung, Zeitung und Wohnung"), said("Ihre Aufgaben: Beratung von Bauherren, Erteilung von Bescheiden, Überwachung, Vertretung im Amt")],
    ),
    "text.passive": (
        [said("Die Straße wird gesperrt. Der Bus wird umgeleitet. Die Halle wird geöffnet.")],
        [said("Der Bauhof sperrt die Straße. Der Bus fährt anders. Die Halle ist auf.")],
    ),
    "text.long_word": ([said("Das Straßenverkehrssicherungskonzept gilt.")], [said("Die Straßenverkehrsordnung gilt."), said("Es berät die Gleichstellungsbeauftragte.")]),
    "text.double_negation": ([said("Das ist nicht unmöglich.")], [said("Das ist nicht möglich."), said("Das ist unmöglich.")]),
    "text.click_here": (
        [said("Klicken Sie hier: lindenbrunn.de"), said("Zur Anmeldung hier klicken")],
        [said("Hier gibt es Kuchen."), said("Alle Termine: lindenbrunn.de/termine")],
    ),
    "text.private_data": (
        [
            said("Fragen an erika.muster@gmx.de"),
            said("Anruf unter 0171 2345678"),
            said("Die Stadt sucht Zeugen. Bitte melden Sie sich bei Erika Muster, 0171 2345678."),
            said("Fragen an das Team vom Bauhof: bauhof.weiler@gmx.de"),
            said("Der Förster sucht Helfer.\n\nAnmelden bei Jana, 0171 2345678"),
        ],
        [
            said("Fragen an rathaus@lindenbrunn.de"),
            said("Anruf unter 07123 45670 oder 115"),
            said("Aktenzeichen 2026/0171"),
            said("Der Winterdienst ist nachts erreichbar: 0171 2345678"),
            said("Die Behindertenbeauftragte Ruth Kern berät Sie: 0171 2345678"),
        ],
    ),
    "text.event_open": (
        [
            said("Wir laden herzlich zum Konzert am 5. Dezember in der Stadthalle ein."),
            said("Das Fest findet am Samstag, 5. Dezember, auf dem Anger statt."),
            said("Die Bürgerversammlung findet am 5. Dezember in der Stadthalle statt."),
        ],
        [said("Wir laden am 5. Dezember um 19 Uhr zum Konzert ein."), said("Das Konzert war ein Erfolg."), said("Der Markt findet von 8 bis 12 Uhr statt."), said("Das Stadtfest findet vom 25. bis 27. Juni statt."), said("Der Bürgerentscheid findet am 5. Dezember statt.")],
    ),
    "hashtag.camel_case": (
        [said("Kommt vorbei! #tagderoffenentür"), said("Jetzt bewerben! #öffentlicherdienst")],
        [said("Kommt vorbei! #TagDerOffenenTür"), said("Kommt! #Advent"), said("Guten Tag! #morgenstimmung")],
    ),
    "hashtag.too_many": (
        [said("Markt " + " ".join(f"#Markt{letter}" for letter in "ABCDEFGHIJKLMN"), "instagram")],
        [said("Markt #Advent #Lindenbrunn", "instagram")],
    ),
    "hashtag.not_at_end": ([said("Der #Adventsmarkt öffnet um 16 Uhr.")], [said("Der Adventsmarkt öffnet um 16 Uhr. #Advent"), said("#Bookface-Dienstag in der Bücherei")]),
    "hashtag.repeated": ([said("Markt am Samstag. #Advent #Lindenbrunn #advent")], [said("Markt am Samstag. #Advent #Adventsmarkt")]),
    "post.third_party": (
        [said("Das neue Café am Markt gibt 10 % Rabatt auf alles."), said("Neueröffnung am Markt: Jetzt mit Mittagstisch!")],
        [said("Der Wochenmarkt bietet Obst und Käse."), said("Familien bekommen 10 % Rabatt auf die Jahreskarte des Freibads.", task="Betrieb des Freibads")],
    ),
    "post.task_missing": ([said()], [said(task="Bücherei"), said(idea=True)]),
    "post.alternative_missing": (
        [said("Die Marktstraße ist ab Montag gesperrt.", "facebook", "instagram")],
        [
            said("Die Marktstraße ist ab Montag gesperrt.", "facebook", "website"),
            said("Die Marktstraße ist ab Montag gesperrt.", alternative="Amtsblatt"),
            said("Die Marktstraße ist ab Montag gesperrt. Umleitung: lindenbrunn.de/baustellen"),
            said("Der Chor sucht neue Stimmen."),
        ],
    ),
    "planned.neutral_words": (
        [said("Der Kandidat der SPD besucht das Fest.", around=near(neutral=ELECTION)), said("Erster Spatenstich am Bad", around=near(neutral=ELECTION))],
        [
            said("Der Kandidat der SPD besucht das Fest."),
            said("Wahlbekanntmachung: So wählen Sie per Briefwahl. Kandidatenlisten hängen aus.", around=near(neutral=ELECTION)),
            said("Die Kelter öffnet.", around=near(neutral=ELECTION)),
        ],
    ),
    "planned.neutral_holder": (
        [said("Bürgermeisterin Klein eröffnet das Bad.", around=near(neutral=ELECTION)), said("Eva Klein gratuliert.", around=near(neutral=ELECTION) | house(holders=("Eva Klein",)))],
        [said("Bürgermeisterin Klein eröffnet das Bad."), said("Das Bürgerbüro hat offen.", around=near(neutral=ELECTION)), said("Bürgermeisterin Klein eröffnet.", labels=("Ausnahme",), around=near(neutral=ELECTION))],
    ),
    "format.story_only": (
        [STORY, shown("instagram", post={"versions": (ONLY,)}, around=near(beside=(SAME,)))],
        [
            shown("instagram", post={"versions": (ONLY, Version(id="facebook"))}),
            shown("instagram", post={"versions": (ONLY,)}, around=near(same_text=(SAME,))),
            shown("instagram", post={"versions": (ONLY,), "title": "Hörbücher"}, around=near(beside=(SAME,))),
            shown("instagram"), shown("instagram", post={"versions": (Version(id="instagram", formats=("instagram.story", "instagram.feed_4x5")),)}),
        ],
    ),
}  # fmt: skip

assert CATALOGUE.formats
