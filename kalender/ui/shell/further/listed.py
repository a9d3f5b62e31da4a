# SPDX-License-Identifier: EUPL-1.2
"""The pages that menus open, as data; a page is imported and built at its first visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from kalender.domain.frozen import frozen, ordered
from kalender.services.acting.changes import Changes

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


STORY = "story"
"""The page of the earlier states of one post."""


class Hearing(Protocol):
    """What a page does with changes: the one in front hears each, the others read again when they come back."""

    def changed(self, changes: Changes, /) -> None:
        """Show what changed."""

    def reload(self) -> None:
        """Read everything again."""


@runtime_checkable
class OpensPost(Protocol):
    """A page about one post."""

    def open(self, post: str, field: str = "", /) -> None:
        """Show a post by id, or one field of it; raises Refused NOT_FOUND."""


@ordered
class Built:
    """A page and who hears for it; mostly the same object."""

    page: QWidget
    hears: Hearing


@frozen
class FurtherPage:
    """A page behind a menu entry. action: key in commands/actions.py; label: short enough for the rail.

    foot: it stands at the foot of the navigation too, in the rail under its short name.
    """

    action: str
    label: str
    icon: str
    build: Callable[[Workplace], Built]
    foot: bool = False
    short: str = ""


def _settings(work: Workplace) -> Built:
    from kalender.ui.shell.further.preferences import build

    return build(work)


def _timeline(work: Workplace) -> Built:
    from kalender.ui.shell.further.timeline import build

    return build(work)


def _story(work: Workplace) -> Built:
    from kalender.ui.shell.further.story import build

    return build(work)


def _trash(work: Workplace) -> Built:
    from kalender.ui.shell.further.trash import build

    return build(work)


def _backups(work: Workplace) -> Built:
    from kalender.ui.shell.further.backups import build

    return build(work)


def _archive(work: Workplace) -> Built:
    from kalender.ui.shell.further.archive import build

    return build(work)


def _chains(work: Workplace) -> Built:
    from kalender.ui.shell.further.chains import build

    return build(work)


CHAINS = "chains"
"""The page of series and events."""


def _dues(work: Workplace) -> Built:
    from kalender.ui.shell.further.dues import build

    return build(work)


def _mentions(work: Workplace) -> Built:
    from kalender.ui.shell.talk.mentions import build

    return build(work)


def _consents(work: Workplace) -> Built:
    from kalender.ui.shell.further.consents import build

    return build(work)


def _templates(work: Workplace) -> Built:
    from kalender.ui.shell.stock.page import build

    return build(work)


def _checks(work: Workplace) -> Built:
    from kalender.ui.shell.checking.build import build

    return build(work)


PAGES: dict[str, FurtherPage] = {
    "settings": FurtherPage(
        action="app.settings",
        label="Einstellungen",
        icon="ri.settings-3-line",
        build=_settings,
        foot=True,
        short="Optionen",
    ),
    "backups": FurtherPage(action="file.backups", label="Sicherungen", icon="ri.safe-2-line", build=_backups),
    "timeline": FurtherPage(
        action="tools.history", label="Was ist passiert?", icon="ri.history-line", build=_timeline
    ),
    STORY: FurtherPage(action="post.history", label="Frühere Stände", icon="ri.history-line", build=_story),
    CHAINS: FurtherPage(action="tools.chains", label="Serien", icon="ri.repeat-line", build=_chains),
    "dues": FurtherPage(action="tools.dues", label="Fällig", icon="ri.timer-line", build=_dues),
    "mentions": FurtherPage(action="tools.mentions", label="An mich", icon="ri.chat-3-line", build=_mentions),
    "checks": FurtherPage(action="tools.check", label="Alle Prüfungen", icon="ri.list-check", build=_checks),
    "consents": FurtherPage(
        action="tools.consents", label="Einwilligungen", icon="ri.user-line", build=_consents
    ),
    "templates": FurtherPage(
        action="tools.templates", label="Vorlagen", icon="ri.file-copy-2-line", build=_templates
    ),
    "archive": FurtherPage(action="tools.archive", label="Archiv", icon="ri.archive-line", build=_archive),
    "trash": FurtherPage(action="tools.trash", label="Papierkorb", icon="ri.delete-bin-line", build=_trash),
}
"""By key of the page. `build` imports its module late: def _trash(work): from …further.trash import build; return build(work)"""
