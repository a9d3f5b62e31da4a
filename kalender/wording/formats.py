# SPDX-License-Identifier: EUPL-1.2
"""Platform formats in German: what is wrong with a file of one's own, and what a format demands."""

from __future__ import annotations

from kalender.domain.format import Confidence, Format
from kalender.domain.frozen import frozen
from kalender.formats.schema import Fault, Problem
from kalender.wording.tr import tr

FAULTS = {
    Fault.UNREADABLE: (
        "Die Datei lässt sich nicht lesen.",
        "Prüfen Sie, ob Sie die Datei in einem anderen Programm offen haben und ob Sie sie lesen dürfen.",
    ),
    Fault.NOT_TOML: (
        "Hier ist die Schreibweise nicht richtig.",
        "Meist fehlt in dieser Zeile oder in der davor ein Anführungszeichen, eine Klammer oder das Gleichheitszeichen.",
    ),
    Fault.NEWER: (
        "Die Datei ist für eine neuere Fassung von Kalender geschrieben.",
        "Bringen Sie Kalender auf den neuen Stand oder schreiben Sie oben „schema = {expected}“.",
    ),
    Fault.UNKNOWN_KEY: (
        "Die Angabe „{name}“ gibt es nicht.",
        "Prüfen Sie die Schreibweise oder löschen Sie die Zeile. Möglich sind hier: {expected}.",
    ),
    Fault.MISSING: (
        "Es fehlt die Angabe „{name}“.",
        "Tragen Sie sie nach. Erwartet wird: {expected}.",
    ),
    Fault.WRONG_VALUE: (
        "Der Wert von „{name}“ passt nicht.",
        "Erwartet wird: {expected}.",
    ),
    Fault.CONTRADICTION: (
        "„{name}“ widerspricht einer anderen Angabe in der Datei.",
        "Richtig wäre: {expected}.",
    ),
}
"""What is wrong, and what to do."""

EXPECTED = {
    "whole number from 0": "eine ganze Zahl ab 0",
    "whole number from 1": "eine ganze Zahl ab 1",
    "pixels, 1 to 30000": "eine Zahl von Pixeln, 1 bis 30000",
    "width divided by height, 0.01 to 100": "Breite geteilt durch Höhe, 0.01 bis 100, mit Punkt statt Komma",
    "true or false": "true (ja) oder false (nein)",
    "text": "ein Text in Anführungszeichen",
    "text, not empty": "ein Text in Anführungszeichen, nicht leer",
    "list of texts": 'eine Liste von Texten, zum Beispiel ["jpg", "png"]',
    "date, e.g. 2026-11-22": "ein Datum ohne Anführungszeichen, zum Beispiel 2026-11-22",
    "jpg or png": '"jpg" oder "png"',
    "a table": "ein Abschnitt mit dieser Überschrift in eckigen Klammern",
    "at least one format": "mindestens ein Format, also ein Abschnitt wie [beitrag]",
}
"""What the schema expects, in German."""

TRUST = {
    Confidence.HIGH: "vom Anbieter belegt",
    Confidence.MEDIUM: "von mehreren Quellen belegt",
    Confidence.LOW: "schwach belegt, bitte selbst prüfen",
}
"""How well a figure is documented."""


@frozen
class Trouble:
    """A problem in words: where it lies, what is wrong, what it means, what to do now."""

    where: str
    what: str
    means: str
    now: str


def trouble(problem: Problem, line: int = 0) -> Trouble:
    """Return the words for a problem of an own file. line: from 1, 0 where there is none."""
    name = problem.key.rpartition(".")[2]
    section = problem.key.rpartition(".")[0]
    where = [tr("Datei „{file}“").format(file=problem.file)]
    if line:
        where.append(tr("Zeile {line}").format(line=line))
    if section:
        where.append(tr("Abschnitt [{section}]").format(section=section))
    what, now = FAULTS[problem.fault]
    facts = {"name": name or tr("Formate"), "expected": expected(problem.expected)}
    if problem.fault is Fault.MISSING and not problem.key:
        what, now = tr("In der Datei steht kein Format."), tr("Erwartet wird: {expected}.")
    platform = problem.file.removesuffix(".toml")
    return Trouble(
        where=", ".join(where),
        what=tr(what).format(**facts),
        means=tr(
            "Die ganze Datei gilt deshalb nicht. Für „{platform}“ gilt, was mit Kalender kommt; was nur in dieser "
            "Datei steht, fehlt."
        ).format(platform=platform),
        now=tr(now).format(**facts) + " " + tr("Wählen Sie danach „Neu prüfen“."),
    )


def expected(words: str) -> str:
    """Return in German what the schema expects."""
    if words in EXPECTED:
        return tr(EXPECTED[words])
    if words.startswith("one of "):
        return tr("eines von: {words}").format(words=words.removeprefix("one of "))
    if words.startswith("at most "):
        return tr("höchstens {number}").format(number=words.removeprefix("at most "))
    return words


def demands(format_: Format) -> str:
    """Return what a format asks of pictures, in one line."""
    parts = [
        tr("{width} × {height} Pixel").format(width=format_.width, height=format_.height),
        (tr("Video") if format_.video else ""),
        (tr("höchstens {size}").format(size=_size(format_.max_bytes)) if format_.max_bytes else ""),
        (tr("Text bis {n} Zeichen").format(n=_dots(format_.text_limit)) if format_.text_limit else ""),
    ]
    return ", ".join(part for part in parts if part)


def evidence(format_: Format) -> str:
    """Return from when a format's figures are, and how well they are documented."""
    if format_.checked is None:
        return tr(TRUST[format_.confidence])
    return tr("geprüft am {day}, {trust}").format(
        day=f"{format_.checked:%d.%m.%Y}", trust=tr(TRUST[format_.confidence])
    )


def _dots(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _size(number: int) -> str:
    if number < 1_000_000:
        return f"{number // 1000} KB"
    return f"{number / 1_000_000:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " MB"
