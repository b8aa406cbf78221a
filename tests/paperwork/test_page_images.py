"""Pages of a PDF as small pictures."""

import io

import pytest
from PIL import Image

from gongkai.paperwork import UnreadableReport, print_report
from gongkai.paperwork.page_images import WIDTH, page_count, page_png
from tests.law.annual_report.reports import one_request


@pytest.fixture(scope="module")
def report():
    return print_report(one_request(), "pdf")


def test_a_page_is_drawn_wide_enough_to_read(report):
    picture = Image.open(io.BytesIO(page_png(report, 1)))
    assert abs(picture.width - WIDTH) <= 1
    assert picture.height > picture.width


def test_a_page_is_small_enough_to_send(report):
    assert all(
        len(page_png(report, number)) < 200_000 for number in range(1, page_count(report) + 1)
    )


def test_there_is_no_page_nought(report):
    with pytest.raises(UnreadableReport):
        page_png(report, 0)
