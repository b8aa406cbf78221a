"""The tree on disk: any row of commits is what a plain table would hold; a kill at any call leaves one of two whole states."""

import os
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.static import disk, growing
from gongkai.release.static import tree as tree_module
from gongkai.release.static.growing import Content, Ready
from gongkai.release.static.sweeping import sweep
from gongkai.release.static.tree import NotOurFolder, Tree

PATHS = st.sampled_from(
    ["index.html", "feed.xml", "a/index.html", "a/b/index.html", "a/b/c.txt", "d/e/f/g.txt", "d/h"]
)
COMMITS = st.lists(st.dictionaries(PATHS, st.none() | st.sampled_from([b"one", b"two"])), max_size=6)  # fmt: skip


class Killed(BaseException):
    """The process ends here: nothing more of it happens."""


class DeadlyOs:
    """The module ``os`` until so many calls that change something were made; then none happens any more."""

    CHANGING = ("mkdir", "chmod", "fchmod", "open", "write", "link", "symlink", "rename", "unlink", "rmdir")  # fmt: skip

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        if name not in self.CHANGING:
            return real

        def call(*args: object, **kwargs: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise Killed
            return real(*args, **kwargs)

        return call


@pytest.fixture(autouse=True)
def _disk_that_needs_no_settling(monkeypatch) -> None:
    """What is made durable cannot be seen by a test that ends no machine; that it is asked for is counted elsewhere."""
    monkeypatch.setattr(disk, "settle_one", lambda _path: None)


def new_tree(folder: Path) -> Tree:
    tree = Tree(folder, grace=0)
    tree.make_ready()
    return tree


def commit(tree: Tree, changes: Mapping[str, Content]) -> bool:
    with tree.lock():
        return tree.commit(changes)


def held(tree: Tree) -> dict[str, bytes]:
    """Everything that readers find."""
    top = tree.place("").resolve()
    if not tree.root:
        return {}
    return {os.path.relpath(path, top): Path(path).read_bytes() for path in walked(str(top))}


def walked(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        yield from walked(entry.path) if entry.is_dir() else [entry.path]


def stored(tree: Tree) -> int:
    return sum(1 for _ in tree.folder.glob("store/*/*"))


@given(commits=COMMITS)
def test_any_row_of_commits_is_what_a_table_would_hold(tmp_path_factory, commits) -> None:
    tree, table = new_tree(tmp_path_factory.mktemp("tree")), {}
    for changes in commits:
        commit(tree, changes)
        table |= changes
        table = {path: body for path, body in table.items() if body is not None}
        assert held(tree) == table
    assert sweep(tree) == 0


BEFORE = {"index.html": b"old", "a/b/index.html": b"text", "a/c/index.html": b"stays"}
CHANGES = {"index.html": b"new", "a/b/index.html": None, "a/b/gone.html": b"note", "d/e": b"e"}
AFTER = {"index.html": b"new", "a/b/gone.html": b"note", "a/c/index.html": b"stays", "d/e": b"e"}


def test_a_kill_at_any_call_leaves_the_old_or_the_new_state_and_nothing_lost(
    tmp_path, monkeypatch
) -> None:
    seen = set()
    for calls in count():
        tree = new_tree(tmp_path / str(calls))
        commit(tree, BEFORE)
        ended = killed_after(calls, tree, CHANGES, monkeypatch)
        seen.add((ended, held(tree) == BEFORE, held(tree) == AFTER))
        commit(tree, CHANGES)
        sweep(tree)
        assert (held(tree), stored(tree)) == (AFTER, sum(1 for _ in folders(tree)))
        if ended:
            break
    assert seen == {(False, True, False), (False, False, True), (True, False, True)}


def killed_after(calls: int, tree: Tree, changes, monkeypatch) -> bool:
    """Whether a commit came to its end before it was killed at that call."""
    deadly = DeadlyOs(calls)
    with monkeypatch.context() as patched:
        for module in (disk, growing, tree_module):
            patched.setattr(module, "os", deadly)
        try:
            commit(tree, changes)
        except Killed:
            return False
        return deadly.left >= 0


def folders(tree: Tree) -> Iterator[str]:
    yield ""
    for path, names, _ in os.walk(tree.place("").resolve(), followlinks=True):
        yield from (f"{path}/{name}" for name in names)


def test_what_did_not_change_is_not_written_again(tmp_path) -> None:
    tree = new_tree(tmp_path)
    commit(tree, {"index.html": b"old", "a/index.html": b"stays", "a/b/index.html": b"old"})
    before, root = tree.identity("a/index.html"), tree.root
    assert not commit(tree, {"index.html": b"old", "x/y": None})
    assert tree.root == root
    commit(tree, {"a/b/index.html": b"new"})
    assert tree.identity("a/index.html") == before


def test_what_lies_ready_is_moved_in(tmp_path) -> None:
    tree = new_tree(tmp_path)
    for name, body in (("folder/index.html", b"page"), ("file", b"bytes")):
        place = tree.folder / "staging" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(body)
    ready = {name: Ready(tree.folder / "staging" / name) for name in ("folder", "file")}
    commit(tree, {"items/_/7/": ready["folder"], "files/x": ready["file"]})
    assert held(tree) == {"items/_/7/index.html": b"page", "files/x": b"bytes"}
    commit(tree, {"items/_/7/": None})
    assert held(tree) == {"files/x": b"bytes"}
    assert not any((tree.folder / "staging").iterdir())


def test_nothing_is_left_of_what_was_taken_away_or_replaced(tmp_path) -> None:
    tree = new_tree(tmp_path)
    commit(tree, {"a/b/index.html": b"secret", "index.html": b"list of secret"})
    commit(tree, {"a/b/index.html": None, "index.html": b"list"})
    assert not [path for path in walked(str(tmp_path)) if b"secret" in Path(path).read_bytes()]


def test_what_a_kill_kept_from_being_taken_away_goes_with_the_next_commit(
    tmp_path, monkeypatch
) -> None:
    tree = new_tree(tmp_path)
    commit(tree, {"a/b/index.html": b"secret", "index.html": b"list of secret"})
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(tree_module, "take_away", killed)
        commit(tree, {"a/b/index.html": None, "index.html": b"list"})
    assert held(tree) == {"index.html": b"list"}
    commit(tree, {"other.html": b"other"})
    assert not [path for path in walked(str(tmp_path)) if b"secret" in Path(path).read_bytes()]


def killed(_folder: str) -> None:
    raise Killed


def test_everybody_may_read_whatever_the_process_would_allow(tmp_path) -> None:
    mask = os.umask(0o077)
    try:
        tree = new_tree(tmp_path / "site")
        commit(tree, {"a/b/index.html": b"text"})
    finally:
        os.umask(mask)
    modes = {path.stat().st_mode & 0o777 for path in tree.folder.rglob("store/**/*")}
    assert modes == {0o644, 0o755}


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(NotOurFolder):
        new_tree(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_commit_that_fails_leaves_nothing_behind(tmp_path, monkeypatch) -> None:
    tree = new_tree(tmp_path)
    commit(tree, {"index.html": b"old"})

    def full(_path: str, _body: bytes) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(growing, "write", full)
    with pytest.raises(OSError, match="no space"):
        commit(tree, {"index.html": b"new"})
    assert (held(tree), stored(tree)) == ({"index.html": b"old"}, 1)
