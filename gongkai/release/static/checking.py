"""Compares what lies in the tree with what the application answers now, byte by byte, and finds what no address names."""

from collections.abc import Iterator
from datetime import datetime

from gongkai.release.static.cleaning import named, places
from gongkai.release.static.drawing import bytes_at
from gongkai.release.static.keeping import portions, waiting_addresses
from gongkai.release.static.pages import drawn, files_of
from gongkai.release.static.places import Place
from gongkai.release.static.public_files import AT_ONCE, all_tokens, is_there, stored
from gongkai.release.static.rebuilding import Step, steps_of
from gongkai.release.static.registry import Root, one_batch, roots
from gongkai.release.static.tree import Tree


def differences(place: Place, now: datetime) -> Iterator[str]:
    """Where the tree is not what the application answers, apart from what waits to be released, each as a sentence."""
    tree, waits = place.tree, waiting_addresses(place, now)
    for step in steps_of({root.start for root in roots(now)}, now):
        yield from _of_step(tree, step, waits, now)
    for portion in portions(list(all_tokens()), AT_ONCE):
        for token, file in stored(portion).items():
            if not is_there(tree, file):
                yield f"附件 {token} 没有写入"
    for extra in sorted(set(places(tree)) - named(now)):
        yield f"{extra} 不是网站的地址"


def _of_step(tree: Tree, step: Step, waits: set[str], now: datetime) -> Iterator[str]:
    for portion in portions([each for each in step.addresses() if each not in waits], AT_ONCE):
        with one_batch(portion, now):
            for address in portion:
                yield from _of_page(tree, step.root, address, now)


def _of_page(tree: Tree, root: Root, address: str, now: datetime) -> Iterator[str]:
    for path, body in files_of(address, root, *drawn(address, now)).items():
        if bytes_at(tree, path) != body:
            yield f"{address} 与程序的回答不同：{path}"
