"""`python -m config.launcher COMMAND`; the Makefile calls it."""

import sys

from config.launcher.belonging import refused
from config.launcher.bench import bench
from config.launcher.failure import LauncherFailure
from config.launcher.manage import manage
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.reset import reset
from config.launcher.serve import run
from config.launcher.testing import test


def main(command: str, rest: list[str]) -> int:
    output = Output()
    try:
        return call(command, rest, Places.of_clone(), output)
    except LauncherFailure as failure:
        output.say(str(failure))
    except OSError as error:
        if error.filename is None:
            raise
        output.say(refused(error))
    return 1


def call(command: str, rest: list[str], places: Places, output: Output) -> int:
    match command:
        case "run":
            return run(places, output)
        case "test":
            return test(places.apart("test"), output, rest)
        case "bench":
            return bench(places.apart("bench"), output, rest)
        case "demo-reset":
            return reset(places, output)
        case "manage":
            return manage(places, output, rest)
    raise SystemExit(f"There is no command {command}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
