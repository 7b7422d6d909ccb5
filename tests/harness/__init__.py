"""Real processes on a database of their own, for what a single process can't show.

`open_world()` gives a fresh database, cloned from a migrated template, and a Valkey of its
own. While it is open the ORM of the test works on that database too: without a transaction
around the test, so that other processes see what it writes. Don't ask for `db` beside it.

    def test_a_killed_worker_loses_nothing(world_database):
        make_issue_that_is_due()                       # ORM or actions, committed at once
        worker = world_database.start_worker()
        world_database.start_beat(sweep_seconds=1)
        wait_until(lambda: Assignment.objects.count() == 2)
        worker.kill()                                  # kill -9 of the whole group

Processes: `start_web()`, `start_worker()`, `start_beat()`, `start_sweep_loop()`, any other with
`start(name, command)`; `manage(...)` runs a command and returns what it printed. They run as
the role of the application, which may not change what the record holds; the test as the
owner. All are ended when the world closes. `world.broker` is the Valkey
(`redis.Redis.from_url(world.broker.url).flushall()`), `world.said("worker")` the last lines.

    def test_walk(live_site, page):
        site = live_site(seed=make_world, worker=True, beat=True, sweep_seconds=1)
        page.goto(site.url + "/")

A file that needs pages and nothing of its own about the server asks for `common_site`: it runs
already, and is as new for each file (`common_site.py`).

    def test_page(common_site, page):
        page.goto(f"{common_site.url}/g/{common_site.world.grid.code}/")

For many tests on a site of their own, write a module-scoped fixture around `open_world`:

    @pytest.fixture(scope="module")
    def site(django_db_blocker, tmp_path_factory):
        with open_world(tmp_path_factory.mktemp("site"), django_db_blocker) as world:
            make_world()
            yield world.start_web()
"""
