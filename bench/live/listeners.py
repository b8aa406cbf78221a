"""Five hundred readers in one process, as browsers speak: each keeps a line and notes when which change came; and some who open pages."""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass
class Reader:
    """One line: the changes that came, with the moment."""

    came: list[tuple[int, float]] = field(default_factory=list)
    open: bool = False

    async def listen(self, port: int, number: int, after: int, place: int) -> None:
        """Keep a line until cancelled; each reader comes from an address of its own."""
        stream, out = await asyncio.open_connection("127.0.0.1", port)
        address = f"10.{place >> 16 & 255}.{place >> 8 & 255}.{place & 255}"
        head = f"GET /live/{number}/events?after={after} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: {address}\r\n\r\n"
        out.write(head.encode())
        with suppress(ConnectionError):
            while line := await stream.readline():
                if line.startswith(b"HTTP/1.1 200"):
                    self.open = True
                if line.startswith(b"id: "):
                    self.came.append((int(line[4:]), time.time()))
        out.close()


async def open_pages(port: int, address: str, done: Counter[str]) -> None:
    """Open one page after the other on one line, until cancelled."""
    stream, out = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    while True:
        out.write(request)
        head = (await stream.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await stream.readexactly(length)
        done[head[9:12].decode()] += 1
