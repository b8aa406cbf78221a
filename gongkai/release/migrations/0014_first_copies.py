"""What is public already when subscriptions begin is new to nobody: it became public on its first day."""

from itertools import islice
from zoneinfo import ZoneInfo

from django.db import migrations

ZONE = ZoneInfo("Asia/Shanghai")
SEVERAL = 1000


def known(apps):
    """The number of each item that is or was public, and the moment."""
    documents = apps.get_model("release", "PublicDocument").objects.order_by()
    yield from documents.values_list("item_id", "first_published_at").iterator(SEVERAL)
    withdrawn = apps.get_model("release", "Withdrawal").objects.order_by()
    yield from withdrawn.values_list("item_id", "withdrawn_at").iterator(SEVERAL)


def note(apps, schema_editor):
    first_copy = apps.get_model("release", "FirstCopy")
    rows = known(apps)
    while some := list(islice(rows, SEVERAL)):
        first_copy.objects.bulk_create(
            [first_copy(item_id=item, day=moment.astimezone(ZONE).date()) for item, moment in some],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("release", "0013_subscriptions")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
