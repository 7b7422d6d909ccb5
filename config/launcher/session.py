"""What was started in this run, and its end in the right order."""

from dataclasses import dataclass, field
from pathlib import Path

from config.launcher.children import Child, end_group
from config.launcher.orphans import end_all, note
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.stopping import Stopping

SERVERS = {"postgres", "valkey"}


@dataclass
class Session:
    places: Places
    output: Output
    stopping: Stopping
    children: list[Child] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stopping.hurry = self.kill
        end_all(self.notes, self.output)

    @property
    def notes(self) -> Path:
        return self.places.run / "processes.json"

    def add(self, child: Child) -> Child:
        self.children.append(child)
        note(self.notes, self.children)
        return child

    def watch(self) -> Child:
        """Wait until one part ends by itself and return it."""
        while True:
            for child in self.children:
                if child.exit_code is not None:
                    return child
            self.stopping.pause(0.2)

    def end(self) -> None:
        """The parts at once, then the servers they need."""
        for child in self.children:
            if child.name not in SERVERS:
                child.ask_to_stop()
        for child in reversed(self.children):
            child.stop()
        self.notes.unlink(missing_ok=True)

    def kill(self) -> None:
        for child in self.children:
            if child.exit_code is None:
                end_group(child.pid)
