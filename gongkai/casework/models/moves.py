"""Until when a person has seen which dates moved with the calendar."""

from django.db import models

from gongkai.accounts.models import User


class MovesSeen(models.Model):
    """One row a person. Dates that moved after ``until`` wait on the person's desk."""

    person = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="+", verbose_name="人员"
    )
    until = models.DateTimeField("看到什么时候的")

    def __str__(self) -> str:
        return f"{self.person}看到 {self.until:%Y-%m-%d %H:%M}"
