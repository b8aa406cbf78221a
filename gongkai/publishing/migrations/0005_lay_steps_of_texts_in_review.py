"""Lay down the one step of texts that were in review before there were steps."""

from django.db import migrations


def lay(apps, schema_editor):
    item, review = apps.get_model("publishing", "Item"), apps.get_model("publishing", "Review")
    for row in item.objects.filter(state="in_review").exclude(draft=None):
        review.objects.create(version_id=row.draft_id, order=0, step="release_review", secrecy=True)
        item.objects.filter(pk=row.pk).update(step="release_review")


def take_up(apps, schema_editor):
    apps.get_model("publishing", "Review").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = (("publishing", "0004_review_steps"),)

    operations = (migrations.RunPython(lay, take_up),)
