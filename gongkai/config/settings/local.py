"""One machine, by hand: the embedded defaults."""

from gongkai.config.settings.base import *
