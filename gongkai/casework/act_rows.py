"""What a page of one act needs: the record it is about, the move and its article, the form, the action, its event on the clock."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from gongkai.accounts.models import User
from gongkai.casework.forms.fields import ActForm
from gongkai.casework.models import Case, Letter
from gongkai.law import case_states, decision_states
from gongkai.law.citation import Cite
from gongkai.law.clock_events import Event

On = Literal["case", "notice", "consultation", "service", "decision", "event", "remedy"]
Run = Callable[[Any, Mapping[str, Any], User, datetime], object]
Letters = Callable[[Any, Mapping[str, Any], date], Iterable[Letter]]
Foresee = Callable[[Any, Mapping[str, Any], date], Event | None]


@dataclass(frozen=True, slots=True)
class Ruling:
    """By which article an act is done that is no move of the law's tables: it changes no state."""

    cite: Cite
    doubt: str = ""
    second_person: bool = False


Move = case_states.Move | decision_states.Move | Ruling


@dataclass(frozen=True, slots=True)
class CaseAct:
    """One act. ``key`` names its address; ``will`` says what happens, ``example`` shows when it is taken.

    ``move`` is the key of the law's move, or finds it for a record. ``event`` is what it would bring on the clock with what was
    typed, None for nothing. ``fits`` says whether the record takes it now. ``template`` shows more than the page of every act.
    ``letters`` are those that it sends or decides on.
    """

    key: str
    move: str | Callable[[Any], str] | Ruling
    act: str
    label: str
    will: str
    example: str
    form: type[ActForm]
    run: Run
    on: On = "case"
    event: Foresee | None = None
    fits: Callable[[Any], bool] = lambda _: True
    danger: bool = False
    template: str = "casework/act.html"
    letters: Letters = lambda *_: ()

    def row(self, subject: Any, today: date) -> Move | None:
        """The move of the law, where the state of the case, or of its reply, leaves it open on the day."""
        if isinstance(self.move, Ruling):
            return self.move
        if self.on == "decision":
            return decision_states.find_move(str(self.move), subject.state, today)
        case = subject if isinstance(subject, Case) else subject.case
        key = self.move if isinstance(self.move, str) else self.move(subject)
        return case_states.find_move(key, case.state, today)


def typed(values: Mapping[str, Any], *leave: str) -> dict[str, Any]:
    """What was typed without some of it, as the action takes it."""
    return {name: value for name, value in values.items() if name not in leave}


def letters_with(record: Any, *_: Any) -> Iterable[Letter]:
    """The letters that a reply or a notice has."""
    return record.letters.exclude(state="void").select_related(
        "case__agency",
        "case__number",
        "case__handler",
        "consultation",
        "decision",
        "notice__fee",
        "number",
    )


def letter_typed(form: type[Any]) -> Letters:
    """The letter that the form of an act on a case makes of what was typed."""

    def made(case: Any, said: Mapping[str, Any], today: date) -> Iterable[Letter]:
        return (form(subject=case, today=today).letter(said),)

    return made
