"""Fonts are chosen by preference, fetched only where none is, and only what is free and as expected is unpacked."""

import hashlib
import subprocess
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from gongkai.paperwork import CannotPrint
from gongkai.paperwork.printing import fonts

FREE = {member: member.encode() for member in fonts.FREE_FONTS}


@pytest.fixture
def wheel(tmp_path, monkeypatch) -> Path:
    """A wheel like the real one, with small files in place of the fonts."""
    sums = {member: hashlib.sha256(data).hexdigest() for member, data in FREE.items()}
    monkeypatch.setattr(fonts, "FREE_FONTS", sums)
    path = tmp_path / "fonts-0.0.1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in {**FREE, "somewhere/SimHei.ttf": b"not free"}.items():
            archive.writestr(member, data)
    return path


@pytest.mark.parametrize(
    ("families", "body", "heading"),
    [
        ({"FangSong", "SimHei", "Noto Serif CJK SC"}, "FangSong", "SimHei"),
        ({"Noto Serif CJK SC", "Noto Sans CJK SC", "Arial"}, "Noto Serif CJK SC", "Noto Sans CJK SC"),
        ({"Noto Sans CJK SC"}, "Noto Sans CJK SC", "Noto Sans CJK SC"),
        ({"AR PL UMing CN"}, "AR PL UMing CN", "AR PL UMing CN"),
    ],
)  # fmt: skip
def test_the_best_font_that_is_there_is_chosen(families, body, heading):
    chosen = fonts.choose(families, Path("var/fonts"))
    assert (chosen.body[0], chosen.heading[0]) == (body, heading)


def test_subheads_are_set_in_kai_where_there_is_one():
    assert fonts.choose({"KaiTi", "SimSun"}, Path()).subhead == ("KaiTi", "SimSun")
    assert fonts.choose({"SimSun"}, Path()).subhead == ("SimSun",)


@pytest.mark.parametrize("families", [set(), {"Arial", "DejaVu Sans"}, {"KaiTi"}])
def test_without_a_font_for_the_body_it_says_where_to_put_one(families):
    with pytest.raises(CannotPrint, match=r"make fonts.*var/fonts"):
        fonts.choose(families, Path("var/fonts"))


def test_fonts_lie_in_the_installations_home(monkeypatch):
    monkeypatch.setenv("GONGKAI_HOME", "elsewhere")
    assert fonts.font_folder() == Path("elsewhere/fonts")
    monkeypatch.delenv("GONGKAI_HOME")
    assert fonts.font_folder() == Path("var/fonts")


def test_only_the_free_fonts_are_unpacked_and_their_licence(wheel, tmp_path):
    fonts.unpack(wheel, tmp_path / "home/fonts")
    unpacked = {path.name: path.read_bytes() for path in (tmp_path / "home/fonts").iterdir()}
    assert unpacked == {Path(member).name: data for member, data in FREE.items()}
    assert set(unpacked) == {"NotoSerifSC-Regular.otf", "NotoSansSC-Regular.otf", "LICENSE"}


def test_a_font_that_is_not_as_expected_is_not_used(wheel, tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FREE_FONTS", dict.fromkeys(FREE, "0" * 64))
    with pytest.raises(fonts.FontsNotFetched, match="与登记的不符"):
        fonts.unpack(wheel, tmp_path / "fonts")
    assert not list((tmp_path / "fonts").iterdir())


def test_where_a_font_is_found_nothing_is_fetched(monkeypatch, capsys):
    monkeypatch.setattr(fonts, "find_typefaces", lambda folder: fonts.choose({"FangSong"}, folder))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("fetched"))
    assert fonts.main([]) == 0
    assert "FangSong" in capsys.readouterr().out


def test_where_none_can_be_fetched_it_says_what_still_works(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("GONGKAI_HOME", str(tmp_path))
    monkeypatch.setattr(fonts, "find_typefaces", lambda folder: fonts.choose(set(), folder))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=1))
    assert fonts.main(["requirements/fonts.txt"]) == 1
    assert "除 PDF 外都可使用" in capsys.readouterr().err


def test_fetching_asks_for_pinned_hashes_and_no_dependencies(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: asked.extend(command) or SimpleNamespace(returncode=0)
    )  # fmt: skip
    fonts.fetch(Path("requirements/fonts.txt"), tmp_path)
    assert {"download", "--no-deps", "--require-hashes", "requirements/fonts.txt"} <= set(asked)
