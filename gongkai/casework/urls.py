"""Addresses of requests on the desk."""

from django.urls import path

from gongkai.casework.course_acts import COURSE
from gongkai.casework.keeping_acts import KEEPING
from gongkai.casework.order_acts import ORDER
from gongkai.casework.other_acts import OTHER
from gongkai.casework.reply_acts import REPLY
from gongkai.casework.views import (
    board,
    delivery,
    dossiers,
    items,
    letter_forms,
    letters,
    lists,
    moves,
    often,
    personal,
    record,
    redaction,
    register,
    replies,
    rules,
    watching,
)
from gongkai.casework.views.acts import act_view

app_name = "casework"

_WHERE = {
    "case": "",
    "notice": "notices/",
    "consultation": "consultations/",
    "service": "services/",
    "decision": "replies/",
    "event": "events/",
    "remedy": "remedies/",
}

urlpatterns = [
    path("", lists.cases, name="cases"),
    path("board/", board.show, name="board"),
    path("board/cases/", board.behind, name="board_cases"),
    path("register/", register.register, name="register"),
    path("<int:pk>/", record.record, name="case"),
    path("<int:pk>/papers/add/", register.add_paper, name="add_paper"),
    path("papers/<int:pk>/", register.paper, name="paper"),
    path("<int:pk>/applicant/", personal.read_personal, name="read_personal"),
    path("<int:pk>/agent/", personal.read_agent, name="read_agent"),
    path("consultations/<int:pk>/party/", personal.read_party, name="read_party"),
    path("moved/", moves.moved, name="moved"),
    path("moved/seen/", moves.seen, name="moves_seen"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<int:pk>/", rules.rules_of, name="rules_of"),
    path("erasures/", personal.erasures, name="erasures"),
    path("<int:pk>/watch/", watching.watch, name="watch"),
    path("watched/", watching.watched, name="watched"),
    path("<int:pk>/dossier/", dossiers.dossier, name="dossier"),
    path("dossiers/<int:pk>/<str:kind>/", dossiers.dossier_file, name="dossier_file"),
    path("<int:pk>/items/", items.items, name="items"),
    path("often/", often.often, name="often"),
    path("<int:pk>/propose-publication/", often.propose, name="propose_publication"),
    path("items/<int:pk>/untie/", items.untie, name="untie_item"),
    path("papers/<int:pk>/redact/", redaction.redact, name="redact"),
    path("papers/<int:pk>/redact/pages/<int:number>/", redaction.redact_page, name="redact_page"),
    path("replies/<int:pk>/deliver/", delivery.deliver_reply, name="deliver_reply"),
    path("services/<int:pk>/deliver/", delivery.deliver_again, name="deliver_again"),
    path("<int:pk>/withheld/", redaction.withheld, name="withheld"),
    path("<int:pk>/draft-reply/", replies.draft_reply, name="draft_reply"),
    path("letter-forms/", letter_forms.letter_forms, name="letter_forms"),
    path("letter-forms/<int:pk>/", letter_forms.letter_forms_of, name="letter_forms_of"),
    path("letter-forms/<int:pk>/kind/", letter_forms.letter_form, name="letter_form"),
    path("letter-forms/<int:pk>/numbers/", letter_forms.letter_numbers, name="letter_numbers"),
    path("templates/<int:pk>/sample/", letter_forms.template_sample, name="template_sample"),
    path("templates/<int:pk>/end/", letter_forms.end_template, name="end_template"),
    path("<int:pk>/letters/draft/", letters.draft_letter, name="draft_letter"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    path("letters/<int:pk>/edit/", letters.edit_letter, name="edit_letter"),
    path("letters/<int:pk>/issue/", letters.issue_letter, name="issue_letter"),
    path("letters/<int:pk>/sign/", letters.sign_letter, name="sign_letter"),
    path("letters/<int:pk>/drop/", letters.drop_letter, name="drop_letter"),
    path("letters/<int:pk>/file/", letters.letter_file, name="letter_file"),
    path("letters/<int:pk>/draft/", letters.letter_draft, name="letter_draft"),
    path("replies/<int:pk>/save/", replies.save_reply, name="save_reply"),
    *(
        path(f"{_WHERE[row.on]}<int:pk>/{row.key.replace('_', '-')}/", act_view(row), name=row.key)
        for row in (*COURSE, *OTHER, *REPLY, *ORDER, *KEEPING)
    ),
]
