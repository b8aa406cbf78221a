"""``gongkai release rebuild`` makes the public copies anew."""

from gongkai.config.command_line import main
from gongkai.release.models import PublicDocument
from tests.publishing.items import draft, published


def test_what_is_published_and_nothing_else_is_made_anew(cast, capsys):
    published(cast)
    draft(cast)
    assert main(["release", "rebuild"]) == 0
    assert "公开的信息共 1 条" in capsys.readouterr().out
    assert PublicDocument.objects.get().title == "公开指南"
