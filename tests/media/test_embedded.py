# SPDX-License-Identifier: EUPL-1.2
"""What pictures say of themselves is read; what cameras say into every picture is not."""

import io
from typing import Any

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from kalender.domain.picture import AiMark, Licence
from kalender.media.embedded import Embedded, embedded
from tests.media.drawn import quarters

XMP = """<?xpacket begin="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:a="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 photoshop:Credit="Stadt Lindenbrunn">
 <dc:description><rdf:Alt><rdf:li xml:lang="en">The market</rdf:li><rdf:li xml:lang="de-DE">Der Markt
 am Abend</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq><rdf:li>Anna Muster</rdf:li></rdf:Seq></dc:creator>
 <a:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Buden vor dem Rathaus</rdf:li></rdf:Alt></a:AltTextAccessibility>
 <e:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def said(**options: Any) -> Embedded:
    out = io.BytesIO()
    quarters().save(out, "JPEG", **options)
    with Image.open(out) as image:
        return embedded(image)


def exif(**tags: str) -> Image.Exif:
    found = Image.Exif()
    for name, value in tags.items():
        found[ExifTags.Base[name]] = value
    return found


def with_iptc(data: bytes) -> Embedded:
    """data: datasets of record 2."""
    block = (
        b"Photoshop 3.0\x008BIM\x04\x04\x00\x00"
        + len(data).to_bytes(4, "big")
        + data
        + b"\x00" * (len(data) % 2)
    )
    return said(extra=b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block)


def dataset(number: int, text: bytes) -> bytes:
    return b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text


def test_xmp_gives_german_caption_credit_alt_text_and_the_mark_of_a_machine() -> None:
    assert said(xmp=XMP.encode()) == Embedded(
        caption="Der Markt am Abend",
        credit="Anna Muster / Stadt Lindenbrunn",
        alt="Buden vor dem Rathaus",
        ai=AiMark.MADE,
    )


TERMS = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"
 xmlns:r="http://ns.adobe.com/xap/1.0/rights/" xmlns:p="http://ns.adobe.com/photoshop/1.0/" r:WebStatement="{link}">
 <dc:creator><rdf:Seq><rdf:li>Anna Muster</rdf:li><rdf:li>Jörg Weiß</rdf:li></rdf:Seq></dc:creator>
 <r:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Nur mit Namen.</rdf:li></rdf:Alt></r:UsageTerms>
 <p:Instructions>Nicht beschneiden</p:Instructions></rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize(
    ("link", "licence"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", Licence.CC_BY),
        ("http://creativecommons.org/licenses/by-sa/3.0/de/", Licence.CC_BY_SA),
        ("https://creativecommons.org/licenses/by-nd/4.0/", Licence.CC_BY_ND),
        ("https://creativecommons.org/publicdomain/zero/1.0/", Licence.CC0),
        ("https://creativecommons.org/licenses/by-nc/4.0/", Licence.UNKNOWN),
        ("https://agentur.example/bedingungen", Licence.UNKNOWN),
    ],
)
def test_terms_and_a_licence_named_by_a_link_are_read(link: str, licence: Licence) -> None:
    found = said(xmp=TERMS.replace("{link}", link).encode())
    assert (found.licence, found.licence_link) == (licence, link)
    assert found.terms == "Nur mit Namen. Nicht beschneiden"
    assert found.credit == "Anna Muster, Jörg Weiß"


def test_what_is_no_address_is_no_link() -> None:
    found = said(xmp=TERMS.replace("{link}", "javascript:alert(1)").encode())
    assert (found.licence_link, found.licence) == ("", Licence.UNKNOWN)


def test_instructions_and_several_makers_are_read_from_iptc() -> None:
    data = dataset(80, b"Anna Muster") + dataset(80, b"Karl Kern") + dataset(40, b"Nur redaktionell")
    assert with_iptc(data) == Embedded(credit="Anna Muster, Karl Kern", terms="Nur redaktionell")


def test_png_says_the_same_as_jpeg() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP)
    out = io.BytesIO()
    quarters().save(out, "PNG", pnginfo=info)
    with Image.open(out) as image:
        assert embedded(image).alt == "Buden vor dem Rathaus"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_iptc_is_read_in_new_and_old_letters(encoding: str) -> None:
    data = dataset(80, "Jörg Weiß".encode(encoding)) + dataset(120, "Straße gesperrt".encode(encoding))
    assert with_iptc(data) == Embedded(caption="Straße gesperrt", credit="Jörg Weiß")


def test_exif_is_read_where_nothing_better_is_there() -> None:
    assert said(exif=exif(ImageDescription="Brunnen", Artist="Anna Muster")) == Embedded(
        caption="Brunnen", credit="Anna Muster"
    )


@pytest.mark.parametrize(
    "text",
    [
        "OLYMPUS DIGITAL CAMERA",
        "SAMSUNG CAMERA PICTURES",
        "SONY DSC",
        r"DCIM\100MEDIA\DJI_0001.JPG",
        "default",
    ],
)
def test_what_cameras_write_into_every_picture_is_no_caption(text: str) -> None:
    assert said(exif=exif(ImageDescription=text)).caption == ""


def test_an_entity_bomb_in_xmp_is_not_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><x:xmpmeta xmlns:x="a">&c;</x:xmpmeta>'
    assert said(xmp=bomb) == Embedded()


def test_texts_have_no_control_characters_and_an_end() -> None:
    found = said(exif=exif(ImageDescription="Eins\r\n\tzwei\x07 drei " + "x" * 5000))
    assert found.caption.startswith("Eins zwei drei xxx")
    assert len(found.caption) == 2000


def test_a_plain_picture_says_nothing() -> None:
    assert said() == Embedded()


def test_a_picture_that_a_machine_altered_is_told_apart_from_one_it_made() -> None:
    altered = XMP.replace("/trainedAlgorithmicMedia", "/compositeWithTrainedAlgorithmicMedia")
    assert said(xmp=altered.encode()).ai is AiMark.ALTERED
    assert said(xmp=XMP.replace("/trainedAlgorithmicMedia", "/digitalCapture").encode()).ai is AiMark.NONE
