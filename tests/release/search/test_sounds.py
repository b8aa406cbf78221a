"""How titles sound: a sign with several sounds takes the one of the word around it; the tables can be loaded beforehand."""

import subprocess
import sys
import threading

import pytest

from gongkai.config import server
from gongkai.release.search import sounds


@pytest.mark.parametrize(
    ("text", "initials"), [("政府工作", "zfgz"), ("市长", "sz"), ("长期", "cq"), ("a1", "a1")]
)
def test_the_word_around_a_sign_tells_its_sound(text, initials):
    assert sounds.initials(text) == initials


def test_a_process_of_the_site_loads_the_tables_when_it_starts(monkeypatch):
    loaded = threading.Event()
    monkeypatch.setattr(sounds, "_phrases", loaded.set)
    monkeypatch.setattr(server, "end_with", lambda _: None)
    server.load(1, "")
    assert loaded.wait(30)


FROM_BOTH_ENDS = """
import threading, django
django.setup()
from gongkai.release.search import sounds
begun, wrong = threading.Barrier(6), []
def load(number):
    begun.wait()
    try:
        sounds._phrases() if number % 2 else sounds._toneless("zhāng")
    except Exception as error:
        wrong.append(error)
threads = [threading.Thread(target=load, args=(number,)) for number in range(6)]
for each in threads: each.start()
for each in threads: each.join()
assert not wrong, wrong
"""


def test_threads_that_begin_to_load_at_once_do_not_wait_for_each_other():
    told = [sys.executable, "-c", FROM_BOTH_ENDS]
    ran = subprocess.run(told, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
