"""Lines to the event server, spoken as the server of the site speaks to an application; and a record that tests write themselves."""

import asyncio
from collections.abc import Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from gongkai.website.live.events import LiveEvents
from gongkai.website.live.hub import Hub
from gongkai.website.live.source import Event, Head


@dataclass
class Record:
    """Stands for the database: by number, how far it is and which parts changed when."""

    changes: dict[int, int] = field(default_factory=dict)
    parts: dict[int, dict[str, int]] = field(default_factory=dict)
    over: set[int] = field(default_factory=set)
    looks: int = 0
    rests: int = 0
    broken: bool = False

    def change(self, number: int, key: str) -> None:
        """One more change, of that part."""
        self.changes[number] = self.changes.get(number, 0) + 1
        self.parts.setdefault(number, {})[key] = self.changes[number]

    def heads(self, numbers: Iterable[int]) -> dict[int, Head]:
        """As the source says it."""
        self.looks += 1
        if self.broken:
            raise OSError("database gone")
        known = [number for number in numbers if number in self.changes]
        return {number: Head(self.changes[number], number not in self.over) for number in known}

    def since(self, number: int, after: int) -> list[Event]:
        """As the source says it."""
        found = [(at, key) for key, at in self.parts.get(number, {}).items() if at > after]
        return [Event(at, key, f"id: {at}\n\n".encode()) for at, key in sorted(found)]

    def rest(self) -> None:
        """As the source is told it."""
        self.rests += 1


class Line:
    """One reader's line: what it was sent so far; ``leave`` hangs up."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[bytes, bytes] = {}
        self.body = b""
        self.done = False
        self.gone = asyncio.Event()
        self.may_send = asyncio.Event()
        self.may_send.set()

    async def receive(self) -> dict[str, object]:
        """The reader says nothing until it hangs up."""
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, object]) -> None:
        """The server sends."""
        await self.may_send.wait()
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self.body += message["body"]
            self.done = not message.get("more_body", False)

    def ids(self) -> list[int]:
        """The numbers of the events that came."""
        lines = self.body.decode().splitlines()
        return [int(line.removeprefix("id: ")) for line in lines if line.startswith("id: ")]


def scope_of(number: int, after: int | None, last: int | None, address: str) -> dict[str, object]:
    """A request as the server describes it."""
    headers = [(b"host", b"127.0.0.1")]
    headers += [(b"last-event-id", str(last).encode())] if last is not None else []
    return {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": f"/live/{number}/events",
        "query_string": b"" if after is None else f"after={after}".encode(),
        "headers": headers,
        "client": (address, 1),
    }


class Server:
    """The event server over a record, fast enough for tests."""

    def __init__(self, record: Record, **limits: int) -> None:
        self.record = record
        self.hub = Hub(record, look=0.01, beat=30)
        self.application = LiveEvents(self.below, self.hub, **limits)
        self.tasks: list[asyncio.Task[None]] = []
        self.passed_on: list[str] = []

    async def below(self, scope: dict[str, object], _receive: object, _send: object) -> None:
        """What stands below is asked."""
        self.passed_on.append(str(scope["path"]))

    async def open(
        self, number: int, *, after: int | None = None, last: int | None = None, address: str = "192.0.2.1"
    ) -> Line:  # fmt: skip
        """A line that is answered."""
        line = Line()
        scope = scope_of(number, after, last, address)
        self.tasks.append(asyncio.create_task(self.application(scope, line.receive, line.send)))
        await until(lambda: line.status)
        return line


@asynccontextmanager
async def server(record: Record, **limits: int):
    """The event server; all lines end with the test."""
    made = Server(record, **limits)
    yield made
    made.hub.close()
    await asyncio.gather(*made.tasks)
    await until(lambda: made.hub.poller is None or made.hub.poller.done())


async def until(true, seconds: float = 5) -> None:
    """Wait until it is so; an error if it never is."""
    for _ in range(int(seconds / 0.005)):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came true")
