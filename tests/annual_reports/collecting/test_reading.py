"""Reading on all cores: every file once, few ahead of the database, and one bad file stops no other."""

import pytest

from gongkai.annual_reports.collecting import reading
from gongkai.annual_reports.collecting.reading import AHEAD, read_all, read_one
from gongkai.files.antivirus import Verdict
from gongkai.publishing.bulk.archive import UnreadableFolder
from tests.annual_reports.collecting.folders import printed

TOWN = "青石镇人民政府"


class Folder:
    """A folder that remembers what was asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.asked: list[str] = []

    def read(self, path: str) -> bytes:
        """The bytes; a name with ! is damaged."""
        self.asked.append(path)
        if "!" in path:
            raise UnreadableFolder(f"压缩包里的“{path}”已损坏，请重新压缩")
        return self.data


@pytest.mark.parametrize("cores", [1, 2])
def test_every_file_is_read_once(cores):
    names = [f"{n}.json" for n in range(7)]
    found = [one.name for one in read_all(Folder(printed(TOWN)), names, cores)]
    assert sorted(found) == names


def test_no_more_is_read_ahead_than_the_database_can_follow():
    folder = Folder(printed(TOWN))
    results = read_all(folder, (f"{n}" for n in range(50)), 2)
    next(results)
    assert len(folder.asked) <= 2 * AHEAD * 2
    results.close()


def test_a_damaged_file_is_said_and_the_others_are_read():
    found = {one.name: one for one in read_all(Folder(printed(TOWN)), ["a!", "b"], 2)}
    assert "已损坏" in found["a!"].error
    assert found["b"].value.organ == TOWN


def test_an_infected_file_is_not_opened(monkeypatch):
    monkeypatch.setattr(reading.antivirus, "scan", lambda _: Verdict("infected", "Eicar"))
    found = read_one(Folder(printed(TOWN)), "a.json")
    assert found.value is None
    assert "Eicar" in found.error


def test_an_empty_file_is_said_to_be_empty():
    assert "0 字节" in read_one(Folder(b""), "a.pdf").error


def test_the_cores_are_those_that_the_process_may_use(monkeypatch):
    monkeypatch.setattr(reading.os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert reading.cores() == 1
