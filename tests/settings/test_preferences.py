# SPDX-License-Identifier: EUPL-1.2
"""Preferences survive, and a damaged file is never in the way."""

from pathlib import Path

import pytest

from kalender.settings.preferences import PreferenceFile, Preferences


def test_what_was_changed_is_there_after_a_restart(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "deep" / "kalender.toml")
    awkward = Path('C:\\Pläne\\Müller & "Söhne"')
    assert file.put(file.values.with_plan(awkward).with_person(awkward, "anja"))
    assert file.change(theme="dunkel", text_scale=150, layers_hidden=("ferien", "tage"), motion=False)
    again = PreferenceFile(tmp_path / "deep" / "kalender.toml").values
    assert again == file.values
    assert again.person_for(awkward) == "anja"
    assert (again.theme, again.text_scale, again.motion) == ("dunkel", 150, False)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"theme = ", b"theme = 3\ntext_scale = 'x'\nrecent = 4\npeople = []\n"]
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kalender.toml"
    path.write_bytes(content)
    assert PreferenceFile(path).values == Preferences()


def test_recent_plans_are_few_and_the_last_is_first() -> None:
    values = Preferences()
    for number in range(12):
        values = values.with_plan(Path(f"plan{number}"))
    values = values.with_plan(Path("plan9"))
    assert values.recent[0] == "plan9"
    assert len(values.recent) == len(set(values.recent)) == 8


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    file = PreferenceFile(tmp_path / "taken" / "kalender.toml")
    assert not file.change(theme="dunkel")
    assert file.values.theme == "dunkel"
