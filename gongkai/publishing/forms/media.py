"""What people type about a video or a sound."""

from typing import Any

from django import forms

from gongkai.files.purposes import MIB, PURPOSES
from gongkai.paperwork.captions import cues_in
from gongkai.paperwork.errors import UnreadableReport
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.forms.presentations import PICTURE_KINDS, LaterForm
from gongkai.publishing.presentations import Data
from gongkai.publishing.presentations.media import (
    LONGEST_LINK,
    LONGEST_TRANSCRIPT,
    captions_text,
    host_of,
    rows_of,
    seconds_of,
)

_VIDEO, _AUDIO = PURPOSES["video"].largest // MIB, PURPOSES["audio"].largest // MIB


def clock_words(seconds: float | None) -> str:
    """How a duration is typed: 3:25, 1:02:03."""
    if not seconds:
        return ""
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


class MediaForm(LaterForm):
    """What video and sound have in common."""

    needed = ("transcript",)

    seconds = forms.CharField(
        label="时长",
        required=False,
        max_length=9,
        help_text="如“3:25”；上传的文件会自动读出，读不出的自己填",
    )
    transcript = forms.CharField(
        label="文字稿",
        required=False,
        max_length=LONGEST_TRANSCRIPT,
        help_text="说了什么、画面上有什么要紧的字，一行一段；显示在下面，也能检索",
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    seen_version = seen_field()

    @staticmethod
    def initial_of(data: Data, seen_version: int) -> dict[str, Any]:
        """What the form shows of what is kept."""
        return {
            "link": data.get("link", ""),
            "seconds": clock_words(data.get("seconds")),
            "captions": captions_text(data),
            "transcript": data.get("transcript", ""),
            "seen_version": seen_version,
        }

    def clean_seconds(self) -> int | None:
        """The duration in seconds."""
        typed = self.cleaned_data["seconds"].strip()
        if not typed:
            return None
        seconds = seconds_of(typed)
        if seconds is None:
            raise forms.ValidationError("时长写成“分:秒”，如“3:25”；超过一小时的写成“1:02:03”")
        return seconds


class AudioForm(MediaForm):
    """A sound with its transcript."""

    needed = ("media", "transcript")
    media = forms.FileField(
        label="音频文件",
        required=False,
        help_text=f"MP3 或者 M4A，最大 {_AUDIO} MB；保存时会去掉录制人、专辑等附加信息",
        widget=forms.FileInput(attrs={"accept": "audio/mpeg,audio/mp4,.mp3,.m4a"}),
    )
    field_order = ("media", "seconds", "transcript")


class VideoForm(MediaForm):
    """A video, uploaded or elsewhere, with captions."""

    media = forms.FileField(
        label="视频文件",
        required=False,
        help_text=(
            f"MP4（H.264 视频、AAC 声音），最大 {_VIDEO} MB，约是 720p 的十几分钟；再大，用手机流量的读者看不起，"
            "请压缩、分段，或者只填链接。保存时会去掉拍摄地点、时间等附加信息"
        ),
        widget=forms.FileInput(attrs={"accept": "video/mp4,.mp4,.m4v"}),
    )
    link = forms.CharField(
        label="或者：视频网页的链接",
        required=False,
        max_length=LONGEST_LINK,
        help_text="视频放在别的网站上的，填 https 开头的网址；只显示成链接并写明网站，不嵌进页面",
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    poster = forms.FileField(
        label="封面图片",
        required=False,
        help_text="播放以前显示；可以不选",
        widget=forms.FileInput(attrs={"accept": PICTURE_KINDS}),
    )
    captions_file = forms.FileField(
        label="字幕文件",
        required=False,
        help_text=".vtt 或者 .srt；选了文件，就用文件里的字幕替换下面的",
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )
    captions = forms.CharField(
        label="字幕",
        required=False,
        strip=False,
        help_text="每条一行时间、下一行文字、再空一行，如“00:00:01.000 --> 00:00:04.000”；也可以整段粘贴 SRT",
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    field_order = ("media", "link", "poster", "seconds", "captions_file", "captions", "transcript")

    def clean_link(self) -> str:
        """An address of another site that a reader may be led to."""
        link = self.cleaned_data["link"].strip()
        if link and not host_of(link):
            raise forms.ValidationError(
                "请填 https:// 开头的完整网址，如“https://v.example.gov.cn/123”"
            )
        return link

    def clean_captions_file(self) -> list[dict[str, Any]] | None:
        """The captions of the file that came."""
        given = self.cleaned_data["captions_file"]
        return self._rows(given.read()) if given else None

    def clean_captions(self) -> list[dict[str, Any]]:
        """The captions that were typed; a bare head line is none."""
        typed = self.cleaned_data["captions"]
        bare = typed.replace("WEBVTT", "").strip()
        return self._rows(typed) if bare and not self.cleaned_data.get("captions_file") else []

    @staticmethod
    def _rows(given: bytes | str) -> list[dict[str, Any]]:
        try:
            return rows_of(cues_in(given))
        except UnreadableReport as error:
            raise forms.ValidationError(str(error)) from error

    def cues(self) -> list[dict[str, Any]]:
        """The captions that count: those of the file, else those that were typed."""
        found: list[dict[str, Any]] = (
            self.cleaned_data["captions_file"] or self.cleaned_data["captions"]
        )
        return found
