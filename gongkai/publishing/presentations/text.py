"""文字: the form every item has from the beginning; it has no data beside the text."""

from gongkai.publishing.presentations.row import Data, Presentation, Problem


def _problems(data: Data) -> list[Problem]:  # noqa: ARG001 - the text itself is looked through by the other checks
    return []


TEXT = Presentation(
    "text", "文字", "文字", "标题、正文、附件", editor="publishing:edit", problems=_problems
)
