"""Small PDFs that hold a secret in every corner a PDF has, made by the tests themselves."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from gongkai.paperwork.redaction import Box

WIDE, HIGH = 300, 200
"""Points of a page: small, so that the tests are quick."""
SECRET = "SECRET-{}"
PUBLIC = "PUBLIC"
AT = (150, 90)
"""Where the secret's base line begins, from the lower left corner."""
COVER = Box(1, 140 / WIDE, 1 - 106 / HIGH, 240 / WIDE, 1 - 82 / HIGH)
NONE: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Case:
    """A kind of file: how it is made from a secret, the boxes over what is seen of it, and how the page is turned."""

    make: Callable[[str], bytes]
    boxes: tuple[Box, ...] = (COVER,)
    seen: bool = True


def words(text: str, x: float, y: float, more: str = "") -> str:
    """Content operators that draw a text."""
    return f"BT {more} /F 12 Tf {x} {y} Td ({text}) Tj ET\n"


def blank(content: str, *, pages: int = 1) -> pikepdf.Pdf:
    """A document whose first page draws ``content`` and the public word; further pages have the public word alone."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for at in range(pages):
        page = pdf.add_blank_page(page_size=(WIDE, HIGH))
        page.Resources = Dictionary(Font=Dictionary(F=font))
        drawn = words(PUBLIC, 20, 150) + (content if at == 0 else "")
        page.Contents = pdf.make_stream(drawn.encode("latin-1"))
    return pdf


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id="encryption" not in how, **how)
    return file.getvalue()


def text(secret: str) -> bytes:
    return saved(blank(words(secret, *AT)))


def packed(secret: str) -> bytes:
    return saved(blank(words(secret, *AT)), object_stream_mode=pikepdf.ObjectStreamMode.generate)


def turned(angle: int) -> Callable[[str], bytes]:
    def make(secret: str) -> bytes:
        pdf = blank(words(secret, *AT))
        pdf.pages[0].Rotate = angle
        return saved(pdf)

    return make


def as_turned(box: Box, angle: int) -> Box:
    """Where a box of the upright page is on the page turned clockwise."""
    left, top, right, bottom = box.edges
    for _ in range(angle // 90):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return Box(box.page, left, top, right, bottom)


def cropped(secret: str) -> bytes:
    """The page is cropped: one secret within, one in the part that is cut off."""
    pdf = blank(words(secret, *AT) + words(secret, 10, 20))
    pdf.pages[0].CropBox = Array([0, 60, WIDE, HIGH])
    return saved(pdf)


IN_CROP = Box(1, COVER.left, (HIGH - 106) / (HIGH - 60), COVER.right, (HIGH - 82) / (HIGH - 60))


def drawing(secret: str, size: tuple[int, int]) -> Image.Image:
    """A picture of a text, as a scanner makes it."""
    image = Image.new("RGB", size, (250, 248, 240))
    ImageDraw.Draw(image).text((4, 4), secret, fill=(20, 20, 60))
    return image


def placed(pdf: pikepdf.Pdf, image: Image.Image, where: str) -> None:
    """Draw a picture on the first page, ``where`` being the matrix."""
    page = pdf.pages[0]
    stream = pdf.make_stream(image.tobytes())
    stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height,
                             ColorSpace=Name.DeviceRGB, BitsPerComponent=8))  # fmt: skip
    stream.Comment = String("")
    page.Resources.XObject = Dictionary(I=stream)
    page.contents_add(f"q {where} cm /I Do Q".encode(), prepend=True)


def image(secret: str) -> bytes:
    pdf = blank("")
    picture = drawing(secret, (90, 20))
    placed(pdf, picture, f"90 0 0 20 {AT[0] - 5} {AT[1] - 5}")
    pdf.pages[0].Resources.XObject.I.Comment = String(secret)
    return saved(pdf)


def scanned(secret: str) -> bytes:
    """A page that is one picture, with the words that a reader found behind it in invisible ink."""
    pdf = blank(words(secret, *AT, more="3 Tr"))
    page = Image.new("RGB", (WIDE, HIGH), (250, 248, 240))
    page.paste(drawing(secret, (90, 20)), (AT[0] - 5, HIGH - AT[1] - 14))
    ImageDraw.Draw(page).text((20, 40), PUBLIC, fill=(0, 0, 0))
    placed(pdf, page, f"{WIDE} 0 0 {HIGH} 0 0")
    return saved(pdf)


def appearance(pdf: pikepdf.Pdf, secret: str) -> pikepdf.Object:
    """What a field or a note looks like."""
    stream = pdf.make_stream(words(secret, 4, 6).encode())
    stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 95, 22]),
                             Resources=pdf.pages[0].Resources))  # fmt: skip
    return stream


def form(secret: str) -> bytes:
    """A form: one field is seen, one is hidden and on the next page."""
    pdf = blank("", pages=2)
    seen = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String(secret), F=4,
                      Rect=Array([145, 84, 240, 106]), AP=Dictionary(N=appearance(pdf, secret)))  # fmt: skip
    hidden = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("id"), V=String(secret), F=2,
                        Rect=Array([10, 10, 60, 30]))  # fmt: skip
    fields = [pdf.make_indirect(seen), pdf.make_indirect(hidden)]
    pdf.pages[0].Annots, pdf.pages[1].Annots = Array([fields[0]]), Array([fields[1]])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(fields), DA=String("/F 12 Tf"), DR=pdf.pages[0].Resources
    )
    return saved(pdf)


def annotation(secret: str) -> bytes:
    """A note that is seen, one that opens when clicked, a link, and a mark for blacking out that was never applied."""
    pdf = blank("", pages=2)
    notes = [
        Dictionary(Subtype=Name.FreeText, Contents=String(secret), DA=String("/F 12 Tf"), F=4,
                   Rect=Array([145, 84, 240, 106]), AP=Dictionary(N=appearance(pdf, secret))),
        Dictionary(Subtype=Name.Text, Contents=String(secret), T=String(secret), F=2, Rect=Array([5, 5, 15, 15])),
        Dictionary(Subtype=Name.Link, Rect=Array([5, 5, 15, 15]), Border=Array([0, 0, 0]),
                   A=Dictionary(S=Name.URI, URI=String(f"https://example.org/{secret}"))),
        Dictionary(Subtype=Name.Redact, OverlayText=String(secret), F=2, Rect=Array([5, 5, 15, 15])),
    ]  # fmt: skip
    pdf.pages[0].Annots = Array([pdf.make_indirect(each) for each in notes[:1]])
    pdf.pages[1].Annots = Array([pdf.make_indirect(each) for each in notes[1:]])
    return saved(pdf)


def layered(secret: str) -> bytes:
    """A layer that is off holds the secret; another that is on holds it where the box is."""
    pdf = blank(
        "/OC /Off BDC\n"
        + words(secret, 20, 40)
        + "EMC\n/OC /On BDC\n"
        + words(secret, *AT)
        + "EMC\n"
    )
    off, on = (
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in (secret, "on")
    )
    pdf.pages[0].Resources.Properties = Dictionary(Off=off, On=on)
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([off, on]), D=Dictionary(OFF=Array([off]), Order=Array([off, on]))
    )
    return saved(pdf)


def updated(secret: str) -> bytes:
    """An older revision in the same file shows the secret; the newest does not."""
    writer = pypdf.PdfWriter(io.BytesIO(text(secret)), incremental=True)
    stream = writer.pages[0]["/Contents"].get_object()
    stream.set_data(words(PUBLIC, 20, 150).encode())
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def attached(secret: str) -> bytes:
    """Attachments, properties, XMP, bookmarks, scripts, names: all that a file holds besides its pages."""
    pdf = blank("")
    pdf.attachments["list.txt"] = pikepdf.AttachedFileSpec(
        pdf, secret.encode(), filename=f"{secret}.txt"
    )
    pdf.docinfo["/Title"] = secret
    pdf.Root.Metadata = pdf.make_stream(
        f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{secret}</x:xmpmeta>".encode()
    )
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{secret}')"))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(secret))]))
    pdf.Root.PieceInfo = Dictionary(Secret=String(secret))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(secret, 0))
    return saved(pdf)


def locked(secret: str) -> bytes:
    """Anybody may open it, nobody may copy from it."""
    return saved(blank(words(secret, *AT)), encryption=pikepdf.Encryption(owner="boss", user=""))


def painted_over(secret: str) -> bytes:
    """Blacked out by somebody who only drew a bar over the words, or wrote white on white, beside the page, or too small to see."""
    bar = "q 0 g 10 60 120 20 re f Q\n"
    return saved(
        blank(
            words(secret, 20, 65)
            + bar
            + "1 g\n"
            + words(secret, 20, 40)
            + "0 g\n"
            + words(secret, -200, 40)
        )
    )


CASES: Mapping[str, Case] = {
    "text": Case(text),
    "object streams": Case(packed),
    **{
        f"turned by {angle}": Case(turned(angle), (as_turned(COVER, angle),))
        for angle in (90, 180, 270)
    },
    "cropped": Case(cropped, (IN_CROP,)),
    "image": Case(image),
    "scanned": Case(scanned),
    "form": Case(form),
    "annotation": Case(annotation),
    "layers": Case(layered),
    "older revision": Case(updated, NONE, seen=False),
    "attachments and properties": Case(attached, NONE, seen=False),
    "locked against copying": Case(locked),
    "painted over": Case(painted_over, NONE, seen=False),
}


@cache
def made(name: str, secret: str) -> bytes:
    """The file of a case with its secret."""
    return CASES[name].make(SECRET.format(secret))
