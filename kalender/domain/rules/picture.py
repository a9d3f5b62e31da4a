# SPDX-License-Identifier: EUPL-1.2
"""Pictures: may they be used, are they large enough."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.content import crop_for
from kalender.domain.crop import FULL, Crop
from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case, Outlet, Shown
from kalender.domain.rules.finding import Rule, Severity, Spot

_FREE_OF_CREDIT = frozenset({Licence.CC0, Licence.UNKNOWN})
_CREDIT_IN_POST = frozenset({Licence.CC_BY, Licence.CC_BY_SA, Licence.CC_BY_ND})
_OWN_MEDIA = frozenset({"website", "newsletter", "press", "notice"})
_WHOLE = Crop(x=0, y=0, w=FULL, h=FULL)


def _spot(shown: Shown, at: str = "", /, **facts: object) -> Spot:
    return Spot({"number": shown.number, "picture": shown.name, **facts}, at, "picture", shown.attachment.id)


def gone(case: Case) -> Iterator[Spot]:
    """A picture of the post is not in the library."""
    return (_spot(shown) for shown in case.pictures if shown.picture is None)


def file_unsound(case: Case) -> Iterator[Spot]:
    """The file of a picture is missing, empty, or no longer what was taken in: it cannot leave the house."""
    for shown in case.pictures:
        state = case.around.unsound.get(shown.attachment.picture)
        if state is not None and shown.picture is not None:
            yield _spot(shown, state=state)


def licence_unknown(case: Case) -> Iterator[Spot]:
    """Nobody has said on what ground a picture may be used."""
    for shown in case.pictures:
        if shown.picture is not None and shown.picture.licence is Licence.UNKNOWN:
            yield _spot(shown)


def credit_missing(case: Case) -> Iterator[Spot]:
    """A picture whose author has a right to be named has no credit."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.credit.strip() or picture.licence in _FREE_OF_CREDIT:
            continue
        yield _spot(shown, licence=picture.licence.value)


def credit_hidden(case: Case) -> Iterator[Spot]:
    """A Creative Commons licence asks for the credit in the post, and it is not shown."""
    for shown in case.pictures:
        picture = shown.picture
        if (
            picture is None
            or picture.credit_shown
            or picture.licence not in _CREDIT_IN_POST
            or not picture.credit
        ):
            continue
        missing = [
            outlet
            for outlet in case.outlets
            if shown in outlet.pictures and picture.credit not in outlet.text
        ]
        if missing:
            yield _spot(shown, licence=picture.licence.value, credit=picture.credit)


def no_derivatives(case: Case) -> Iterator[Spot]:
    """A picture that must not be changed is cropped."""
    for outlet in case.outlets:
        for shown in outlet.pictures:
            picture = shown.picture
            if picture is None or picture.licence is not Licence.CC_BY_ND:
                continue
            formats = [
                item.label
                for item in outlet.formats
                if crop_for(outlet.version, shown.attachment, picture, item) != _WHOLE
            ]
            if formats:
                yield _spot(shown, outlet.id, channel=outlet.name, formats=tuple(formats))


def expired(case: Case) -> Iterator[Spot]:
    """The right to use a picture ends before it is published."""
    for shown in case.pictures:
        until = shown.picture.valid_until if shown.picture else None
        if until is None:
            continue
        used = [outlet.planned or case.now for outlet in case.outlets if shown in outlet.pictures]
        last = max(used, default=case.post.planned or case.now).date()
        if last > until:
            yield _spot(shown, until=until, planned=last)


def stock_not_social(case: Case) -> Iterator[Spot]:
    """A stock picture without the right for social media goes to a social network."""
    for shown in case.pictures:
        if shown.picture is None or shown.picture.licence is not Licence.STOCK:
            continue
        social = [outlet for outlet in case.outlets if shown in outlet.pictures and not _own_medium(outlet)]
        if social:
            yield _spot(shown, channels=tuple(outlet.name for outlet in social))


def _own_medium(outlet: Outlet) -> bool:
    return outlet.platform is not None and outlet.platform.id in _OWN_MEDIA


def enlarged(case: Case) -> Iterator[Spot]:
    """A crop has fewer pixels than the format needs."""
    for outlet in case.outlets:
        for shown in outlet.pictures:
            picture = shown.picture
            if picture is None or not picture.width or not picture.height:
                continue
            for item in outlet.formats:
                crop = crop_for(outlet.version, shown.attachment, picture, item)
                width, height = crop.pixels(picture.width, picture.height)
                percent = round(100 * max(item.width / max(1, width), item.height / max(1, height)))
                if percent > 100:
                    yield _spot(
                        shown,
                        outlet.id,
                        channel=outlet.name,
                        format=item.id,
                        label=item.label,
                        percent=percent,
                    )


RULES = (
    Rule("picture.gone", Severity.ERROR, gone, "nothing to render"),
    Rule("picture.file", Severity.ERROR, file_unsound, "only what was approved leaves the house"),
    Rule("picture.licence_unknown", Severity.WARNING, licence_unknown, "UrhG §§ 13, 72"),
    Rule("picture.credit_missing", Severity.WARNING, credit_missing, "UrhG § 13"),
    Rule("picture.credit_hidden", Severity.WARNING, credit_hidden, "Creative Commons 4.0, 3 (a)"),
    Rule("picture.no_derivatives", Severity.ERROR, no_derivatives, "Creative Commons BY-ND 4.0, 2 (a)"),
    Rule("picture.expired", Severity.ERROR, expired, "licence of the picture"),
    Rule("picture.stock_not_social", Severity.ERROR, stock_not_social, "terms of stock agencies"),
    Rule("picture.enlarged", Severity.WARNING, enlarged, "resources/formats: width and height"),
)
