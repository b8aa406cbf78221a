"""Numbers of law in templates come from the tables of the law, as they stand today: {% cite "review" %}, {% period "publish" %}."""

from django import template

from gongkai.common.quoting import cite, period

register = template.Library()
register.simple_tag(cite)
register.simple_tag(period)
