-- SPDX-License-Identifier: EUPL-1.2
-- What a login rests on, so that it ends with the trust in it: the listed certificate, as SHA-256. A grant of a release
-- that did not write it is refused; codes and access tokens live for minutes.
ALTER TABLE login_grant ADD COLUMN issuer_anchor_sha256 text;

-- When a browser opened the request: from here on a login takes its time.
ALTER TABLE authorization_request ADD COLUMN opened_at timestamptz;
ALTER TABLE login_grant ADD COLUMN opened_at timestamptz;
