"""Addresses of this room: the main organ's site at the root, the same pages of every other organ under ``o/<code>/``."""

from django.urls import URLPattern, include, path, register_converter

from gongkai.common.views import elder_mode
from gongkai.website.addresses import ListedConverter, MonthConverter
from gongkai.website.views import (
    apply,
    applying,
    case_files,
    case_status,
    catalogue,
    columns,
    consultations,
    feeds,
    files,
    home,
    items,
    leaving,
    live,
    machines,
    open_data,
    reports,
    search,
    sitemaps,
    subscribing,
    tables,
)

register_converter(ListedConverter, "listed")
register_converter(MonthConverter, "month")


def lists() -> list[URLPattern]:
    """The columns and their months."""
    return [
        path("guide/", columns.guide, name="guide"),
        path("systems/", columns.systems, name="systems"),
        path("content/", columns.content, name="content"),
        path("reports/", columns.reports, name="reports"),
        path("<listed:key>/<month:month>/", columns.month, name="month"),
        path("<listed:key>/<month:month>/<int:number>/", columns.month, name="month_page"),
        path("columns/<slug:key>/", columns.own, name="column"),
        path("columns/<slug:key>/<month:month>/", columns.own_month, name="column_month"),
        path(
            "columns/<slug:key>/<month:month>/<int:number>/",
            columns.own_month,
            name="column_month_page",
        ),
    ]


def for_programs() -> list[URLPattern]:
    """Feeds, and the lists of all addresses."""
    return [
        path("reports/feed.xml", feeds.reports_feed, name="reports_feed"),
        path("columns/<slug:key>/feed.xml", feeds.own_column_feed, name="own_column_feed"),
        path("search/feed.xml", feeds.search_feed, name="search_feed"),
        path("content/feed.xml", feeds.column_feed, {"key": "content"}, name="content_feed"),
        path("systems/feed.xml", feeds.column_feed, {"key": "systems"}, name="systems_feed"),
        path("feed.xml", feeds.feed, name="feed"),
        path("sitemap/", machines.sitemap, name="sitemap"),
        path("sitemap.xml", sitemaps.index, name="sitemap_xml"),
        path("sitemap-places.xml", sitemaps.places, name="sitemap_places"),
        path("sitemap-<month:month>.xml", sitemaps.month, name="sitemap_month"),
        path("sitemap-<month:month>-<int:part>.xml", sitemaps.month, name="sitemap_part"),
    ]


def by_mail() -> list[URLPattern]:
    """Subscribing by e-mail, and where the links of letters lead."""
    return [
        path("subscribe/", subscribing.subscribe, name="subscribe"),
        path("subscribe/sent/", subscribing.done, name="subscribe_sent"),
        path("subscribe/left/", subscribing.left, name="subscribe_left"),
        path("subscribe/confirm/<str:token>/", subscribing.confirm, name="subscribe_confirm"),
        path("subscribe/manage/<str:token>/", subscribing.manage, name="subscribe_manage"),
        path("subscribe/leave/<str:token>/", leaving.leave, name="subscribe_leave"),
    ]


def pages() -> list[URLPattern]:
    """The pages that every organ's site has."""
    return [
        path("", home.home, name="home"),
        *lists(),
        *for_programs(),
        *by_mail(),
        path("reports/compare/", reports.compare, name="compare"),
        path("reports/data/", open_data.dictionary, name="open_data"),
        path("reports/data.<slug:kind>", open_data.data, name="open_data_file"),
        path("reports/<int:year>/", reports.report, name="report"),
        path("reports/<int:year>/report.<slug:kind>", reports.download, name="download"),
        path("reports/<int:year>/versions/<int:number>/", reports.version, name="version"),
        path("catalogue/", catalogue.catalogue, name="catalogue"),
        path("items/<int:number>/", items.item, name="item"),
        path("items/<int:number>/captions.vtt", items.captions, name="captions"),
        path("live/", live.live_list, name="live_list"),
        path("live/<int:number>/", live.live, name="live"),
        path("live/<int:number>/ask/", live.live_ask, name="live_ask"),
        path("items/<int:number>/table-<int:place>.csv", tables.table, name="item_table"),
        path("apply/", apply.apply, name="apply"),
        path("apply/form/", apply.apply_form, name="apply_form"),
        path("apply/online/", applying.start, name="apply_start"),
        path("apply/online/<str:key>/", applying.draft, name="apply_draft"),
        path("apply/online/<str:key>/<slug:step>/", applying.step, name="apply_step"),
        path("apply/status/", case_status.status, name="apply_status"),
        path("apply/status/<str:token>/", case_status.case, name="apply_case"),
        path("apply/status/<str:token>/files/<str:link>/", case_files.file, name="apply_file"),
        path("apply/status/<str:token>/withdraw/", case_status.withdraw, name="apply_withdraw"),
        path("consultations/", consultations.consultations, name="consultations"),
        path("consultations/<int:number>/comment/", consultations.comment, name="comment"),
        path("feedback/", apply.feedback, name="feedback"),
        path("search", search.search, name="search"),
    ]


urlpatterns = [
    path("elder", elder_mode, name="elder"),
    path("files/public/<str:token>", files.file, name="public_file"),
    path("files/public/<str:token>/<str:name>", files.named, name="named_file"),
    path("live/<int:number>/events", live.live_events, name="live_events"),
    path("not-found/", home.nothing_here, name="nothing_here"),
    path("maintenance/", home.maintenance, name="maintenance"),
    path("robots.txt", machines.robots, name="robots"),
    path("o/<str:code>/", include((pages(), "organ"))),
    path("", include((pages(), "website"))),
]
