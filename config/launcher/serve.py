"""`make run`, step by step."""

import json
from dataclasses import dataclass

from config.launcher import database, lock, parts
from config.launcher.environment import Address, environment, write_private
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.postgres import Postgres
from config.launcher.readiness import refuse_taken_port, wait_for_web
from config.launcher.session import Session
from config.launcher.steps import Steps
from config.launcher.stopping import Stopped, Stopping
from config.launcher.valkey import Valkey
from config.launcher.variables import (
    refuse_silent_broker,
    refuse_silent_database,
    refuse_wrong_settings,
)
from config.told import is_on, secret


@dataclass(frozen=True)
class Servers:
    owner: str
    application: str
    broker: str


def run(places: Places, output: Output) -> int:
    stopping, address = Stopping().install(), Address.from_environment()
    refuse_wrong_settings()
    places.make()
    with lock.take(places.run / "launcher.lock", address=address.url):
        places.told.unlink(missing_ok=True)
        # The session ends what an earlier run left behind, which may still hold the port.
        session = Session(places, output, stopping)
        refuse_taken_port(address)
        try:
            serve(session, address)
            ended = session.watch()
            output.say(f"{ended.name} ended by itself (exit code {ended.exit_code}).")
            return 1
        except Stopped:
            return 0
        finally:
            output.say("Ending everything …")
            places.told.unlink(missing_ok=True)
            session.end()
            output.say("Ended.")


def serve(session: Session, address: Address) -> None:
    servers = start_servers(session)
    told = environment(session.places, address, database=servers.application, broker=servers.broker)
    steps = Steps(session.places, session.output, session.stopping, told, servers.owner)
    steps.migrate()
    steps.collect_static()
    steps.make_demo()
    refuse_taken_port(address)  # again, since the steps may have taken minutes
    web = session.add(parts.web(told, session.output, address).start())
    session.add(parts.worker(told, session.output).start())
    session.add(parts.beat(told, session.output).start())
    session.add(parts.watch(told, session.output).start())
    wait_for_web(web, address, session.stopping, names=told["ALLOWED_HOSTS"])
    write_private(session.places.told, json.dumps(told))
    welcome(session.output, address, demo=is_on(told["PAVILION_DEMO"]))


def start_servers(session: Session) -> Servers:
    """Start the embedded servers, except those for which the environment names others."""
    outside, broker = secret("DATABASE_URL"), secret("REDIS_URL")
    if broker:
        refuse_silent_broker(broker)
    else:
        valkey = Valkey(session.places, session.output)
        session.add(valkey.start())
        broker = valkey.url
    if outside:
        owner = secret("PAVILION_OWNER_DATABASE_URL", outside)
        refuse_silent_database("DATABASE_URL", outside)
        refuse_silent_database("PAVILION_OWNER_DATABASE_URL", owner)
        return Servers(owner=owner, application=outside, broker=broker)
    server = Postgres(session.places, session.output, session.stopping.pause)
    session.add(server.start())
    database.prepare(server)
    return Servers(
        owner=server.url(database.DATABASE, user=database.OWNER),
        application=server.url(database.DATABASE, user=database.APPLICATION),
        broker=broker,
    )


def welcome(output: Output, address: Address, *, demo: bool) -> None:
    output.say("")
    output.say(f"Pavilion 议事亭 is at {address.url}/")
    if demo:
        output.say(f"Sign in as one of its people: {address.url}/demo/")
    if address.open_to_network:
        output.say(f"It also listens on {address.host}: everyone on this network can reach it.")
    output.say("Ctrl-C ends everything.")
    output.say("")
