# SPDX-License-Identifier: EUPL-1.2
"""The commands on a plan by their names."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from kalender.cli.answers import Answer
from kalender.cli.archiving import archive
from kalender.cli.deciding import decide, request_review
from kalender.cli.intake.importing import import_files
from kalender.cli.leaving import export, redo, undo
from kalender.cli.listing import check, history, list_posts, verify
from kalender.cli.making import new, sample
from kalender.cli.ports import Plans
from kalender.cli.safety.rescuing import rescue
from kalender.cli.showing import show

Command = Callable[[Namespace, Plans], Answer]


def _backup(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.safety.backing import backup

    return backup(given, plans)


def _restore(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.safety.backing import restore

    return restore(given, plans)


def _calendar(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.handing import calendar

    return calendar(given, plans)


def _print(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.handing import print_sheets

    return print_sheets(given, plans)


def _series(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.chains.series import series

    return series(given, plans)


def _sibling(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.chains.siblings import sibling

    return sibling(given, plans)


def _due(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.pace.asking import due

    return due(given, plans)


def _slot(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.pace.asking import slot

    return slot(given, plans)


def _event(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.chains.events import event

    return event(given, plans)


def _consent(given: Namespace, plans: Plans) -> Answer:
    from kalender.cli.rights.consents import consent

    return consent(given, plans)


_COMMANDS: dict[str, Command] = {
    "new": new,
    "sample": sample,
    "import": import_files,
    "list": list_posts,
    "show": show,
    "check": check,
    "history": history,
    "sibling": _sibling,
    "due": _due,
    "slot": _slot,
    "verify": verify,
    "consent": _consent,
    "rescue": rescue,
    "request-review": request_review,
    "decide": decide,
    "export": export,
    "calendar": _calendar,
    "print": _print,
    "backup": _backup,
    "restore": _restore,
    "archive": archive,
    "series": _series,
    "event": _event,
    "undo": undo,
    "redo": redo,
}


def command(name: str) -> Command:
    """Return what runs a command."""
    return _COMMANDS[name]
