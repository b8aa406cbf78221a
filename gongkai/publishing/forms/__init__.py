"""The shape of what people type about items. Rules are in ``law`` and ``actions``."""

from gongkai.publishing.forms.attachments import AttachForm, IndexPatternForm, LinkForm
from gongkai.publishing.forms.incoming import FileForm, IncomingForm, PicturesForm
from gongkai.publishing.forms.items import NewItemForm, RemarkForm, WithdrawalForm, WordForm
from gongkai.publishing.forms.review import PlanForm, ReviewForm
from gongkai.publishing.forms.text import TextForm

__all__ = [
    "AttachForm",
    "FileForm",
    "IncomingForm",
    "IndexPatternForm",
    "LinkForm",
    "NewItemForm",
    "PicturesForm",
    "PlanForm",
    "RemarkForm",
    "ReviewForm",
    "TextForm",
    "WithdrawalForm",
    "WordForm",
]
