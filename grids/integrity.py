"""SQL of the triggers that guard the tree of bodies, made from the tables in `enums`.

A trigger refuses with a check violation whose constraint name says what was wrong. `refusals`
turns the name into a sentence.
"""

from grids.enums import PARENTS, ROLES_AT, BodyKind, PlaceKind


def _pairs(table: dict[str, frozenset[str]]) -> str:
    pairs = sorted((str(kind), str(other)) for kind, others in table.items() for other in others)
    return ", ".join(f"('{kind}', '{other}')" for kind, other in pairs)


REFUSE = """
CREATE OR REPLACE FUNCTION grids_refuse(reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', reason USING ERRCODE = 'check_violation', CONSTRAINT = reason;
END $$;
"""

# FOR SHARE: a child created while its parent moves must not keep the old path.
BODY = f"""
CREATE OR REPLACE FUNCTION grids_body_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.kind <> OLD.kind THEN PERFORM grids_refuse('body_kind_never_changes'); END IF;
  END IF;
  IF NEW.parent_id IS NULL THEN
    NEW.path := '/' || NEW.id || '/';
    RETURN NEW;
  END IF;
  SELECT kind, path INTO above FROM grids_body WHERE id = NEW.parent_id FOR SHARE;
  IF NEW.parent_id = NEW.id OR above.path LIKE '%/' || NEW.id || '/%' THEN
    PERFORM grids_refuse('body_never_under_itself');
  END IF;
  IF (NEW.kind, above.kind) NOT IN ({_pairs(PARENTS)}) THEN
    PERFORM grids_refuse('body_parent_kind');
  END IF;
  IF NEW.general_office AND above.kind <> '{BodyKind.STREET}' THEN
    PERFORM grids_refuse('body_general_office_in_street');
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.kind = '{BodyKind.GRID}'
      AND NEW.parent_id IS DISTINCT FROM OLD.parent_id
      AND EXISTS (SELECT 1 FROM grids_building WHERE grid_id = NEW.id) THEN
    PERFORM grids_refuse('body_grid_with_buildings_stays');
  END IF;
  NEW.path := above.path || NEW.id || '/';
  RETURN NEW;
END $$;
CREATE TRIGGER grids_body_guard BEFORE INSERT OR UPDATE ON grids_body
  FOR EACH ROW EXECUTE FUNCTION grids_body_guard();

CREATE OR REPLACE FUNCTION grids_body_carry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE grids_body SET path = '' WHERE parent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER grids_body_carry AFTER UPDATE ON grids_body
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION grids_body_carry();
"""

# Deferred, since a street and its general office are created in one transaction.
STREET = f"""
CREATE OR REPLACE FUNCTION grids_street_check(street bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM grids_body
             WHERE id = street AND kind = '{BodyKind.STREET}' AND active)
     AND NOT EXISTS (SELECT 1 FROM grids_body
                     WHERE parent_id = street AND general_office AND active) THEN
    PERFORM grids_refuse('street_has_general_office');
  END IF;
END $$;
CREATE OR REPLACE FUNCTION grids_street_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN PERFORM grids_street_check(NEW.id); END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM grids_street_check(OLD.parent_id); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER grids_street_guard AFTER INSERT OR UPDATE OR DELETE ON grids_body
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grids_street_guard();
"""

# Arguments of the trigger: the column, the kind it must point to, the name of the refusal.
KINDS = """
CREATE OR REPLACE FUNCTION grids_kind_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM grids_body
                 WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint AND kind = TG_ARGV[1]) THEN
    PERFORM grids_refuse(TG_ARGV[2]);
  END IF;
  RETURN NEW;
END $$;
"""


def _kind_trigger(table: str, column: str, kind: BodyKind) -> str:
    name = f"{table}_{column.removesuffix('_id')}_kind"
    return (
        f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE OF {column} ON grids_{table} FOR EACH ROW"
        f" EXECUTE FUNCTION grids_kind_guard('{column}', '{kind}', '{name}');\n"
    )


# A place outside all estates has none that could lie elsewhere.
BUILDING_GUARD = """
CREATE OR REPLACE FUNCTION grids_building_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.estate_id IS NOT NULL AND (SELECT parent_id FROM grids_body WHERE id = NEW.grid_id)
     IS DISTINCT FROM (SELECT community_id FROM grids_estate WHERE id = NEW.estate_id) THEN
    PERFORM grids_refuse('building_in_one_community');
  END IF;
  RETURN NEW;
END $$;
"""
BUILDING = f"""{BUILDING_GUARD}
CREATE TRIGGER building_z_community BEFORE INSERT OR UPDATE OF grid_id, estate_id
  ON grids_building FOR EACH ROW EXECUTE FUNCTION grids_building_guard();
"""

# FOR SHARE: while somebody moves into a building, it becomes nothing else.
LIVED_IN = f"""
CREATE OR REPLACE FUNCTION grids_residence_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place record;
BEGIN
  SELECT kind INTO place FROM grids_building WHERE id = NEW.building_id FOR SHARE;
  IF place.kind <> '{PlaceKind.BUILDING}' THEN
    PERFORM grids_refuse('residence_in_building');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER residence_in_building BEFORE INSERT OR UPDATE OF building_id ON grids_residence
  FOR EACH ROW EXECUTE FUNCTION grids_residence_guard();

CREATE OR REPLACE FUNCTION grids_lived_in_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> '{PlaceKind.BUILDING}'
     AND EXISTS (SELECT 1 FROM grids_residence WHERE building_id = NEW.id) THEN
    PERFORM grids_refuse('building_lived_in');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER building_lived_in BEFORE UPDATE OF kind ON grids_building
  FOR EACH ROW EXECUTE FUNCTION grids_lived_in_guard();
"""
NO_LIVED_IN = "DROP FUNCTION grids_lived_in_guard, grids_residence_guard CASCADE;"

POSTING = f"""
CREATE OR REPLACE FUNCTION grids_posting_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ((SELECT kind FROM grids_body WHERE id = NEW.body_id)::text, NEW.role::text)
     NOT IN ({_pairs(ROLES_AT)}) THEN
    PERFORM grids_refuse('posting_role_at_kind');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER posting_role_at_kind BEFORE INSERT OR UPDATE OF body_id, role ON grids_posting
  FOR EACH ROW EXECUTE FUNCTION grids_posting_guard();
"""

TRIGGERS = "".join(
    [
        REFUSE,
        BODY,
        STREET,
        KINDS,
        _kind_trigger("estate", "community_id", BodyKind.COMMUNITY),
        _kind_trigger("building", "grid_id", BodyKind.GRID),
        _kind_trigger("venue", "grid_id", BodyKind.GRID),
        _kind_trigger("competence", "department_id", BodyKind.DEPARTMENT),
        BUILDING,
        POSTING,
    ]
)

NO_TRIGGERS = """
DROP FUNCTION grids_posting_guard, grids_building_guard, grids_kind_guard, grids_street_guard,
  grids_body_carry, grids_body_guard CASCADE;
DROP FUNCTION grids_street_check, grids_refuse CASCADE;
"""
