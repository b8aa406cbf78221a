"""Everything that changes a case, one function per legal or clerical act: lock, ask the law, change, journal, tell."""

from gongkai.casework.actions.answers import receive_correction, receive_reasons
from gongkai.casework.actions.approvals import approve_notice, drop_notice, refuse_notice, tell
from gongkai.casework.actions.arrival import letter_failed, receive_letter, send_again
from gongkai.casework.actions.assigning import assign, void
from gongkai.casework.actions.closing import archive, serve_reply, withdraw
from gongkai.casework.actions.consulting import (
    Party,
    consult,
    opinion_letter_arrived,
    record_opinion,
    record_silence,
)
from gongkai.casework.actions.correcting import correct_event
from gongkai.casework.actions.erasing import erase_applicant
from gongkai.casework.actions.fees import propose_fee, receive_payment, send_fee_notice
from gongkai.casework.actions.letter_drafts import (
    draft_letter,
    drop_letter,
    issue_letter,
    save_letter,
)
from gongkai.casework.actions.letter_issuing import Wording
from gongkai.casework.actions.letter_printing import read_draft, read_letter
from gongkai.casework.actions.letter_templates import (
    add_template,
    end_template,
    set_letter_patterns,
)
from gongkai.casework.actions.notices import (
    ask_clarification,
    ask_reasons,
    propose_delay,
    propose_extension,
    tell_of_consultation,
)
from gongkai.casework.actions.papers import add_paper, read_paper
from gongkai.casework.actions.people import admit, restrict, watch
from gongkai.casework.actions.proposing import propose_publication
from gongkai.casework.actions.reading import read_agent, read_applicant, read_party
from gongkai.casework.actions.rederiving import follow_calendar, rederive
from gongkai.casework.actions.register import confirm_receipt, correct_receipt, register
from gongkai.casework.actions.remedies import (
    answer_remedy,
    receive_remedy,
    remedy_result_came,
    reopen,
)
from gongkai.casework.actions.reply import (
    draft_reply,
    drop_reply,
    save_reply,
    submit_reply,
    take_back_reply,
)
from gongkai.casework.actions.review import (
    review_reply,
    send_back_reply,
    sign_reply,
    unsign_reply,
)
from gongkai.casework.actions.ruling import set_rules
from gongkai.casework.actions.serving import Sending
from gongkai.casework.actions.splitting import Matter, join, split, unjoin
from gongkai.casework.actions.tying import tie_item, untie_item

__all__ = [
    "Matter",
    "Party",
    "Sending",
    "Wording",
    "add_paper",
    "add_template",
    "admit",
    "answer_remedy",
    "approve_notice",
    "archive",
    "ask_clarification",
    "ask_reasons",
    "assign",
    "confirm_receipt",
    "consult",
    "correct_event",
    "correct_receipt",
    "draft_letter",
    "draft_reply",
    "drop_letter",
    "drop_notice",
    "drop_reply",
    "end_template",
    "erase_applicant",
    "follow_calendar",
    "issue_letter",
    "join",
    "letter_failed",
    "opinion_letter_arrived",
    "propose_delay",
    "propose_extension",
    "propose_fee",
    "propose_publication",
    "read_agent",
    "read_applicant",
    "read_draft",
    "read_letter",
    "read_paper",
    "read_party",
    "receive_correction",
    "receive_letter",
    "receive_payment",
    "receive_reasons",
    "receive_remedy",
    "record_opinion",
    "record_silence",
    "rederive",
    "refuse_notice",
    "register",
    "remedy_result_came",
    "reopen",
    "restrict",
    "review_reply",
    "save_letter",
    "save_reply",
    "send_again",
    "send_back_reply",
    "send_fee_notice",
    "serve_reply",
    "set_letter_patterns",
    "set_rules",
    "sign_reply",
    "split",
    "submit_reply",
    "take_back_reply",
    "tell",
    "tell_of_consultation",
    "tie_item",
    "unjoin",
    "unsign_reply",
    "untie_item",
    "void",
    "watch",
    "withdraw",
]
