"""The processes of a run, and how they are ended in the right order."""

import os
from dataclasses import dataclass, field

from config.launcher import notes
from config.launcher.children import Child, end_group
from config.launcher.orphans import SERVERS, end_all
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.stopping import Stopping


@dataclass
class Session:
    """Create it while holding the folder's lock: it first ends what an earlier run left there."""

    places: Places
    output: Output
    stopping: Stopping
    children: list[Child] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stopping.hurry = self.kill
        end_all(self.places.processes, self.output)
        os.environ[notes.VARIABLE] = str(self.places.processes)

    def add(self, child: Child) -> Child:
        self.children.append(child)
        return child

    def watch(self) -> Child:
        """Wait until one part ends by itself and return it; what comes back is started anew."""
        while True:
            for child in self.children:
                if child.exit_code is None:
                    continue
                if not child.comes_back:
                    return child
                self.again(child)
            self.stopping.pause(0.2)

    def again(self, child: Child) -> None:
        self.output.say(f"{child.name} ended (exit code {child.exit_code}): it is started again.")
        child.stop()
        self.stopping.pause(1.0)
        child.start()

    def end(self) -> None:
        """End all parts at once, then what they left behind, then the servers they needed."""
        parts = [child for child in self.children if child.name not in SERVERS]
        servers = [child for child in self.children if child.name in SERVERS]
        for child in parts:
            child.ask_to_stop()
        for child in reversed(parts):
            child.stop()
        spare = {child.pid for child in servers}
        end_all(self.places.processes, self.output, who="This run", spare=spare)
        for child in reversed(servers):
            child.stop()

    def kill(self) -> None:
        for child in self.children:
            if child.exit_code is None:
                end_group(child.pid)
