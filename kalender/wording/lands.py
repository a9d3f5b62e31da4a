# SPDX-License-Identifier: EUPL-1.2
"""Names of the Länder, of kinds of municipalities, and of roles."""

from __future__ import annotations

from kalender.domain.plan import Land, Role

LANDS = {
    Land.BW: "Baden-Württemberg",
    Land.BY: "Bayern",
    Land.BE: "Berlin",
    Land.BB: "Brandenburg",
    Land.HB: "Bremen",
    Land.HH: "Hamburg",
    Land.HE: "Hessen",
    Land.MV: "Mecklenburg-Vorpommern",
    Land.NI: "Niedersachsen",
    Land.NW: "Nordrhein-Westfalen",
    Land.RP: "Rheinland-Pfalz",
    Land.SL: "Saarland",
    Land.SN: "Sachsen",
    Land.ST: "Sachsen-Anhalt",
    Land.SH: "Schleswig-Holstein",
    Land.TH: "Thüringen",
}
"""The names of the Länder in the order of the alphabet."""

FORMS = ("Stadt", "Gemeinde", "Markt", "Verbandsgemeinde", "Samtgemeinde", "Amt", "Landkreis")
"""What stands in front of the name of a municipality."""

ROLES = {Role.EDITING: "Redaktion", Role.EXPERT: "Fachliche Prüfung", Role.APPROVAL: "Freigabe"}

MAY = {
    Role.EDITING: "schreiben, planen, exportieren",
    Role.EXPERT: "prüfen, Änderung erbitten",
    Role.APPROVAL: "prüfen, freigeben, Änderung erbitten",
}
"""What each role may do."""
