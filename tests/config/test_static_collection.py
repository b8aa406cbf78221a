"""Style sheets and scripts are gathered when they have changed, and a run that was killed half-way is made good."""

import pytest

from gongkai.config.static_collection import STAMP, collect_static

WHOLE = "body { color: #123456 }"


@pytest.fixture
def gathered(tmp_path, settings):
    """A folder with one style sheet, gathered into another."""
    (tmp_path / "source").mkdir()
    (tmp_path / "static").mkdir()
    (tmp_path / "source" / "a.css").write_text(WHOLE)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = tmp_path / "static"
    assert collect_static()
    return tmp_path / "static"


def test_what_is_gathered_is_not_gathered_again(gathered):
    assert (gathered / "a.css").read_text() == WHOLE
    assert not collect_static()


def test_a_change_is_gathered(gathered, tmp_path):
    (tmp_path / "source" / "b.css").write_text(WHOLE)
    assert collect_static()
    assert (gathered / "b.css").read_text() == WHOLE


def test_what_a_killed_run_copied_in_part_is_copied_anew(gathered, tmp_path, monkeypatch):
    def killed(*_, **__):
        (gathered / "a.css").write_text("body {")
        raise KeyboardInterrupt

    (tmp_path / "source" / "b.css").write_text(WHOLE)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("django.core.management.call_command", killed)
        collect_static()
    assert not (gathered / STAMP).exists()
    assert collect_static()
    assert (gathered / "a.css").read_text() == WHOLE
