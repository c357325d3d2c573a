// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import org.stadttor.idp.organisation.Page;
import tools.jackson.databind.node.ObjectNode;

/** The stored register: registrations that are live now. */
@FunctionalInterface
public interface PublicRegister {

    /** Documents of services, sorted by identifier and client id. */
    Page<ObjectNode> search(RegisterQuery query);
}
