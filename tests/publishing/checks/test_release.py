"""Nothing goes out past a blocking finding: it is put right, or somebody else lets it stand with a reason."""

import ast

import pytest

from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.files.models import StoredFile
from gongkai.publishing.actions import mask, override_finding, publish, restore, submit
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.checks import findings, subject_of
from gongkai.publishing.models import FindingOverride, Item, ItemVersion
from tests.house.source import python_files, tree_of
from tests.publishing.items import NOW, draft, later, passed, reviewed, submitted, upload

ID = "11010519491231002X"
BODY = f"<p>张某，身份证号{ID}，电话0376-8123456。</p>"


def first(item: Item):
    return findings(subject_of(item, item.draft, NOW))[0]


def let(item: Item, by, reason: str = "本人书面同意公开"):
    finding = first(item)
    return override_finding(
        item=item, check=finding.check, mark=finding.mark, reason=reason, by=by, now=NOW
    )


def test_a_text_with_an_id_number_is_not_published(cast):
    item = reviewed(cast, body=BODY)
    with pytest.raises(Refusal, match="居民身份证号码"):
        publish(item=item, by=cast.signer, now=NOW)
    assert Item.objects.get(pk=item.pk).published is None


def test_a_finding_let_stand_with_a_reason_is_published_and_journaled(cast):
    item = reviewed(cast, body=BODY)
    let(item, cast.reviewer)
    assert publish(item=item, by=cast.signer, now=NOW).state == "published"
    entry = Entry.objects.get(act="publishing.override")
    assert entry.reason == "本人书面同意公开"
    assert ID not in str((entry.before, entry.after))


@pytest.mark.parametrize("role", ["clerk", "administrator", "supervisor", "stranger", "reader"])
def test_only_those_who_review_or_sign_let_a_finding_stand(cast, role):
    item = submitted(cast, body=BODY)
    with pytest.raises(NotAllowed):
        let(item, getattr(cast, role))


def test_nobody_lets_a_finding_in_the_own_text_stand(cast):
    item = submitted(cast, body=BODY)
    ItemVersion.objects.filter(pk=item.draft_id).update(writers=[cast.reviewer.pk])
    with pytest.raises(Refusal, match="不能审核、签发自己"):
        let(Item.objects.get(pk=item.pk), cast.reviewer)


def test_a_reason_is_needed_and_a_draft_is_not_let(cast):
    with pytest.raises(Refusal, match="写明为什么"):
        let(submitted(cast, body=BODY), cast.reviewer, reason=" ")
    with pytest.raises(Refusal, match="正在审核"):
        let(draft(cast, body=BODY), cast.reviewer)


def test_a_reason_holds_for_its_version_alone(cast):
    item = submitted(cast, body=BODY)
    let(item, cast.reviewer)
    kept = FindingOverride.objects.get()
    ItemVersion.objects.create(item=item, number=2, title="甲", body=BODY, at=NOW)
    assert kept.version.number == 1
    assert not FindingOverride.objects.filter(version__number=2).exists()


def test_what_was_changed_after_the_review_is_not_published(cast):
    item = reviewed(cast)
    ItemVersion.objects.filter(pk=item.draft_id).update(body="<p>换过</p>")
    with pytest.raises(Refusal, match="和送审时不一样"):
        publish(item=item, by=cast.signer, now=NOW)


def test_masking_makes_a_version_that_can_be_published_and_undone(cast):
    item = draft(cast, body=BODY)
    mark = first(item).mark
    item = mask(item=item, marks=[mark], seen_version=item.version, by=cast.clerk, now=NOW)
    assert "110105************，电话0376-8123456" in item.draft.body
    assert Entry.objects.get(act="publishing.mask").after["number"] == 2
    back = restore(item=item, version=item.versions.get(number=1), by=cast.clerk, now=NOW)
    assert ID in back.draft.body
    item = mask(item=back, marks=[mark], seen_version=back.version, by=cast.clerk, now=NOW)
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    assert publish(item=item, by=cast.signer, now=later(4)).state == "published"


def test_masking_reaches_title_summary_and_names_of_files(cast):
    item = draft(cast, f"{ID}的补贴", body=BODY)
    item = mask(item=item, marks=[first(item).mark], seen_version=1, by=cast.clerk, now=NOW)
    assert ID not in repr(text_of(item.draft))
    assert item.title == "110105************的补贴"


@pytest.mark.parametrize("role", ["reviewer", "signer", "stranger"])
def test_only_a_clerk_of_the_organ_masks(cast, role):
    item = draft(cast, body=BODY)
    with pytest.raises(NotAllowed):
        mask(item=item, marks=["x"], seen_version=1, by=getattr(cast, role), now=NOW)


def test_masking_a_stale_or_a_submitted_text_is_refused(cast):
    item = draft(cast, body=BODY)
    typed = {"marks": [first(item).mark], "by": cast.clerk, "now": NOW}
    with pytest.raises(Conflict):
        mask(item=item, seen_version=7, **typed)
    with pytest.raises(Refusal, match="已经没有了"):
        mask(item=item, seen_version=1, **typed | {"marks": ["0" * 16]})
    submit(item=item, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="不能修改"):
        mask(item=item, seen_version=2, **typed)


def with_file(cast, words: str) -> Item:
    from gongkai.publishing.actions import attach

    stored = upload(cast, "名单.csv", words)
    item = attach(item=draft(cast), stored=stored, by=cast.clerk, now=NOW)
    return passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)


def test_a_file_with_bank_accounts_under_their_head_is_not_published(cast):
    item = with_file(cast, "姓名,银行账号\n张某,320012345678\n")
    with pytest.raises(Refusal, match="第 2 行第 2 列有银行卡号"):
        publish(item=item, by=cast.signer, now=NOW)


def test_a_file_whose_public_copy_was_changed_is_not_published(cast):
    item = with_file(cast, "办事说明")
    StoredFile.objects.update(public_sha256="0" * 64)
    with pytest.raises(Refusal, match="已经损坏"):
        publish(item=item, by=cast.signer, now=NOW)


EXEMPT = {
    "gongkai/publishing/actions/bring_out.py": "annual reports are checked and signed in their own procedure",
}


def test_every_way_to_release_a_text_asks_the_checks():
    """Whoever gives a version its ``published_at`` calls ``require_releasable`` in the same module."""
    ways = {}
    for path in python_files("gongkai/publishing"):
        nodes = list(ast.walk(tree_of(path)))
        names = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}  # fmt: skip
        if "published_at" in names:
            ways[str(path)] = any(isinstance(node, ast.Name) and node.id == "require_releasable" for node in nodes)  # fmt: skip
    assert "gongkai/publishing/actions/publish.py" in ways
    unguarded = {path for path, asked in ways.items() if not asked}
    assert unguarded == set(EXEMPT)
