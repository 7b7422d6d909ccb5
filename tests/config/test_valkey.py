"""Whoever may write into Valkey runs no code of theirs in the product."""

import pickle
from pathlib import Path

import pytest
import redis
from celery import current_app
from django.core.cache import cache
from kombu.exceptions import ContentDisallowed
from kombu.serialization import dumps, loads


class Bomb:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def test_what_is_pickled_in_the_cache_is_never_unpickled(tmp_path: Path) -> None:
    cache.set("plain", [1.5, "二", None, True])
    assert cache.get("plain") == [1.5, "二", None, True]
    cache.set("count", 1)
    assert cache.incr("count") == 2

    location = str(cache._servers[0])  # type: ignore[attr-defined]
    with redis.Redis.from_url(location) as client:
        assert client.get(cache.make_key("plain")) == b'[1.5,"\\u4e8c",null,true]'
        client.set(cache.make_key("plain"), pickle.dumps(Bomb(tmp_path / "went off")))
    with pytest.raises(UnicodeDecodeError):
        cache.get("plain")
    assert not (tmp_path / "went off").exists()


def test_a_pickled_task_is_refused_and_ours_are_json(tmp_path: Path) -> None:
    conf = current_app.conf
    kind, encoding, body = dumps(Bomb(tmp_path / "went off"), serializer="pickle")
    with pytest.raises(ContentDisallowed):
        loads(body, kind, encoding, accept=conf.accept_content)
    assert not (tmp_path / "went off").exists()
    written = {conf.task_serializer, conf.result_serializer, conf.event_serializer}
    assert written == set(conf.accept_content) == set(conf.result_accept_content) == {"json"}
