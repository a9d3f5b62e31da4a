# SPDX-License-Identifier: EUPL-1.2
"""The command import takes letters and mails in as ideas with their pictures."""

from pathlib import Path

from tests.cli.conftest import Kalender
from tests.exchange.letters import PICTURE, docx, eml, p


def test_a_letter_and_a_mail_become_ideas_and_a_broken_one_is_named(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    letter, mail, broken = tmp_path / "Lesung.docx", tmp_path / "mail.eml", tmp_path / "kaputt.docx"
    letter.write_bytes(docx(p("Lesung am Freitag", "Title") + p("Um 15 Uhr.", inside=PICTURE)))
    mail.write_bytes(eml("Bitte veröffentlichen.", subject="Sperrung").as_bytes())
    broken.write_bytes(b"PK\x03\x04 kaputt")
    answer = kalender("import", plan, letter, mail, broken, "--json")
    assert answer.code != 0
    assert [item["reason"] for item in answer.facts["refused"]] == ["file_unreadable"]
    assert len(answer.facts["posts"]["added"]) == 2
    assert len(answer.facts["pictures"]["added"]) == 1
