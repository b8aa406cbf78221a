"""Draws the whole site anew, or those organs' whose frame changed: beside the work of every day, on all cores, resumed where it stopped.

Pages that stand alone come first, then lists, then what leads to lists; pages that no address names any more go at the end.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from secrets import token_hex

from gongkai.common.clock import current
from gongkai.release.static.assets import bring_assets
from gongkai.release.static.cleaning import clean
from gongkai.release.static.disk import locked, make_folder, take_away
from gongkai.release.static.drawing import Draw, DrawnPage, Unit, identities, several
from gongkai.release.static.frames import marks
from gongkai.release.static.growing import Content
from gongkai.release.static.keeping import bring_in_step, portions, waiting_addresses
from gongkai.release.static.mirror import catch_up
from gongkai.release.static.places import Place
from gongkai.release.static.progress import Progress, keep, progress_of
from gongkai.release.static.public_files import bring_files
from gongkai.release.static.registry import PageKind, Root, kinds, roots
from gongkai.release.static.sweeping import REBUILD_LOCK, sweep
from gongkai.release.static.tree import STAGING

UNIT, COMMIT = 100, 1000
"""Pages that one process draws in a row; pages in one commit, at least."""
Tell = Callable[[Progress], None]


class BeingReleased(Exception):
    """Another process is drawing the site anew."""

    def __str__(self) -> str:
        return "另一个进程正在重新生成静态网站"


class CannotDraw(Exception):
    """Not one of many pages could be drawn: something is wrong with the program, not with a page."""

    def __str__(self) -> str:
        return "页面都没有生成，原因见日志；已经写入的页面没有动"


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of page on the site of one organ."""

    kind: PageKind
    root: Root

    def addresses(self) -> list[str]:
        """Its addresses, those of items by their numbers."""
        return sorted(self.kind.addresses(self.root), key=in_order)


def in_order(address: str) -> tuple[int, str]:
    """Addresses of one kind in an order that new ones do not upset."""
    return len(address), address


@dataclass(slots=True)
class Rebuild:
    """A rebuild under way."""

    place: Place
    draw: Draw
    tell: Tell
    progress: Progress

    def run(self, steps: list[Step]) -> None:
        """All steps that are not done yet."""
        bring_assets(self.place.tree)
        left = steps[self._begun(steps) :]
        alone = [step for step in left if step.kind.stage == 0]
        for step in alone:
            self._draw(step)
        bring_files(self.place.tree)
        catch_up(self.place)
        for step in left[len(alone) :]:
            self._reach(step.kind.stage)
            self._draw(step)

    def _begun(self, steps: list[Step]) -> int:
        """Where it stopped."""
        here = (self.progress.kind, self.progress.start)
        places = [(step.kind.key, step.root.start) for step in steps]
        return places.index(here) if here in places else 0

    def _reach(self, stage: int) -> None:
        """From now on pages of this stage are released where they change: whatever they point to is there."""
        if self.progress.stage < stage:
            with self.place.tree.lock():
                self.note(stage=stage)

    def _draw(self, step: Step) -> None:
        pages: list[DrawnPage] = []
        units: list[Unit] = []
        for unit, drawn in self.draw(self._units(step)):
            pages += drawn
            units.append(unit)
            if sum(page.failed for page in drawn) == len(drawn) >= UNIT:
                raise CannotDraw
            if len(pages) >= COMMIT:
                self._commit(step, units, pages)
                pages, units = [], []
        self._commit(step, units, pages)

    def _units(self, step: Step) -> Iterator[Unit]:
        done = self.progress.last if (self.progress.kind, self.progress.start) == (step.kind.key, step.root.start) else ""  # fmt: skip
        left = [each for each in step.addresses() if not done or in_order(each) > in_order(done)]
        room, now = f"rebuild-{token_hex(4)}", current()
        for number, portion in enumerate(portions(left, UNIT)):
            yield Unit(self.place.tree.folder, f"{room}-{number}", step.root, tuple(portion), now)

    def _commit(self, step: Step, units: list[Unit], pages: list[DrawnPage]) -> None:
        """Move in what was drawn and is not older than what stands there."""
        os.sync()
        tree = self.place.tree
        with tree.lock():
            stale = waiting_addresses(self.place, current())
            content: dict[str, Content] = {}
            for page in pages:
                if page.address not in stale and page.before == identities(tree, page.address):
                    content |= page.content
            tree.commit(content)
            self.note(
                kind=step.kind.key,
                start=step.root.start,
                last=pages[-1].address if pages else "",
                done=self.progress.done + len(pages),
                failed=self.progress.failed + sum(page.failed for page in pages),
            )
        for unit in units:
            take_away(str(unit.staging))
        catch_up(self.place)
        self.tell(self.progress)

    def note(self, **changed: object) -> None:
        """Note how far it is."""
        self.progress = replace(self.progress, **changed)  # type: ignore[arg-type]
        keep(self.place.tree, self.progress)


def rebuild(
    place: Place, *, processes: int, fresh: bool = False, tell: Tell = lambda _progress: None
) -> Progress:
    """Draw anew what is not drawn for the present frames, or everything; goes on where an earlier one stopped.

    Raises BeingReleased where another process is at it.
    """
    with locked(place.tree.folder / REBUILD_LOCK, wait=False) as mine:
        if not mine:
            raise BeingReleased
        with place.tree.lock():
            take_away(str(place.tree.folder / STAGING))
            make_folder(str(place.tree.folder / STAGING))
        with several(processes) as draw:
            progress = _rebuild(Rebuild(place, draw, tell, progress_of(place.tree)), fresh=fresh)
    sweep(place.tree)
    return progress


def _rebuild(work: Rebuild, *, fresh: bool) -> Progress:
    now = current()
    tree, before = work.place.tree, work.progress
    with tree.lock():
        bring_in_step(work.place, now)
    found = marks(now)
    wanted = {start: text for start, text in found.items() if fresh or is_due(before, start, text)}
    steps = steps_of(set(wanted), now)
    if fresh or before.rebuilding != wanted:
        number = sum(len(step.addresses()) for step in steps)
        work.note(rebuilding=wanted, kind="", start="", last="", done=0, failed=0, number=number, begun_at=now.isoformat())  # fmt: skip
    work.tell(work.progress)
    work.run(steps)
    clean(work.place, current())
    with tree.lock():
        work.progress = work.progress.whole(found, current())
        keep(tree, work.progress)
    catch_up(work.place)
    return work.progress


def is_due(progress: Progress, start: str, mark: str) -> bool:
    """Whether a site must be drawn: never drawn as a whole, drawn for another frame, or being drawn when that ended."""
    return (
        not progress.is_whole or progress.frames.get(start) != mark or start in progress.rebuilding
    )


def steps_of(starts: set[str], now: datetime) -> list[Step]:
    """The steps for the sites that begin so, in the order in which pages may come."""
    sites = [root for root in roots(now) if root.start in starts]
    return [Step(kind, root) for kind in kinds() for root in sites]


def is_in_step(place: Place, now: datetime) -> bool:
    """Whether every page is there and drawn for the present frames."""
    progress = progress_of(place.tree)
    return progress.is_whole and progress.frames == marks(now)
