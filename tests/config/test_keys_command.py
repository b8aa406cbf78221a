"""The master key is changed while the old one still reads, goes on after a kill, and brings nothing destroyed back."""

import pytest
from django.core.files.storage import default_storage

from gongkai.audit import rewrapping
from gongkai.audit.models import Entry, SubjectKey
from gongkai.casework import actions
from gongkai.casework.models import Case
from gongkai.common import vault
from gongkai.common.keyring import Keyring
from gongkai.config.command_line import main
from gongkai.files.models import StoredFile
from gongkai.files.storage import keep
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.samples import searched


class Killed(BaseException):
    """The process dies here."""


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYRING = Keyring(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def town(cast):
    for _ in range(3):
        cases.registered(cast)
    return cast


def names(cast) -> set[str]:
    """The names of all applicants, as they can be read now."""
    said = {"by": cast.clerk, "now": at("2026-11-03")}
    return {actions.read_applicant(case=case, **said)["name"] for case in Case.objects.all()}


def kill_after(monkeypatch, number: int) -> None:
    """Die at the ``number``-th key."""
    real, left = vault.rewrapped, [number]

    def rewrapped(*said, **more):
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return real(*said, **more)

    monkeypatch.setattr(vault, "rewrapped", rewrapped)


def test_everything_lies_under_the_new_key_and_reads_as_before(town, keys, capsys):
    paper = searched(town)
    before = set(SubjectKey.objects.values_list("wrapped", flat=True))
    assert main(["keys", "rotate"]) == 0
    assert before.isdisjoint(SubjectKey.objects.values_list("wrapped", flat=True))
    assert names(town) == {"李申请人"}
    with paper.file.__class__.objects.get(pk=paper.file.pk).open() as content:
        assert "检索" in content.read().decode()
    assert "第 2 个" in capsys.readouterr().out
    assert {path.name for path in keys.iterdir()} == {"personal", "personal-2"}


def test_without_the_new_key_nothing_reads_any_more(town, keys):
    main(["keys", "rotate"])
    (keys / "personal-2").unlink()
    with pytest.raises(vault.CannotOpen):
        names(town)


def test_killed_midway_old_and_new_read_and_the_next_run_goes_on(town, monkeypatch, capsys):
    kill_after(monkeypatch, 2)
    with pytest.raises(Killed):
        main(["keys", "rotate"])
    monkeypatch.undo()
    assert names(town) == {"李申请人"}
    assert main(["keys", "rotate", "--check"]) == 1
    assert main(["keys", "rotate"]) == 0
    assert (vault.generation(), rewrapping.behind()) == (2, 0)
    assert "接着换成第 2 个" in capsys.readouterr().out


def test_a_second_rotation_makes_a_third_key_and_the_second_is_not_needed(town, keys):
    assert [main(["keys", "rotate"]), main(["keys", "rotate"])] == [0, 0]
    assert vault.generation() == 3
    (keys / "personal-2").unlink()
    assert names(town) == {"李申请人"}
    assert not (keys / "personal-2").exists()


def test_a_key_destroyed_meanwhile_stays_destroyed(town, monkeypatch):
    real = vault.rewrapped

    def destroyed_meanwhile(wrapped, **said):
        SubjectKey.objects.update(wrapped="", erased_at=at("2026-11-03"))
        return real(wrapped, **said)

    monkeypatch.setattr(vault, "rewrapped", destroyed_meanwhile)
    main(["keys", "rotate"])
    assert set(SubjectKey.objects.values_list("wrapped", flat=True)) == {""}


def test_a_destroyed_subject_is_left_alone(town):
    SubjectKey.objects.update(wrapped="", erased_at=at("2026-11-03"))
    assert main(["keys", "rotate"]) == 0


def in_clear(town, text: bytes = b"identity card") -> StoredFile:
    """A paper as it was stored before papers were sealed."""
    stored = searched(town).file
    StoredFile.objects.filter(pk=stored.pk).update(sealed_key="", storage_key=keep(text))
    return StoredFile.objects.get(pk=stored.pk)


def test_papers_of_old_are_sealed_and_their_clear_bytes_gone(town, capsys):
    old = in_clear(town)
    assert main(["keys", "rotate", "--check"]) == 1
    assert "没有加密的办件材料 1 个" in capsys.readouterr().out
    assert main(["keys", "rotate"]) == 0
    now = StoredFile.objects.get(pk=old.pk)
    with now.open() as content, default_storage.open(now.storage_key) as kept:
        assert content.read() == b"identity card"
        assert b"identity" not in kept.read()
    assert not default_storage.exists(old.storage_key)


def test_a_kill_between_sealing_and_naming_leaves_the_old_paper(town, monkeypatch):
    old = in_clear(town)
    monkeypatch.setattr(StoredFile.objects, "filter", lambda **said: (_ for _ in ()).throw(Killed))
    from gongkai.files.rewrapping import _seal

    with pytest.raises(Killed):
        _seal(old)
    monkeypatch.undo()
    with StoredFile.objects.get(pk=old.pk).open() as content:
        assert content.read() == b"identity card"


def test_the_journal_tells_of_it_with_numbers(town):
    main(["keys", "rotate"])
    entry = Entry.objects.get(act=rewrapping.ACT)
    assert entry.after == {"generation": 2, "keys": 3, "sealed_files": 0}
    assert entry.chain.organ == ""


def test_marks_and_query_codes_stay_as_they_were(town):
    before = (vault.blind_index("3200", field="x"), vault.derived("code"))
    main(["keys", "rotate"])
    assert before == (vault.blind_index("3200", field="x"), vault.derived("code"))
