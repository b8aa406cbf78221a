"""What an uploaded template holds: its fields, those that are in no table, and what stands in the way of using it."""

from dataclasses import dataclass

from gongkai.law.letters import field_of_label
from gongkai.paperwork.letters.own_template.words import BODY


@dataclass(frozen=True, slots=True)
class Survey:
    """Labels in their order, each once. ``stray`` are words around braces that make no field, ``traces`` what else the file
    holds that no letter may carry out of the house (comments, revisions, hidden text), each a sentence.
    """

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    stray: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """What must be mended before the template can be used, each a sentence."""
        said = list(self.traces)
        if self.unknown:
            said.append(f"没有这样的字段：{'、'.join(self.unknown)}。请按字段表改正")
        if self.stray:
            said.append(f"花括号不成对或者不是半角的 {{{{ }}}}：{'；'.join(self.stray)}")
        if BODY not in self.known:
            said.append(f"模板里没有 {{{{ {BODY} }}}}，写不进文书的内容")
        return tuple(said)


def survey_of(labels: list[str], stray: list[str], traces: tuple[str, ...]) -> Survey:
    """The survey of the labels, stray braces and traces that were found."""
    once = tuple(dict.fromkeys(labels))
    return Survey(
        known=tuple(label for label in once if field_of_label(label)),
        unknown=tuple(label or "（空）" for label in once if field_of_label(label) is None),
        stray=tuple(dict.fromkeys(stray)),
        traces=traces,
    )
