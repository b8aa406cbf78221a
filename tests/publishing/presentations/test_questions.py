"""Questions and answers out of a pasted text."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as some

from gongkai.publishing.presentations.questions import QUESTIONS, asked

PASTED = """补贴问答
问：什么时候发放？
答：公示期满以后。
发到一卡通。

2. 问：到哪里申请？
不在本地怎么办？
答：到镇政务服务中心。"""


def test_lines_that_begin_with_question_and_answer_become_rows():
    assert asked(PASTED) == [
        {"question": "什么时候发放？", "answer": "公示期满以后。\n发到一卡通。"},
        {"question": "到哪里申请？\n不在本地怎么办？", "answer": "到镇政务服务中心。"},
    ]


def test_a_text_without_questions_gives_none():
    assert asked("补贴办法\n答：没有问题") == []


def test_a_line_of_nothing_but_room_takes_no_time():
    begun = process_time()
    assert asked(f"问：甲\n{' ' * 200_000}\n答：乙")[0]["answer"] == "乙"
    assert process_time() - begun < 5


@given(
    some.lists(some.tuples(some.text("甲乙丙，。", min_size=1), some.text("丁戊己。", min_size=1)))
)
def test_what_was_written_in_rows_is_read_again(pairs):
    text = "\n".join(f"问：{question}\n答：{answer}" for question, answer in pairs)
    assert asked(text) == [{"question": one, "answer": other} for one, other in pairs]


def test_an_answer_that_is_missing_is_a_problem_with_its_place():
    found = QUESTIONS.problems({"questions": [{"question": "何时？", "answer": ""}]})
    assert [(each.said, each.check) for each in found] == [("第 1 问没有写答复", "form")]
    assert QUESTIONS.problems({})
