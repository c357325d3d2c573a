// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * What a verifier asks for.
 *
 * @param alternatives lists of ids of credential queries; one list must be answered in full for each entry
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 6</a>
 */
public record DcqlQuery(List<CredentialQuery> credentials, List<List<List<String>>> alternatives) {

    /** Reads the member {@code dcql_query}. */
    public static DcqlQuery parse(Object json) {
        try {
            if (!(json instanceof Map<?, ?> query)) {
                throw new ParseException("a query is an object", 0);
            }
            List<CredentialQuery> credentials = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (Object credential : CredentialQuery.list(query.get("credentials"))) {
                CredentialQuery parsed = CredentialQuery.parse(object(credential));
                if (!ids.add(parsed.id())) {
                    throw new ParseException("an id appears twice", 0);
                }
                credentials.add(parsed);
            }
            if (credentials.isEmpty()) {
                throw new ParseException("credentials are required", 0);
            }
            return new DcqlQuery(List.copyOf(credentials), alternatives(query.get("credential_sets"), credentials));
        } catch (ParseException | ClassCastException e) {
            throw new RequestRefusedException(Reason.QUERY_MALFORMED, e);
        }
    }

    /** The query of this id. */
    CredentialQuery credential(String id) {
        return credentials.stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(Reason.QUERY_MALFORMED));
    }

    /** Sets that are not required are left out: this wallet gives no more than it must. */
    private static List<List<List<String>>> alternatives(@Nullable Object json, List<CredentialQuery> credentials)
            throws ParseException {
        List<List<List<String>>> alternatives = new ArrayList<>();
        if (json == null) {
            credentials.forEach(query -> alternatives.add(List.of(List.of(query.id()))));
            return alternatives;
        }
        for (Object set : CredentialQuery.list(json)) {
            Map<String, Object> members = object(set);
            if (!Boolean.FALSE.equals(members.get("required"))) {
                List<List<String>> options = new ArrayList<>();
                for (Object option : CredentialQuery.list(members.get("options"))) {
                    options.add(CredentialQuery.strings(option));
                }
                alternatives.add(options);
            }
        }
        return alternatives;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) throws ParseException {
        if (json instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new ParseException("not an object", 0);
    }
}
