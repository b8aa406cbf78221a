"""Take the day an older version was last saved for the day its work began: the only one on record."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    versions = apps.get_model("publishing", "ItemVersion")
    versions.objects.filter(begun_at=None).update(begun_at=F("at"))


class Migration(migrations.Migration):
    dependencies = (("publishing", "0007_item_timer"),)

    operations = (migrations.RunPython(fill, migrations.RunPython.noop),)
