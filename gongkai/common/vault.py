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
"""The name of the first master key in the keyring, from which marks are made for ever; later ones are called personal-2 and so on."""


class CannotOpen(ValueError):
    """The seal was made with another key or for another place, or was altered."""


def new_key() -> bytes:
    """A key for one subject."""
    return secrets.token_bytes(KEY_BYTES)


def generation() -> int:
    """Which master key is the newest, counted from 1: seals are made with it."""
    return settings.KEYRING.newest(MASTER)


def new_generation() -> int:
    """Make a further master key and return its number; what older ones sealed still opens."""
    number = generation() + 1
    settings.KEYRING.key(_name(number))
    return number


def _name(number: int) -> str:
    return MASTER if number == 1 else f"{MASTER}-{number}"


def is_newest(sealed: str, *, context: str) -> bool:
    """Whether the newest master key opens a seal that was made with one of them."""
    try:
        unseal(sealed, context=context, key=_master(generation()))
    except CannotOpen:
        return False
    return True


def rewrapped(sealed: str, *, context: str) -> str:
    """The seal made anew with the newest master key; "" where it is made with that already. Raises CannotOpen."""
    if is_newest(sealed, context=context):
        return ""
    return seal(unseal(sealed, context=context), context=context)


def _master(number: int) -> bytes:
    return settings.KEYRING.key(_name(number))


def derived(purpose: str, key: bytes | None = None) -> bytes:
    """A key for one purpose, from the first master key or from the given one."""
    source = settings.KEYRING.key(MASTER) if key is None else key
    kdf = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"gongkai:{purpose}".encode())
    return kdf.derive(source)


def seal(text: str, *, context: str, key: bytes | None = None) -> str:
    """The text as ciphertext, different each time; opened by ``unseal`` with the same context and key.

    Without a key: with the newest master key.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    using = _master(generation()) if key is None else key
    closed = AESGCM(derived("seal", using)).encrypt(nonce, text.encode(), context.encode())
    return _FORMAT + base64.urlsafe_b64encode(nonce + closed).decode("ascii")


def unseal(sealed: str, *, context: str, key: bytes | None = None) -> str:
    """The text; without a key, by whichever master key it was sealed with. Raises CannotOpen."""
    if key is None:
        return _unsealed_by_any(sealed, context)
    try:
        raw = base64.b64decode(sealed.removeprefix(_FORMAT), altchars=b"-_", validate=True)
        nonce, closed = raw[:_NONCE_BYTES], raw[_NONCE_BYTES:]
        return AESGCM(derived("seal", key)).decrypt(nonce, closed, context.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("不能解开：密钥或位置不符，或者内容被改动") from error


def _unsealed_by_any(sealed: str, context: str) -> str:
    """By the newest master key, else by those before it."""
    for number in range(generation(), 1, -1):
        if not settings.KEYRING.has(_name(number)):
            continue
        try:
            return unseal(sealed, context=context, key=_master(number))
        except CannotOpen:
            continue
    return unseal(sealed, context=context, key=_master(1))


def seal_bytes(data: bytes, *, context: str, key: bytes) -> bytes:
    """The bytes as ciphertext, different each time; opened by ``unseal_bytes`` with the same context and key."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(derived("seal", key)).encrypt(nonce, data, context.encode())


def unseal_bytes(sealed: bytes, *, context: str, key: bytes) -> bytes:
    """The bytes; raises CannotOpen."""
    nonce, closed = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(derived("seal", key)).decrypt(nonce, closed, context.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("不能解开：密钥或位置不符，或者内容被改动") from error


def blind_index(value: str, *, field: str, key: bytes | None = None) -> str:
    """64 hexadecimal digits, equal for equal values of one field: for look-up without the value itself.

    Full-width and half-width, capital and small letters, and white space make no difference.
    """
    plain = "".join(unicodedata.normalize("NFKC", value).casefold().split())
    return hmac.new(derived(f"index:{field}", key), plain.encode(), hashlib.sha256).hexdigest()
