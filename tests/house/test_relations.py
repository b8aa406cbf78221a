"""Tables point down: a relation to a higher floor would make the lower one depend on it. Migrations are complete."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.house.test_rooms import floor_of

OURS = [model for model in apps.get_models() if model.__module__.startswith("gongkai.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_relations_follow_the_floors(model):
    mine = floor_of(model._meta.app_label)
    targets = {
        field.related_model._meta.app_label
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model.__module__.startswith("gongkai.")
    }
    higher = {name for name in targets if floor_of(name) > mine}
    assert not higher, (
        f"{model._meta.label} points up to {sorted(higher)}: keep an id and a label, or turn the relation round"
    )


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_record_has_a_name_for_people(model):
    assert "__str__" in vars(model) or any(
        "__str__" in vars(base) for base in model.__mro__[1:-3]
    ), model


@pytest.mark.django_db
def test_migrations_are_complete():
    out = io.StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    assert "No changes" in out.getvalue()
