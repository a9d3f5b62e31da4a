# SPDX-License-Identifier: EUPL-1.2
"""HTML as Word, LibreOffice, Chrome and mail programs write it becomes plain text with its links."""

from kalender.domain.text.markup import text_of_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal><b>Vorlesen in der B&uuml;cherei<o:p></o:p></b></p>
<p class=MsoNormal>Am Freitag liest Hanne
Kr&uuml;ger. Anmeldung <a href="https://www.lindenbrunn.de/vorlesen">im
Rathaus</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Eintritt frei<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Aufzug vorhanden<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Bis bald!<span style='display:none;mso-hide:all'>versteckt</span><o:p></o:p></p>
<!--EndFragment--></body></html>"""

LIBREOFFICE = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">
p { line-height: 115% }</style></head><body lang="de-DE"><h1 class="western">Sperrung</h1>
<p style="margin-bottom: 0.25cm">Die <b>Brunnengasse</b> ist<br/>
gesperrt.</p><ol><li><p>Kanal</p></li><li><p>Asphalt</p></li></ol></body></html>"""

CHROME = """<meta charset='utf-8'><h2 style="box-sizing: border-box;">Hallenbad</h2><p style="color: rgb(0, 0, 0);">Ab
<span>&nbsp;</span><a href="https://lindenbrunn.de/bad/">lindenbrunn.de/bad</a> oder <a
href="mailto:bad@lindenbrunn.de?subject=Frage">per Mail</a>.</p><ul><li>Mo bis Fr</li><li>Sa</li></ul><script>alert(1)</script>
<a href="javascript:alert(1)">Klick</a><table><tr><td>Kinder</td><td>2 €</td></tr><tr><td>Erwachsene</td><td>4 €</td></tr></table>"""


def test_word_gives_paragraphs_items_and_links_and_nothing_of_its_own() -> None:
    assert text_of_html(WORD).replace("\u00a0", " ").replace("\n\n \n\n", "\n\n") == (
        "Vorlesen in der Bücherei\n\nAm Freitag liest Hanne Krüger. Anmeldung im Rathaus "
        "(https://www.lindenbrunn.de/vorlesen).\n\n• Eintritt frei\n• Aufzug vorhanden\n\nBis bald!"
    )


def test_libreoffice_gives_headings_breaks_and_numbers() -> None:
    assert text_of_html(LIBREOFFICE) == "Sperrung\n\nDie Brunnengasse ist\ngesperrt.\n\n1. Kanal\n2. Asphalt"


def test_a_browser_gives_links_once_mail_addresses_items_and_tables_but_no_script() -> None:
    assert text_of_html(CHROME).replace(" \u00a0", " ") == (
        "Hallenbad\n\nAb lindenbrunn.de/bad oder per Mail (bad@lindenbrunn.de).\n\n• Mo bis Fr\n• Sa\n\nKlick\n\n"
        "Kinder\t2 €\nErwachsene\t4 €"
    )


def test_elements_that_nobody_closed_and_broken_markup_lose_no_letter() -> None:
    assert text_of_html("<p>Erstens<p>Zweitens <b>fett <i>schräg</p> danach </b></span><a href=>x") == (
        "Erstens\n\nZweitens fett schräg\n\ndanach x"
    )
    assert text_of_html("a < b und 3 > 2 &amp; &unbekannt;") == "a < b und 3 > 2 & &unbekannt;"
