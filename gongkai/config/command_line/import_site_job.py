"""One run of ``gongkai import-site``: checked, confirmed, and worked through in this process, beside the worker if one runs."""

import time
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.clock import current
from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.queries import waiting
from gongkai.config.command_line.import_site_report import (
    say_end,
    say_plan,
    say_progress,
    say_trouble,
    write_batch,
    write_plan,
)
from gongkai.publishing.actions import confirm_batch, keep_old_columns, prepare_old_site
from gongkai.publishing.actions.batches import RUN_ROW, wake
from gongkai.publishing.actions.old_site import Source, planned
from gongkai.publishing.bulk.archive import LARGE
from gongkai.publishing.bulk.plan import Plan
from gongkai.publishing.models import Batch

WRONG = 1
LOOK = 0.5
"""Seconds between two looks while another process is at a line."""
SAY = 2.0
"""Seconds between two words about how far it is."""


@dataclass
class Job:
    """The site of an organ, and who hands it in. ``said`` is when it was last told how far it is, ``trouble`` what was told last."""

    agency: Agency
    person: User
    source: Source
    report: Path | None
    said: float = 0.0
    trouble: str = ""

    def preview(self) -> int:
        """Check and say what would be done; nothing is kept. 1 while it could not be run."""
        plan = planned(
            self.source,
            agency=self.agency,
            by=self.person,
            now=current(),
            limits=LARGE,
            told=self.tell,
        )
        return self.told_of(plan)

    def run(self) -> int:
        """Check, confirm, and work through every line; a batch that was begun with the same files goes on."""
        batch = self.begun() or self.prepared()
        if batch is None:
            return WRONG
        if batch.state == "prepared":
            if not batch.rows.filter(state="waiting").exists():
                print("没有要新建或者修改的信息。")
                return 0
            batch = confirm_batch(batch=batch, by=self.person, now=current())
        return self.work(batch)

    def begun(self) -> Batch | None:
        """The batch of the same files that waits or runs already."""
        self.source.folder.seek(0)
        digest = file_digest(self.source.folder, "sha256").hexdigest()
        rows = Batch.objects.filter(agency=self.agency, source="old_site", sha256=digest)
        mine = rows.filter(prepared_by_id=self.person.pk, state__in=("prepared", "running"))
        found = mine.first()
        if found is not None:
            print(f"接着办 {found.prepared_at:%Y-%m-%d} 的一批。")
            if found.state == "running":
                wake(found, current(), again=f":{current():%Y%m%d%H%M%S}")
        return found

    def prepared(self) -> Batch | None:
        """The batch, kept to be confirmed; None where the plan says why it cannot be."""
        columns = self.source.columns
        plan, batch = prepare_old_site(
            agency=self.agency,
            source=self.source,
            by=self.person,
            now=current(),
            limits=LARGE,
            waits=False,
            told=self.tell,
        )
        self.told_of(plan)
        if batch is not None and columns:
            keep_old_columns(agency=self.agency, columns=columns, by=self.person, now=current())
        return batch

    def told_of(self, plan: Plan) -> int:
        """Say what a plan holds; 1 while it cannot be run."""
        say_plan(plan)
        if self.report:
            write_plan(plan, self.report)
        return WRONG if plan.errors or plan.unsettled else 0

    def work(self, batch: Batch) -> int:
        """Work on the lines in this process until all are settled; a worker that runs beside takes its share."""
        while batch.state == "running":
            if not deliver_due(current(), kind=RUN_ROW):
                self.tell_trouble()
                time.sleep(LOOK)
            batch.refresh_from_db()
            if time.monotonic() - self.said > SAY:
                self.said = time.monotonic()
                say_progress(batch)
        refused = say_end(batch)
        if self.report:
            write_batch(batch, self.report)
        return WRONG if refused else 0

    def tell_trouble(self) -> None:
        """A line that failed for a reason of the machine is tried again later: say so, once for each reason."""
        held_up = waiting(RUN_ROW).exclude(last_error="").first()
        if held_up is not None and held_up.last_error != self.trouble:
            self.trouble = held_up.last_error
            say_trouble(held_up.last_error, held_up.due_at)

    def tell(self, done: int, number: int) -> None:
        """How many pages are read."""
        if done == number or time.monotonic() - self.said > SAY:
            self.said = time.monotonic()
            print(f"  核对 {done} / {number} 行", flush=True)
