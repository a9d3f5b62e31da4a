# SPDX-License-Identifier: EUPL-1.2
"""Runs the checks on the post as typed, and shows what was found, what was passed and what was left as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kalender.domain.post import LeftAsIs
from kalender.domain.refusal import Refused
from kalender.domain.rules.checks import Finding, Severity
from kalender.ui.editor.side.notices import belongs, left_notices, notices_of, remedies_of
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.services.checking.desk import RuleDesk
    from kalender.services.checks import Checks
    from kalender.services.plan_view import PlanView
    from kalender.ui.editor.page import EditorPage


class Judging:
    """found: what stands; left: what somebody left as it is. rules: builds the verbs on rules; without it nothing is left."""

    def __init__(
        self,
        page: EditorPage,
        theme: Theme,
        checks: Checks,
        plan: PlanView,
        rules: Callable[[], RuleDesk] | None,
    ) -> None:
        self._page, self._theme, self._plan = page, theme, plan
        self._checks = checks
        self._rules = rules
        self.found: list[Finding] = []
        self.left: list[tuple[Finding, LeftAsIs]] = []

    def run(self) -> bool:
        """Check the post as typed; tell whether the plan could be read."""
        page, post = self._page, self._page.session.post
        try:
            checked = self._checks.checked(post)
            self.found, self.left = list(checked.findings), list(checked.left)
            if page.spelling is not None:
                self.found += page.spelling.findings(post)
        except Refused:
            return False
        return True

    def show(self) -> None:
        """Show the findings of the tab in front."""
        page, post = self._page, self._page.session.post
        found = [item for item in self.found if belongs(item, page.key, post)]
        notices, passed = notices_of(
            found, page.marks, lambda item: remedies_of(item, page), self._way_aside, self._checks.book
        )
        left = [(item, said) for item, said in self.left if belongs(item, page.key, post)]
        page.findings.show_notices(notices, passed, left_notices(left, self._name, self._back))

    def _name(self, person: str) -> str:
        found = self._plan.person(person)
        return found.name if found is not None else tr("Jemand")

    def _way_aside(self, finding: Finding) -> Callable[[], object] | None:
        """Return what leaves a finding as it is, or None where the plan does not allow it."""
        from kalender.services.language.spelling import RULE

        if self._rules is None or finding.rule == RULE:
            return None
        if not self._checks.book.may_be_left(finding.rule, finding.severity):
            return None
        return lambda: self._ask(finding)

    def _ask(self, finding: Finding) -> None:
        from kalender.ui.editor.side.leaving import LeaveDialog

        def leave(reason: str) -> None:
            if self._rules is not None:
                leaving = self._rules().leaving
                self._page.session.do(lambda: leaving.leave(finding, reason))
                self._page.check()

        must = finding.severity is Severity.ERROR
        LeaveDialog(self._theme, self._page.window(), finding, must=must, done=leave).open()

    def _back(self, place: str) -> None:
        if self._rules is not None:
            leaving, post = self._rules().leaving, self._page.session.id
            self._page.session.do(lambda: leaving.show_again(post, place))
            self._page.check()
