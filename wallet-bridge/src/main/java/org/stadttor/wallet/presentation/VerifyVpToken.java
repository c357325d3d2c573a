// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.dcql.CredentialQuery;
import org.stadttor.wallet.dcql.DcqlMatcher;
import org.stadttor.wallet.dcql.DcqlQuery;
import org.stadttor.wallet.openid4vp.AuthorizationResponse;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidQuery;
import org.stadttor.wallet.pid.PidReader;

/**
 * Verifies the presentations of a response in the order of the standard: shape, each presentation completely, the set
 * against the query, the person in it. One presentation that fails fails the whole answer. Needs no transaction and may
 * take its time.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.6</a>
 */
public final class VerifyVpToken {

    private final Map<CredentialFormat, CredentialVerifier> verifiers = new EnumMap<>(CredentialFormat.class);
    private final PidReader pidReader;

    public VerifyVpToken(List<CredentialVerifier> verifiers, PidReader pidReader) {
        this.pidReader = pidReader;
        for (CredentialVerifier verifier : verifiers) {
            if (this.verifiers.put(verifier.format(), verifier) != null) {
                throw new IllegalArgumentException("two verifiers for " + verifier.format());
            }
        }
    }

    /**
     * The person the answer identifies.
     *
     * @throws CredentialRejectedException with the reason of the first step that failed
     */
    public PersonIdentification verify(
            AuthorizationResponse.VpToken vpToken, PresentationRequest request, PresentationBinding binding) {
        DcqlQuery query = PidQuery.forAttributes(request.attributes(), request.mandatory());
        DcqlMatcher.requireShape(query, vpToken.presentations());
        Map<String, List<VerifiedCredential>> verified = new LinkedHashMap<>();
        vpToken.presentations().forEach((id, presentations) -> {
            CredentialQuery asked =
                    query.credential(id).orElseThrow(() -> new CredentialRejectedException(Reason.QUERY_NOT_SATISFIED));
            verified.put(id, verifyEach(asked, presentations, binding));
        });
        DcqlMatcher.requireSatisfied(query, verified);
        return pidReader.read(requireOne(verified), request.attributes(), request.mandatory());
    }

    private List<VerifiedCredential> verifyEach(
            CredentialQuery asked, List<String> presentations, PresentationBinding binding) {
        CredentialVerifier verifier = verifiers.get(asked.format());
        if (verifier == null) {
            throw new CredentialRejectedException(Reason.QUERY_NOT_SATISFIED);
        }
        List<VerifiedCredential> verified = new ArrayList<>();
        for (String presentation : presentations) {
            verified.add(verifier.verify(presentation, binding));
        }
        return verified;
    }

    /** A person has one PID; two would have to be compared, and nobody has said how. */
    private static VerifiedCredential requireOne(Map<String, List<VerifiedCredential>> verified) {
        List<VerifiedCredential> all =
                verified.values().stream().flatMap(List::stream).toList();
        if (all.size() != 1) {
            throw new CredentialRejectedException(Reason.QUERY_NOT_SATISFIED);
        }
        return all.getFirst();
    }
}
