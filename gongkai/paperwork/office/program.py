"""Where LibreOffice is, and the profile it is run with: no macros, nothing fetched from elsewhere, nothing asked."""

import os
import shutil
from pathlib import Path

from gongkai.paperwork.errors import UnreadableReport

USUAL = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_NAMES = ("soffice", "libreoffice")
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


class OfficeMissing(UnreadableReport):
    """There is no LibreOffice here; the message says what to do instead."""


def office() -> str:
    """The program's path; raises OfficeMissing."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    found = found or next((path for path in USUAL if os.access(path, os.X_OK)), None)
    if found is None:
        raise OfficeMissing(
            "这台服务器没有安装 LibreOffice，读不了 .doc、.wps；请在 Word 或者 WPS 里打开，“另存为”.docx 再试"
        )
    return found


def write_profile(folder: Path) -> None:
    """A profile of its own, so that no setting of a person is used and none is left behind."""
    rows = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    place = folder / "user"
    place.mkdir(parents=True)
    (place / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{rows}</oor:items>",
        encoding="utf-8",
    )
