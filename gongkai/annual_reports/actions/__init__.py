"""Writes of annual reports: one function for each act. Each locks, asks the law, changes, and writes to the journal."""

from gongkai.annual_reports.actions.adopt_draft import adopt_draft
from gongkai.annual_reports.actions.correct import begin_correction, drop_correction
from gongkai.annual_reports.actions.count_again import count_again
from gongkai.annual_reports.actions.import_file import AnotherReport, import_file
from gongkai.annual_reports.actions.promise import answer_promise, drop_promise, mark_promise
from gongkai.annual_reports.actions.publish import publish, withdraw
from gongkai.annual_reports.actions.returns import (
    Handed,
    enter_return,
    import_returns,
    strike_return,
)
from gongkai.annual_reports.actions.review import Said, review, send_back
from gongkai.annual_reports.actions.save import save
from gongkai.annual_reports.actions.set_deadline import set_deadline
from gongkai.annual_reports.actions.set_population import (
    Counted,
    import_populations,
    set_population,
)
from gongkai.annual_reports.actions.sign import sign, undo_signing
from gongkai.annual_reports.actions.start import start
from gongkai.annual_reports.actions.submit import submit, take_back
from gongkai.annual_reports.actions.take_compiled import take_compiled

__all__ = [
    "AnotherReport",
    "Counted",
    "Handed",
    "Said",
    "adopt_draft",
    "answer_promise",
    "begin_correction",
    "count_again",
    "drop_correction",
    "drop_promise",
    "enter_return",
    "import_file",
    "import_populations",
    "import_returns",
    "mark_promise",
    "publish",
    "review",
    "save",
    "send_back",
    "set_deadline",
    "set_population",
    "sign",
    "start",
    "strike_return",
    "submit",
    "take_back",
    "take_compiled",
    "undo_signing",
    "withdraw",
]
