"""Agencies, their names and parents through time, their departments, and the contact facts of art. 12."""

from django.core.validators import RegexValidator
from django.db import models

from gongkai.common.models import Versioned
from gongkai.law.catalogue import ORGAN_LABELS
from gongkai.law.reconsideration_organs import SYSTEM_LABELS


class InForce(models.Model):
    """True from ``since`` to ``until``, both days included; ``until`` None means still."""

    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        abstract = True


class Agency(Versioned):
    """One organ. Its ``code`` never changes; its name and parent do, and stand in their own tables.

    ``name``, ``short_name`` and ``parent`` are copies of the rows in force today, for sorting and joining; ``actions`` keeps them.
    """

    code = models.CharField("代码", max_length=64, unique=True)
    kind = models.CharField("种类", max_length=32, choices=tuple(ORGAN_LABELS.items()))
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=40, blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="上级",
    )
    social_credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    region_code = models.CharField("行政区划代码", max_length=12, blank=True)
    since = models.DateField("设立日期")
    until = models.DateField("撤销日期", null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="职责承接机关",
    )
    has_site = models.BooleanField("有公开专栏", default=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="agencies_until_after_since",
            ),
        )
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def agency(self) -> "Agency":
        """Itself: every record that permissions guard has an ``agency``."""
        return self


class AgencyName(InForce):
    """A name while it was in force: a case of last year keeps that year's name."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=40, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "since"), name="agencies_one_name_from_a_day"
            ),
        )
        ordering = ("since",)

    def __str__(self) -> str:
        return self.name


class AgencyParent(InForce):
    """A parent while it was in force. None: the agency is at the top of this installation."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "since"), name="agencies_one_parent_from_a_day"
            ),
        )
        ordering = ("since",)

    def __str__(self) -> str:
        return f"{self.agency}的上级：{self.parent or '无'}"


class Department(InForce):
    """A department inside an organ (内设机构). It does no act in its own name."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="departments")
    code = models.CharField("代码", max_length=64)
    name = models.CharField("名称", max_length=100)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "code"), name="agencies_department_code_once"
            ),
        )
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.agency.name}{self.name}"


class ContactPage(Versioned):
    """What the guide must say of the office in charge (《条例》第十二条第二款)."""

    agency = models.OneToOneField(Agency, on_delete=models.CASCADE, related_name="contact")
    office = models.CharField("政府信息公开工作机构", max_length=100, blank=True)
    leader = models.CharField("负责人", max_length=40, blank=True)
    address = models.CharField("办公地址", max_length=200, blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    hours = models.CharField("办公时间", max_length=200, blank=True)
    telephone = models.CharField("联系电话", max_length=60, blank=True)
    fax = models.CharField("传真号码", max_length=60, blank=True)
    mail = models.EmailField("电子邮箱", blank=True)
    website = models.URLField("网址", blank=True)
    supervision_telephone = models.CharField("监督电话", max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.agency.name}联系方式"


class LetterFacts(Versioned):
    """What letters of an organ must say and the tree does not know: who hears a remedy against it, and how fees are paid.

    ``superior`` is its superior department (上一级主管部门), which is no part of the tree. What is empty is never guessed.
    """

    agency = models.OneToOneField(Agency, on_delete=models.CASCADE, related_name="letter_facts")
    system = models.CharField(
        "管理体制", max_length=16, choices=tuple(SYSTEM_LABELS.items()), default="ordinary"
    )
    superior = models.CharField("上一级主管部门", max_length=100, blank=True)
    court = models.CharField("受理行政诉讼的法院", max_length=100, blank=True)
    online_reconsideration = models.URLField("网上申请行政复议的网址", blank=True)
    payment_way = models.CharField("信息处理费的缴纳方式", max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.agency.name}文书资料"


class SiteIdentity(Versioned):
    """What the public site of an organ says of itself in head and foot. ``main``: it stands at the root of this installation."""

    agency = models.OneToOneField(Agency, on_delete=models.CASCADE, related_name="site")
    main = models.BooleanField("本系统的主站", default=False)
    name = models.CharField("网站名称", max_length=100)
    sponsor = models.CharField("主办单位", max_length=100)
    domain = models.CharField(
        "域名",
        max_length=253,
        blank=True,
        validators=[
            RegexValidator(
                r"^[0-9a-z]([0-9a-z.-]*[0-9a-z])?$", "域名只写 www.example.gov.cn 的样子"
            )
        ],
    )
    identification_code = models.CharField(
        "网站标识码",
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(
                r"^([0-9]{10}|bm[0-9]{8})$",
                "网站标识码是 10 位数字（部门网站以 bm 开头加 8 位数字）",
            )
        ],
    )
    icp_number = models.CharField("ICP 备案号", max_length=40, blank=True)
    police_number = models.CharField("公安备案号", max_length=40, blank=True)
    error_report_url = models.URLField("“我为政府网站找错”链接", blank=True)
    contact = models.CharField("联系方式", max_length=200, blank=True)
    elder = models.BooleanField("默认长者模式", default=False)
    emblem = models.CharField("徽标文字", max_length=8, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("main",), condition=models.Q(main=True), name="agencies_one_main_site"
            ),
        )

    def __str__(self) -> str:
        return self.name
