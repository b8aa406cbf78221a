"""Charts for the tests: data of the form and of the editor's fields."""

from typing import Any

QUARTERS = {
    "title": "办结的逐季增加",
    "text": "全镇政务服务中心受理、办结情况。",
    "kind": "",
    "unit": "件",
    "source": "镇政务服务中心",
    "columns": ["受理", "办结"],
    "rows": [
        {"label": "一季度", "cells": ["120", "98"]},
        {"label": "二季度", "cells": ["132", ""]},
        {"label": "三季度", "cells": ["141", "139"]},
    ],
}
CHARTED = {"charts": [QUARTERS]}


def chart(*rows: tuple[str, ...], **words: Any) -> dict[str, Any]:
    """A chart with these rows: name and cells each."""
    wide = len(rows[0]) - 1 if rows else 0
    named = [{"label": label, "cells": list(cells)} for label, *cells in rows]
    return {**QUARTERS, "columns": [f"第{n}列" for n in range(1, wide + 1)], "rows": named, **words}


def fields(charted: dict[str, Any], seen: int, **more: str) -> dict[str, str]:
    """What the editor sends for a chart."""
    sent = {name: charted[name] for name in ("title", "text", "kind", "unit", "source")}
    sent |= {"rows": str(len(charted["rows"])), "columns": str(len(charted["columns"]))}
    sent |= {f"name-{at}": name for at, name in enumerate(charted["columns"])}
    for at, row in enumerate(charted["rows"]):
        sent[f"label-{at}"] = row["label"]
        sent |= {f"cell-{at}-{column}": cell for column, cell in enumerate(row["cells"])}
    return {**sent, "seen_version": str(seen), **more}
