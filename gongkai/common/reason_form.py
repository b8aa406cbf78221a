"""What cannot be undone needs a reason: one form and one page for all such acts."""

from django import forms


class ReasonForm(forms.Form):
    """The reason, which goes into the journal. Extend it where an act asks for more.

    A view shows it by ``shell/reason.html`` with ``form``, ``title``, ``what`` (what will happen, a list of sentences),
    ``verb`` (the words on the button), ``back`` (where 不办了 leads) and ``look`` (primary for what harms nothing).
    """

    reason = forms.CharField(
        label="理由",
        min_length=4,
        max_length=500,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写明为什么这样做，至少 4 个字；理由记入办事留痕，不能修改",
        error_messages={"required": "请写明理由", "min_length": "理由太短，请写明原因"},
    )
