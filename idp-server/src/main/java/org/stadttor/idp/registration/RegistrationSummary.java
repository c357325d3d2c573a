// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * A line of a list.
 *
 * @param names of the live version, or of the newest
 * @param openState the state of the version that is on its way, or null
 */
public record RegistrationSummary(
        ClientId clientId,
        Map<String, String> names,
        UnitPath unit,
        Stage stage,
        RegistrationState state,
        @Nullable VersionState openState,
        Instant changedAt) {}
