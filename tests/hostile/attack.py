"""One person at one address, sending what nobody should: every answer is looked at, and what it changed is undone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from random import Random

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.models import Entry
from gongkai.publishing.actions.set_up_columns import national_column
from tests.hostile.forms import Form, forms_of
from tests.hostile.inputs import BODIES, PLANTED, QUERIES, VALUES, files
from tests.hostile.record import marks, watching

KEPT = {409, 422}
"""Answers that show the form again."""
MOST = 10_000
"""Characters in every field at once; more would be too large a request, which is another matter."""


@dataclass
class Attack:
    """``most`` says how many inputs of each kind are tried; ``faults`` gathers what went wrong.

    ``beyond`` is an organ out of the person's reach; ``made`` are the tables that an answer may add to at its first reading.
    """

    url: str
    ours: bool
    person: User | None
    dice: Random
    most: int
    beyond: Agency
    made: Collection[str] = ()
    faults: list[str] = field(default_factory=list)
    cookies: str = ""

    def run(self) -> list[str]:
        """Everything, one after another."""
        client = Client()
        if self.person:
            client.force_login(self.person)
        self.cookies = client.cookies.output(header="", sep=";")
        national_column(self.beyond, "content")
        for query in self.some(QUERIES):
            self.send("get", f"{self.url}?{query}", {})
        forms = self.forms()
        if forms or self.send("post", self.url, {}) not in {404, 405}:
            for content_type, body in self.some(BODIES):
                self.send("generic", self.url, {"data": body, "content_type": content_type})
        for form in forms:
            self.attack_form(form)
        return self.faults

    def some(self, all_of_them) -> list:
        """As many as are wanted, by the dice."""
        rows = list(all_of_them)
        return rows if len(rows) <= self.most else self.dice.sample(rows, self.most)

    def forms(self) -> list[Form]:
        """The forms of the page, each once."""
        with transaction.atomic():
            answer = self.client().get(self.url)
            page = text_of(answer)
            transaction.set_rollback(True)
        found = forms_of(page, self.url) if is_html(answer) else []
        mine = [form for form in found if form.address.partition("?")[0] == self.url]
        return list({tuple(form.kinds): form for form in mine}.values())

    def attack_form(self, form: Form) -> None:
        """Nothing in it; one value in all fields; one value in one field; files."""
        self.send("post", form.address, {"data": {}}, form)
        for value in self.some(VALUES.values()):
            everywhere = dict.fromkeys(form.typed, value[:MOST])
            self.send("post", form.address, {"data": form.filled(**everywhere)}, form)
        chosen = [name for name, kind in form.kinds.items() if kind in {"hidden", "select"}]
        for name in self.some(chosen):
            for number in self.some(self.foreign()):
                self.send("post", form.address, {"data": form.filled(**{name: number})}, form)
        names = [name for name, kind in form.kinds.items() if kind not in {"file", "button"}]
        for name in self.some(names):
            value = self.dice.choice(list(VALUES.values()))
            self.send("post", form.address, {"data": form.filled(**{name: value})}, form)
        for name in form.files:
            for upload in self.some(files()):
                self.send("post", form.address, {"data": form.filled(**{name: upload})}, form)

    def foreign(self) -> list[str]:
        """The numbers of an organ out of reach, of its column and of its people."""
        column, people = self.beyond.columns.first(), self.beyond.posts.all()
        return [str(self.beyond.pk), str(column.pk), *(str(post.user_id) for post in people)]

    def client(self) -> Client:
        """A browser of the person, as it was when it signed in."""
        client = Client(raise_request_exception=True)
        client.cookies = SimpleCookie(self.cookies)
        return client

    def asked(self, method: str, url: str, request: dict) -> HttpResponseBase:
        """The answer; a body of bytes goes out as it is."""
        client = self.client()
        if method == "generic":
            return client.generic("POST", url, **request)
        return getattr(client, method)(url, **request)

    def send(self, method: str, url: str, request: dict, form: Form | None = None) -> int:
        """Send it, look at the answer, undo what it did; the status, 0 for a crash."""
        said = f"{self.person or '游客'} {method} {url[:120]} {str(request)[:160]}"
        with transaction.atomic():
            try:
                with watching() as touched:
                    answer = self.asked(method, url, request)
                wrong = list(self.wrong(answer, method, request, form))
            except Exception as error:  # noqa: BLE001 - any crash is a fault
                answer, wrong = None, [f"{type(error).__name__}: {str(error)[:200]}"]
            after = marks(touched)
            transaction.set_rollback(True)
        if answer and (method == "get" or answer.status_code >= 400):
            before = marks(touched)
            changed = [name for name in after if after[name] != before[name]]
            wrong += [f"changed {name}" for name in changed if name not in self.made]
        self.faults += [f"{said}: {each}" for each in wrong]
        return answer.status_code if answer else 0

    def wrong(
        self, answer: HttpResponseBase, method: str, request: dict, form: Form | None
    ) -> Iterator[str]:
        """What is wrong with an answer."""
        page = text_of(answer) if is_html(answer) else ""
        if answer.status_code >= 500:
            yield f"answered {answer.status_code}"
        if PLANTED in page:
            yield "a script stands in the page as it was sent"
        if Entry.objects.filter(chain__organ=self.beyond.code).exists():
            yield f"something of {self.beyond} was changed"
        if self.ours and method == "post" and answer.status_code == 200 and "data-errors" in page:
            yield "mistakes in a form are answered by 200"
        if form and answer.status_code in KEPT:
            yield from lost(page, form, request.get("data", {}))


def lost(page: str, form: Form, sent: dict) -> Iterator[str]:
    """The fields whose text is not there any more in the page that shows the form again."""
    shown = forms_of(page, form.address)
    for name in form.typed:
        typed = sent.get(name, "")
        typed = typed[-1] if isinstance(typed, list) and typed else typed or ""
        wanted = lines(typed.replace("\0", "")).strip()
        values = [lines(value) for each in shown for value in each.values.get(name, ())]
        if wanted and not any(wanted in value for value in values):
            yield f"the text typed into {name} is lost"


def lines(text: str) -> str:
    """With line ends of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_html(answer: HttpResponseBase) -> bool:
    """Whether the answer is a page."""
    return "html" in answer.headers.get("Content-Type", "") and not answer.streaming


def text_of(answer: HttpResponseBase) -> str:
    """The words of the answer; "" for a stream, which is read to its end."""
    if answer.streaming:
        b"".join(answer.streaming_content)
        return ""
    return answer.content.decode("utf-8", "replace")
