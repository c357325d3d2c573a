// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An SD-JWT as its holder keeps it: finds what must be disclosed for a claim, and writes the presentation. A holder
 * trusts its own credential; signatures are the verifier's business.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901">RFC 9901, section 7.2</a>
 */
public final class HeldCredential {

    private final String issuerJwt;
    private final Map<String, Object> payload;
    private final Map<String, Disclosure> byDigest;

    private HeldCredential(String issuerJwt, Map<String, Object> payload, Map<String, Disclosure> byDigest) {
        this.issuerJwt = issuerJwt;
        this.payload = payload;
        this.byDigest = byDigest;
    }

    /** Reads an SD-JWT; a key binding JWT at its end is left out. */
    public static HeldCredential parse(String sdJwt) {
        String[] parts = sdJwt.split("~", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("an SD-JWT has at least one tilde");
        }
        Map<String, Disclosure> byDigest = new LinkedHashMap<>();
        for (String part : List.of(parts).subList(1, parts.length - 1)) {
            Disclosure disclosure = Disclosure.parse(part);
            byDigest.put(disclosure.digest(), disclosure);
        }
        try {
            return new HeldCredential(
                    parts[0], JWSObject.parse(parts[0]).getPayload().toJSONObject(), byDigest);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an SD-JWT", e);
        }
    }

    /** The JWT of the issuer. */
    public String issuerJwt() {
        return issuerJwt;
    }

    /** The payload as issued, digests included. */
    public Map<String, Object> payload() {
        return payload;
    }

    /** The type of the credential ({@code vct}). */
    public String type() {
        return String.valueOf(payload.get("vct"));
    }

    /** The same credential as if it were of this type; for wallets that misbehave. */
    public HeldCredential asType(String vct) {
        Map<String, Object> other = new LinkedHashMap<>(payload);
        other.put("vct", vct);
        return new HeldCredential(issuerJwt, other, byDigest);
    }

    /** All disclosures, in the order of the SD-JWT. */
    public Collection<Disclosure> disclosures() {
        return byDigest.values();
    }

    /** What a claims path selects, and what must be disclosed for it; empty if it selects nothing. */
    public Optional<SelectedClaim> select(List<?> path) {
        return new PathSelection(byDigest).select(payload, path);
    }

    /** All claims with everything disclosed, digests removed. */
    public Map<String, Object> claims() {
        return new PathSelection(byDigest).resolved(payload);
    }

    /** The SD-JWT with only these disclosures, ending in a tilde. */
    public String present(Set<Disclosure> chosen) {
        return SdJwtWriter.serialise(
                issuerJwt, byDigest.values().stream().filter(chosen::contains).toList());
    }

    /** The SD-JWT with exactly this list of disclosures, fitting or not. */
    public String presentExactly(List<Disclosure> list) {
        return SdJwtWriter.serialise(issuerJwt, new ArrayList<>(list));
    }

    @Override
    public String toString() {
        return "HeldCredential[" + type() + "]";
    }
}
