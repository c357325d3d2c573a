// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The portal as a relying party.
 *
 * @param issuer null if it is named later
 * @param keyFolder where its client authentication key is kept
 */
public record PortalSettings(@Nullable URI issuer, String clientId, List<String> scopes, Path keyFolder) {}
