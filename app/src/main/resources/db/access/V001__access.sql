-- People, organisations, roles, sessions, tokens and the readable index of the audit log.

create table organisation (
    id       text primary key,
    parent   text references organisation (id),
    kind     text not null check (kind in ('DISTRICT', 'STREET', 'NEIGHBOURHOOD', 'DEPARTMENT')),
    name     text not null check (length(trim(name)) between 1 and 120),
    name_en  text check (length(trim(name_en)) between 1 and 200),
    code     text unique check (code ~ '^[0-9A-Z]{4,18}$'),
    position integer not null default 0,
    closed   timestamptz,
    version  bigint not null default 0,
    check ((kind = 'DISTRICT') = (parent is null)),
    unique nulls not distinct (parent, name)
);
create unique index organisation_one_district on organisation ((true)) where parent is null;
create index organisation_parent on organisation (parent, position, name);

-- A move under the own subtree would cut it off the district for ever.
create function organisation_has_no_cycle() returns trigger language plpgsql as $$
begin
    if new.parent is null then
        return new;
    end if;
    perform 1 from access.organisation where parent is null for update;
    if exists (
        with recursive up as (
            select id, parent from access.organisation where id = new.parent
            union
            select o.id, o.parent from access.organisation o join up on o.id = up.parent
        )
        select 1 from up where id = new.id
    ) then
        raise exception 'an organisation cannot lie below itself'
            using errcode = 'check_violation', constraint = 'organisation_has_no_cycle';
    end if;
    return new;
end $$;
create trigger organisation_has_no_cycle before insert or update of parent on organisation
    for each row execute function organisation_has_no_cycle();

create table person (
    id           text primary key,
    login        text not null check (login ~ '^[a-z][a-z0-9._-]{1,39}$'),
    name         text not null check (length(trim(name)) between 1 and 60),
    organisation text not null references organisation (id),
    phone        text check (length(phone) <= 30),
    language     text check (language in ('zh', 'en')),
    created      timestamptz not null,
    disabled     timestamptz,
    version      bigint not null default 0,
    unique (login)
);
create index person_organisation on person (organisation);

-- What proves that a person is who they say. Beside the person, so that reading people never touches a secret.
create table credential (
    person        text primary key references person (id),
    password_hash text not null,
    changed       timestamptz not null,
    must_change   boolean not null,
    totp_secret   bytea,
    totp_step     bigint not null default 0
);

create table password_history (
    person text not null references person (id),
    hash   text not null,
    at     timestamptz not null,
    primary key (person, at)
);

create table recovery_code (
    person text not null references person (id),
    hash   bytea not null,
    used   timestamptz,
    primary key (person, hash)
);

create table login_failure (
    subject text not null,
    at      timestamptz not null
);
create index login_failure_subject on login_failure (subject, at);

create table session (
    id            text primary key,
    secret_hash   bytea not null unique,
    person        text not null references person (id),
    second_factor boolean not null,
    address       text not null,
    agent         text not null,
    started       timestamptz not null,
    seen          timestamptz not null,
    ended         timestamptz
);
create index session_person on session (person) where ended is null;

create table api_token (
    id          text primary key,
    person      text not null references person (id),
    name        text not null check (length(trim(name)) between 1 and 60),
    secret_hash bytea not null unique,
    permissions text[] not null,
    created     timestamptz not null,
    expires     timestamptz not null,
    last_used   timestamptz,
    revoked     timestamptz
);
create index api_token_person on api_token (person);

-- What the system administrator or the security administrator wants done to an audit administrator, and what an audit
-- administrator answered. Only an approved consent lets the triggers below pass.
create table consent (
    id        text primary key,
    action    text not null check (action in
              ('GRANT_AUDIT', 'REVOKE_AUDIT', 'DISABLE', 'RESET_PASSWORD', 'RESET_SECOND_FACTOR')),
    person    text not null references person (id),
    reason    text not null check (length(trim(reason)) between 1 and 400),
    asked_by  text not null references person (id),
    asked     timestamptz not null,
    decided_by text references person (id),
    decided   timestamptz,
    approved  boolean,
    check ((decided is null) = (approved is null) and (decided is null) = (decided_by is null)),
    check (decided_by <> asked_by)
);
create index consent_open on consent (asked) where decided is null;

create table role_grant (
    id           text primary key,
    person       text not null references person (id),
    role         text not null check (role in
                 ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'FINANCE_OFFICER', 'PROJECT_OFFICER', 'ASSESSOR',
                  'SUPERVISOR', 'LEADER')),
    organisation text not null references organisation (id),
    granted_by   text not null,
    granted      timestamptz not null,
    consent      text references consent (id),
    revoked_by   text,
    revoked      timestamptz,
    check ((revoked is null) = (revoked_by is null))
);
create unique index role_grant_once on role_grant (person, role, organisation) where revoked is null;
-- No account combines two of the three administrators, whatever the service believes.
create unique index role_grant_one_administrator on role_grant (person)
    where revoked is null and role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');

-- An administrator's account holds no business role; nobody becomes or ceases to be an audit administrator without the consent
-- of one who is; the last one stays.
create function role_grant_separates_duties() returns trigger language plpgsql as $$
declare
    administrators text[] := array ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
begin
    -- One at a time: two grants to one person, or two revocations of two auditors, must see each other.
    perform pg_advisory_xact_lock(hashtext('access.role_grant'));
    if tg_op = 'INSERT' and new.revoked is null then
        if exists (select 1 from access.role_grant g
                   where g.person = new.person and g.revoked is null and g.id <> new.id
                     and (g.role = any (administrators) or new.role = any (administrators))
                     and g.role <> new.role) then
            raise exception 'an administrator holds no other role'
                using errcode = 'check_violation', constraint = 'role_grant_separates_duties';
        end if;
        if new.role = 'AUDIT_ADMIN'
           and exists (select 1 from access.role_grant g where g.role = 'AUDIT_ADMIN')
           and not exists (select 1 from access.consent c
                           where c.id = new.consent and c.person = new.person and c.action = 'GRANT_AUDIT' and c.approved) then
            raise exception 'an audit administrator is made with the consent of an audit administrator'
                using errcode = 'check_violation', constraint = 'role_grant_needs_consent';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' or old.revoked is not null
       or (new.id, new.person, new.role, new.organisation, new.granted_by, new.granted)
          is distinct from (old.id, old.person, old.role, old.organisation, old.granted_by, old.granted) then
        raise exception 'a grant is revoked, never changed or deleted'
            using errcode = 'check_violation', constraint = 'role_grant_is_history';
    end if;
    if old.role = 'AUDIT_ADMIN' and new.revoked is not null then
        if not exists (select 1 from access.consent c
                       where c.id = new.consent and c.person = new.person and c.action = 'REVOKE_AUDIT' and c.approved) then
            raise exception 'an audit administrator is removed with the consent of an audit administrator'
                using errcode = 'check_violation', constraint = 'role_grant_needs_consent';
        end if;
        if not exists (select 1 from access.role_grant g join access.person p on p.id = g.person
                       where g.role = 'AUDIT_ADMIN' and g.revoked is null and p.disabled is null and g.id <> new.id) then
            raise exception 'the last audit administrator stays'
                using errcode = 'check_violation', constraint = 'role_grant_keeps_an_auditor';
        end if;
    end if;
    return new;
end $$;
create trigger role_grant_separates_duties before insert or update or delete on role_grant
    for each row execute function role_grant_separates_duties();

-- A disabled auditor is a silenced auditor.
create function person_keeps_auditors() returns trigger language plpgsql as $$
begin
    if new.disabled is not null and old.disabled is null
       and exists (select 1 from access.role_grant g
                   where g.person = new.id and g.role = 'AUDIT_ADMIN' and g.revoked is null) then
        perform pg_advisory_xact_lock(hashtext('access.role_grant'));
        if not exists (select 1 from access.consent c
                       where c.person = new.id and c.action = 'DISABLE' and c.approved and c.decided = new.disabled) then
            raise exception 'an audit administrator is disabled with the consent of an audit administrator'
                using errcode = 'check_violation', constraint = 'person_needs_consent';
        end if;
        if not exists (select 1 from access.role_grant g join access.person p on p.id = g.person
                       where g.role = 'AUDIT_ADMIN' and g.revoked is null and p.disabled is null and p.id <> new.id) then
            raise exception 'the last audit administrator stays'
                using errcode = 'check_violation', constraint = 'role_grant_keeps_an_auditor';
        end if;
    end if;
    return new;
end $$;
create trigger person_keeps_auditors before update of disabled on person
    for each row execute function person_keeps_auditors();

-- The readable index of the facts in the streams audit/<year>: the log is the proof, this table is for looking.
create table audit (
    stream  text not null,
    seq     bigint not null,
    at      timestamptz not null,
    person  text not null,
    action  text not null,
    object  text not null,
    result  text not null check (result in ('DONE', 'DENIED', 'FAILED')),
    address text not null,
    primary key (stream, seq)
);
create index audit_at on audit (at desc, seq desc);
create index audit_person on audit (person, at desc);

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'audit records are never changed or deleted'
        using errcode = 'check_violation', constraint = 'audit_only_grows';
end $$;
create trigger audit_only_grows before update or delete or truncate on audit
    for each statement execute function audit_only_grows();

-- The address that a digest in the audit stands for. Personal data: removed when the time for keeping it is over, and then the
-- digest stands for nothing any more.
create table audit_address (
    digest  text primary key,
    address text not null,
    seen    timestamptz not null
);

-- One row: the secret of this installation.
create table installation (
    only_one boolean primary key default true check (only_one),
    secret   bytea not null check (length(secret) = 32)
);
