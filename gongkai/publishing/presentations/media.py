"""视频和音频: a stored file or, for a video, a link to a page elsewhere; captions, a transcript, a picture before it plays.

Data: ``{"media": {"file", "size", "kind", "width", "height"}, "link", "seconds", "poster": {"file", "width", "height"},
"captions": [{"start", "end", "words"}], "transcript"}``; times of captions in milliseconds.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from gongkai.paperwork.captions import Cue, faults_of, transcript_of, webvtt
from gongkai.publishing.pictures import address
from gongkai.publishing.presentations.row import Data, Presentation, Problem

LONGEST_TRANSCRIPT = 50_000
LONGEST_LINK = 300
_NO_CAPTIONS = (
    "上传字幕文件（.vtt、.srt），或者把字幕打在框里；听不见的人靠字幕，安静的场合也靠字幕"
)
_NO_TRANSCRIPT = "写上说了什么、出现了什么字；有字幕的，可以用“从字幕生成”先得到草稿再改"
_DURATION = re.compile(r"(?:([0-9]{1,2})[:：])?([0-9]{1,3})[:：]([0-5]?[0-9])")
_NAME = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")


def cues_of(data: Data) -> list[Cue]:
    """The captions."""
    return [Cue(row["start"], row["end"], row["words"]) for row in data.get("captions", [])]


def rows_of(cues: list[Cue]) -> list[dict[str, Any]]:
    """The captions as data."""
    return [{"start": cue.start, "end": cue.end, "words": cue.words} for cue in cues]


def captions_text(data: Data) -> str:
    """The captions as a WebVTT file, empty where there are none."""
    cues = cues_of(data)
    return webvtt(cues) if cues else ""


def transcript_from(data: Data) -> str:
    """What a transcript may begin with: the words of the captions."""
    return transcript_of(cues_of(data))


def host_of(link: str) -> str:
    """The host of a link elsewhere; empty for one that is not https to a name."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").lower()
    whole = parts.scheme == "https" and not parts.username and port in {None, 443}
    return host if whole and _NAME.fullmatch(host) else ""


def seconds_of(words: str) -> int | None:
    """“3:25” or “1:02:03” in seconds; None for what is no duration."""
    found = _DURATION.fullmatch(words.strip())
    if found is None or (found[1] and int(found[2]) > 59):
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def lasting(seconds: float | None) -> str:
    """Seconds as people read them: 3 分 25 秒."""
    if not seconds:
        return ""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    parts = ((hours, "小时"), (minutes, "分"), (rest, "秒"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def _written(data: Data) -> list[Problem]:
    """What is wrong with the words of a film or a sound."""
    if "".join(data.get("transcript", "").split()):
        return []
    return [Problem("没有文字稿", _NO_TRANSCRIPT, "form_words", "文字稿")]


def _film_problems(data: Data) -> list[Problem]:
    media, link = data.get("media"), data.get("link", "")
    if not media and not link:
        return [Problem("还没有视频", "打开“编辑视频”，上传 MP4，或者填写视频网页的链接")]
    found = []
    if media and not data.get("captions"):
        found.append(Problem("视频没有字幕", _NO_CAPTIONS, "form_words", "字幕"))
    faults = faults_of(cues_of(data), data.get("seconds"))
    found += [Problem(said, "改好时间以后再保存", "form_words", "字幕") for said in faults[:5]]
    return [*found, *_written(data)]


def _sound_problems(data: Data) -> list[Problem]:
    if not data.get("media"):
        return [Problem("还没有音频", "打开“编辑音频”，上传 MP3 或者 M4A")]
    return _written(data)


def _shown(data: Data) -> dict[str, Any]:
    media, poster = data.get("media"), data.get("poster")
    return {
        "media": {**media, "source": address(media["file"])} if media else None,
        "poster": address(poster["file"]) if poster else "",
        "link": data.get("link", ""),
        "host": host_of(data.get("link", "")),
        "lasts": lasting(data.get("seconds")),
        "captioned": bool(data.get("captions")),
        "paragraphs": [line for line in data.get("transcript", "").split("\n") if line.strip()],
    }


_TEXTS = {"words": "字幕", "transcript": "文字稿"}
VIDEO = Presentation(
    "video",
    "视频",
    "视频",
    "上传 MP4，或者填写视频网页的链接；要有字幕和文字稿",
    editor="publishing:video",
    problems=_film_problems,
    template="publishing/presentations/video.html",
    texts=_TEXTS,
    shown=_shown,
)
AUDIO = Presentation(
    "audio",
    "音频",
    "音频",
    "上传 MP3 或者 M4A，适合村村响广播、政策解读录音；要有文字稿",
    editor="publishing:audio",
    problems=_sound_problems,
    template="publishing/presentations/audio.html",
    texts=_TEXTS,
    shown=_shown,
)
