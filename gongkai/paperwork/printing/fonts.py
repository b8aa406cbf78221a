"""Which Chinese fonts print-outs use: the system's or those in ``$GONGKAI_HOME/fonts``; fetches free ones on request.

``python -m gongkai.paperwork.printing.fonts requirements/fonts.txt`` fetches where none is found (decision 0002).
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from gongkai.paperwork.errors import CannotPrint

# As the fonts name themselves, best first: official documents are set in 仿宋, headings in 黑体, subheads in 楷体.
SERIF = ("FangSong", "STFangsong", "仿宋_GB2312", "FangSong_GB2312", "仿宋", "Noto Serif CJK SC", "Source Han Serif SC",
         "Noto Serif SC", "Songti SC", "SimSun", "AR PL UMing CN", "AR PL SungtiL GB")  # fmt: skip
SANS = ("SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC",
        "Microsoft YaHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei")  # fmt: skip
KAI = (
    "KaiTi",
    "STKaiti",
    "楷体_GB2312",
    "KaiTi_GB2312",
    "楷体",
    "AR PL UKai CN",
    "AR PL KaitiM GB",
)

BANNER = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋")
"""小标宋, for the organ's name and the title of an official letter; a heavy Song stands in."""

REQUIREMENTS = "requirements/fonts.txt"
FREE_FONTS = {
    "pylopdf_fonts_zh_cn/NotoSerifSC-Regular.otf": "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
    "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf": "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
    # The fonts' own licence, which goes wherever they go.
    "pylopdf_fonts_zh_cn-0.1.1.dist-info/licenses/LICENSE": "6a73f9541c2de74158c0e7cf6b0a58ef774f5a780bf191f2d7ec9cc53efe2bf2",
}
"""What is taken out of the wheel, with its SHA-256; its code is not."""

MISSING = (
    "本机没有中文字体，无法印出 PDF：请运行 make fonts 取得开源字体，"
    "或者把思源宋体（Noto Serif SC）等字体文件放进 {folder}，再印一次。"
)


class FontsNotFetched(RuntimeError):
    """The free fonts could not be fetched; the message says why."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Font families by use, best first; each goes on with the others' for characters that it lacks."""

    body: tuple[str, ...]
    heading: tuple[str, ...]
    subhead: tuple[str, ...]
    banner: tuple[str, ...]


def font_folder() -> Path:
    """Where fonts of this installation lie: ``$GONGKAI_HOME/fonts``, by default ``var/fonts``."""
    return Path(os.environ.get("GONGKAI_HOME") or "var") / "fonts"


def find_typefaces(folder: Path) -> Typefaces:
    """The Chinese fonts of the system and of ``folder``; raises CannotPrint with what to do if there are none."""
    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=[folder])
    return choose(fonts.families(), folder)


def choose(families: Collection[str], folder: Path) -> Typefaces:
    """Choose among installed families. One Chinese font of any kind is enough; 楷体 alone is for subheads only."""
    serif, sans, kai, banner = (
        tuple(name for name in names if name in families) for names in (SERIF, SANS, KAI, BANNER)
    )
    if not serif and not sans:
        raise CannotPrint(MISSING.format(folder=folder))
    return Typefaces(serif + sans, sans + serif, kai + serif + sans, banner + serif + sans)


def fetch(requirements: Path, folder: Path) -> None:
    """Fetch the pinned wheel and lay its free fonts into ``folder``; raises FontsNotFetched."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--no-deps", "--only-binary", ":all:",
                   "--require-hashes", "--dest", place, "-r", str(requirements)]  # fmt: skip
        if subprocess.run(command, check=False).returncode:  # noqa: S603 - fixed words and our own path
            raise FontsNotFetched("没有取到字体：软件包源无法访问，或者内容与登记的不符")
        for wheel in Path(place).glob("*.whl"):
            unpack(wheel, folder)


def unpack(wheel: Path, folder: Path) -> None:
    """Lay the free fonts of the wheel and their licence into ``folder``, each whole and as expected; raises FontsNotFetched."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for member, expected in FREE_FONTS.items():
            name = Path(member).name
            data = archive.read(member)
            if hashlib.sha256(data).hexdigest() != expected:
                raise FontsNotFetched(f"字体 {name} 的内容与登记的不符，没有使用")
            part = folder / f"{name}.part"
            part.write_bytes(data)
            part.replace(folder / name)


def main(arguments: Sequence[str]) -> int:
    """Fetch fonts where none is found; 0 if there is one in the end."""
    folder = font_folder()
    try:
        print(f"中文字体：{find_typefaces(folder).body[0]}")
    except CannotPrint:
        print(f"==> 本机没有中文字体，取开源字体放进 {folder}（约 17 MB）")
        try:
            fetch(Path(arguments[0] if arguments else REQUIREMENTS), folder)
            print(f"中文字体：{find_typefaces(folder).body[0]}")
        except (FontsNotFetched, CannotPrint, OSError) as error:
            print(f"{error}。除 PDF 外都可使用；稍后可再运行 make fonts。", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
