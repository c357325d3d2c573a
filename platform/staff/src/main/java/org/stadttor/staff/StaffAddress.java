// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.net.URI;

/** Where browsers reach the staff pages: scheme, host and port, so the origin of passkeys. Known once the port is open. */
@FunctionalInterface
public interface StaffAddress {

    URI origin();

    /** The address of a page. */
    default URI page(String path) {
        return URI.create(origin() + path);
    }
}
