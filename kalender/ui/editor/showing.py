# SPDX-License-Identifier: EUPL-1.2
"""Shows a post in all parts of the editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kalender.domain.content import Surroundings
from kalender.domain.format import Format
from kalender.domain.post import Post
from kalender.domain.stage import Flag
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.editor import states
from kalender.ui.editor.strip.showing import tiles_of
from kalender.ui.editor.text.tabs import BASE
from kalender.ui.widgets.preview.making import ImageOf
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.terms import look
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage


class Showing:
    """around: what the post in front refers to, as it was when it was shown last."""

    def __init__(self, page: EditorPage, posts: Posts, plan: PlanView, image_of: ImageOf) -> None:
        self._page = page
        self._posts, self._plan, self._image_of = posts, plan, image_of
        self.around = Surroundings()
        page.looking.profile_wanted.connect(self.show_profile)

    def show_profile(self) -> None:
        """Show the post in the profile of the channel in front, beside its neighbours."""
        from kalender.ui.widgets.preview.grid import profile_sheet

        page = self._page
        version = page.session.post.version(page.key)
        if version is not None:
            profile_sheet(
                page._theme,  # noqa: SLF001 - the page's own part
                page,
                self._posts,
                self._plan,
                self._image_of,
                version.id,
                lambda: (page.session.post, self.around),
                page.open_post.emit,
            ).open()

    def show_post(self) -> None:
        """Show the post as it is now, in the header, the tabs, the text, the pictures, the fields and the comments."""
        page = self._page
        post = page.session.post
        self.around = self._plan.around(post)
        card = self._posts.card(post.id)
        people = self._plan.people
        page.header.show_people(people, post.responsible)
        page.header.show_post(
            post.title, look(card.stage, card.flags), card.stage, post.planned, post.responsible
        )
        page.banners.show_card(
            card,
            post,
            page.name_of,
            compare=lambda: page.review_wanted.emit(post.id),
            release=page.verbs.release,
            take_out=lambda: page.archive_left.emit(post.id),
        )
        for part in (page.column, page.header):
            part.lock(locked=Flag.ARCHIVED in card.flags)
        page.family.show()
        page.column.tabs.show_tabs(states.tab_looks(post, page.marks, page.found))
        self.show_text(post)
        self.show_album()
        page.column.fields.show_topics(self._plan.topics)
        page.fields.show(post, post.version(page.key))
        self.show_talk(post)

    def show_talk(self, post: Post) -> None:
        """Show the conversation as the acting person reads it."""
        people = {item.id: item for item in self._plan.people}
        reader = Reader(people=people, me=self._page.acting, now=self._posts.now())
        self._page.comments.show_comments(post.comments, reader)

    def show_text(self, post: Post) -> None:
        """Show the text of the tab in front, and what it overrides."""
        page, marks = self._page, self._page.marks
        version = post.version(page.key)
        column = page.column
        column.box.area.show_text(post.text if version is None else post.text_for(version))
        name = marks[page.key].label if page.key in marks else tr("Basistext")
        column.box.area.setAccessibleName(tr("Text, {channel}").format(channel=name))
        if version is None:
            shown = [item for item in post.versions if item.id in marks]
            column.state.show_base(
                [marks[item.id].short for item in shown if item.text is None],
                [marks[item.id].short for item in shown if item.text is not None],
            )
        else:
            own, rest = states.overridden(version)
            column.state.show_version(own, rest, text=version.text is not None)

    def show_album(self) -> None:
        """Show the pictures of the tab in front."""
        page = self._page
        post = page.session.post
        version = post.version(page.key)
        limit = min((item.alt_limit for item in self._formats(post) if item.alt_limit), default=0)
        tiles, texts = tiles_of(
            post, version, self.around, self._image_of, page.theme, page.devicePixelRatioF(), limit
        )
        most = states.most_pictures(post, page.key, self.around)
        own = version is not None and version.order is not None
        page.column.album.show_pictures(tiles, texts, most=most, hideable=version is not None, own_order=own)

    def _formats(self, post: Post) -> Sequence[Format]:
        versions = [item for item in post.versions if self._page.key in {BASE, item.id}]
        return [item for version in versions for item in self.around.formats_for(version)]
