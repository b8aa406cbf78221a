"""What a dossier is for, before it is made."""

from gongkai.common.reason_form import ReasonForm


class DossierForm(ReasonForm):
    """用途，记入留痕"""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        field = self.fields["reason"]
        field.label = "用途"
        field.help_text = "写明交给谁、办什么事，至少 4 个字；用途记入办事留痕，不能修改"
        field.error_messages |= {
            "required": "请写明用途",
            "min_length": "用途太短，请写明交给谁、办什么事",
        }
