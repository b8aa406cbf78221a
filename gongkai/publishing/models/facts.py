"""What is known of an information beside its text: reviewed and sealed with the text, so it stands on every version."""

from django.db import models

from gongkai.agencies.models import Department
from gongkai.law.attributes import ATTRIBUTES, GROUNDS
from gongkai.law.catalogue import SPECIAL_LIMITS
from gongkai.law.genres import GENRES
from gongkai.law.rule_kinds import RULE_KINDS
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES

LIMITS = tuple((row.key, row.subject) for row in SPECIAL_LIMITS if row.act == "publish")
RULE_KIND_CHOICES = tuple({row.key: row.label for row in RULE_KINDS}.items())
ORIGINS = (("made", "本机关制作"), ("obtained", "从别处获取"))


class VersionFacts(models.Model):
    """The facts of one version. Names of other organs are text: they need no account here.

    ``joint_organs``: who made it together with this organ; ``lead``: this organ leads and publishes (《条例》第十条第三款).
    ``rule_kind``: what the annual report counts it as.
    ``catalogue_keys``: which items of the law's catalogue it fulfils. ``made_on`` or, for a new version, ``changed_on`` start the
    timer of art. 26; ``limit_key`` is the special limit it falls under, ``counted_from`` the day that one runs from.
    ``old_site``: the old website that a text was brought over from, ``old_site_day`` the day on which it was published there,
    ``old_site_validity`` what it was worth by then; none of them is typed into a text that was written here.
    ``offline_on``: the last day on which a list of names is shown; ``stays_by``: the rule by which it stays for good.
    """

    genre = models.CharField(
        "体裁", max_length=32, blank=True, choices=[(row.key, row.label) for row in GENRES]
    )
    rule_kind = models.CharField(
        "文件性质", max_length=32, blank=True, choices=RULE_KIND_CHOICES, default=""
    )
    theme = models.CharField(
        "主题分类", max_length=32, blank=True, choices=[(row.key, row.label) for row in THEMES]
    )
    made_on = models.DateField("成文（形成）日期", null=True, blank=True)
    changed_on = models.DateField("变更日期", null=True, blank=True)
    limit_key = models.CharField("另有期限的信息", max_length=40, blank=True, choices=LIMITS)
    counted_from = models.DateField("该期限的起算日", null=True, blank=True)
    offline_on = models.DateField("公示到哪一天", null=True, blank=True)
    stays_by = models.CharField("长期公开的依据", max_length=200, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    ends_on = models.DateField("有效期至", null=True, blank=True)
    origin = models.CharField("来源", max_length=16, choices=ORIGINS, default="made")
    obtained_from = models.CharField("从哪里获取", max_length=100, blank=True)
    joint_organs = models.JSONField("联合制作的机关", default=list, blank=True)
    lead = models.BooleanField("由本机关牵头", default=True)
    attribute = models.CharField(
        "公开属性",
        max_length=16,
        choices=[(row.key, row.label) for row in ATTRIBUTES],
        default="proactive",
    )
    attribute_ground = models.CharField(
        "不公开的依据",
        max_length=32,
        blank=True,
        choices=[(row.key, row.label) for row in GROUNDS],
    )
    attribute_reason = models.CharField("不公开的理由", max_length=300, blank=True)
    reassess_on = models.DateField("定期评估日期", null=True, blank=True)
    catalogue_keys = models.JSONField("法定事项", default=list, blank=True)
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="来源部门",
    )

    old_site = models.CharField("迁自", max_length=100, blank=True)
    old_site_day = models.DateField("在旧网站公开的日期", null=True, blank=True)
    old_site_validity = models.CharField(
        "迁入时的有效性",
        max_length=16,
        blank=True,
        choices=[(row.key, row.label) for row in VALIDITIES],
    )

    class Meta:
        abstract = True
