"""Requests that are too large are refused by their announced length, before anything of them is parsed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.files.purposes import LARGEST, LARGEST_MEDIA, MIB, largest_request
from gongkai.files.refusals import Unacceptable


class RequestLimit:
    """Answers 413 with the way out. A request that announces no length has no body for Django."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        announced = request.META.get("CONTENT_LENGTH") or "0"
        most = largest_request(request.path)
        if not announced.isdigit() or int(announced) <= most:
            return self.answer(request)
        largest = LARGEST_MEDIA if most > settings.LARGEST_REQUEST else LARGEST
        refusal = Unacceptable(
            f"上传的内容过大：一个文件最大 {largest // MIB} MB，没有保存任何内容",
            next_step="请压缩图片、视频，或者拆分成几个文件后再上传",
        )
        return render(request, "shell/refusal.html", {"refusal": refusal}, status=413)
