// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The service information extension of ours, not critical: readers that do not know it are stricter. */
final class StatusPolicyExtension {

    private static final String ID = "urn:stadttor:trust-list:extension:status-policy";

    private StatusPolicyExtension() {}

    /** Only one value relaxes anything; whatever else stands there means that a status is required. */
    static StatusPolicy read(List<JsonMembers> extensions) {
        List<JsonMembers> ours = extensions.stream()
                .filter(e -> {
                    var id = e.optional("extensionId");
                    return id != null && id.isString() && ID.equals(id.stringValue());
                })
                .toList();
        boolean relaxed = ours.size() == 1
                && ours.getFirst().optionalText("statusPolicy").equals(code(StatusPolicy.NO_STATUS_ISSUED));
        return relaxed ? StatusPolicy.NO_STATUS_ISSUED : StatusPolicy.STATUS_REQUIRED;
    }

    static ObjectNode write(StatusPolicy policy) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("extensionId", ID)
                .put("critical", false)
                .put("statusPolicy", code(policy));
    }

    private static String code(StatusPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
