"""What a browser says of itself, in words that people know. Pure."""

from __future__ import annotations

from ipaddress import AddressValueError, IPv4Address, ip_address

from accounts.enums import Browser, System

# Looked through in this order: nearly all of them call themselves Safari and Chrome as well.
BROWSERS = (
    ("MicroMessenger", Browser.WECHAT),
    ("MQQBrowser", Browser.QQ),
    ("QQBrowser", Browser.QQ),
    ("UCBrowser", Browser.UC),
    ("HuaweiBrowser", Browser.HUAWEI),
    ("ArkWeb", Browser.HUAWEI),
    ("MiuiBrowser", Browser.XIAOMI),
    ("Edg", Browser.EDGE),
    ("Firefox", Browser.FIREFOX),
    ("FxiOS", Browser.FIREFOX),
    ("Chrome", Browser.CHROME),
    ("CriOS", Browser.CHROME),
    ("Safari", Browser.SAFARI),
)
SYSTEMS = (
    ("OpenHarmony", System.HARMONY),
    ("HarmonyOS", System.HARMONY),
    ("iPhone", System.IPHONE),
    ("iPad", System.IPAD),
    ("Android", System.ANDROID),
    ("Windows", System.WINDOWS),
    ("Macintosh", System.MAC),
    ("Linux", System.LINUX),
)
# What is kept of an address of the newer kind: the part that a provider gives to one customer.
KEPT_GROUPS = 4


def browser_of(said: str) -> Browser:
    return next((known for mark, known in BROWSERS if mark in said), Browser.OTHER)


def system_of(said: str) -> System:
    return next((known for mark, known in SYSTEMS if mark in said), System.OTHER)


def network_of(address: str) -> str:
    """`203.0.113.*`, or the first half of a longer address; "" if it is none."""
    try:
        known = ip_address(address)
    except (AddressValueError, ValueError):
        return ""
    if isinstance(known, IPv4Address):
        return f"{address.rpartition('.')[0]}.*"
    mapped = known.ipv4_mapped
    if mapped is not None:
        return network_of(str(mapped))
    return ":".join(known.exploded.split(":")[:KEPT_GROUPS]) + ":*"
