"""One machine, by hand: the embedded defaults."""

from gongkai.config.settings.base import *

MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
