"""Lines to a live Q&A: each hears everything once, comes back without loss, is cut when it takes nothing, and ends with the server."""

import asyncio

import pytest

from gongkai.website.live.hub import HEARTBEAT, OVER, WAITING, Hub, Listener
from tests.aside import run_aside
from tests.website.live_lines import Line, Record, scope_of, server, until


def record(*numbers: int, changes: int = 0) -> Record:
    made = Record()
    for number in numbers:
        made.changes[number] = 0
        for at in range(changes):
            made.change(number, f"part-{at}")
    return made


def test_a_line_hears_what_changes_after_the_page_was_drawn():
    async def story():
        async with server(record(3, changes=2)) as site:
            line = await site.open(3, after=2)
            site.record.change(3, "part-9")
            await until(lambda: line.ids() == [3])
            assert line.status == 200
            assert line.headers[b"content-type"].startswith(b"text/event-stream")
            assert line.headers[b"x-accel-buffering"] == b"no"
            assert line.headers[b"cache-control"] == b"no-store"

    run_aside(story())


def test_who_comes_back_gets_what_was_missed_and_nothing_twice():
    async def story():
        async with server(record(3, changes=2)) as site:
            first = await site.open(3, after=2)
            site.record.change(3, "a")
            await until(lambda: first.ids() == [3])
            first.gone.set()
            for key in "bca":
                site.record.change(3, key)
            again = await site.open(3, after=2, last=3)
            site.record.change(3, "d")
            await until(lambda: again.ids() == [4, 5, 6, 7])

    run_aside(story())


def test_lines_that_come_at_different_times_hear_each_change_once():
    async def story():
        async with server(record(3)) as site:
            lines = []
            for number in range(30):
                lines.append(await site.open(3, after=site.record.changes[3]))
                site.record.change(3, f"part-{number % 7}")
            await until(lambda: all(line.ids() and line.ids()[-1] == 30 for line in lines))
            for line in lines:
                assert line.ids() == sorted(set(line.ids()))
            assert len(lines[-1].ids()) == 1

    run_aside(story())


def test_two_live_sessions_do_not_hear_each_other():
    async def story():
        async with server(record(3, 4)) as site:
            one, other = await site.open(3, after=0), await site.open(4, after=0)
            site.record.change(3, "a")
            await until(lambda: one.ids() == [1])
            site.record.change(4, "a")
            site.record.change(4, "b")
            await until(lambda: other.ids() == [1, 2])
            assert one.ids() == [1]

    run_aside(story())


def test_what_does_not_exist_or_is_over_is_said_so_that_browsers_stop_asking():
    async def story():
        made = record(4, changes=1)
        made.over.add(4)
        async with server(made) as site:
            assert (await site.open(9, after=0)).status == 204
            assert (await site.open(4, after=1)).status == 204
            assert (await site.open(2**40 % 10**10, after=0)).status == 204
            late = await site.open(4, after=0)
            await until(lambda: late.done)
            assert late.ids() == [1]
            assert late.body.endswith(OVER)

    run_aside(story())


def test_the_end_is_told_and_ends_the_line():
    async def story():
        async with server(record(3)) as site:
            line = await site.open(3, after=0)
            site.record.over.add(3)
            site.record.change(3, "head")
            await until(lambda: line.done)
            assert line.ids() == [1]
            assert line.body.endswith(OVER)

    run_aside(story())


@pytest.mark.parametrize(("limits", "address"), [({"most": 2}, "192.0.2.9"), ({"of_one": 2}, "192.0.2.1")])  # fmt: skip
def test_too_many_are_asked_to_come_again(limits, address):
    async def story():
        async with server(record(3), **limits) as site:
            kept = [await site.open(3, after=0) for _ in range(2)]
            refused = await site.open(3, after=0, address=address)
            assert (refused.status, refused.headers[b"retry-after"]) == (503, b"20")
            kept[0].gone.set()
            await until(lambda: len(site.hub) == 1)
            assert (await site.open(3, after=0, address=address)).status == 200

    run_aside(story())


def test_a_machine_with_many_new_addresses_counts_once():
    async def story():
        async with server(record(3), of_one=1) as site:
            await site.open(3, after=0, address="2001:db8:1:2::1")
            assert (await site.open(3, after=0, address="2001:db8:1:2:ffff::9")).status == 503
            assert (await site.open(3, after=0, address="2001:db8:1:3::1")).status == 200

    run_aside(story())


def test_others_find_a_place_beside_an_address_that_has_enough():
    async def story():
        async with server(record(3), of_one=1) as site:
            await site.open(3, after=0)
            assert (await site.open(3, after=0)).status == 503
            assert (await site.open(3, after=0, address="192.0.2.2")).status == 200

    run_aside(story())


def test_a_reader_who_takes_nothing_is_cut_and_holds_up_nobody():
    async def story():
        async with server(record(3), patience=0.1) as site:
            slow, quick = await site.open(3, after=0), await site.open(3, after=0)
            slow.may_send.clear()
            site.record.change(3, "a")
            await until(lambda: quick.ids() == [1])
            await until(lambda: len(site.hub) == 1)
            site.record.change(3, "b")
            await until(lambda: quick.ids() == [1, 2])
            slow.may_send.set()
            assert slow.ids() == []

    run_aside(story())


def test_a_queue_holds_so_much_and_then_the_line_ends():
    async def story():
        listener = Listener(3, 0, "")
        assert all(listener.give(b"x") for _ in range(WAITING))
        assert not listener.give(b"x")
        listener.end()
        taken = [listener.queue.get_nowait() for _ in range(listener.queue.qsize())]
        assert taken[-1] is None

    run_aside(story())


def test_the_record_is_looked_at_only_while_somebody_listens():
    async def story():
        async with server(record(3)) as site:
            line = await site.open(3, after=0)
            line.gone.set()
            await until(lambda: site.record.rests == 1)
            looks = site.record.looks
            await asyncio.sleep(0.05)
            assert site.record.looks == looks
            site.record.change(3, "a")
            again = await site.open(3, after=0)
            await until(lambda: again.ids() == [1])

    run_aside(story())


def test_a_database_that_is_gone_for_a_while_loses_nothing():
    async def story():
        async with server(record(3)) as site:
            line = await site.open(3, after=0)
            site.record.broken = True
            site.record.change(3, "a")
            await asyncio.sleep(0.05)
            site.record.broken = False
            await until(lambda: line.ids() == [1])

    run_aside(story())


def test_lines_are_kept_alive():
    async def story():
        hub = Hub(record(3), look=0.01, beat=0.02)
        listener = Listener(3, 0, "")
        assert await hub.join(listener)
        assert await asyncio.wait_for(listener.queue.get(), 5) == HEARTBEAT
        hub.close()

    run_aside(story())


def test_every_line_ends_with_the_server_and_none_begins():
    async def story():
        async with server(record(3)) as site:
            lines = [await site.open(3, after=0) for _ in range(5)]
            site.hub.close()
            await until(lambda: all(line.done for line in lines))
            assert (await site.open(3, after=0)).status == 503

    run_aside(story())


@pytest.mark.parametrize(
    ("path", "method"),
    [("/live/3/", "GET"), ("/live/3/events", "POST"), ("/live/x/events", "GET"), ("/", "GET")],
)
def test_other_addresses_are_passed_on(path, method):
    async def story():
        async with server(record(3)) as site:
            scope = scope_of(3, None, None, "192.0.2.1") | {"path": path, "method": method}
            await site.application(scope, None, None)
            assert site.passed_on == [path]

    run_aside(story())


def test_a_foreign_host_and_an_unsafe_line_are_not_served(settings):
    async def story():
        async with server(record(3)) as site:
            scope = scope_of(3, None, None, "192.0.2.1")
            line = Line()
            foreign = scope | {"headers": [(b"host", b"evil.example")]}
            await site.application(foreign, line.receive, line.send)
            assert line.status == 400
            settings.SECURE_SSL_REDIRECT = True
            await site.application(scope, line.receive, line.send)
            assert site.passed_on == ["/live/3/events"]

    run_aside(story())


@pytest.mark.parametrize("said", ["-1", "x", "９", "1" * 11, ""])
def test_odd_numbers_of_the_last_change_count_as_none(said):
    async def story():
        async with server(record(3, changes=1)) as site:
            line = Line()
            scope = scope_of(3, 1, None, "192.0.2.1")
            scope["headers"].append((b"last-event-id", said.encode()))
            site.tasks.append(asyncio.create_task(site.application(scope, line.receive, line.send)))
            await until(lambda: line.status)
            assert line.ids() == []

    run_aside(story())
