"""Whether the journal is whole: every entry in its place with its hash, and nothing cut off that a witness has seen.

Entries are read as a stream, so that memory does not grow with them. Reading only; not here: the witness files' form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from gongkai.audit.hashing import FIELDS, FIRST, hash_said
from gongkai.audit.models import Chain, Entry
from gongkai.audit.witness import BadWitness, Witnessed, read

Kind = Literal["altered", "missing", "inserted", "witness"]
_COLUMNS = (*FIELDS, "at")
_PIECE = 2_000


@dataclass(frozen=True, slots=True)
class Fault:
    """The first bad place: which chain, which number (0: the chain as a whole), what is wrong with it."""

    kind: Kind
    organ: str
    number: int
    sentence: str


@dataclass(slots=True)
class Verdict:
    """``after`` holds, for each organ, how many entries lie after the last witness of its chain."""

    fault: Fault | None = None
    entries: int = 0
    chains: int = 0
    witnessed_at: str = ""
    after: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """No fault was found."""
        return self.fault is None


class _Broken(Exception):
    """Carries the first fault up."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def verify() -> Verdict:
    """Walk all chains in the order of their organs and stop at the first fault."""
    verdict = Verdict()
    try:
        witnessed = read()
        verdict.witnessed_at = witnessed.at
        for chain in Chain.objects.order_by("organ"):
            _verify_chain(chain, witnessed, verdict)
        _ask_for_lost_chains(witnessed)
    except BadWitness as error:
        verdict.fault = Fault("witness", "", 0, str(error))
    except _Broken as broken:
        verdict.fault = broken.fault
    return verdict


def _verify_chain(chain: Chain, witnessed: Witnessed, verdict: Verdict) -> None:
    """``chain`` was read before its entries: what is written meanwhile may lie beyond it, and is chained all the same."""
    heads = {**witnessed.heads.get(chain.organ, {}), chain.length: chain.head}
    last, head = 0, FIRST
    for said, written in _entries(chain):
        _check_place(chain, said, last + 1)
        _check_hash(chain, said, written, head)
        last, head = said["number"], written
        if heads.get(last, head) != head:
            raise _broken("altered", chain, last, "与另存的链头不符：此条或其前的记录被整体改写")
        verdict.entries += 1
    _check_end(chain, last, witnessed.last(chain.organ))
    verdict.chains += 1
    if waiting := last - witnessed.last(chain.organ):
        verdict.after[chain.organ] = waiting


def _entries(chain: Chain) -> Iterator[tuple[dict[str, Any], str]]:
    rows = Entry.objects.filter(chain=chain).order_by("number", "pk")
    for row in rows.values_list(*_COLUMNS, "hash").iterator(chunk_size=_PIECE):
        yield dict(zip(_COLUMNS, row, strict=False)), row[-1]


def _check_place(chain: Chain, said: dict[str, Any], expected: int) -> None:
    if said["number"] > expected:
        raise _broken("missing", chain, expected, "缺失：记录被删去")
    if said["number"] < expected:
        raise _broken("inserted", chain, said["number"], "重复：有插入的记录")


def _check_hash(chain: Chain, said: dict[str, Any], written: str, head: str) -> None:
    number = said["number"]
    if hash_said(said, chain.organ) != written:
        raise _broken("altered", chain, number, "内容与哈希不符：记录被改动")
    if said["previous_hash"] != head:
        raise _broken("inserted", chain, number, "与上一条接不上：此条是插入的，或上一条被改写")


def _check_end(chain: Chain, last: int, witnessed: int) -> None:
    if last < max(chain.length, witnessed):
        raise _broken("missing", chain, last + 1, "缺失：链的末尾被截去")
    if last > Chain.objects.get(pk=chain.pk).length:
        raise _broken("inserted", chain, chain.length + 1, "超出链的长度：记录是插入的")


def _ask_for_lost_chains(witnessed: Witnessed) -> None:
    lost = set(witnessed.heads) - set(Chain.objects.values_list("organ", flat=True))
    if lost:
        raise _broken("missing", Chain(organ=min(lost)), 1, "缺失：整条链被删去")


def _broken(kind: Kind, chain: Chain, number: int, what: str) -> _Broken:
    return _Broken(Fault(kind, chain.organ, number, f"{chain}的留痕第 {number} 条{what}"))
