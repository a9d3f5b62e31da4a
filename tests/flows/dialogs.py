# SPDX-License-Identifier: EUPL-1.2
"""Every dialog of the product, each with a way to open it over the window of the sample plan."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QPushButton

from kalender.domain.days.entries import LayerKind, OwnLayer
from kalender.domain.rights.consent import Consent
from kalender.domain.rules.finding import Finding, Severity
from kalender.domain.templates.template import Block, Template
from kalender.media.kinds import Unreadable
from kalender.services.pictures import PictureReport, RefusedPicture
from kalender.services.siblings.siblings import Change
from kalender.services.verifying import Examination, Trouble
from kalender.ui.shell.workplace import Workplace
from kalender.ui.widgets.picking.questions import Question
from tests.exchange.letters import docx, p
from tests.flows.sitting import Sitting

D = TypeVar("D", bound=QDialog)

DAY = date(2026, 12, 12)
LONG = (
    "Das Bürgerbüro, die Stadtkasse und das Standesamt bleiben an diesem Tag bis 12 Uhr geschlossen. "
    "Bitte nutzen Sie den Briefkasten am Eingang, er wird jeden Abend geleert."
)


def front(sitting: Sitting) -> QDialog:
    """Return the dialog that has just opened."""
    found = [item for item in sitting.window.findChildren(QDialog) if item.isVisible()]
    assert len(found) == 1, [type(item).__name__ for item in found]
    return found[0]


def work(sitting: Sitting) -> Workplace:
    assert sitting.desktop.place is not None
    return sitting.desktop.place


def _event(sitting: Sitting) -> str:
    events = sitting.house.events
    return events.add("Lichterfest", DAY, DAY, place="Marktplatz")


def _series(sitting: Sitting) -> str:
    """Make a series and return its first post."""
    house = sitting.house
    post = house.posts.create("Wochenmarkt", planned=datetime(2026, 12, 8, 17), channels=["facebook"])
    house.series.add(post, "FREQ=WEEKLY;COUNT=4")
    return post


def _post(sitting: Sitting) -> str:
    """Return a post with pictures and an own text on a channel."""
    return sitting.post("Vorlesen in der Bücherei").id


def _consent(sitting: Sitting) -> str:
    house = sitting.house
    picture = house.pictures.all()[0].id
    made = Consent(id="", name="Annegret Hohenstein-Wackernagel", given=date(2026, 1, 5))
    return house.consents.add(made, [picture])


def _told(sitting: Sitting) -> None:
    from kalender.ui.widgets.feedback.dialog import tell

    tell(
        sitting.desktop.theme,
        sitting.window,
        title="Der Export konnte nicht gespeichert werden",
        why="Auf dem Laufwerk R: ist kein Platz mehr (frei: 12 MB, nötig: 48 MB).",
        now="Schaffen Sie Platz oder wählen Sie einen anderen Ordner. Ihre Beiträge sind unverändert.",
        details="OSError: [Errno 28] No space left on device",
        choices=(("Anderen Ordner wählen …", lambda: None),),
    )


def _confirm(sitting: Sitting) -> None:
    from kalender.ui.widgets.feedback.dialog import confirm

    confirm(
        sitting.desktop.theme,
        sitting.window,
        title="Kanal „Facebook“ endgültig löschen?",
        why=LONG,
        yes="Endgültig löschen",
        done=lambda: None,
        danger=True,
    )


def _compare(sitting: Sitting) -> None:
    from kalender.ui.editor.side.comparing import compare_sheet

    compare_sheet(
        sitting.desktop.theme, sitting.window, "Facebook", LONG, LONG + " Danke!", lambda: None
    ).open()


def _sibling(sitting: Sitting) -> None:
    from kalender.ui.editor.siblings.comparing import change_sheet

    post = sitting.house.posts.get(_post(sitting))
    change = Change(at=datetime(2026, 12, 1, 9), then=None, now=post)
    change_sheet(sitting.desktop.theme, sitting.window, change, {}, lambda: None).open()


def _leave(sitting: Sitting) -> None:
    from kalender.ui.editor.side.leaving import LeaveDialog

    finding = Finding(rule="channel.missing", severity=Severity.ERROR, post=_post(sitting))
    LeaveDialog(sitting.desktop.theme, sitting.window, finding, must=True, done=lambda _reason: None).open()


def _refused(sitting: Sitting) -> None:
    from kalender.ui.pictures.library.report import report_sheet

    refused = tuple(
        RefusedPicture(path=Path(f"IMG_{n}.jpg"), why=Unreadable.EMPTY, facts={}) for n in range(12)
    )
    report = PictureReport(added=(), duplicates=(), refused=refused)
    report_sheet(sitting.desktop.theme, sitting.window, report).open()


def _consents(sitting: Sitting) -> None:
    from kalender.ui.pictures.library.consents import ConsentChooser

    _consent(sitting)
    ConsentChooser(
        sitting.desktop.theme,
        sitting.window,
        consents=sitting.house.consents,
        chosen=(),
        done=lambda _ids: None,
    ).open()


def _pins(sitting: Sitting) -> None:
    from kalender.ui.pictures.people.dialog import PinsDialog

    house, consent = sitting.house, _consent(sitting)
    PinsDialog(
        sitting.desktop.theme,
        sitting.window,
        picture=house.pictures.all()[0],
        consents=[house.consents.get(consent)],
        image=lambda: QImage(900, 600, QImage.Format.Format_RGB32),
        done=lambda _spots: None,
        open_consent=lambda _id: None,
    ).open()


def _checked(sitting: Sitting, *troubles: Trouble) -> None:
    from kalender.ui.shell.verifying import CheckResult

    found = Examination(changesets=12, posts=3, pictures=2, bytes=1000, troubles=troubles, strays=("a.jpg",))
    CheckResult(sitting.desktop.theme, sitting.window, found, mend=lambda: None).open()


def _view(sitting: Sitting) -> None:
    from kalender.ui.shell.views.asking import NameDialog

    NameDialog(
        sitting.desktop.theme,
        sitting.window,
        title="Ansicht umbenennen",
        verb="Umbenennen",
        name="Diese Woche",
        do=lambda _name: "",
    ).open()


def _choose_pictures(sitting: Sitting) -> None:
    work(sitting).visits._choose_pictures(_post(sitting))


def _form(sitting: Sitting, kind: str) -> None:
    from kalender.ui.shell.stock.page import form

    form(work(sitting), kind, "").open()


def _lists(sitting: Sitting) -> None:
    from kalender.ui.shell.stock.page import lists

    lists(work(sitting)).open()


def _enter(sitting: Sitting) -> None:
    from kalender.ui.shell.further.consents import enter

    enter(work(sitting), _consent(sitting)).open()


def _uses(sitting: Sitting, *, revoking: bool) -> None:
    from kalender.ui.shell.further.consents import show_uses

    show_uses(work(sitting), _consent(sitting), revoking=revoking).open()


def _reason(sitting: Sitting) -> None:
    from kalender.ui.preferences.rules.dialog import ReasonDialog

    ReasonDialog(sitting.desktop.theme, sitting.window, "Text ist zu lang", LONG, lambda _reason: None).open()


def _layer(sitting: Sitting) -> None:
    from kalender.ui.calendar.popovers.layer_sheet import LayerSheet

    layer = OwnLayer(id="l", name="Landtagswahl", kind=LayerKind.ELECTION, quiet=42)
    LayerSheet(sitting.desktop.theme, layer, sitting.window).open()


def _calendar_file(sitting: Sitting) -> None:
    path = sitting.home / "Müllabfuhr Bezirk Nord und Teilorte.ics"
    entries = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:Restmüll\r\nDTSTART;VALUE=DATE:202612{n:02}\r\nEND:VEVENT\r\n"
        for n in range(1, 20)
    )
    path.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{entries}END:VCALENDAR\r\n", encoding="utf-8")
    work(sitting).layer_desk.read(path)


def _document(sitting: Sitting) -> None:
    path = sitting.home / "Lesung.docx"
    path.write_bytes(docx(p("Lesung im Advent", "Title") + "".join(p(LONG) for _ in range(6))))
    work(sitting).letters.desk.take([path])


def _pick(sitting: Sitting) -> None:
    sitting.menu("new.template")


def _questions(sitting: Sitting) -> None:
    from kalender.ui.widgets.picking.questions import Questions

    Questions(
        sitting.desktop.theme,
        sitting.window,
        title="Straßensperrung",
        note="Was Sie hier nennen, steht im Text. Leere Lücken bleiben stehen.",
        questions=[
            Question(name="Straße"),
            Question(name="von Tag", answer="12. Dezember"),
            Question(name="bis Tag"),
            Question(name="Grund", choices=("Bauarbeiten", "Fest")),
            Question(name="Umleitung"),
        ],
        verb="Anlegen",
        done=lambda _answers: None,
        preview=lambda _answers: LONG,
    ).open()


def _profile(sitting: Sitting) -> None:
    from kalender.ui.widgets.preview.grid import ProfileSheet

    ProfileSheet(sitting.desktop.theme, sitting.window, "Instagram", list).open()


def _about(sitting: Sitting) -> None:
    from kalender.ui.shell.help.about import about

    about(sitting.desktop.theme, sitting.window)


def _unsaved(sitting: Sitting) -> None:
    work(sitting).unsaved.ask_leave(lambda: None)


def _tile(sitting: Sitting) -> None:
    from kalender.ui.tiles.dialog import TileDialog

    tiles = sitting.house.tiles
    TileDialog(
        sitting.desktop.theme,
        sitting.window,
        tiles=tiles,
        jobs=sitting.jobs,
        tile=tiles.begin(tiles.templates[0].id),
        choose_back=lambda _then: None,
    ).open()


def _chains(sitting: Sitting, verb: str, made: Callable[[Sitting], str]) -> None:
    getattr(work(sitting).visits.chains, verb)(made(sitting))


def _events(sitting: Sitting, verb: str) -> None:
    getattr(work(sitting).visits.chains.events, verb)(_event(sitting))


def _series_of(sitting: Sitting) -> str:
    return sitting.house.posts.get(_series(sitting)).series


OPEN: dict[str, Callable[[Sitting], object]] = {
    "message": _told,
    "confirmation": _confirm,
    "own text of a channel": _compare,
    "original of a sibling": _sibling,
    "finding left (LeaveDialog)": _leave,
    "pictures refused": _refused,
    "ConsentChooser": _consents,
    "PinsDialog": _pins,
    "CheckResult, well": _checked,
    "CheckResult, damaged": lambda sitting: _checked(
        sitting, *(Trouble(kind="rows", where=f"posts: {number}") for number in range(3))
    ),
    "NameDialog": _view,
    "PictureChooser": _choose_pictures,
    "KeySheet": lambda sitting: sitting.menu("help.keys"),
    "PaperDialog": lambda sitting: sitting.menu("file.print"),
    "TickDialog": lambda sitting: work(sitting).visits.tick_off([_post(sitting)]),
    "reason for holding": lambda sitting: work(sitting).visits.hold([_post(sitting)]),
    "TemplateForm": lambda sitting: _form(sitting, Template.KIND),
    "BlockForm": lambda sitting: _form(sitting, Block.KIND),
    "ListsForm": _lists,
    "ConsentDialog": _enter,
    "UsesDialog": lambda sitting: _uses(sitting, revoking=False),
    "UsesDialog, revoking": lambda sitting: _uses(sitting, revoking=True),
    "ReasonDialog": _reason,
    "LayerSheet": _layer,
    "CalendarPanel": _calendar_file,
    "ImportPanel": lambda sitting: sitting.desktop.show_intake(),
    "DocumentSheet": _document,
    "PickSheet": _pick,
    "Questions": _questions,
    "ProfileSheet": _profile,
    "about": _about,
    "text not saved": _unsaved,
    "TileDialog": _tile,
    "EventDialog, new": lambda sitting: work(sitting).visits.chains.events.new(DAY),
    "EventDialog": lambda sitting: _events(sitting, "edit"),
    "DayDialog, event": lambda sitting: _events(sitting, "shift"),
    "DropDialog": lambda sitting: _events(sitting, "drop"),
    "SeriesDialog, new": lambda sitting: _chains(sitting, "repeat", _post),
    "SeriesDialog": lambda sitting: _chains(sitting, "rule", _series_of),
    "DayDialog, series": lambda sitting: _chains(sitting, "end", _series_of),
    "SpreadDialog": lambda sitting: _chains(sitting, "spread", _series),
    "DeleteDialog": lambda sitting: _chains(sitting, "delete", _series),
}
"""By what they are called; a class of its own is named as such."""


def foot(dialog: QDialog) -> list[QPushButton]:
    """Return the buttons at the foot, from left to right."""
    layout = getattr(dialog, "buttons", None)
    assert layout is not None, type(dialog).__name__
    found = [layout.itemAt(place).widget() for place in range(layout.count())]
    return [item for item in found if isinstance(item, QPushButton) and item.isVisible()]
