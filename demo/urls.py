from django.urls import path

from demo.views import clocks, messages, personas

app_name = "demo"
urlpatterns = [
    path("", personas.personas, name="personas"),
    path("be/", personas.be, name="be"),
    path("clock/", clocks.let_fall_due, name="clock"),
    path("sms/", messages.messages, name="messages"),
]
