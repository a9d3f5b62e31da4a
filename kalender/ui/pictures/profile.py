# SPDX-License-Identifier: EUPL-1.2
"""The way from the crop page into the profile of Instagram, with the crops as they are being decided."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kalender.domain.content import Surroundings
from kalender.domain.post import Post
from kalender.services.pace.feed import PROFILED
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.pictures.crop.bars import ToolBar
from kalender.ui.pictures.crop.draft import CropDraft, Frame
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.preview.making import ImageOf


class InProfile(QObject):
    """Opens the profile from the tool bar where the shape in front goes to Instagram."""

    def __init__(
        self, theme: Theme, page: QWidget, tools: ToolBar, posts: Posts, plan: PlanView, image_of: ImageOf
    ) -> None:
        super().__init__()
        self._theme, self._page, self._tools = theme, page, tools
        self._posts, self._plan, self._image_of = posts, plan, image_of
        self._draft: CropDraft | None = None
        self._channel = ""
        tools.profile.clicked.connect(self.open)

    def show(self, draft: CropDraft | None, frame: Frame | None) -> None:
        """Offer it where the shape goes to Instagram."""
        self._draft = draft
        channels = {item.id: item.platform for item in self._plan.channels}
        wanted = [name for name in frame.channels if channels.get(name) == PROFILED] if frame else []
        self._channel = wanted[0] if wanted else ""
        self._tools.profile.setVisible(bool(self._channel))

    def open(self) -> None:
        """Show the profile."""
        from kalender.ui.widgets.preview.grid import profile_sheet

        if self._draft is not None and self._channel:
            profile_sheet(
                self._theme,
                self._page,
                self._posts,
                self._plan,
                self._image_of,
                self._channel,
                self._as_decided,
            ).open()

    def _as_decided(self) -> tuple[Post, Surroundings]:
        assert self._draft is not None
        return self._draft.as_decided()
