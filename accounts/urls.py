from django.urls import path

from accounts.views import (
    code,
    devices,
    email,
    factor_set_up,
    link,
    recovery_codes,
    second_factor,
    sign_in,
    sign_out,
)

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", code.code, name="sign_in_code"),
    path("sign-in/link/<str:secret>/", link.link, name="link"),
    path("second-factor/", second_factor.second_factor, name="second_factor"),
    path("second-factor/set-up/", factor_set_up.set_up, name="factor_set_up"),
    path("second-factor/codes/", recovery_codes.codes, name="recovery_codes"),
    path("sign-out/", sign_out.sign_out, name="sign_out"),
    path("me/devices/", devices.devices, name="devices"),
    path("me/email/", email.email, name="email"),
    path("me/email/code/", email.code, name="email_code"),
    path("me/email/remove/", email.remove, name="email_remove"),
]
