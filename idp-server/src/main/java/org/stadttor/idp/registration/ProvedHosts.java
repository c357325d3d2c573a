// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Set;
import org.stadttor.idp.organisation.UnitPath;

/** The hosts of which a unit, or one above it, has proved that it controls them. */
@FunctionalInterface
public interface ProvedHosts {

    Set<String> of(UnitPath unit);
}
