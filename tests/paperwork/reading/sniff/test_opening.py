"""What is taken in from a path: ordinary files up to the limit, nothing else."""

import os
import socket

import pytest

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff import open_limited
from gongkai.paperwork.reading.sniff.opening import LARGEST_FILE


def test_a_file_and_bytes_give_the_same_bytes(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_bytes(b"abc")
    assert open_limited(path) == open_limited(str(path)) == open_limited(b"abc") == b"abc"


@pytest.mark.parametrize(("size", "refused"), [(-1, False), (0, False), (1, True)])
def test_the_largest_size_is_the_last_that_passes(size, refused):
    data = bytes(LARGEST_FILE + size)
    if not refused:
        assert open_limited(data) is data
        return
    with pytest.raises(HostileFile, match="文件过大"):
        open_limited(data)


def test_a_file_of_500_mib_is_refused_by_its_size_and_never_opened(tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(500 * 2**20)
    monkeypatch.setattr(os, "open", pytest.fail)
    with pytest.raises(HostileFile, match="至少 500 MiB"):
        open_limited(path)


def test_a_file_that_lies_about_its_size_is_read_no_further_than_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "grows.txt"
    path.write_bytes(bytes(LARGEST_FILE + 1000))
    monkeypatch.setattr("gongkai.paperwork.reading.sniff.opening._check", lambda status: None)
    with pytest.raises(HostileFile, match="文件过大"):
        open_limited(path)


def test_a_folder_gets_a_sentence(tmp_path):
    with pytest.raises(UnreadableReport, match="文件夹"):
        open_limited(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableReport, match="管道"):
        open_limited(tmp_path / "pipe")


def test_a_device_is_refused():
    with pytest.raises(UnreadableReport, match="设备"):
        open_limited("/dev/zero")


def test_a_socket_is_refused(tmp_path):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(UnreadableReport, match="套接字"):
            open_limited(tmp_path / "s")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("没有/这个.txt", "找不到"), ("nul\x00.txt", "不允许的字符"), ("x" * 5000, "无法打开")],
)
def test_a_path_that_leads_nowhere_gets_a_sentence(path, sentence):
    with pytest.raises(UnreadableReport, match=sentence):
        open_limited(path)


def test_a_file_without_permission_gets_a_sentence(monkeypatch):
    def forbidden(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.stat", forbidden)
    with pytest.raises(UnreadableReport, match="权限"):
        open_limited("x")
