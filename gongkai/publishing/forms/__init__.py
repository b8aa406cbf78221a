"""The shape of what people type about items. Rules are in ``law`` and ``actions``."""

from gongkai.publishing.forms.aftercare import (
    AftercareForm,
    ConfirmForm,
    NoInterpretationForm,
)
from gongkai.publishing.forms.attachments import AttachForm, IndexPatternForm, LinkForm
from gongkai.publishing.forms.batches import BatchForm
from gongkai.publishing.forms.catalogue import EntryForm
from gongkai.publishing.forms.columns import ColumnForm, MoveColumnForm, MoveItemForm
from gongkai.publishing.forms.hand_over import HandOverForm
from gongkai.publishing.forms.incoming import FileForm, IncomingForm, PicturesForm
from gongkai.publishing.forms.items import (
    NewItemForm,
    RemarkForm,
    SeenForm,
    WithdrawalForm,
    WordForm,
)
from gongkai.publishing.forms.many import ManyPublishForm, ManyReviewForm
from gongkai.publishing.forms.old_site import OldColumnsForm, OldSiteForm
from gongkai.publishing.forms.presentations import (
    OnePictureForm,
    PictureSetForm,
    PresentationForm,
    QuestionsForm,
)
from gongkai.publishing.forms.release import (
    LaterReviewForm,
    ReassessForm,
    ScheduleForm,
    UrgentForm,
)
from gongkai.publishing.forms.review import PlanForm, ReviewForm
from gongkai.publishing.forms.text import TextForm
from gongkai.publishing.forms.timer import LateReasonForm, TimerRulesForm

__all__ = [
    "AftercareForm",
    "AttachForm",
    "BatchForm",
    "ColumnForm",
    "ConfirmForm",
    "EntryForm",
    "FileForm",
    "HandOverForm",
    "IncomingForm",
    "IndexPatternForm",
    "LateReasonForm",
    "LaterReviewForm",
    "LinkForm",
    "ManyPublishForm",
    "ManyReviewForm",
    "MoveColumnForm",
    "MoveItemForm",
    "NewItemForm",
    "NoInterpretationForm",
    "OldColumnsForm",
    "OldSiteForm",
    "OnePictureForm",
    "PictureSetForm",
    "PicturesForm",
    "PlanForm",
    "PresentationForm",
    "QuestionsForm",
    "ReassessForm",
    "RemarkForm",
    "ReviewForm",
    "ScheduleForm",
    "SeenForm",
    "TextForm",
    "TimerRulesForm",
    "UrgentForm",
    "WithdrawalForm",
    "WordForm",
]
