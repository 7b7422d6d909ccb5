from django.urls import path

from demo.views import messages, personas

app_name = "demo"
urlpatterns = [
    path("", personas.personas, name="personas"),
    path("be/", personas.be, name="be"),
    path("sms/", messages.messages, name="messages"),
]
