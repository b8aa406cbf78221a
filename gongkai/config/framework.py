"""Brings Django up for a command or a server with the settings that the environment asks for."""

import os

import django

from gongkai.config.settings.environment import Environment


def choose_settings() -> None:
    """Name the settings for this process, unless the caller has named some."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"gongkai.config.settings.{Environment().mode}")


def bring_up() -> None:
    """Choose settings and load the applications; raises BadEnvironment if a variable is wrong."""
    choose_settings()
    django.setup()
