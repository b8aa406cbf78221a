"""For tests: a throw-away home, fast passwords, nothing sent, tasks done at once.

Of the environment only GONGKAI_DATABASE_URL counts: with it the tests run on PostgreSQL.
"""

import os
import tempfile

os.environ["GONGKAI_HOME"] = tempfile.mkdtemp(prefix="gongkai-test-")
os.environ["GONGKAI_MODE"] = "local"
for name in (
    "REDIS_URL",
    "EMAIL_URL",
    "SMS",
    "S3_URL",
    "OIDC",
    "WITNESS_DIR",
    "SEARCH",
    "RELEASE",
    "TRUSTED_PROXIES",
    "ORIGIN",
):
    os.environ.pop(f"GONGKAI_{name}", None)

from gongkai.config.settings.base import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {
        "BACKEND": "gongkai.files.storage.DurableStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LINK_TRIALS = False
STATIC_ROOT.mkdir(exist_ok=True)
