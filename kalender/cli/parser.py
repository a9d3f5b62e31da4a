# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line: commands, their options, and German help. Imports nothing but argparse."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

RULES = ("x_weighted", "mastodon", "bluesky", "threads", "utf16", "utf8_bytes", "codepoint", "grapheme")
"""The values of domain.format.Rule, spelled out so that help needs no domain."""

_SAID = (
    (re.compile(r"the following arguments are required: (.+)"), "Es fehlt: {0}."),
    (re.compile(r"one of the arguments (.+) is required"), "Eine dieser Angaben fehlt: {0}."),
    (re.compile(r"argument (.+): not allowed with argument (.+)"), "{0} und {1} schließen sich aus."),
    (re.compile(r"argument (.+): expected .*argument.*"), "Hinter {0} fehlt eine Angabe."),
    (re.compile(r"unrecognized arguments: (.+)"), "Unbekannte Angabe: {0}."),
    (
        re.compile(r"argument (?:.+): invalid choice: '?(.*?)'? \(choose from (.+)\)"),
        "„{0}“ gibt es nicht. Möglich sind: {1}.",
    ),
    (re.compile(r"ambiguous option: (\S+) could match (.+)"), "„{0}“ ist nicht eindeutig: {1}."),
)


class Misused(Exception):  # noqa: N818 - an answer to the person, not a defect
    """The command line does not make sense; its text is the German sentence."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with a German heading."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Say Aufruf."""
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")


class Parser(argparse.ArgumentParser):
    """A parser that words its complaints in German and never ends the program by itself."""

    def __init__(
        self,
        prog: str | None = None,
        *,
        description: str | None = None,
        parents: Sequence[argparse.ArgumentParser] = (),
        helps: bool = True,
    ) -> None:
        super().__init__(
            prog,
            description=description,
            parents=list(parents),
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "Angaben"
        self._optionals.title = "Schalter"
        if helps:
            self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        """Raise Misused with a German sentence."""
        raise Misused(f"{_german(message)} Hilfe: {self.prog} --help")


def _german(message: str) -> str:
    for pattern, sentence in _SAID:
        found = pattern.fullmatch(message)
        if found:
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return f"So lässt sich der Befehl nicht lesen: {message}."


def _common() -> Parser:
    """Return the option that every command takes, for the help; line.py reads it, wherever it stands."""
    common = Parser(helps=False)
    common.add_argument("--json", action="store_true", help="ein JSON-Objekt statt Text ausgeben")
    return common


def parser() -> Parser:
    """Return the parser of the whole command line."""
    whole = Parser(
        prog="kalender",
        description="Redaktionskalender für das Rathaus. Ohne Befehl öffnet sich das Fenster mit dem letzten Plan,\n"
        "mit einem Ordner das Fenster mit diesem Plan.",
        parents=[_common()],
    )
    whole.add_argument("--version", action="store_true", help="die Fassung von Kalender nennen")
    commands = whole.add_subparsers(dest="command", title="Befehle", metavar="BEFEHL", prog="kalender")
    common = _common()

    def command(name: str, words: str) -> Parser:
        return commands.add_parser(name, help=words, description=words, parents=[common])

    for group in (_making, _reading, _rescuing, _deciding, _leaving, _counting):
        group(command)
    return whole


Command = Callable[[str, str], Parser]


def _plan(one: Parser) -> Parser:
    one.add_argument("plan", metavar="PLAN", help="Ordner des Plans")
    return one


def _days(one: Parser) -> None:
    one.add_argument("--from", dest="first", metavar="TAG", help="ab diesem Tag, z. B. 2026-12-01")
    one.add_argument("--to", dest="last", metavar="TAG", help="bis zu diesem Tag, z. B. 2026-12-31")


def _post(one: Parser, *, optional: bool = False) -> None:
    words = "Nummer des Beitrags, ihr eindeutiger Anfang oder der genaue Titel"
    one.add_argument("post", metavar="BEITRAG", nargs="?" if optional else None, help=words)


def _making(command: Command) -> None:
    new = _plan(command("new", "Einen neuen Plan anlegen"))
    new.add_argument("--municipality", required=True, metavar="NAME", help="Name der Gemeinde")
    new.add_argument("--state", required=True, metavar="LAND", help="Bundesland, z. B. BW")
    new.add_argument("--form", default="Stadt", metavar="WORT", help="Stadt, Gemeinde, Markt …")
    new.add_argument("--channel", action="extend", nargs="+", default=[], metavar="KANAL", help="facebook …")
    new.add_argument(
        "--person",
        action="extend",
        nargs="+",
        default=[],
        metavar="NAME:ROLLE",
        help="editing, expert, approval",
    )
    bring = _plan(
        command(
            "import",
            "Redaktionspläne (.xlsx .ods .csv), Kalender (.ics), Dokumente (.docx .eml), Bilder und Filme einlesen",
        )
    )
    bring.add_argument(
        "paths", nargs="+", metavar="DATEI_ODER_ORDNER", help="Tabellen, Kalender, Bilder, Ordner davon"
    )
    bring.add_argument(
        "--layer",
        metavar="EBENE",
        help="alle genannten Dateien in diese Ebene einlesen, auch Tabellen mit Tagen",
    )
    bring.add_argument(
        "--kind", metavar="ART", choices=("council", "gazette", "refuse", "election", "other"),
        help="was eine neue Ebene enthält: council, gazette, refuse, election, other",
    )  # fmt: skip
    bring.add_argument(
        "--remove-missing",
        action="store_true",
        help="aus der Ebene entfernen, was nicht mehr in der Datei steht",
    )
    bring.add_argument(
        "--column", action="append", default=[], metavar="ÜBERSCHRIFT=FELD",
        help="was eine Spalte bedeutet, zum Beispiel Wozu=note; sonst wie beim letzten Mal",
    )  # fmt: skip
    on = _plan(command("event", "Veranstaltungen auflisten, anlegen oder mit ihren Beiträgen verschieben"))
    on.add_argument("title", metavar="TITEL", nargs="?", help="die neue oder die, die verschoben wird")
    _days(on)
    on.add_argument("--place", default="", metavar="ORT", help="wo")
    on.add_argument(
        "--chain", default="none", choices=("event", "short", "campaign", "none"),
        help="Beiträge dazu: event Ankündigung bis Rückblick, short, campaign oder none",
    )  # fmt: skip
    on.add_argument("--move", metavar="TAG", help="auf diesen ersten Tag verschieben, ihre Beiträge mit")
    recurring = _plan(
        command("series", "Serien auflisten, einen Beitrag wiederholen, fällige Beiträge anlegen")
    )
    _post(recurring, optional=True)
    recurring.add_argument("--rule", metavar="REGEL", help="wie oft, z. B. FREQ=WEEKLY;BYDAY=TU;COUNT=10")
    recurring.add_argument(
        "--holidays", default="keep", choices=("keep", "skip", "before", "after"),
        help="an Feiertagen: keep trotzdem, skip auslassen, before oder after am Werktag davor oder danach",
    )  # fmt: skip
    recurring.add_argument("--skip", action="append", default=[], metavar="TAG", help="diesen Tag auslassen")
    recurring.add_argument("--top-up", action="store_true", help="fällige Beiträge aller Serien anlegen")
    tongue = _plan(command("sibling", "Denselben Beitrag in anderen Sprachen zeigen, beginnen, abgleichen"))
    _post(tongue)
    verb = tongue.add_mutually_exclusive_group()
    words = "Fassung beginnen, z. B. tr, uk, de-simple oder de-simple-x-leicht"
    verb.add_argument("--language", metavar="SPRACHE", help=words)
    verb.add_argument("--matched", action="store_true", help="er passt wieder zu seinem Original")
    verb.add_argument("--detach", action="store_true", help="vom Original lösen")
    words = "keine neue: BEITRAG ist die Fassung von ORIGINAL in SPRACHE"
    tongue.add_argument("--of", metavar="ORIGINAL", help=words)
    sample = command("sample", "Den Beispielplan Lindenbrunn schreiben")
    sample.add_argument("plan", metavar="ORDNER", help="Ordner, in dem noch kein Plan liegt")


def _reading(command: Command) -> None:
    listing = _plan(command("list", "Beiträge auflisten"))
    _days(listing)
    listing.add_argument(
        "--stage", metavar="STAND", help="idea, draft, in_review, approved, exported, published"
    )
    listing.add_argument("--channel", metavar="KANAL", help="nur Beiträge dieses Kanals")
    _post(_plan(command("show", "Einen Beitrag mit allen Fassungen zeigen")))
    checking = _plan(command("check", "Befunde nennen"))
    _post(checking, optional=True)
    checking.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar="REGEL",
        help="nur Befunde dieser Regel, mehrfach möglich",
    )
    checking.add_argument(
        "--severity",
        action="append",
        default=[],
        choices=["error", "warning", "hint"],
        help="nur was sperrt (error), warnt (warning) oder ein Tipp ist (hint), mehrfach möglich",
    )
    _post(_plan(command("history", "Zeigen, was geschehen ist")), optional=True)
    _plan(command("due", "Nennen, was überfällig ist und welche Fristen heute liegen"))
    agreed = _plan(
        command("consent", "Einwilligungen auflisten, Verwendungen nennen, einen Widerruf eintragen")
    )
    agreed.add_argument("person", metavar="PERSON", nargs="?", help="Name oder Anfang der Nummer; ohne: alle")
    agreed.add_argument(
        "--ending", action="store_true", help="nur die, die in 30 Tagen ablaufen oder abgelaufen sind"
    )
    agreed.add_argument(
        "--revoke",
        metavar="TAG",
        nargs="?",
        const="heute",
        help="den Widerruf eintragen, heute oder an diesem Tag",
    )
    _plan(command("verify", "Den Plan und jedes Bild auf Unversehrtheit prüfen"))


def _rescuing(command: Command) -> None:
    rescue = _plan(command("rescue", "Aus einem beschädigten Plan einen neuen machen"))
    rescue.add_argument("--to", metavar="ORDNER", help="wohin; sonst neben den beschädigten Plan")


def _deciding(command: Command) -> None:
    free = _plan(command("slot", "Den nächsten freien Standardtermin eines Beitrags nennen"))
    _post(free)
    free.add_argument("--take", action="store_true", help="den Beitrag gleich dorthin legen")
    ask = _plan(command("request-review", "Einen Beitrag zur Prüfung geben"))
    _post(ask)
    ask.add_argument("--by", required=True, metavar="PERSON", help="wer um die Prüfung bittet")
    ask.add_argument("--due", metavar="TAG", help="bis wann")
    decide = _plan(command("decide", "Freigeben oder eine Änderung erbitten"))
    _post(decide)
    kind = decide.add_mutually_exclusive_group(required=True)
    kind.add_argument("--approve", action="store_true", help="freigeben")
    kind.add_argument("--change", action="store_true", help="eine Änderung erbitten")
    kind.add_argument("--urgent", metavar="GRUND", help="Eilfreigabe mit Begründung")
    decide.add_argument("--by", required=True, metavar="PERSON", help="wer entscheidet")
    decide.add_argument("--comment", default="", metavar="TEXT", help="Bemerkung, bei --change nötig")
    decide.add_argument("--digest", metavar="PRÜFSUMME", help="nur, wenn der Inhalt noch genau dieser ist")


def _leaving(command: Command) -> None:
    export = _plan(command("export", "Freigegebenes als fertige Pakete ausgeben"))
    export.add_argument("--out", required=True, metavar="ORDNER", help="wohin")
    _days(export)
    export.add_argument(
        "--zip", action="store_true", dest="archive", help="dazu alles in eine ZIP-Datei packen"
    )
    entries = _plan(command("calendar", "Den Plan als Kalenderdatei (.ics) für andere Programme schreiben"))
    entries.add_argument("--out", required=True, metavar="DATEI", help="wohin, z. B. plan.ics")
    _days(entries)
    entries.add_argument("--channel", default="", metavar="KANAL", help="nur Beiträge dieses Kanals")
    sheets = _plan(command("print", "Monate, Wochen oder eine Liste als PDF schreiben"))
    sheets.add_argument("--out", required=True, metavar="DATEI", help="wohin, z. B. Dezember.pdf")
    sheets.add_argument(
        "--view", choices=("month", "week", "list"), default="month", help="month, week oder list"
    )
    _days(sheets)
    sheets.add_argument("--paper", choices=("a4", "a3"), default="a4", help="a4 oder a3")
    sheets.add_argument("--upright", action="store_true", help="hoch statt quer")
    sheets.add_argument("--mono", action="store_true", help="nur Schwarz auf Weiß")
    keep = _plan(command("backup", "Den Plan mit allen Bildern sichern"))
    keep.add_argument("--to", metavar="ORT", help="an diesen Ablageort statt an die üblichen")
    back = command("restore", "Sicherungen auflisten oder den Plan aus einer wiederherstellen")
    back.add_argument(
        "backup", metavar="SICHERUNG", help="eine Sicherung, oder ein Ablageort oder Plan: dann die neueste"
    )
    back.add_argument("--to", metavar="ORDNER", help="Ordner, in dem der Plan liegt oder liegen soll")
    back.add_argument("--list", action="store_true", dest="listing", help="nur auflisten, was es gibt")
    back.add_argument("--preview", action="store_true", help="nur zeigen, was sich ändern würde")
    back.add_argument("--missing-only", action="store_true", help="nur ergänzen, was im Plan fehlt")
    put = _plan(command("archive", "Jahre nennen, ins Archiv legen und für die Akten schreiben"))
    put.add_argument("year", metavar="JAHR", nargs="?", help="dieses Jahr und alle davor ins Archiv legen")
    put.add_argument("--reopen", action="store_true", help="das Jahr stattdessen aus dem Archiv holen")
    put.add_argument("--out", metavar="ORDNER", help="das Jahr außerdem für die Akten hierhin schreiben")
    put.add_argument("--zip", action="store_true", help="die Akten dazu in eine ZIP-Datei packen")
    _plan(command("undo", "Den letzten Schritt zurücknehmen"))
    _plan(command("redo", "Den zurückgenommenen Schritt wieder tun"))


def _counting(command: Command) -> None:
    count = command("count", "Die Länge eines Textes nach der Regel einer Plattform nennen")
    count.add_argument("rule", metavar="REGEL", help=", ".join(RULES))
    count.add_argument(
        "text", metavar="TEXT", nargs="?", default="-", help="der Text; - oder nichts: von der Eingabe"
    )
