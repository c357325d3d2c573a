// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.net.URI;
import java.time.Instant;

/**
 * A presentation that waits for a wallet.
 *
 * @param id internal name
 * @param clientId the full client identifier of the request
 * @param requestUri where the wallet fetches the signed request object; contains the request handle, a bearer value
 * @param expiresAt when it stops waiting
 */
public record StartedPresentation(PresentationId id, String clientId, URI requestUri, Instant expiresAt) {}
