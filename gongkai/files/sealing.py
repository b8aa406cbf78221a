"""Bytes at rest under a key of the file's own: bound to the file's token, opened in memory, noise once the key is gone."""

import io
from typing import BinaryIO

from gongkai.common import vault


def new_sealed_key(token: str) -> str:
    """A key for one file, sealed by the master key."""
    return vault.seal(vault.new_key().hex(), context=f"file:{token}")


def sealed(data: bytes, token: str, sealed_key: str) -> bytes:
    """The bytes as they lie in the storage."""
    return vault.seal_bytes(data, context=token, key=_key(token, sealed_key))


def unsealed(data: bytes, token: str, sealed_key: str) -> BinaryIO:
    """The bytes as they were handed in; raises vault.CannotOpen."""
    return io.BytesIO(vault.unseal_bytes(data, context=token, key=_key(token, sealed_key)))


def _key(token: str, sealed_key: str) -> bytes:
    return bytes.fromhex(vault.unseal(sealed_key, context=f"file:{token}"))
