"""``gongkai search``: building the index and saying how it stands."""

from django.conf import settings

from gongkai.config.command_line import main
from gongkai.release.actions import rebuild
from gongkai.release.search.engines import engine
from tests.publishing.items import NOW, draft, published


def test_the_index_is_built_from_what_is_public(cast, capsys):
    published(cast)
    draft(cast)
    rebuild(NOW)
    assert main(["search", "rebuild"]) == 0
    assert "检索索引已重建，共 1 条" in capsys.readouterr().out
    assert main(["search", "status"]) == 0
    assert "一致，共 1 条" in capsys.readouterr().out


def test_an_index_that_is_missing_is_told(cast, capsys):
    published(cast)
    rebuild(NOW)
    (settings.HOME / "search" / "current").unlink(missing_ok=True)
    assert main(["search", "status"]) == 1
    assert "gongkai search rebuild" in capsys.readouterr().out


def test_two_do_not_build_at_once(cast, capsys):
    with engine().folder.building():
        assert main(["search", "rebuild"]) == 1
    assert "另一个进程正在重建" in capsys.readouterr().err
