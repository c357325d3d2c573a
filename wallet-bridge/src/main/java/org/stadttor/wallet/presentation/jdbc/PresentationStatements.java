// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.jdbc;

/** The longer statements of {@link JdbcPresentations}; each names the states it may start from. */
final class PresentationStatements {

    static final String FIRST_OPENING = """
            UPDATE wallet.presentation SET state = 'opened'
            WHERE (request_handle_hash = :handle
                   OR (previous_handle_hash = :handle AND previous_handle_until > :now))
              AND state = 'waiting' AND expires_at > :now
            RETURNING *""";

    static final String LATER_OPENING = """
            SELECT * FROM wallet.presentation
            WHERE (request_handle_hash = :handle
                   OR (previous_handle_hash = :handle AND previous_handle_until > :now))
              AND state = 'opened' AND expires_at > :now""";

    static final String ANSWER = """
            UPDATE wallet.presentation
            SET state = 'answered', request_secrets = NULL, sealed_claims = :claims,
                issuer_anchor_sha256 = :anchor, list_sequence = :sequence, response_code_hash = :code,
                expires_at = :until
            WHERE id = :id AND state IN ('waiting', 'opened') AND expires_at > :now
            RETURNING on_behalf_of""";

    static final String REFUSE = """
            UPDATE wallet.presentation
            SET state = 'refused', request_secrets = NULL, reason_code = :reason,
                response_code_hash = :code, expires_at = :until
            WHERE id = :id AND state IN ('waiting', 'opened') AND expires_at > :now
            RETURNING on_behalf_of""";

    private PresentationStatements() {}
}
