"""How often a subscription is told, in words."""

from django import template

from gongkai.release.subscriptions.letters import rhythm_in_words

register = template.Library()
register.filter("rhythm", rhythm_in_words)
