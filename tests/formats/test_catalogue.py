# SPDX-License-Identifier: EUPL-1.2
"""Platforms and their formats are data: shipped, checked, and changed by the user key by key."""

import os
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.format import Confidence, Rule, SafeZone
from kalender.formats.catalogue import Catalogue, load
from kalender.formats.resources import folder
from kalender.formats.schema import Fault, Problem
from tests.places import ROOT

FACTS = ROOT.parent / "shared" / "facts" / "platforms.toml"
OWN = "notice"
RENAMED = {"label_de": "label", "text_counting": "text_rule", "source": "sources"}
PROSE = {"note", "alt_note", "link_handling", "first_comment"}
ZERO_IS_ABSENT = {"text_limit", "alt_limit", "max_images"}


def shipped() -> dict[str, dict[str, Any]]:
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (folder() / "formats").glob("*.toml")
    }


def flat(placement: dict[str, Any]) -> dict[str, Any]:
    """One level: what stands in limits, guidance and evidence beside the rest, clip keys as video_…."""
    found = {key: value for key, value in placement.items() if not isinstance(value, dict)}
    for section, table in placement.items():
        if isinstance(table, dict):
            found |= {(f"video_{key}" if section == "clip" else key): value for key, value in table.items()}
    return found


@pytest.fixture(scope="module")
def facts() -> dict[str, dict[str, dict[str, Any]]]:
    if not FACTS.is_file():
        pytest.skip("there is no ../shared/facts/platforms.toml beside the clone")
    document = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    return {name: table for name, table in document.items() if isinstance(table, dict)}


def write(place: Path, name: str, text: str) -> Path:
    (place / name).write_text(text, encoding="utf-8")
    return place


def test_every_placement_of_the_facts_is_there_and_nothing_else(facts: dict[str, dict[str, Any]]) -> None:
    wanted = {f"{platform}.{name}" for platform, table in facts.items() for name in table}
    assert len(wanted) == 32
    ours = {
        f"{platform}.{name}"
        for platform, table in shipped().items()
        if platform != OWN
        for name in table
        if name not in {"schema", "platform"}
    }
    assert ours == wanted


def test_every_figure_is_the_one_of_the_facts(facts: dict[str, dict[str, Any]]) -> None:
    compared = 0
    ours = shipped()
    for platform, table in facts.items():
        for name, placement in table.items():
            mine = flat(ours[platform][name])
            for key, value in placement.items():
                if key in PROSE:
                    assert mine["notes"], (platform, name, key)
                    continue
                key_here = RENAMED.get(key, key)
                if key == "safe_zone":
                    found = mine.get(key, dict.fromkeys(("top", "right", "bottom", "left"), 0))
                else:
                    found = mine.get(key_here, 0 if key in ZERO_IS_ABSENT else None)
                assert found == value, (platform, name, key)
                compared += 1
            assert mine["checked"] == date(2026, 11, 22)
    assert compared > 500


def test_nothing_is_shipped_that_the_facts_do_not_say(facts: dict[str, dict[str, Any]]) -> None:
    added = {"checked", "notes", "link_clickable", "video"}
    for platform, table in shipped().items():
        if platform == OWN:
            continue
        for name, placement in table.items():
            if name in {"schema", "platform"}:
                continue
            known = {RENAMED.get(key, key) for key in facts[platform][name]}
            assert set(flat(placement)) - known <= added, (platform, name)


def test_platforms_come_in_their_fixed_order() -> None:
    order = [item.id for item in load().platforms]
    wanted = ["facebook", "instagram", "whatsapp", "mastodon", "website", "newsletter", "press", "notice"]
    assert [name for name in order if name in wanted] == wanted
    assert set(order) >= {"threads", "bluesky", "x", "linkedin", "telegram", "tiktok", "youtube"}
    assert order.index("mastodon") < order.index("threads") < order.index("website")


def test_a_platform_can_be_told_by_its_sign() -> None:
    for item in load().platforms:
        assert bool(item.icon) != bool(item.monogram), item.id
        assert len(item.monogram) <= 2
        assert item.colour in {"ch-fb", "ch-ig", "ch-wa", "ch-ma", "ch-web"}


def test_a_channel_finds_its_usual_formats_and_the_one_its_text_obeys() -> None:
    catalogue = load()
    for item in catalogue.platforms:
        assert item.default_formats
        for name in (*item.default_formats, item.text_format):
            found = catalogue.format(name)
            assert found is not None
            assert found.platform == item.id


def test_a_format_carries_limits_guidance_and_evidence() -> None:
    found = load().format("instagram.feed_4x5")
    assert found is not None
    assert (found.width, found.height, found.ratio) == (1080, 1350, (1080, 1350))
    assert found.max_bytes == 8_000_000
    assert (found.text_rule, found.text_limit, found.alt_limit) == (Rule.UTF16, 2200, 1000)
    assert (found.fold_at, found.hashtag_limit, found.mention_limit) == (125, 5, 20)
    assert found.safe_zone == SafeZone(left=34, right=34)
    assert found.link_clickable is False
    assert found.confidence is Confidence.HIGH
    assert found.checked == date(2026, 11, 22)
    assert found.sources[0].startswith("https://developers.facebook.com")


def test_a_picture_lowers_the_limit_of_telegram_and_whatsapp() -> None:
    for name in ("telegram.channel", "whatsapp.channel"):
        found = load().format(name)
        assert found is not None
        assert (found.text_limit, found.text_limit_plain) == (1024, 4096)


def test_what_plays_needs_captions_and_shows_no_alt_text_where_the_facts_say_so() -> None:
    formats = load().formats
    films = {name for name, item in formats.items() if item.video}
    assert films == {"facebook.reel", "instagram.reel", "tiktok.video", "youtube.short"}
    assert all(formats[name].captions_required for name in films)
    assert not formats["telegram.channel"].alt_supported


def test_own_notices_have_no_limits() -> None:
    found = load().format("notice.picture")
    assert found is not None
    assert (found.text_limit, found.max_bytes, found.alt_limit, found.max_images) == (0, 0, 0, 0)


def test_unknown_names_are_not_there() -> None:
    assert load().format("myspace.wall") is None
    assert load().platform("myspace") is None


def limit_of_mastodon(catalogue: Catalogue) -> int:
    found = catalogue.format("mastodon.post")
    assert found is not None
    return found.text_limit


def test_the_user_changes_one_limit_and_keeps_the_rest(tmp_path: Path) -> None:
    catalogue = load(write(tmp_path, "mastodon.toml", "[post.limits]\ntext_limit = 1000\n"))
    found = catalogue.format("mastodon.post")
    assert found is not None
    assert (found.text_limit, found.max_images, found.alt_limit) == (1000, 4, 1500)
    assert catalogue.problems == ()
    assert limit_of_mastodon(load()) == 500


def test_the_user_adds_a_platform_of_the_town(tmp_path: Path) -> None:
    text = (folder() / "formats" / "notice.toml").read_text(encoding="utf-8")
    catalogue = load(write(tmp_path, "dorfapp.toml", text.replace("Aushang und Amtsblatt", "Dorf-App")))
    found = catalogue.platform("dorfapp")
    assert found is not None
    assert found.name == "Dorf-App"
    assert catalogue.format("dorfapp.picture") is not None


@pytest.mark.parametrize(
    ("text", "key", "fault", "expected"),
    [
        ('[post.limits]\ntext_limit = "viel"\n', "post.limits.text_limit", Fault.WRONG_VALUE, "whole number"),
        ("[post.limits]\ntext_limit = -1\n", "post.limits.text_limit", Fault.WRONG_VALUE, "whole number"),
        (
            "[post.limits]\nalt_supported = 1\n",
            "post.limits.alt_supported",
            Fault.WRONG_VALUE,
            "true or false",
        ),
        ("[post.limits]\ntext_limits = 1\n", "post.limits.text_limits", Fault.UNKNOWN_KEY, "text_limit"),
        ('[post.limits]\ntext_rule = "words"\n', "post.limits.text_rule", Fault.WRONG_VALUE, "mastodon"),
        ("[post]\nwidth = 0\n", "post.width", Fault.WRONG_VALUE, "pixels"),
        ("[post]\nwidth = true\n", "post.width", Fault.WRONG_VALUE, "pixels"),
        ("[post]\nratio_min = 20\n", "post.ratio_min", Fault.CONTRADICTION, "at most 10"),
        ("[post]\nlimits = 3\n", "post.limits", Fault.WRONG_VALUE, "a table"),
        ("[post.guidance.safe_zone]\nupper = 3\n", "post.guidance.safe_zone.upper", Fault.UNKNOWN_KEY, "top"),
        ('[platform]\ntext_format = "wall"\n', "platform.text_format", Fault.CONTRADICTION, "post"),
        ('[platform]\nname = " "\n', "platform.name", Fault.WRONG_VALUE, "text, not empty"),
        ("[wall]\nwidth = 5\n", "wall.label", Fault.MISSING, "text"),
        ("post = 5\n", "post", Fault.WRONG_VALUE, "a table"),
        ("schema = 2\n", "schema", Fault.NEWER, "1"),
        ("[post.limits\n", "", Fault.NOT_TOML, "line 1"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_key_and_reason_and_the_shipped_value_stays(
    tmp_path: Path, text: str, key: str, fault: Fault, expected: str
) -> None:
    catalogue = load(write(tmp_path, "mastodon.toml", text))
    (problem,) = catalogue.problems
    assert (problem.file, problem.key, problem.fault) == ("mastodon.toml", key, fault)
    assert expected in problem.expected
    assert catalogue.formats == load().formats


def test_a_new_platform_has_to_be_whole(tmp_path: Path) -> None:
    catalogue = load(write(tmp_path, "dorfapp.toml", "[post.limits]\ntext_limit = 1\n"))
    assert catalogue.problems == (
        Problem(file="dorfapp.toml", key="platform", fault=Fault.MISSING, expected="a table"),
    )


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    assert [item.fault for item in load(tmp_path).problems] == [Fault.NOT_TOML]


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "absent").problems == ()


def test_resources_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "kalender" / "formats", site / "kalender" / "formats")
    (site / "kalender" / "__init__.py").write_text("", encoding="utf-8")
    (site / "kalender" / "_resources").mkdir()
    code = "from kalender.formats.resources import folder; print(folder())"
    said = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=os.environ | {"PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(said.stdout.strip()) == (site / "kalender" / "_resources").resolve()


def test_in_a_source_tree_resources_lie_beside_the_package() -> None:
    assert folder() == ROOT / "resources"
