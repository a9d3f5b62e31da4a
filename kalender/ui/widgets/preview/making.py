# SPDX-License-Identifier: EUPL-1.2
"""Makes previews from posts: text, address and pictures of one channel, each picture in its crop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kalender.domain.content import Surroundings, alt_text, border_for, crop_for
from kalender.domain.crop import Crop, exact_box
from kalender.domain.format import Format
from kalender.domain.picture import Picture
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.siblings.tongues import right_to_left
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.preview.content import PreviewContent
from kalender.ui.widgets.preview.frame import Preview
from kalender.wording.dates import MONTHS

EDGE = 900
"""Longest edge in px of the copies previews are cut from."""

BORDERED = 720
"""Longest edge in px of a preview within a border."""

ImageOf = Callable[[str, int], QImage]
"""Gives a copy of a picture with an edge of at least so many px, or a null image while it is being made."""

PreviewOf = Callable[[Post, Version, Surroundings, bool], QWidget]
"""Gives a widget that shows a version as its channel would, on a dark phone or a light one."""


def preview_of(theme: Theme, image_of: ImageOf, *, note: bool = False) -> PreviewOf:
    """Return a maker of previews for reviewers: first format of a channel, the whole text, nothing behind "mehr".

    note: with the caption that it is only near.
    """

    def make(post: Post, version: Version, around: Surroundings, dark: bool) -> QWidget:
        formats = around.formats_for(version)
        content = content_of(post, version, formats[0] if formats else None, around, image_of)
        return Preview(theme, replace(content, fold=0, dark=dark), note=note)

    return make


def content_of(
    post: Post, version: Version, format_: Format | None, around: Surroundings, image_of: ImageOf
) -> PreviewContent:
    """Return what a placement of a channel shows: its text, its pictures in its crop, its address."""
    channel = around.channels.get(version.id)
    platform = channel.platform if channel else ""
    known = around.platforms.get(platform)
    named = around.formats.get(known.text_format) if known is not None and known.text_format else None
    formats = around.formats_for(version)
    counted = named or (formats[0] if formats else None)
    pictures, alts = [], []
    for attachment in post.attachments_for(version):
        picture = around.pictures.get(attachment.picture)
        if picture is None:
            continue
        image = image_of((picture.shaped(format_.ratio) if format_ else picture).id, EDGE)
        if format_ is not None and not image.isNull():
            image = shown_in(image, version, attachment, picture, format_)
        pictures.append(image)
        alts.append(alt_text(attachment, picture))
    planned = post.planned_for(version)
    return PreviewContent(
        platform=platform,
        network=(channel.name if channel else "") or (known.name if known else platform),
        account=around.municipality.title,
        handle=channel.handle if channel else "",
        when=f"{planned.day}. {MONTHS[planned.month - 1]}" if planned else "",
        place=post.place,
        text=post.text_for(version),
        fold=counted.fold_at if counted else 0,
        pictures=tuple(pictures),
        alts=tuple(alts),
        link=post.link_for(version),
        headline=post.title,
        rtl=bool(post.language) and right_to_left(post.language),
    )


def shown_in(
    image: QImage, version: Version, attachment: Attachment, picture: Picture, format_: Format
) -> QImage:
    """Return what a version shows of a picture in a format, made from a copy of it: a part, or all within a border."""
    border = border_for(version, attachment, format_)
    if border is None or image.isNull():
        crop = crop_for(version, attachment, picture, format_)
        return image if image.isNull() else cut_out(image, crop_pixels(picture, image, crop, format_))
    from kalender.ui.widgets.paint.bordering import bordered

    scale = BORDERED / max(format_.width, format_.height)
    return bordered(image, (round(format_.width * scale), round(format_.height * scale)), border)


def crop_pixels(picture: Picture, image: QImage, crop: Crop, format_: Format) -> QRectF:
    """Return the part of a copy that a crop of the original takes, in px of the copy."""
    size = picture.shaped(format_.ratio).size
    box = exact_box(crop, size, format_.ratio)
    across, down = image.width() / max(1, size[0]), image.height() / max(1, size[1])
    return QRectF(
        box.left * across, box.top * down, (box.right - box.left) * across, (box.bottom - box.top) * down
    )


def cut_out(image: QImage, part: QRectF) -> QImage:
    """Return a part of an image as an image of its own."""
    return image.copy(part.toAlignedRect().intersected(image.rect()))
