"""对外发布面"""

from datetime import timedelta

from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    """Listens to the outbox when it starts."""

    name = "gongkai.release"
    label = "release"
    verbose_name = "对外发布面"

    def ready(self) -> None:
        """Refresh the public copy of an item whenever a change of it was announced, and when its term has ended."""
        from gongkai.common.health import offer_remark
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import each_day, every
        from gongkai.release.actions import (
            refresh_catalogue,
            refresh_columns,
            refresh_item,
            renew_terms,
        )
        from gongkai.release.search import keeping
        from gongkai.release.static import jobs
        from gongkai.release.static.changes import STATIC
        from gongkai.release.static.keeping import release_changes

        handle("release.item", refresh_item)
        handle("release.catalogue", refresh_catalogue)
        handle("release.columns", refresh_columns)
        handle(keeping.ENTRY, keeping.renew_entry, outside=True)
        handle(keeping.INDEX, keeping.rebuild_index, outside=True)
        handle(STATIC, release_changes, outside=True)
        handle(jobs.DAY, jobs.release_day, outside=True)
        handle(jobs.SWEEP, jobs.release_sweep, outside=True)
        offer_remark("release.search", keeping.remark)
        offer_remark("release.static", jobs.remark)
        each_day("release.renew_terms", renew_terms)
        each_day("release.purge_index", keeping.purge)
        each_day("release.renew_day", jobs.renew_day)
        every("release.compare_index", timedelta(minutes=1), keeping.compare)
        every("release.compare_site", timedelta(minutes=1), jobs.compare)
        self._send_letters()

    def _send_letters(self) -> None:
        """Have the worker send what is subscribed to, and forget what nobody confirmed."""
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import each_day, every
        from gongkai.release.subscriptions.actions import asking, leaving, planning, sending

        handle(asking.KIND, sending.send_answer, outside=True)
        handle(planning.SEND, sending.send_digests, outside=True)
        every("release.plan_digests", timedelta(minutes=1), planning.plan)
        every("release.forget_unconfirmed", timedelta(hours=1), leaving.forget_unconfirmed)
        each_day("release.forget_letters", leaving.forget_letters)
