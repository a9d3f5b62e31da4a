# SPDX-License-Identifier: EUPL-1.2
"""Two contents are compared word by word and aspect by aspect."""

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.journal.record import Json
from kalender.domain.text.compare import Aspect, Kind, compare, differences

texts = st.text(alphabet="abäß .,!\n", max_size=60)


@given(texts, texts)
def test_the_pieces_join_to_either_text(old: str, new: str) -> None:
    found = compare(old, new)
    assert "".join(text for kind, text in found if kind is not Kind.NEW) == old
    assert "".join(text for kind, text in found if kind is not Kind.GONE) == new
    assert all(text for _, text in found)


def test_a_reader_sees_phrases_not_single_words() -> None:
    old = "geleert, sondern schon am Donnerstag, 24. Dezember. Bitte"
    new = "geleert, sondern am Montag, 28. Dezember. Bitte"
    kinds = [kind for kind, _ in compare(old, new)]
    assert kinds.count(Kind.GONE) <= 3
    assert compare("gleich", "gleich") == [(Kind.SAME, "gleich")]


def _content(**channels: dict[str, Json]) -> dict[str, Json]:
    whole: dict[str, Json] = dict(channels)
    return {"v": 1, "channels": whole}


def _channel(**values: Json) -> dict[str, Json]:
    picture: dict[str, Json] = {
        "sha256": "a",
        "alt": "Markt",
        "decorative": False,
        "credit": "",
        "ai": False,
        "crops": {},
    }
    base: dict[str, Json] = {"text": "Text", "link": "", "comment": "", "pictures": [picture]}
    return base | values


def test_every_aspect_is_named() -> None:
    picture: dict[str, Json] = {
        "sha256": "a",
        "alt": "Markt",
        "decorative": False,
        "credit": "",
        "ai": False,
        "crops": {},
    }
    other = picture | {"sha256": "b"}
    cases: list[tuple[dict[str, Json], Aspect]] = [
        (_channel(link="https://a.de"), Aspect.LINK),
        (_channel(comment="Mehr"), Aspect.COMMENT),
        (_channel(pictures=[picture | {"alt": "Platz"}]), Aspect.ALT),
        (_channel(pictures=[picture | {"crops": {"f": [0, 0, 1, 1]}}]), Aspect.CROPS),
        (_channel(pictures=[picture | {"credit": "Stadt"}]), Aspect.CREDIT),
        (_channel(pictures=[picture, other]), Aspect.PICTURES),
    ]
    for changed, aspect in cases:
        found = differences(_content(facebook=_channel()), _content(facebook=changed))
        assert found["facebook"].aspects == {aspect}
        assert found["facebook"].changed
    turned = differences(
        _content(facebook=_channel(pictures=[picture, other])),
        _content(facebook=_channel(pictures=[other, picture])),
    )
    assert turned["facebook"].aspects == {Aspect.ORDER}


def test_channels_come_and_go() -> None:
    found = differences(_content(facebook=_channel()), _content(website=_channel()))
    assert (found["website"].added, found["facebook"].removed) == (True, True)
    assert not differences(_content(facebook=_channel()), _content(facebook=_channel()))["facebook"].changed
