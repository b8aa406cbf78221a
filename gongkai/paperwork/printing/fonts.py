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

REQUIREMENTS = "requirements/fonts.txt"
WHEEL_FOLDER = "mplfonts/fonts/"
FREE_FONTS = {
    "NotoSerifCJKsc-Regular.otf": "efa5e49879a789c1ecad8f07e1813c7f9aa6c4b951fdbb5791d85d67345632d7",
    "NotoSansCJKsc-Regular.otf": "1652500938055a232cfbfa321de6ebaadfc5635dd9f75e369bc991d14a6512dd",
}
"""The files taken out of the wheel, with their SHA-256. Its SimHei.ttf is not free and stays where it is."""

MISSING = (
    "本机没有中文字体，无法印出 PDF：请运行 make fonts 取得开源字体，"
    "或者把思源宋体（Noto Serif CJK SC）等字体文件放进 {folder}，再印一次。"
)


class FontsNotFetched(RuntimeError):
    """The free fonts could not be fetched; the message says why."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Font families by use, best first; each goes on with the others' for characters that it lacks."""

    body: tuple[str, ...]
    heading: tuple[str, ...]
    subhead: tuple[str, ...]


def font_folder() -> Path:
    """Where fonts of this installation lie: ``$GONGKAI_HOME/fonts``, by default ``var/fonts``."""
    return Path(os.environ.get("GONGKAI_HOME") or "var") / "fonts"


def find_typefaces(folder: Path) -> Typefaces:
    """The Chinese fonts of the system and of ``folder``; raises CannotPrint with what to do if there are none."""
    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=[folder])
    return choose(fonts.families(), folder)


def choose(families: Collection[str], folder: Path) -> Typefaces:
    """Choose among installed families. One Chinese font of any kind is enough; 楷体 alone is for subheads only."""
    serif, sans, kai = (
        tuple(name for name in names if name in families) for names in (SERIF, SANS, KAI)
    )
    if not serif and not sans:
        raise CannotPrint(MISSING.format(folder=folder))
    return Typefaces(serif + sans, sans + serif, kai + serif + sans)


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
    """Lay the free fonts of the wheel into ``folder``, each whole and as expected; raises FontsNotFetched."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, expected in FREE_FONTS.items():
            data = archive.read(WHEEL_FOLDER + name)
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
        print(f"==> 本机没有中文字体，取开源字体放进 {folder}（约 85 MB）")
        try:
            fetch(Path(arguments[0] if arguments else REQUIREMENTS), folder)
            print(f"中文字体：{find_typefaces(folder).body[0]}")
        except (FontsNotFetched, CannotPrint, OSError) as error:
            print(f"{error}。除 PDF 外都可使用；稍后可再运行 make fonts。", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
