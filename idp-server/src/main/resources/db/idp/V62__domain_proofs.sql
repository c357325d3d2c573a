-- SPDX-License-Identifier: EUPL-1.2
-- Hosts that units want to send citizens to, and whether they have shown that they control them.
CREATE TABLE domain_proof (
    unit       text COLLATE "C" NOT NULL REFERENCES organisation (path),
    host       text COLLATE "C" NOT NULL,
    challenge  text NOT NULL,
    created_at timestamptz NOT NULL,
    method     text CHECK (method IN ('file', 'dns')),
    proved_at  timestamptz,
    expires_at timestamptz,
    PRIMARY KEY (unit, host)
);
