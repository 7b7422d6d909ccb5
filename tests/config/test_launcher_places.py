import os
import tempfile
from pathlib import Path

import pytest

from config.launcher.belonging import refuse_foreign
from config.launcher.environment import Address, environment
from config.launcher.failure import LauncherFailure
from config.launcher.places import SOCKET_NAME, SOCKET_PATH_LIMIT, Places, private_folder


def test_sockets_lie_beside_the_data() -> None:
    places = Places(Path("/srv/pavilion/var"))
    assert places.sockets() == places.postgres


def test_a_clone_that_lies_deep_keeps_its_sockets_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deep, deeper = (Places(Path("/" + "/".join([name * 40] * 4))) for name in "ab")
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setattr("tempfile.tempdir", short)
        assert len(os.fsencode(deep.sockets() / SOCKET_NAME)) <= SOCKET_PATH_LIMIT
        assert deep.sockets() == deep.sockets()
        assert deep.sockets() != deeper.sockets()


def test_a_folder_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "sockets"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    with pytest.raises(LauncherFailure, match="belongs to someone else"):
        private_folder(folder)


def test_the_folder_of_the_security_log_is_ours(tmp_path: Path) -> None:
    told = environment(Places(tmp_path), Address("127.0.0.1", 8000), database="d", broker="b")
    Path(told["SECURITY_LOG"]).mkdir()
    refuse_foreign(tmp_path, clone=tmp_path / "clone")
