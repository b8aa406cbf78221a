"""The pages of the moves: for each its address, what it does in words, an example, its form, and the action it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.annual_reports import actions, forms
from gongkai.annual_reports.models import Report

Run = Callable[[Report, Any, User, datetime], Report]


@dataclass(frozen=True, slots=True)
class StepPage:
    """One page. ``act`` opens it; ``happens`` says what the step does, ``example`` shows when it is taken."""

    key: str
    address: str
    act: str
    happens: str
    example: str
    done: str
    run: Run
    form: type[forms.StepForm] = forms.StepForm
    template: str = "annual_reports/step.html"
    danger: bool = False


def _seen(form: Any) -> int:
    return form.cleaned_data["seen_version"]


def _submit(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.submit(report=report, by=by, now=now, seen_version=_seen(form))


def _take_back(report: Report, _: Any, by: User, now: datetime) -> Report:
    return actions.take_back(report=report, by=by, now=now)


def _review(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.review(report=report, by=by, now=now, seen_version=_seen(form))


def _send_back(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.send_back(
        report=report, remarks=form.said(), by=by, now=now, seen_version=_seen(form)
    )


def _sign(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.sign(
        report=report,
        by=by,
        now=now,
        seen_version=_seen(form),
        acknowledged=form.cleaned_data.get("acknowledged", ()),
    )


def _undo_signing(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.undo_signing(report=report, reason=form.cleaned_data["reason"], by=by, now=now)


def _publish(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.publish(report=report, by=by, now=now, seen_version=_seen(form))


def _correct(report: Report, form: Any, by: User, now: datetime) -> Report:
    return actions.begin_correction(report=report, note=form.cleaned_data["note"], by=by, now=now)


def _drop(report: Report, _: Any, by: User, now: datetime) -> Report:
    return actions.drop_correction(report=report, by=by, now=now)


def _withdraw(report: Report, form: Any, by: User, now: datetime) -> Report:
    kept = form.cleaned_data
    return actions.withdraw(
        report=report, reason=kept["reason"], public_note=kept["public_note"], by=by, now=now
    )


STEP_PAGES: tuple[StepPage, ...] = (
    StepPage(
        "submit",
        "submit",
        "annual_reports.edit",
        "报告交给复核人。送出以后数据和文字不能再改，直到复核人退回，或者您自己撤回送审。",
        "数据填完、各章写好、核对没有差错后送出。还有差错的也可以送，复核人会看到，但改好之前不能签发。",
        "已送复核",
        _submit,
        template="annual_reports/submit.html",
    ),
    StepPage(
        "take_back",
        "take-back",
        "annual_reports.edit",
        "报告回到草拟状态，可以继续修改；复核人那里不再有这件待办。",
        "送出后发现漏填一格，复核人还没有办理，可以撤回改好再送。",
        "已撤回，可以继续修改",
        _take_back,
    ),
    StepPage(
        "review",
        "review",
        "annual_reports.review",
        "报告交给签发人。复核人的姓名记入留痕，签发时一并写入固定的版本。",
        "核对三张表与台账一致、文字与数据没有出入，确认没有不应公开的内容，然后通过。",
        "复核通过，已交签发",
        _review,
        template="annual_reports/review.html",
    ),
    StepPage(
        "send_back",
        "send-back",
        "annual_reports.send_back",
        "报告退给编写的同志修改，您的意见逐条显示在报告页和编制页上；改好后重新送复核。",
        "“表三一、本年新收的自然人”写：台账是 4 件，这里填了 3 件，请核对。",
        "已退回修改",
        _send_back,
        forms.SendBackForm,
        "annual_reports/send_back.html",
    ),
    StepPage(
        "sign",
        "sign",
        "annual_reports.sign",
        "下面的数据和文字从此固定，并记下哈希值，任何人都不能再改动这一版；签发以后还要公布，公众才看得到。",
        "逐章看过，提示都确认无误，勾选同意后签发。发现问题的，退回修改。",
        "已签发，请公布",
        _sign,
        forms.SignForm,
        "annual_reports/sign.html",
    ),
    StepPage(
        "undo_signing",
        "undo-signing",
        "annual_reports.sign",
        "报告回到可以修改的状态，改好后重新复核、签发。已经签发的这一版留作记录，不公布。",
        "签发后、公布前发现落款日期写错，可以撤销签发。",
        "已撤销签发",
        _undo_signing,
        forms.ReasonForm,
        danger=True,
    ),
    StepPage(
        "publish",
        "publish",
        "annual_reports.publish",
        "签发的版本在网站“政府信息公开年报”栏目公布，附 Word、PDF 和数据文件；几秒钟后公众可以看到。",
        "县级以上人民政府部门应当在每年 1 月 31 日前公布上一年度的报告。",
        "已公布，网站几秒钟后更新",
        _publish,
    ),
    StepPage(
        "begin_correction",
        "correct",
        "annual_reports.correct",
        "从已公布的版本开出更正稿。更正稿公布之前网站上的内容不变；公布之后原来的版本仍可查看，并附更正说明。",
        "“表二行政许可处理决定数量漏计第四季度 7 件，由 0 更正为 7。”",
        "更正稿已开出，请修改后送复核",
        _correct,
        forms.NoteForm,
    ),
    StepPage(
        "drop_correction",
        "drop-correction",
        "annual_reports.correct",
        "更正稿里的改动全部去掉，报告恢复为网站上公布的样子。",
        "核对后发现原来的数据没有错，不需要更正。",
        "已放弃更正，恢复为公布的版本",
        _drop,
        danger=True,
    ),
    StepPage(
        "withdraw",
        "withdraw",
        "annual_reports.publish",
        "报告从网站上撤下，原来的网址只显示您写的说明。年度报告依法应当公布，撤下后须尽快更正并重新公布。",
        "发现文字里附了申请人的姓名和电话，立即撤下，删去后重新公布。数据有误的请用“开始更正”，不必撤下。",
        "已从网站撤下，请尽快更正并重新公布",
        _withdraw,
        forms.WithdrawForm,
        danger=True,
    ),
)
PAGE_OF = {page.key: page for page in STEP_PAGES}
