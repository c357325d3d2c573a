-- SPDX-License-Identifier: EUPL-1.2
-- Counters by day and relying party: no person, no login, no time of day.
CREATE TABLE login_count (
    client_id text   NOT NULL,
    day       date   NOT NULL,
    step      text   NOT NULL,
    detail    text   NOT NULL,
    count     bigint NOT NULL CHECK (count > 0),
    PRIMARY KEY (client_id, day, step, detail)
);
CREATE INDEX login_count_day ON login_count (day);
CREATE INDEX login_count_issuer ON login_count (detail, day) WHERE step = 'issuer';

-- The one thing of this schema that the process which decides on issuers may read: how much rests on each of their
-- certificates. Nobody can be recognised in it: counts under 10 are not told.
CREATE VIEW issuer_usage WITH (security_barrier = true) AS
SELECT detail AS anchor_sha256,
       CASE WHEN count(DISTINCT client_id) >= 10 THEN count(DISTINCT client_id) END AS relying_parties,
       CASE WHEN sum(count) >= 10 THEN sum(count)::bigint END AS logins
FROM login_count
WHERE step = 'issuer' AND day > (now() AT TIME ZONE 'UTC')::date - 30
GROUP BY detail;
