"""What waits for a person: reports to be made, corrected, reviewed, signed and published, with the day they are due."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.moving import hands_of
from gongkai.annual_reports.acts import ACT_OF_MOVE
from gongkai.annual_reports.models import Promise, Remark, Report, ReportVersion
from gongkai.annual_reports.queries import Due, dues_of
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.work import WorkItem
from gongkai.law.report_reminders import PREPARE, is_preparing

KIND = "annual_reports"
STEP_OF = {"in_review": "review", "to_sign": "sign", "signed": "publish"}
REASONS = {
    "draft": "正在草拟，还没有送复核",
    "correction": "正在更正，公布前网站上仍是原来的版本",
    "in_review": "等您复核",
    "to_sign": "等您签发",
    "signed": "已经签发，等您公布",
}
ACTS = {
    "draft": "继续编制",
    "correction": "继续更正",
    "in_review": "复核",
    "to_sign": "签发",
    "signed": "公布",
}


def waiting_for(person: User, now: datetime) -> list[WorkItem]:
    """Everything of annual reports that waits for the person."""
    today = law_day(now)
    reports = [report for report in _open_reports(person) if _is_mine(report, person)]
    missing = _missing(person, today.year - 1, today)
    wanted = [(report.agency, report.year) for report in reports]
    wanted += [(agency, today.year - 1) for agency in missing]
    done = {(report.agency_id, report.year) for report in reports if report.again}
    dues = dues_of(wanted, today, done=done)
    items = [_item(report, dues[report.agency_id, report.year]) for report in reports]
    items += [item for report in reports for item in _promises(report)]
    items += [_to_start(agency, today.year - 1, dues) for agency in missing]
    if is_preparing(today):
        items += [_to_prepare(agency, today.year) for agency in _missing(person, today.year, today)]
    return items


def _open_reports(person: User) -> Iterator[Report]:
    """Reports in a state whose next act the person's posts allow."""
    for state, act in _acts_of_states().items():
        organs = agencies_for(person, act)
        if organs:
            remarks = Remark.objects.filter(report=OuterRef("pk"), open=True)
            public = ReportVersion.objects.filter(report=OuterRef("pk")).exclude(published_at=None)
            yield from (
                Report.objects.filter(state=state, agency_id__in=organs)
                .select_related("agency")
                .annotate(
                    came_back=Exists(remarks), again=Exists(public), promises_open=_unanswered()
                )
            )


def _unanswered() -> Exists:
    """Whether last year's report of the organ promised what nobody has answered."""
    last_year = {"report__agency": OuterRef("agency"), "report__year": OuterRef("year") - 1}
    return Exists(Promise.objects.filter(outcome="", **last_year))


def _promises(report: Report) -> Iterator[WorkItem]:
    """The answers that a draft still owes."""
    if report.promises_open and report.stands.open:
        yield WorkItem(
            kind=KIND,
            title=f"{report}：上年的改进承诺",
            reason="上年报告的承诺还没有答复做到没有",
            next_act="答复",
            url=reverse("annual_reports:promises", kwargs={"pk": report.pk}),
            agency_name=report.agency.name,
            since=report.updated_at,
        )


def _acts_of_states() -> dict[str, str]:
    acts = {state: ACT_OF_MOVE[step, state] for state, step in STEP_OF.items()}
    return {"draft": "annual_reports.edit", "correction": "annual_reports.edit", **acts}


def _is_mine(report: Report, person: User) -> bool:
    """Reviews and signatures wait for a second person only."""
    return report.state not in {"in_review", "to_sign"} or person.pk not in hands_of(report)


def _missing(person: User, year: int, today: date) -> list[Agency]:
    """The person's organs of that year, still there, that have no report of it yet."""
    organs = agencies_for(person, "annual_reports.edit")
    if not organs:
        return []
    there = Report.objects.filter(agency=OuterRef("pk"), year=year)
    found = Agency.objects.filter(pk__in=organs, since__year__lte=year).exclude(Exists(there))
    return [agency for agency in found if agency.until is None or agency.until >= today]


def _item(report: Report, due: Due) -> WorkItem:
    came_back = report.came_back and report.stands.open
    return WorkItem(
        kind=KIND,
        title=str(report),
        reason="退回修改，请看意见" if came_back else REASONS[report.state],
        next_act=ACTS[report.state],
        url=_url(report),
        agency_name=report.agency.name,
        due=due.day,
        days_left=due.days_left,
        light=due.light,
        since=report.updated_at,
    )


def _url(report: Report) -> str:
    name = "edit" if report.stands.open else STEP_OF[report.state]
    return reverse(f"annual_reports:{name}", kwargs={"pk": report.pk})


def _to_prepare(agency: Agency, year: int) -> WorkItem:
    """The report of this year, which can be looked at in the records before the year is over."""
    return WorkItem(
        kind=KIND,
        title=f"{agency.name}{year}年度报告",
        reason=PREPARE.says,
        next_act="从记录看年报",
        url=f"{reverse('annual_reports:compile')}?agency={agency.pk}&year={year}",
        agency_name=agency.name,
        light="no_date",
    )


def _to_start(agency: Agency, year: int, dues: dict[tuple[int, int], Due]) -> WorkItem:
    due = dues[agency.pk, year]
    return WorkItem(
        kind=KIND,
        title=f"{agency.name}{year}年度报告",
        reason=f"还没有建立；{due.law.because}",
        next_act="建立报告",
        url=f"{reverse('annual_reports:start')}?agency={agency.pk}&year={year}",
        agency_name=agency.name,
        due=due.day,
        days_left=due.days_left,
        light=due.light,
    )
