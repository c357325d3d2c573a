// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One credential query of a DCQL query, as far as this wallet understands it.
 *
 * @param claimSets empty if the query has none: then all claims are wanted
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 6.1</a>
 */
public record CredentialQuery(
        String id, String format, List<String> types, List<ClaimQuery> claims, List<List<String>> claimSets) {

    /**
     * One claim that is asked for.
     *
     * @param id null if no claim set refers to it
     * @param path names, indexes (numbers) and nulls
     */
    public record ClaimQuery(@Nullable String id, List<@Nullable Object> path) {

        /** The names of the path, joined by dots; all elements of an array are left out. */
        public String name() {
            List<String> names = new ArrayList<>();
            path.forEach(component -> {
                if (component != null) {
                    names.add(component.toString());
                }
            });
            return String.join(".", names);
        }
    }

    static CredentialQuery parse(Map<String, Object> json) throws ParseException {
        String id = JSONObjectUtils.getString(json, "id");
        String format = JSONObjectUtils.getString(json, "format");
        Map<String, Object> meta = JSONObjectUtils.getJSONObject(json, "meta");
        if (id == null || !id.matches("[A-Za-z0-9_-]+") || format == null || meta == null) {
            throw new ParseException("id, format and meta are required", 0);
        }
        List<String> types = strings(meta.get("vct_values"));
        List<ClaimQuery> claims = new ArrayList<>();
        for (Object claim : list(json.get("claims"))) {
            claims.add(claim(claim));
        }
        List<List<String>> sets = new ArrayList<>();
        for (Object set : list(json.get("claim_sets"))) {
            sets.add(strings(set));
        }
        if (!sets.isEmpty() && claims.isEmpty()) {
            throw new ParseException("claim_sets need claims", 0);
        }
        return new CredentialQuery(id, format, types, List.copyOf(claims), List.copyOf(sets));
    }

    /** The claims of each option, most wanted first. */
    List<List<ClaimQuery>> options() {
        if (claimSets.isEmpty()) {
            return List.of(claims);
        }
        return claimSets.stream()
                .map(set -> claims.stream()
                        .filter(claim -> claim.id() != null && set.contains(claim.id()))
                        .toList())
                .toList();
    }

    static List<String> strings(@Nullable Object json) throws ParseException {
        List<String> strings = new ArrayList<>();
        for (Object item : list(json)) {
            if (!(item instanceof String text)) {
                throw new ParseException("not a string", 0);
            }
            strings.add(text);
        }
        return strings;
    }

    static List<?> list(@Nullable Object json) throws ParseException {
        return switch (json) {
            case null -> List.of();
            case List<?> list when !list.isEmpty() -> list;
            default -> throw new ParseException("not a filled array", 0);
        };
    }

    private static ClaimQuery claim(Object json) throws ParseException {
        if (!(json instanceof Map<?, ?> object)) {
            throw new ParseException("a claim is an object", 0);
        }
        List<@Nullable Object> path = new ArrayList<>();
        for (Object component : list(object.get("path"))) {
            if (component != null && !(component instanceof String) && !(component instanceof Number)) {
                throw new ParseException("path component of unknown kind", 0);
            }
            path.add(component);
        }
        if (path.isEmpty()) {
            throw new ParseException("a claim has a path", 0);
        }
        return new ClaimQuery((String) object.get("id"), path);
    }
}
