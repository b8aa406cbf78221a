"""Who listens in this process, and the one poller that serves them all: it looks while somebody listens, and rests otherwise.

Everything but reading happens in the loop of the server, so that nothing is handed out twice or left out.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from gongkai.website.live.source import Event, Head, Source

log = logging.getLogger("gongkai.live")
Found = TypeVar("Found")
LOOK = 0.5
"""Seconds between two looks at the record."""
BEAT = 15.0
"""Seconds after which something is sent, so that nobody on the way takes a line for dead."""
WAITING = 64
"""Events that wait for one slow listener before it is cut; it comes back with the last one that it had."""
HEARTBEAT = b": \n\n"
OVER = b"event: over\ndata: \n\n"


@dataclass(eq=False, slots=True)
class Listener:
    """One reader's line. ``None`` in its queue is the end; ``known``: the live Q&A is there; ``after``: the last change it had."""

    number: int
    after: int
    address: str
    queue: "asyncio.Queue[bytes | None]" = field(default_factory=lambda: asyncio.Queue(WAITING + 1))
    known: "asyncio.Future[bool] | None" = None

    def give(self, sent: bytes) -> bool:
        """Put something into its queue; False where too much waits there."""
        if self.queue.qsize() >= WAITING:
            return False
        self.queue.put_nowait(sent)
        return True

    def end(self) -> None:
        """No more; what waits is not sent either, where there is no room."""
        while self.queue.full():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


@dataclass(eq=False, slots=True)
class Topic:
    """One live Q&A that somebody listens to: how far its listeners are, and the parts that changed after ``floor``."""

    seen: int
    floor: int
    listeners: set[Listener] = field(default_factory=set)
    parts: dict[str, Event] = field(default_factory=dict)


class Hub:
    """All listeners of one process."""

    def __init__(self, source: Source, *, look: float = LOOK, beat: float = BEAT) -> None:
        self.source, self.look, self.beat = source, look, beat
        self.topics: dict[int, Topic] = {}
        self.joining: list[Listener] = []
        self.aside = ThreadPoolExecutor(1, thread_name_prefix="live")
        self.poller: asyncio.Task[None] | None = None
        self.closed = False

    def __len__(self) -> int:
        return len(self.joining) + sum(len(topic.listeners) for topic in self.topics.values())

    def from_address(self, address: str) -> int:
        """How many listen from one address."""
        return sum(each.address == address for each in self._all())

    async def join(self, listener: Listener) -> bool:
        """Let a listener in; False where there is nothing to listen to, or no more."""
        topic = self.topics.get(listener.number)
        if topic and topic.floor <= listener.after <= topic.seen:
            self._enrol(topic, listener)
            return True
        listener.known = asyncio.get_running_loop().create_future()
        self.joining.append(listener)
        if self.poller is None or self.poller.done():
            self.poller = asyncio.create_task(self._poll())
        return await listener.known

    def leave(self, listener: Listener) -> None:
        """Forget a listener."""
        if listener in self.joining:
            self.joining.remove(listener)
        topic = self.topics.get(listener.number)
        if topic:
            topic.listeners.discard(listener)
            if not topic.listeners:
                del self.topics[listener.number]

    def close(self) -> None:
        """The server ends: every line ends, and nobody is let in any more."""
        self.closed = True
        for listener in list(self._all()):
            listener.end()

    def _all(self) -> Iterable[Listener]:
        yield from self.joining
        for topic in self.topics.values():
            yield from topic.listeners

    async def _poll(self) -> None:
        """Look again and again while somebody listens, then let go of the database."""
        loop = asyncio.get_running_loop()
        next_beat = loop.time() + self.beat
        while not self.closed:
            if not len(self):
                await self._read(self.source.rest)
                if not len(self):
                    return
            await self._look_or_log()
            if loop.time() >= next_beat:
                next_beat = loop.time() + self.beat
                self._give_all(HEARTBEAT)
            await asyncio.sleep(self.look)
        await self._read(self.source.rest)

    async def _look_or_log(self) -> None:
        try:
            await self._look()
        except Exception:  # whatever the database says, listeners wait for the next look
            log.exception("在线访谈的新内容没有读到，稍后再试")

    async def _look(self) -> None:
        """One look: what is new to all, and what those need who came since the last."""
        numbers = {*self.topics, *(each.number for each in self.joining)}
        heads = await self._read(self.source.heads, sorted(numbers))
        for number in sorted(numbers):
            head = heads.get(number)
            if head is None:
                self._nothing_there(number)
            else:
                await self._look_at(number, head)

    async def _look_at(self, number: int, head: Head) -> None:
        topic = self.topics.get(number)
        afters = [each.after for each in self._joining(number)]
        floor = min([topic.seen if topic else head.changes, *afters])
        new = await self._read(self.source.since, number, floor) if floor < head.changes else []
        seen = max([head.changes, *(event.change for event in new)])
        topic = self.topics.get(number)  # those who listened may have left meanwhile
        if topic is None:
            topic = self.topics[number] = Topic(seen, seen)
        self._hand_out(topic, new, seen)
        topic.floor = min(topic.floor, floor)
        for listener in self._joining(number):
            # One who came during the read, and needs more than was read, waits for the next look.
            if listener.after >= topic.floor:
                self._let_in(topic, listener, is_open=head.is_open)
        self._close_topic(number, topic, is_open=head.is_open)

    def _joining(self, number: int) -> list[Listener]:
        return [each for each in self.joining if each.number == number]

    def _hand_out(self, topic: Topic, new: Iterable[Event], seen: int) -> None:
        """Give listeners what is new to them; those for whom too much waits are cut."""
        fresh = b"".join(event.sent for event in new if event.change > topic.seen)
        topic.parts.update({event.key: event for event in new})
        topic.seen = seen
        for listener in list(topic.listeners) if fresh else []:
            if not listener.give(fresh):
                self.leave(listener)
                listener.end()

    def _let_in(self, topic: Topic, listener: Listener, *, is_open: bool) -> None:
        """Somebody who came since the last look: turned away where all is said, otherwise told what is missing."""
        self.joining.remove(listener)
        missing = listener.after < topic.seen
        if is_open or missing:
            self._enrol(topic, listener)
        _answer(listener, known=is_open or missing)

    def _enrol(self, topic: Topic, listener: Listener) -> None:
        """From here on it hears everything; first what changed after the last that it had, in one piece."""
        topic.listeners.add(listener)
        late = [event for event in topic.parts.values() if event.change > listener.after]
        if late:
            in_order = sorted(late, key=lambda event: event.change)
            listener.give(b"".join(event.sent for event in in_order))

    def _close_topic(self, number: int, topic: Topic, *, is_open: bool) -> None:
        """Nothing more will come: say so, and end the lines; a topic that nobody joined goes."""
        if not is_open:
            for listener in topic.listeners:
                listener.give(OVER)
                listener.end()
        if not is_open or not topic.listeners:
            self.topics.pop(number, None)

    def _nothing_there(self, number: int) -> None:
        """It is not there, or not public any more."""
        for listener in self._joining(number):
            self.joining.remove(listener)
            _answer(listener, known=False)
        topic = self.topics.pop(number, None)
        for listener in topic.listeners if topic else ():
            listener.end()

    def _give_all(self, sent: bytes) -> None:
        for listener in list(self._all()):
            listener.give(sent)

    async def _read(self, read: Callable[..., Found], *given: object) -> Found:
        """Read in the poller's thread."""
        return await asyncio.get_running_loop().run_in_executor(self.aside, read, *given)


def _answer(listener: Listener, *, known: bool) -> None:
    if listener.known and not listener.known.done():
        listener.known.set_result(known)
