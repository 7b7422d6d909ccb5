"""The triggers keep what the tables in `enums` say, whoever writes."""

import itertools
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from grids.enums import PARENTS, ROLES_AT, BodyKind, Role
from grids.models import Body, Building, Category, Competence, Estate, Posting, Venue
from grids.refusals import SENTENCES
from tests.world import SINCE, World


def refused(error: pytest.ExceptionInfo[IntegrityError]) -> str:
    name = error.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert name in SENTENCES
    return str(name)


def a_body_of(kind: str, world: World) -> Body:
    return {
        BodyKind.DISTRICT: world.district,
        BodyKind.STREET: world.street,
        BodyKind.COMMUNITY: world.community,
        BodyKind.GRID: world.grid,
        BodyKind.DEPARTMENT: world.housing,
        BodyKind.PARTNER: world.railway,
    }[BodyKind(kind)]


def now(write: Callable[[], object]) -> None:
    """Write, and ask the deferred triggers at once."""
    with transaction.atomic():
        write()
        connection.check_constraints()


def lay(kind: str, parent: Body | None, **fields: str) -> Body:
    prefix = "QQ" if kind == BodyKind.COMMUNITY else ""
    return Body.objects.create(
        kind=kind, name="新", code="NEW", parent=parent, active=False, **{"prefix": prefix} | fields
    )


def test_every_pair_of_kinds_is_allowed_or_refused_as_the_table_says(world: World) -> None:
    for kind, above in itertools.product(BodyKind.values, BodyKind.values):
        fits = above in PARENTS[kind]
        try:
            with transaction.atomic():
                lay(kind, a_body_of(above, world))
                assert fits, f"{kind} under {above} was let in"
                transaction.set_rollback(True)
        except IntegrityError:
            assert not fits, f"{kind} under {above} was refused"


def test_every_pair_of_kind_and_role_is_allowed_or_refused_as_the_table_says(world: World) -> None:
    for kind, role in itertools.product(BodyKind.values, Role.values):
        body = a_body_of(kind, world)
        fits = role in ROLES_AT[kind]
        try:
            with transaction.atomic():
                Posting.objects.create(user=world.stranger, body=body, role=role, starts_on=SINCE)
                assert fits, f"{role} at {kind} was let in"
                transaction.set_rollback(True)
        except IntegrityError:
            assert not fits, f"{role} at {kind} was refused"


def test_moving_a_community_moves_the_paths_of_all_under_it(world: World) -> None:
    world.near_community.parent = world.far_street
    world.near_community.save()
    world.near_grid.refresh_from_db()
    assert world.near_grid.path == (
        f"/{world.far_district.pk}/{world.far_street.pk}/{world.near_community.pk}/{world.near_grid.pk}/"
    )
    world.grid.refresh_from_db()
    assert world.grid.path.startswith(world.community.path)


def test_a_path_written_by_hand_is_put_right(world: World) -> None:
    Body.objects.filter(pk=world.grid.pk).update(path="/9/9/9/")
    before = world.grid.path
    world.grid.refresh_from_db()
    assert world.grid.path == before


def test_a_body_never_changes_its_kind(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Body.objects.filter(pk=world.railway.pk).update(kind=BodyKind.DEPARTMENT)
    assert refused(error) == "body_kind_never_changes"


def test_a_body_never_stands_under_itself(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Body.objects.filter(pk=world.street.pk).update(parent=world.street)
    assert refused(error) == "body_never_under_itself"


def test_a_grid_with_buildings_stays_in_its_community(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Body.objects.filter(pk=world.grid.pk).update(parent=world.near_community)
    assert refused(error) == "body_grid_with_buildings_stays"


def test_a_street_opens_only_with_a_general_office(world: World) -> None:
    street = lay(BodyKind.STREET, world.district)
    street.active = True
    with pytest.raises(IntegrityError) as error:
        now(street.save)
    assert refused(error) == "street_has_general_office"
    Body.objects.create(
        kind=BodyKind.DEPARTMENT, name="办", code="NEW-O", parent=street, general_office=True
    )
    street.save()
    connection.check_constraints()


@pytest.mark.parametrize("change", [{"active": False}, {"general_office": False}])
def test_an_open_street_keeps_its_general_office(world: World, change: dict[str, bool]) -> None:
    with pytest.raises(IntegrityError) as error:
        now(lambda: Body.objects.filter(pk=world.general_office.pk).update(**change))
    assert refused(error) == "street_has_general_office"


def test_a_street_has_one_general_office(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Body.objects.filter(pk=world.housing.pk).update(general_office=True)
    assert refused(error) == "body_one_general_office"


def test_places_stand_where_they_belong(world: World) -> None:
    wrong: list[tuple[str, Callable[[], object]]] = [
        ("estate_community_kind", lambda: Estate.objects.create(community=world.grid, name="x")),
        (
            "building_grid_kind",
            lambda: Building.objects.create(
                grid=world.community, estate=world.estate, number="9号楼"
            ),
        ),
        (
            "building_in_one_community",
            lambda: Building.objects.create(
                grid=world.far_grid, estate=world.estate, number="9号楼"
            ),
        ),
        (
            "venue_grid_kind",
            lambda: Venue.objects.create(grid=world.street, kind="room", name="x", code="XX"),
        ),
        (
            "competence_department_kind",
            lambda: Competence.objects.create(
                department=world.railway, category=Category.objects.get(code="sewers")
            ),
        ),
    ]
    for name, write in wrong:
        with pytest.raises(IntegrityError) as error, transaction.atomic():
            write()
        assert refused(error) == name
