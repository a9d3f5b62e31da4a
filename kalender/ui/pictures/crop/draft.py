# SPDX-License-Identifier: EUPL-1.2
"""What is being decided about the pictures of a post, before it is taken over. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import gcd
from typing import Any

from kalender.domain.content import Surroundings
from kalender.domain.crop import FULL, WHOLE, Border, Crop, Focus, Own, enlarged_to, fit, scaled, turned_focus
from kalender.domain.format import Format, SafeZone
from kalender.domain.frozen import frozen
from kalender.domain.picture import Licence, Picture
from kalender.domain.post import Attachment, Post
from kalender.services.cropping import Cropped, cropped
from kalender.ui.pictures.crop import framing
from kalender.wording.pictures import border_words, bytes_words
from kalender.wording.tr import tr

Fractions = tuple[float, float, float, float]


@frozen
class Frame:
    """One shape that is needed: all placements with the same size in px share one crop.

    targets: (channel, format id); zone: covered parts top, right, bottom, left from 0 to 1; max_bytes 0: no limit.
    """

    key: str
    width: int
    height: int
    name: str
    targets: tuple[tuple[str, str], ...]
    zone: Fractions = (0, 0, 0, 0)
    max_bytes: int = 0
    kind: str = "jpg"

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the output, which are its ratio as well."""
        return self.width, self.height

    @property
    def ratio(self) -> str:
        """The ratio in words: 4:5, or 1,91:1."""
        return ratio_words(self.width, self.height)

    @property
    def file_words(self) -> str:
        """The file in words: "JPEG, höchstens 8 MB"."""
        kind = {"jpg": "JPEG", "png": "PNG", "webp": "WebP"}.get(self.kind, self.kind.upper())
        if not self.max_bytes:
            return kind
        return tr("{kind}, höchstens {size}").format(kind=kind, size=bytes_words(self.max_bytes))

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that show this shape, each once."""
        return tuple(dict.fromkeys(channel for channel, _format in self.targets))


class CropDraft:
    """The pictures of a post with their crops, focus points, descriptions and rights as they are being changed."""

    def __init__(self, post: Post, around: Surroundings, kept: Cropped | None = None) -> None:
        self.post = post
        self._around = around
        ordered = sorted(post.attachments, key=lambda item: (item.position, item.id))
        cut = {
            id_ for id_, found in around.pictures.items() if not found.tile
        }  # a tile has a layout for each format
        self.attachments = tuple(item for item in ordered if item.picture in cut)
        self._before = {item.id: _own_crops(post, item.id) for item in self.attachments}
        self._crops: dict[tuple[str, str], Own | None] = {}
        self._laid_aside: dict[tuple[str, str], Own | None] = {}
        self._focus: dict[str, Focus] = {}
        self._alts: dict[str, tuple[str | None, bool]] = {}
        self._fields: dict[str, dict[str, Any]] = {}
        self._pictures: dict[str, Picture] = {}  # as decided, until something about one changes
        self._shapes: dict[
            str, tuple[Frame, ...]
        ] = {}  # they follow from the post, which stays as it is here
        if kept is not None:
            self._resume(kept)

    def _resume(self, kept: Cropped) -> None:
        """Go on with what was decided before and not written, as far as its pictures are still there."""
        there = {item.id: item.picture for item in self.attachments}
        for (channel, attachment, format_), crop in kept.crops.items():
            for frame in self.frames(attachment) if attachment in there else ():
                if (channel, format_) in frame.targets:
                    self._crops[attachment, frame.key] = crop
        pictures = set(there.values())
        self._focus.update({id_: focus for id_, focus in kept.focus.items() if id_ in pictures})
        self._alts.update({id_: said for id_, said in kept.alts.items() if id_ in there})
        self._fields.update({id_: dict(values) for id_, values in kept.fields.items() if id_ in pictures})

    def attachment(self, id_: str) -> Attachment:
        """Return an attachment; raises KeyError for an unknown one."""
        for item in self.attachments:
            if item.id == id_:
                return item
        raise KeyError(id_)

    def picture(self, attachment: str) -> Picture:
        """Return the picture of an attachment with its focus and rights as decided here."""
        id_ = self.attachment(attachment).picture
        if id_ not in self._pictures:
            found = self._around.pictures[id_]
            focus = self._focus.get(id_)
            seen = found if focus is None else found.focused(focus)
            self._pictures[id_] = replace(seen, **self._fields.get(id_, {}))
        return self._pictures[id_]

    def saved(self, attachment: str) -> Picture:
        """Return the picture of an attachment as the library has it."""
        return self._around.pictures[self.attachment(attachment).picture]

    def frames(self, attachment: str) -> tuple[Frame, ...]:
        """Return the shapes a picture is needed in, the tallest first, in the order of ratio."""
        if attachment not in self._shapes:
            self._shapes[attachment] = self._needed(attachment)
        return self._shapes[attachment]

    def _needed(self, attachment: str) -> tuple[Frame, ...]:
        found: dict[str, list[tuple[str, Format]]] = {}
        for version in self.post.versions:
            if attachment in version.hidden:
                continue
            for format_ in self._around.formats_for(version):
                found.setdefault(f"{format_.width}x{format_.height}", []).append((version.id, format_))
        frames = [_frame(key, entries) for key, entries in found.items()]
        order = {"4:5": 0, "3:4": 1, "1:1": 2, "9:16": 3}
        return tuple(
            sorted(frames, key=lambda item: (order.get(item.ratio, 9), item.width / item.height, item.key))
        )

    def crop(self, attachment: str, frame: Frame) -> Crop:
        """Return the crop of a picture in a shape: its own, or the one around the focus point; in a border all of it."""
        own = self.own(attachment, frame)
        if own is not None:
            return own if isinstance(own, Crop) else WHOLE
        picture = self.picture(attachment)
        return fit(picture.size, frame.size, picture.focus)

    def border(self, attachment: str, frame: Frame) -> Border | None:
        """Return the border within which all of a picture is shown, or None where it is cut."""
        own = self.own(attachment, frame)
        return own if isinstance(own, Border) else None

    def set_border(self, attachment: str, frame: Frame, border: Border | None) -> None:
        """Show all of a picture within a border; None cuts it as before."""
        key = attachment, frame.key
        own = self.own(attachment, frame)
        if border is None:
            self._crops[key] = self._laid_aside.pop(key, None)
            return
        if not isinstance(own, Border):
            self._laid_aside[key] = own
        self._crops[key] = border

    def share(self, attachment: str, frame: Frame) -> int:
        """Return how many per cent of a picture are seen in a shape."""
        crop = self.crop(attachment, frame)
        return round(100 * crop.w * crop.h / FULL**2)

    def own(self, attachment: str, frame: Frame) -> Own | None:
        """Return the crop or border set by hand, or None where the focus point decides."""
        if (attachment, frame.key) in self._crops:
            return self._crops[attachment, frame.key]
        before = self._before[attachment]
        return next((before[target] for target in frame.targets if target in before), None)

    def set_crop(self, attachment: str, frame: Frame, crop: Crop | None) -> None:
        """Set a crop by hand; None lets it follow the focus point again."""
        self._crops[attachment, frame.key] = crop

    def set_focus(self, attachment: str, focus: Focus, only: Frame | None = None) -> None:
        """Move the focus point: every shape without an own crop follows. only: move just this shape's crop there."""
        picture = self.picture(attachment)
        if only is not None:
            self.set_crop(attachment, only, fit(picture.size, only.size, focus))
        else:
            self._focus[picture.id] = focus
            self._pictures.pop(picture.id, None)

    def adjust(self, attachment: str, **values: object) -> None:
        """Set numbers of what is done to a picture: turn, tilt, light, contrast, covers. Own crops keep their ratio."""
        before = self.picture(attachment).size
        for name, value in values.items():
            self.set_field(attachment, name, value)
        size = self.picture(attachment).size
        for frame in self.frames(attachment) if size != before else ():
            own = self.own(attachment, frame)
            if isinstance(own, Crop):
                self.set_crop(attachment, frame, scaled(own, size, frame.size, own.w))

    def turn(self, attachment: str, by: int) -> None:
        """Turn a picture by quarters clockwise, its focus point with it; crops made by hand are given up."""
        if not by:
            return
        picture = self.picture(attachment)
        self.set_field(attachment, "turn", (picture.turn + by) % 4)
        self._focus[picture.id] = turned_focus(picture.focus, by)
        self._pictures.pop(picture.id, None)
        for frame in self.frames(attachment):
            if isinstance(self.own(attachment, frame), Crop):
                self.set_crop(attachment, frame, None)

    def alt(self, attachment: str) -> tuple[str, bool]:
        """Return the alt text and whether the picture is decorative."""
        item = self.attachment(attachment)
        text, decorative = self._alts.get(attachment, (item.alt, item.decorative))
        return (self.picture(attachment).alt if text is None else text), decorative

    def set_alt(self, attachment: str, text: str, *, decorative: bool) -> None:
        """Describe a picture for this post; the same words as in the library stay the library's."""
        same = text == self._around.pictures[self.attachment(attachment).picture].alt
        self._alts[attachment] = (None if same else text), decorative

    def set_field(self, attachment: str, name: str, value: object) -> None:
        """Set what the library knows about a picture."""
        id_ = self.attachment(attachment).picture
        self._fields.setdefault(id_, {})[name] = value
        self._pictures.pop(id_, None)

    def spoken(self, attachment: str, frame: Frame) -> str:
        """Return where a crop lies as it is read out."""
        border = self.border(attachment, frame)
        if border is not None:
            return tr("{ratio}: {what}").format(ratio=frame.ratio, what=border_words(border))
        box = framing.in_pixels(self.crop(attachment, frame), self.picture(attachment).size)
        return tr("Ausschnitt {ratio}, links {x}, oben {y}, {w} mal {h} Pixel").format(
            ratio=frame.ratio, x=box[0], y=box[1], w=box[2], h=box[3]
        )

    def percent(self, attachment: str, frame: Frame) -> int:
        """Return to how many per cent a crop is scaled for the output."""
        own = self.border(attachment, frame) or self.crop(attachment, frame)
        return enlarged_to(own, self.picture(attachment).size, frame.size)

    def verdict(self, attachment: str, frame: Frame) -> tuple[str, str]:
        """Return theme role and words about a crop."""
        border = self.border(attachment, frame)
        if self.picture(attachment).licence is Licence.CC_BY_ND:
            if border is None:
                return "err", tr("Zuschnitt nicht erlaubt")
            if not border.colour:
                return "warn", tr("Farbiger Rand ist sicherer")
        percent = self.percent(attachment, frame)
        if percent > 100:
            return "warn", tr("{n} % vergrößert").format(n=percent)
        return "ok", tr("passt") if border is None else tr("eingepasst")

    def placed(self, attachment: str, frame: Frame, x: int, y: int) -> Crop:
        """Return the crop with its corner at a pixel of the picture."""
        return framing.placed(self.crop(attachment, frame), self.picture(attachment).size, left=x, top=y)

    def sized(self, attachment: str, frame: Frame, wide: int, high: int) -> Crop:
        """Return the crop with a width of so many px of the picture, or where that is 0 with a height."""
        size = self.picture(attachment).size
        return framing.sized(self.crop(attachment, frame), size, frame.size, wide, high)

    def sharp(self, attachment: str, frame: Frame) -> Crop | None:
        """Return the smallest crop of the same middle that need not be enlarged, or None where there is none."""
        if self.border(attachment, frame) is not None:
            return None
        return framing.sharp(self.crop(attachment, frame), self.picture(attachment).size, frame.size)

    def alt_limit(self, attachment: str) -> int:
        """Return how long the alt text may be on the channel with the least room; 0: no limit known."""
        limits = [
            self._around.formats[name].alt_limit
            for frame in self.frames(attachment)
            for _channel, name in frame.targets
        ]
        return min((limit for limit in limits if limit), default=0)

    def decided(self) -> Cropped:
        """Return what differs from the post and the library as they were."""
        crops: dict[tuple[str, str, str], Own | None] = {}
        for (attachment, key), crop in self._crops.items():
            frame = next((item for item in self.frames(attachment) if item.key == key), None)
            for channel, format_ in frame.targets if frame else ():
                if self._before[attachment].get((channel, format_)) != crop:
                    crops[channel, attachment, format_] = crop
        library = self._around.pictures
        focus = {id_: point for id_, point in self._focus.items() if point != library[id_].focus}
        alts = {
            id_: said
            for id_, said in self._alts.items()
            if said != (self.attachment(id_).alt, self.attachment(id_).decorative)
        }
        fields: dict[str, Mapping[str, Any]] = {}
        for id_, values in self._fields.items():
            new = {name: value for name, value in values.items() if value != getattr(library[id_], name)}
            if new:
                fields[id_] = new
        return Cropped(crops=crops, focus=focus, alts=alts, fields=fields)

    def as_decided(self) -> tuple[Post, Surroundings]:
        """Return the post and what it refers to as they would be if everything was taken over now."""
        around = self._around
        pictures = {item.picture: self.picture(item.id) for item in self.attachments}
        return cropped(self.post, self.decided()), replace(around, pictures={**around.pictures, **pictures})

    @property
    def dirty(self) -> bool:
        """Tell whether anything was decided."""
        return self.decided() != Cropped()


def ratio_words(width: int, height: int) -> str:
    """Return a ratio as people say it: 4:5, 16:9, 1,91:1."""
    whole = gcd(width, height)
    across, down = width // whole, height // whole
    if max(across, down) <= 16:
        return f"{across}:{down}"
    return f"{width / height:.2f}:1".replace(".", ",").replace(",00", "")


def _own_crops(post: Post, attachment: str) -> dict[tuple[str, str], Own]:
    return {
        (version.id, item.format): item.own
        for version in post.versions
        for item in version.placements
        if item.attachment == attachment and item.own is not None
    }


def _frame(key: str, entries: list[tuple[str, Format]]) -> Frame:
    first = entries[0][1]
    zones = [_fractions(item.safe_zone, item) for _channel, item in entries]
    limits = [item.max_bytes for _channel, item in entries if item.max_bytes]
    return Frame(
        key=key,
        width=first.width,
        height=first.height,
        name=_name([item.id for _channel, item in entries], first.width, first.height),
        targets=tuple((channel, item.id) for channel, item in entries),
        zone=tuple(max(side) for side in zip(*zones, strict=True)),
        max_bytes=min(limits, default=0),
        kind=first.export_type,
    )


def _fractions(zone: SafeZone, format_: Format) -> Fractions:
    return (
        zone.top / format_.height,
        zone.right / format_.width,
        zone.bottom / format_.height,
        zone.left / format_.width,
    )


def _name(ids: list[str], width: int, height: int) -> str:
    if any("story" in id_ or "reel" in id_ for id_ in ids):
        return tr("Story")
    if width == height:
        return tr("Quadrat")
    if height > width:
        return tr("Hochformat")
    return tr("Linkbild") if ratio_words(width, height).startswith("1,9") else tr("Querformat")
