from django.urls import path

from accounts.views import code, demo_messages, sign_in, sign_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", code.code, name="sign_in_code"),
    path("sign-out/", sign_out.sign_out, name="sign_out"),
    path("demo/sms/", demo_messages.demo_messages, name="demo_messages"),
]
