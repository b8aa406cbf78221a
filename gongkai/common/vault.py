"""Personal data at rest: sealed by AES-256-GCM, found again by blind indexes. Keys come from the keyring, never the database.

A seal is bound to its context (which record, which field): moved elsewhere it does not open. Not here: whose data it is.
"""

import base64
import hashlib
import hmac
import secrets
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = "1."
MASTER = "personal"
"""The name of the master key in the keyring."""


class CannotOpen(ValueError):
    """The seal was made with another key or for another place, or was altered."""


def new_key() -> bytes:
    """A key for one subject."""
    return secrets.token_bytes(KEY_BYTES)


def derived(purpose: str, key: bytes | None = None) -> bytes:
    """A key for one purpose, from the master key or from the given one."""
    source = settings.KEYRING.key(MASTER) if key is None else key
    kdf = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"gongkai:{purpose}".encode())
    return kdf.derive(source)


def seal(text: str, *, context: str, key: bytes | None = None) -> str:
    """The text as ciphertext, different each time; opened by ``unseal`` with the same context and key."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    closed = AESGCM(derived("seal", key)).encrypt(nonce, text.encode(), context.encode())
    return _FORMAT + base64.urlsafe_b64encode(nonce + closed).decode("ascii")


def unseal(sealed: str, *, context: str, key: bytes | None = None) -> str:
    """The text; raises CannotOpen."""
    try:
        raw = base64.b64decode(sealed.removeprefix(_FORMAT), altchars=b"-_", validate=True)
        nonce, closed = raw[:_NONCE_BYTES], raw[_NONCE_BYTES:]
        return AESGCM(derived("seal", key)).decrypt(nonce, closed, context.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("不能解开：密钥或位置不符，或者内容被改动") from error


def blind_index(value: str, *, field: str, key: bytes | None = None) -> str:
    """64 hexadecimal digits, equal for equal values of one field: for look-up without the value itself.

    Full-width and half-width, capital and small letters, and white space make no difference.
    """
    plain = "".join(unicodedata.normalize("NFKC", value).casefold().split())
    return hmac.new(derived(f"index:{field}", key), plain.encode(), hashlib.sha256).hexdigest()
