from django.urls import path

from accounts.views import code, email, link, sign_in, sign_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", code.code, name="sign_in_code"),
    path("sign-in/link/<str:secret>/", link.link, name="link"),
    path("sign-out/", sign_out.sign_out, name="sign_out"),
    path("me/email/", email.email, name="email"),
    path("me/email/code/", email.code, name="email_code"),
    path("me/email/remove/", email.remove, name="email_remove"),
]
