"""Why a file is not taken in."""

from datetime import datetime

from gongkai.common.refusals import Refusal


class Unacceptable(Refusal):
    """The file is of the wrong kind, too large, broken, infected or hostile; the sentence says which and what to do."""

    status = 400


class Destroyed(Refusal):
    """The file's content was destroyed as the rules for personal data ask."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"这个文件的内容已于 {at:%Y-%m-%d} 按规定销毁")
