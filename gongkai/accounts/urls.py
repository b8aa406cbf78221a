"""Addresses of this room. Those of the library that the house does not use are taken by ``moved``; those that change second
factors stand here again, with the journal.
"""

from django.urls import path

from gongkai.accounts.views import first_run, identities, oidc, own, safety, stand_ins

app_name = "accounts"
urlpatterns = [
    path("", own.home, name="home"),
    path("first-run/", first_run.first_run, name="first_run"),
    path("email/", own.moved, name="email"),
    path("3rdparty/", own.moved, name="connections"),
    path("identities/", identities.own, name="identities"),
    path("identities/<slug:provider>/unlink/", identities.unlink_own, name="unlink_identity"),
    path("oidc/<slug:provider_id>/login/", oidc.start, name="oidc_start"),
    path("oidc/<slug:provider_id>/login/callback/", oidc.back, name="oidc_back"),
    path("2fa/totp/activate/", safety.activate_totp, name="activate_totp"),
    path("2fa/totp/deactivate/", safety.deactivate_totp, name="deactivate_totp"),
    path("2fa/recovery-codes/generate/", safety.generate_recovery_codes, name="recovery_codes"),
    path("2fa/webauthn/add/", safety.add_key, name="add_key"),
    path("2fa/webauthn/keys/<int:pk>/edit/", safety.edit_key, name="edit_key"),
    path("2fa/webauthn/keys/<int:pk>/remove/", safety.remove_key, name="remove_key"),
    path("stand-ins/", stand_ins.stand_ins, name="stand_ins"),
    path("stand-ins/take-back/", stand_ins.take_back, name="take_back_stand_in"),
    path("permissions/", own.permissions, name="matrix"),
]
