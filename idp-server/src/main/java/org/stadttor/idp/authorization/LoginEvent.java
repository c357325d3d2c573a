// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Duration;
import java.util.Objects;
import org.stadttor.idp.relyingparty.ClientId;

/** A step in the life of a login as its relying party sees it; says nothing about the person, and names no login. */
public sealed interface LoginEvent {

    ClientId clientId();

    /** A browser opened the authorization request for the first time. */
    record Started(ClientId clientId) implements LoginEvent {

        public Started {
            Objects.requireNonNull(clientId);
        }
    }

    /**
     * The relying party redeemed the code.
     *
     * @param issuerAnchorSha256 the listed certificate the login rests on
     * @param took since the browser opened the request
     */
    record Completed(ClientId clientId, String issuerAnchorSha256, Duration took) implements LoginEvent {

        public Completed {
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(issuerAnchorSha256);
            Objects.requireNonNull(took);
        }
    }

    /**
     * It ended with an error response.
     *
     * @param errorCode of OAuth or OpenID Connect; {@code access_denied} if the citizen did not want to go on
     */
    record Ended(ClientId clientId, String errorCode) implements LoginEvent {

        public Ended {
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(errorCode);
        }
    }

    /** Nobody went on in time. */
    record Expired(ClientId clientId) implements LoginEvent {

        public Expired {
            Objects.requireNonNull(clientId);
        }
    }
}
