# SPDX-License-Identifier: EUPL-1.2
"""However people write, crop, move, approve, undo, merge, restore and swap files: no stale approval is honoured, none lapses without need.

KALENDER_HYPOTHESIS=full python -m pytest tests/services/test_approval_machine.py -n 0     # 2,000 runs of 80 steps
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from kalender.app.founding import create_plan
from kalender.app.house import House, open_house
from kalender.domain.content import canonical, manifest, times
from kalender.domain.crop import Crop, Focus
from kalender.domain.picture import Licence
from kalender.domain.plan import Municipality
from kalender.domain.post import DecisionKind, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage
from kalender.jobs.pool import InlineWorker
from kalender.services.backups.backups import Backups
from kalender.services.backups.places import Places
from kalender.services.clock import FixedClock
from kalender.store.backup.info import BackupInfo, Reason
from tests.ui.room import CHANNELS, NOW, PEOPLE, a_photo

TEXTS = ("Der Markt ist eröffnet.", "Der Markt, ist eröffnet.", "Heute öffnet der Markt.")
APPROVED = {Stage.APPROVED, Stage.EXPORTED}
EDITORS = st.sampled_from(["katrin", "ines"])
HOUSES = st.sampled_from([0, 1])


MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where syncing to the disk costs nothing; what survives a power cut is tested elsewhere."""


@cache
def the_plan() -> tuple[Path, str, str, str]:
    """Write the plan that every run begins with; return its folder and the ids of post, picture and attachment."""
    base = Path(tempfile.mkdtemp(prefix="kalender-approval-", dir=MEMORY))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    numbers = count(1)
    house = create_plan(
        base / "plan", Municipality(name="Lindenbrunn"), CHANNELS[:2], PEOPLE, worker=InlineWorker(),
        clock=FixedClock(NOW), cache=base / "cache", allow_synced=True, make_id=lambda: f"id{next(numbers)}",
    )  # fmt: skip
    house.desk.acting_as("katrin")
    picture = house.pictures.import_files([a_photo(base)]).added[0]
    house.pictures.set_fields(picture, alt="Marktplatz im Schnee", credit="Stadt", licence=Licence.OWN)
    post = house.posts.create("Markt", planned=datetime(2026, 12, 11, 15), text=TEXTS[0])
    (attachment,) = house.editing.attach(post, [picture])
    house.close()
    return base / "plan", post, picture, attachment


class Approvals(RuleBasedStateMachine):
    """Two laptops with one plan. The oracle keeps what each approver was shown: the content as it was rendered."""

    sheets: Bundle[tuple[int, str, str]] = Bundle("sheets")

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="kalender-approval-", dir=MEMORY))
        self.clock = FixedClock(NOW)
        numbers = count(1000)
        self.houses: list[House] = []
        self.shown: dict[str, str] = {}
        self.swapped = [False, False]
        self.make_id = lambda: f"id{next(numbers):05}"

    @initialize()
    def begin(self) -> None:
        """A dated post on two channels with a picture, approved, on both laptops."""
        template, self.post, self.picture, self.attachment = the_plan()
        for name in ("one", "two"):
            shutil.copytree(template, self.base / name)
        self.houses = [self._open("one"), self._open("two")]
        self._here(0, "katrin").reviews.request(self.post)
        self.approve_what_was_shown((0, *self._look(0)), urgent="")
        self.exchange(0)
        assert all(house.posts.card(self.post).stage is Stage.APPROVED for house in self.houses)
        found = self.houses[0].pictures.get(self.picture)
        self.original = (found.sha256, found.suffix)
        self.backups: list[BackupInfo] = []

    def _open(self, name: str) -> House:
        return open_house(
            self.base / name, worker=InlineWorker(), clock=self.clock, cache=self.base / "cache", allow_synced=True,
            make_id=self.make_id,
        )  # fmt: skip

    def teardown(self) -> None:
        for house in self.houses:
            house.close()
        shutil.rmtree(self.base, ignore_errors=True)

    def _here(self, number: int, person: str) -> House:
        house = self.houses[number]
        house.desk.acting_as(person)
        if house.store.card(self.post) is None:  # an undo has taken the post itself back
            with house.desk.action("post.restored") as act:
                act.restore(f"post/{self.post}")
        self.clock.set(self.clock.local("Europe/Berlin") + timedelta(seconds=40))
        return house

    def _content(self, house: House, post: Post) -> str:
        return canonical(manifest(post, house.plan.around(post)))

    @rule(number=HOUSES, who=EDITORS, text=st.sampled_from(TEXTS))
    def write(self, number: int, who: str, text: str) -> None:
        self._here(number, who).editing.set_text(self.post, text)

    @rule(number=HOUSES, text=st.sampled_from([*TEXTS, None]))
    def write_own_version(self, number: int, text: str | None) -> None:
        house = self._here(number, "katrin")
        if house.posts.get(self.post).version("instagram") is not None:
            house.editing.set_version_fields(self.post, "instagram", text=text)

    @rule(number=HOUSES, both=st.booleans())
    def choose_channels(self, number: int, both: bool) -> None:
        chosen = ["facebook", "instagram"] if both else ["facebook"]
        self._here(number, "katrin").editing.set_channels(self.post, chosen)

    @rule(number=HOUSES, x=st.sampled_from([0, 300, 500]))
    def set_focus(self, number: int, x: int) -> None:
        self._here(number, "katrin").pictures.set_focus(self.picture, Focus(x=x, y=500))

    @rule(number=HOUSES, own=st.booleans())
    def crop(self, number: int, own: bool) -> None:
        crop = Crop(x=10, y=0, w=533, h=1000) if own else None
        self._here(number, "katrin").editing.set_crop(
            self.post, "facebook", self.attachment, "facebook.post", crop
        )

    @rule(number=HOUSES, alt=st.sampled_from([None, "Buden im Schnee"]))
    def describe(self, number: int, alt: str | None) -> None:
        self._here(number, "katrin").editing.set_alt(self.post, self.attachment, alt)

    @rule(number=HOUSES, days=st.sampled_from([-20, -3, -1, 1, 4, 30]))
    def shift(self, number: int, days: int) -> None:
        self._here(number, "katrin").posts.shift([self.post], days)

    @rule(number=HOUSES)
    def put_back_and_out_again(self, number: int) -> None:
        house = self._here(number, "katrin")
        planned = house.posts.get(self.post).planned
        house.posts.to_backlog([self.post])
        assert house.posts.card(self.post).stage not in APPROVED
        house.posts.move_to([self.post], planned or datetime(2026, 12, 11, 15))

    @rule(number=HOUSES, words=st.sampled_from(["", "intern"]))
    def what_is_not_covered(self, number: int, words: str) -> None:
        house = self._here(number, "katrin")
        before = house.posts.card(self.post)
        house.editing.set_fields(self.post, note=words, topic=words)
        house.posts.rename(self.post, f"Markt {words}")
        house.editing.set_text(self.post, house.posts.get(self.post).text)
        after = house.posts.card(self.post)
        assert (before.stage, before.digest) == (after.stage, after.digest)

    @rule(number=HOUSES)
    def ask(self, number: int) -> None:
        house = self._here(number, "katrin")
        refusal = house.reviews.why_not_request(self.post)
        said = _refused(lambda: house.reviews.request(self.post))
        assert said == (refusal.kind if refusal else None)
        if said is None:
            assert house.posts.card(self.post).stage is Stage.IN_REVIEW

    @rule(target=sheets, number=HOUSES)
    def look(self, number: int) -> tuple[int, str, str]:
        return (number, *self._look(number))

    def _look(self, number: int) -> tuple[str, str]:
        sheet = self._here(number, "ines").reviews.sheet(self.post)
        return sheet.digest, canonical(sheet.content)

    @rule(sheet=sheets, urgent=st.sampled_from(["", "Unwetter"]))
    def approve_what_was_shown(self, sheet: tuple[int, str, str], urgent: str) -> None:
        number, digest, content = sheet
        house = self._here(number, "ines")
        now = self._content(house, house.posts.get(self.post))
        before = {item.id for item in house.posts.get(self.post).decisions}
        said = _refused(lambda: house.reviews.approve(self.post, digest, urgent=urgent))
        new = {item.id for item in house.posts.get(self.post).decisions} - before
        if now != content:
            assert said is RefusalKind.CONTENT_CHANGED
        assert len(new) == (1 if said is None else 0)
        self.shown |= dict.fromkeys(new, content)

    @rule(sheet=sheets)
    def ask_for_a_change_of_what_was_shown(self, sheet: tuple[int, str, str]) -> None:
        number, digest, _content = sheet
        self._ask_for_a_change(self._here(number, "ines"), digest)

    @rule(number=HOUSES)
    def ask_for_a_change(self, number: int) -> None:
        digest, _content = self._look(number)
        self._ask_for_a_change(self.houses[number], digest)

    def _ask_for_a_change(self, house: House, digest: str) -> None:
        if _refused(lambda: house.reviews.ask_change(self.post, digest, "Bitte kürzer.")) is None:
            assert house.posts.card(self.post).stage not in APPROVED

    @rule(number=HOUSES)
    def undo(self, number: int) -> None:
        self._here(number, "katrin").desk.undo()

    @rule(number=HOUSES)
    def redo(self, number: int) -> None:
        self._here(number, "katrin").desk.redo()

    @rule(number=HOUSES, reason=st.sampled_from(["", "Trauerfall"]))
    def hold(self, number: int, reason: str) -> None:
        posts = self._here(number, "katrin").posts
        if reason:
            posts.hold([self.post], reason)
        else:
            posts.release([self.post])

    @rule(number=HOUSES)
    def delete_and_bring_back(self, number: int) -> None:
        house = self._here(number, "katrin")
        before = house.posts.card(self.post)
        house.posts.delete([self.post])
        with house.desk.action("post.restored") as act:
            act.restore(f"post/{self.post}")
        assert house.posts.card(self.post).stage is before.stage

    @rule(number=HOUSES)
    def exchange(self, number: int) -> None:
        giver, taker = self.houses[number], self.houses[1 - number]
        taker.desk.apply(body for _id, body in giver.store.share())

    def _file(self, number: int) -> Path:
        return self.houses[number].pictures.shelf.path(*self.original)

    @rule(number=HOUSES, how=st.sampled_from(["flipped", "emptied", "removed", "another"]))
    def swap_the_file_of_the_picture(self, number: int, how: str) -> None:
        """Behind the back of the program; what is approved is not touched, but nothing of it leaves."""
        file = self._file(number)
        data = (the_plan()[0] / "pictures" / file.parent.name / file.name).read_bytes()
        if how == "removed":
            file.unlink(missing_ok=True)
        else:
            other = {
                "flipped": data[:99] + bytes([data[99] ^ 1]) + data[100:],
                "emptied": b"",
                "another": data * 2,
            }
            file.write_bytes(other[how])
        self.swapped[number] = True

    @rule(number=HOUSES)
    def bring_the_file_of_the_picture_back(self, number: int) -> None:
        file = self._file(number)
        file.write_bytes((the_plan()[0] / "pictures" / file.parent.name / file.name).read_bytes())
        self.swapped[number] = False

    @rule(number=HOUSES)
    def try_to_get_a_swapped_picture_out(self, number: int) -> None:
        house = self.houses[number]
        if not self.swapped[number] or not self._shows_the_picture(house):
            return
        try:
            package = house.publishing.build(house.publishing.order(self.post), self.base / "out")
        except Refused:
            return
        package.discard()
        raise AssertionError("a picture that is not the approved one was packed")

    def _shows_the_picture(self, house: House) -> bool:
        if house.store.card(self.post) is None:
            return False
        post = house.posts.get(self.post)
        shown = {item.picture for version in post.versions for item in post.attachments_for(version)}
        return self.picture in shown & house.plan.around(post).pictures.keys()

    def _backups(self, number: int) -> Backups:
        return self.houses[number].backups_at(lambda: Places(first=self.base / "Sicherungen"))

    @rule(number=HOUSES)
    def back_up(self, number: int) -> None:
        if len(self.backups) < 3 and not self.swapped[number]:
            (outcome,) = self._backups(number).make(Reason.MANUAL).outcomes
            assert outcome.info is not None, outcome.refusal
            self.backups.append(outcome.info)

    @rule(number=HOUSES, which=st.integers(0, 2))
    def go_back_to_a_backup(self, number: int, which: int) -> None:
        """Approvals come and go with the content; the picture is what it was."""
        if which < len(self.backups):
            self._here(number, "katrin")
            self._backups(number).restore(self.backups[which], unsecured=True)
            if self._shows_the_picture(self.houses[number]):
                assert self.houses[number].pictures.shelf.verify(*self.original)
                self.swapped[number] = False

    def _with_post(self) -> list[House]:
        return [house for house in self.houses if house.store.card(self.post) is not None]

    @invariant()
    def what_is_approved_was_shown_and_lies_in_its_days(self) -> None:
        for house in self._with_post():
            post, card = house.posts.get(self.post), house.posts.card(self.post)
            content = self._content(house, post)
            standing = [
                item
                for item in post.decisions
                if item.kind is not DecisionKind.CHANGE and self.shown.get(item.id) == content
            ]
            if card.stage in APPROVED:
                assert standing, "an approval is honoured for content that nobody was shown"
                assert any(_inside(item.first, item.last, post) for item in standing)
                assert Flag.CONFLICT not in card.flags
            else:
                assert not any(
                    _inside(item.first, item.last, post) and not _taken_back(item.id, item.digest, post)
                    for item in standing
                    if Flag.CONFLICT not in card.flags
                ), "an approval has lapsed although the content and the days are those that were shown"

    @invariant()
    def the_gate_lets_out_exactly_what_is_approved(self) -> None:
        for house in self._with_post():
            card = house.posts.card(self.post)
            number = self.houses.index(house)
            may = card.stage in APPROVED and Flag.HELD not in card.flags
            if not self.swapped[number] or not self._shows_the_picture(house):
                assert (house.publishing.why_not(self.post) is None) == may
            else:
                house.pictures.examine(house.pictures.get(self.picture))
                assert house.publishing.why_not(self.post) is not None


def _refused(verb: Callable[[], None]) -> RefusalKind | None:
    try:
        verb()
    except Refused as refused:
        return refused.kind
    return None


def _inside(first: date | None, last: date | None, post: Post) -> bool:
    moments = times(post)
    return bool(moments) and all(
        first is not None and last is not None and first <= moment.date() <= last for moment in moments
    )


def _taken_back(decision: str, digest: str, post: Post) -> bool:
    said = next(item for item in post.decisions if item.id == decision)
    return any(
        item.kind is DecisionKind.CHANGE and item.digest == digest and item.id not in said.after
        for item in post.decisions
    )


TestApprovals = Approvals.TestCase
