-- SPDX-License-Identifier: EUPL-1.2
-- relying_party is what logins read. Registrations with a life cycle write it; those without are of the sandbox only.
ALTER TABLE relying_party DROP CONSTRAINT relying_party_state_check;
ALTER TABLE relying_party ADD CHECK (state IN ('live', 'suspended', 'retired'));

CREATE TABLE registration (
    client_id           text COLLATE "C" PRIMARY KEY,
    stage               text NOT NULL CHECK (stage IN ('sandbox', 'production')),
    unit                text COLLATE "C" NOT NULL REFERENCES organisation (path),
    state               text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'live', 'suspended', 'retired')),
    open_state          text CHECK (open_state IN ('draft', 'submitted', 'approved')),
    revision            bigint NOT NULL,
    resume_requested_by text,
    resume_requested_at timestamptz,
    suspension_reason   text NOT NULL,
    promoted_from       text,
    created_at          timestamptz NOT NULL,
    changed_at          timestamptz NOT NULL,
    -- For lists: the names of the live version or else of the newest, and what a search looks through.
    names               text NOT NULL,
    sort_name           text COLLATE "C" NOT NULL,
    search              text NOT NULL
);
CREATE INDEX registration_by_name ON registration (sort_name, client_id);
CREATE INDEX registration_by_unit ON registration (unit, sort_name, client_id);
CREATE INDEX registration_undecided ON registration (sort_name, client_id) WHERE open_state = 'submitted';

CREATE TABLE registration_version (
    client_id       text COLLATE "C" NOT NULL REFERENCES registration (client_id),
    number          integer NOT NULL,
    dossier         text NOT NULL,
    hash            text NOT NULL,
    state           text NOT NULL
        CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'live', 'superseded')),
    author          text NOT NULL,
    contributors    text NOT NULL,
    created_at      timestamptz NOT NULL,
    submitted_by    text,
    approved        boolean,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text,
    PRIMARY KEY (client_id, number)
);
CREATE UNIQUE INDEX registration_version_live ON registration_version (client_id) WHERE state = 'live';
CREATE UNIQUE INDEX registration_version_open ON registration_version (client_id)
    WHERE state IN ('draft', 'submitted', 'approved');
