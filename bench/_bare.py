"""The least that a page can cost: constant text that passes the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

PAGE = "<!doctype html><title>–</title><p>nothing</p>"


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE)


urlpatterns = [path("bare/", bare), path("", include("config.urls"))]
