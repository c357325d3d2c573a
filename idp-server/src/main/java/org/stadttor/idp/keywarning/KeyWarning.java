// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * One warning to one webhook.
 *
 * @param id the same with each attempt, so that a receiver knows what it has seen
 * @param attempts this one included
 */
public record KeyWarning(
        UUID id, ClientId clientId, URI webhook, String keyId, Instant expiresAt, Threshold threshold, int attempts) {}
