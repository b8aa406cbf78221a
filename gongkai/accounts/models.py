"""People and the posts they hold. A person without a post may do nothing."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from gongkai.agencies.models import Agency, Department, InForce
from gongkai.common.permissions import ROLE_LABELS


class UserManager(BaseUserManager["User"]):
    """Makes people. There are no superusers: power comes from posts alone."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A person who can sign in with that password, or with none at all until one is set."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class User(AbstractBaseUser):
    """A person. ``username`` is what one signs in with, ``name`` what others see.

    ``agency`` is the organ that keeps the person's account; what the person may do comes from posts alone.
    """

    username = models.CharField("登录名", max_length=64, unique=True)
    name = models.CharField("姓名", max_length=64)
    email = models.EmailField("电子邮箱", blank=True)
    phone = models.CharField("手机", max_length=20, blank=True)
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
        verbose_name="所在机关",
    )
    is_active = models.BooleanField("在用", default=True)
    date_joined = models.DateTimeField("建立时间", auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    held: "list[Post] | None" = None
    """The posts in force today once the policy has asked for them; lives as long as this object, that is one request."""
    reached: dict[str, frozenset[int]]
    """By act, the organs that these posts reach."""

    class Meta:
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name shown to people."""
        return self.name


class Post(InForce):
    """A post: a role in an agency, or in one of its departments, from and until a day.

    ``stands_in_for`` is the post of an absent colleague which this one takes the place of, for so long and no longer.
    """

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="posts", verbose_name="人员"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="posts", verbose_name="机关"
    )
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="posts",
        verbose_name="部门",
    )
    role = models.CharField("岗位", max_length=32, choices=tuple(ROLE_LABELS.items()))
    stands_in_for = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="stand_ins",
        verbose_name="代谁办理",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stands_in_for=None) | models.Q(until__isnull=False),
                name="accounts_post_stand_in_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="accounts_post_until_after_since",
            ),
        )
        ordering = ("agency", "role")

    def __str__(self) -> str:
        place = self.department or self.agency
        whose = f"（代{self.stands_in_for.user.name}）" if self.stands_in_for else ""
        return f"{place}{self.get_role_display()}{whose}"


class SignInRules(models.Model):
    """How strictly this installation guards sign-in: one row of data, changed on the desk."""

    failures_before_lock = models.PositiveSmallIntegerField("连续失败几次锁定", default=5)
    lock_minutes = models.PositiveSmallIntegerField("锁定多少分钟", default=15)
    session_hours = models.PositiveSmallIntegerField("登录最长保持多少小时", default=8)
    max_sessions = models.PositiveSmallIntegerField("同时登录最多几处", default=3)
    second_factor_roles = models.JSONField("必须启用第二重验证的岗位", default=list, blank=True)
    second_factor_from = models.DateField("自哪一天起要求", null=True, blank=True)
    grace_days = models.PositiveSmallIntegerField("宽限天数", default=14)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(pk=1), name="accounts_sign_in_rules_once"),
        )

    def __str__(self) -> str:
        return "登录安全设置"


class SignInFailures(models.Model):
    """Failed sign-ins under one name, known or not: kept by a keyed hash, so that a lock tells nobody whether the name exists."""

    name_key = models.CharField("登录名的带密钥哈希", max_length=64, unique=True)
    count = models.PositiveSmallIntegerField("连续失败次数", default=0)
    last_at = models.DateTimeField("最近一次")
    locked_until = models.DateTimeField("锁定至", null=True)

    def __str__(self) -> str:
        return f"连续失败 {self.count} 次"


class SignInRefusal(models.Model):
    """Refused sign-ins of one hour, counted by reason, name and network until the journal has taken the count.

    The name is kept as a keyed hash; one of its beginnings tells rows apart. ``person`` is who has the name, if anybody.
    """

    WHY: ClassVar[dict[str, str]] = {
        "wrong": "口令或者验证码不正确",
        "lock": "失败次数过多，锁定",
        "locked": "锁定期间再试",
        "too_many": "尝试过于频繁",
        "inactive": "账号已停用",
        "stranger": "单点登录没有对应的账号",
        "provider": "单点登录没有完成",
    }

    hour = models.DateTimeField("哪一小时")
    why = models.CharField("原因", max_length=16, choices=tuple(WHY.items()))
    name_key = models.CharField("登录名的带密钥哈希", max_length=64, blank=True)
    network = models.CharField("来自", max_length=64, blank=True)
    person = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.CASCADE, verbose_name="人员"
    )
    count = models.PositiveIntegerField("次数", default=0)
    first_at = models.DateTimeField("第一次")
    last_at = models.DateTimeField("最近一次")

    class Meta:
        verbose_name = "登录被拒绝"
        constraints = (
            models.UniqueConstraint(
                fields=("hour", "why", "name_key", "network"), name="accounts_refusal_row_once"
            ),
        )

    def __str__(self) -> str:
        return f"未知登录名（代号 {self.name_key[:8]}）" if self.name_key else "其他登录名"
