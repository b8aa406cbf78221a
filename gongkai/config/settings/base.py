"""What holds for every installation: applications in the order of the floors, safety, language, time."""

import re
from pathlib import Path

from gongkai.common.keyring import Keyring
from gongkai.config.settings import storages
from gongkai.config.settings.environment import Environment
from gongkai.config.settings.log_lines import logging_of
from gongkai.config.settings.mail_server import mail_of
from gongkai.config.settings.queues import cache_of, rq_queues_of, tasks_of
from gongkai.config.settings.search_engine import search_of
from gongkai.config.settings.single_sign_on import providers_of
from gongkai.config.settings.sms_gateway import sms_of
from gongkai.paperwork import letters

ENVIRONMENT = Environment()
HOME = ENVIRONMENT.home
HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
KEYRING = Keyring(HOME / "keys")

SECRET_KEY = KEYRING.text("secret")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *ENVIRONMENT.words("HOSTS")]

INSTALLED_APPS = [
    # The floors, from the top down: a higher one's template comes first.
    "gongkai.desk",
    "gongkai.website",
    "gongkai.release",
    "gongkai.annual_reports",
    "gongkai.casework",
    "gongkai.participation",
    "gongkai.publishing",
    "gongkai.files",
    "gongkai.accounts",
    "gongkai.agencies",
    "gongkai.audit",
    "gongkai.common",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_tasks",
    "django_tasks_db",
    "django_prose_editor",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "gongkai.common.middleware.RequestContext",
    "gongkai.common.middleware.SafeHeaders",
    "django.middleware.security.SecurityMiddleware",
    "gongkai.common.middleware.OneEncoding",
    "gongkai.files.middleware.RequestLimit",
    "gongkai.common.static_files.StaticFiles",
    "gongkai.website.kept.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "gongkai.accounts.sign_in.middleware.FirstRun",
    "gongkai.accounts.sign_in.middleware.SessionGuard",
    "gongkai.common.drafts.middleware.SavedDrafts",
    "gongkai.common.middleware.Refusals",
]

ROOT_URLCONF = "gongkai.config.urls"
ASGI_APPLICATION = "gongkai.config.asgi.application"
WSGI_APPLICATION = None

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gongkai.common.shell.context",
                "gongkai.agencies.house.context",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": ENVIRONMENT.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": cache_of(ENVIRONMENT)}
OUTBOX_BACK_OFF_SECONDS = (10, 60, 5 * 60, 30 * 60, 2 * 60 * 60, 6 * 60 * 60, 12 * 60 * 60)
"""The waits after each failed attempt; when they are used up, the message is dead."""
OUTBOX_LEASE_SECONDS = 5 * 60
TASKS = {"default": tasks_of(ENVIRONMENT)}
RQ_QUEUES = rq_queues_of(ENVIRONMENT)
if RQ_QUEUES:
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]
LOGGING = logging_of()

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
MESSAGE_TAGS = {10: "note", 20: "note", 25: "done", 30: "warn", 40: "error"}  # band--note …
ACCOUNT_ADAPTER = "gongkai.accounts.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "30/m/ip,20/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.number("TRUSTED_PROXIES")
SOCIALACCOUNT_ADAPTER = "gongkai.accounts.sign_in.identities.IdentityAdapter"
SOCIALACCOUNT_PROVIDERS = providers_of(ENVIRONMENT)
ACCOUNT_FORMS = {
    "login": "gongkai.accounts.forms.LoginForm",
    "change_password": "gongkai.accounts.forms.ChangePasswordForm",
    "set_password": "gongkai.accounts.forms.SetPasswordForm",
    "reset_password": "gongkai.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "gongkai.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "gongkai.accounts.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "gongkai.accounts.forms.AuthenticateForm",
    "reauthenticate": "gongkai.accounts.forms.SecondReauthenticateForm",
    "activate_totp": "gongkai.accounts.forms.ActivateTOTPForm",
    "add_webauthn": "gongkai.accounts.forms.AddWebAuthnForm",
    "edit_webauthn": "gongkai.accounts.forms.EditWebAuthnForm",
}
MFA_ADAPTER = "gongkai.accounts.sign_in.second_factor.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("letters", Path(letters.__file__).with_name("style"))]
"""How a letter looks inside a page is the style that its web page has."""
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": storages.files(HOME, ENVIRONMENT.text("S3_URL")),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SEARCH = search_of(ENVIRONMENT)
RELEASE = ENVIRONMENT.text("RELEASE")
WITNESS_DIR = ENVIRONMENT.text("WITNESS_DIR") or HOME / "witness"
LINK_TRIALS = ENVIRONMENT.flag("LINK_TRIALS")
CLAMAV = ENVIRONMENT.text("CLAMAV")
ORIGIN = ENVIRONMENT.origin("ORIGIN")
LARGEST_REQUEST = 55 * 1024 * 1024
"""Bytes of a whole request: the largest file that any purpose takes, and the form around it."""
LARGEST_MEDIA_REQUEST = 210 * 1024 * 1024
MEDIA_UPLOADS = re.compile(r"/desk/items/[0-9]{1,10}/form/(?:video|audio)/")
"""Where officers hand in videos, which may be larger than anything else; everywhere else the lower limit holds."""

SESSION_ENGINE = "gongkai.accounts.sign_in.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "gongkai.files.uploads.NamelessUploadHandler",
]
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)

globals().update(mail_of(ENVIRONMENT))
DEFAULT_FROM_EMAIL = ENVIRONMENT.text("EMAIL_FROM")
SMS = sms_of(ENVIRONMENT)
