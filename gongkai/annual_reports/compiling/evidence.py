"""What a signature freezes besides the figures: the counted facts of every record behind them; and what became of them since."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongkai.annual_reports.compiling.compiled import whole_of
from gongkai.annual_reports.compiling.facts import KINDS, Facts, facts_of, in_words
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import Report, ReportEvidence, ReportVersion
from gongkai.annual_reports.values import to_json
from gongkai.law.annual_report.definitions import RECORD_LABELS, Records
from gongkai.law.validity import VALIDITIES


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is not what it was when the report was signed. ``before`` and ``after`` are in words, empty for none.

    ``records`` and ``pk`` say which record it is; a report that was handed in has neither.
    """

    kind: str
    name: str
    before: str
    after: str
    records: Records | None = None
    pk: int = 0


def span_of(report: Report) -> Span:
    """The days whose records a report rests on: those up to which its figures were taken, else the whole year."""
    as_of = report.compiled.get("as_of")
    return Span(report.year, date.fromisoformat(as_of) if as_of else None)


def evidence_text(report: Report) -> str:
    """The evidence as text, the same for the same records: sorted keys, one line."""
    span = span_of(report)
    whole = whole_of(report.agency, span)
    content = {
        "organ": report.agency.code,
        "year": report.year,
        "as_of": span.last.isoformat(),
        "figures": {key: to_json(figure) for key, figure in whole.figures.items()},
        "records": facts_of(report.agency, span),
        "handed_in": whole.below.evidence() if whole.below else {},
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def freeze(report: Report, version: ReportVersion) -> ReportEvidence:
    """Keep the evidence of a version; called by the signature, in its transaction."""
    text = evidence_text(report)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReportEvidence.objects.create(version=version, frozen=text, sha256=digest)


def is_whole(evidence: ReportEvidence) -> bool:
    """Whether the frozen evidence still has the hash that was written down at the signature."""
    return hashlib.sha256(evidence.frozen.encode()).hexdigest() == evidence.sha256


def changes_since(evidence: ReportEvidence) -> list[Change]:
    """How the records differ today from what was frozen."""
    report, content = evidence.version.report, evidence.content
    span = Span(report.year, date.fromisoformat(content["as_of"]))
    now = facts_of(report.agency, span)
    found = [one for kind in KINDS for one in _changes(kind, content["records"][kind], now[kind])]
    below = whole_of(report.agency, span).below
    return found + list(_handed_in_since(content["handed_in"], below.evidence() if below else {}))


def _changes(
    kind: Records, before: Mapping[str, Facts], after: Mapping[str, Facts]
) -> Iterator[Change]:
    for pk in sorted({*before, *after}, key=int):
        was, became = before.get(pk), after.get(pk)
        keys = [key for key, _, _ in KINDS[kind].facts if key != "name"]
        old, new = _as_counted(was or {}), _as_counted(became or {})
        changed = [key for key in keys if old.get(key) != new.get(key)]
        if changed:
            name = in_words("name", (became or was or {}).get("name", ""))
            label = RECORD_LABELS[kind]
            said = _words(kind, was, changed), _words(kind, became, changed)
            yield Change(label, name, *said, kind, int(pk))


def _as_counted(facts: Facts) -> Facts:
    """A document that was amended counts as it did before."""
    amended = facts.get("validity") in IN_EFFECT
    return {**facts, "validity": "valid", "validity_since": ""} if amended else facts


IN_EFFECT = frozenset(row.key for row in VALIDITIES if row.in_effect)


def _handed_in_since(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """The organs whose report in the sum is another one now."""
    was, became = ({one["code"]: one for one in each.get("organs", ())} for each in (before, after))
    for code in sorted({*was, *became}):
        old, new = was.get(code), became.get(code)
        if (old or {}).get("sha256") != (new or {}).get("sha256"):
            name = (new or old or {})["name"]
            said = [f"第 {one['number']} 次报送" if one else "" for one in (old, new)]
            yield Change("各机关交来的年报", name, *said)


def _words(kind: Records, facts: Facts | None, keys: list[str]) -> str:
    """The facts that changed, in words; empty where the record was not counted."""
    if facts is None:
        return ""
    names = {key: words for key, _, words in KINDS[kind].facts}
    return "；".join(f"{names[key]}：{in_words(key, facts[key]) or '无'}" for key in keys)
