"""The month of each public document from its day of publication: a statement a month, whatever the number of documents."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Max, Min

ZONE = ZoneInfo("Asia/Shanghai")


def fill(apps, schema_editor):
    documents = apps.get_model("release", "PublicDocument").objects.order_by()
    ends = documents.aggregate(first=Min("published_at"), last=Max("published_at"))
    if ends["first"] is None:
        return
    begins = month_of(ends["first"])
    while begins <= ends["last"]:
        ended = datetime(begins.year + begins.month // 12, begins.month % 12 + 1, 1, tzinfo=ZONE)
        here = documents.filter(published_at__gte=begins, published_at__lt=ended)
        here.update(month=begins.strftime("%Y-%m"))
        begins = ended


def month_of(moment):
    there = moment.astimezone(ZONE)
    return datetime(there.year, there.month, 1, tzinfo=ZONE)


class Migration(migrations.Migration):
    dependencies = (("release", "0009_public_month"),)

    operations = (migrations.RunPython(fill, migrations.RunPython.noop),)
