// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.AuthorizationRequestRules;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException.Reason;
import org.stadttor.idp.authorization.InvalidClientException;
import org.stadttor.idp.relyingparty.RelyingParty;

/**
 * Use case: says everything that is wrong with an authorization request. It asks the rules that real requests are held to,
 * mends what they refuse and asks again, so no rule is written twice. Nothing is pushed and no assertion used up.
 */
public final class CheckRequest {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        HINT
    }

    /**
     * Something to say.
     *
     * @param code stable; the key of its sentence
     * @param found the value in question, null if there is none or it is secret
     */
    public record Finding(
            Severity severity, String code, @Nullable String found) {}

    private static final int LONGEST_SHOWN = 200;
    private static final Map<String, String> IGNORED = Map.of(
            "claims", "claims_ignored",
            "acr_values", "acr_values_ignored",
            "login_hint", "login_hint_ignored",
            "client_secret", "client_secret_useless");

    private final AuthorizationRequestRules rules;
    private final ClientAssertions assertions;

    public CheckRequest(AuthorizationRequestRules rules, ClientAssertions assertions) {
        this.rules = rules;
        this.assertions = assertions;
    }

    /**
     * Looks at a request.
     *
     * @param pasted untrusted
     * @return errors first; empty if it would be accepted and there is nothing to advise
     */
    public List<Finding> check(RelyingParty relyingParty, String pasted) {
        PastedRequest request = PastedRequest.parse(pasted);
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.parameters());
        List<Finding> findings = new ArrayList<>();
        if (parameters.isEmpty()) {
            return List.of(new Finding(Severity.ERROR, "nothing_readable", null));
        }
        if (request.address() && isSecondStep(parameters)) {
            return List.of(new Finding(Severity.HINT, "second_step", null));
        }
        if (request.address()) {
            findings.add(new Finding(Severity.ERROR, "not_pushed", null));
        }
        checkAssertion(parameters, relyingParty, request.address(), findings);
        checkRules(parameters, relyingParty, findings);
        advise(request.parameters(), findings);
        return findings;
    }

    private static boolean isSecondStep(Map<String, List<String>> parameters) {
        return parameters.containsKey("request_uri") && parameters.containsKey("client_id") && parameters.size() == 2;
    }

    private void checkAssertion(
            Map<String, List<String>> parameters, RelyingParty relyingParty, boolean address, List<Finding> findings) {
        List<String> assertion = parameters.remove("client_assertion");
        parameters.remove("client_assertion_type");
        parameters.remove("client_secret");
        if (assertion == null) {
            if (!address) {
                findings.add(new Finding(Severity.ERROR, "assertion_missing", null));
            }
            return;
        }
        try {
            assertions.check(relyingParty.clientId().value(), assertion.getFirst());
        } catch (InvalidClientException e) {
            findings.add(new Finding(Severity.ERROR, e.reason().code(), null));
        }
    }

    private void checkRules(Map<String, List<String>> parameters, RelyingParty relyingParty, List<Finding> findings) {
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        while (true) {
            try {
                rules.validate(parameters, relyingParty);
                return;
            } catch (InvalidAuthorizationRequestException e) {
                // Mended once and refused for the same again: then there is nothing more to find out.
                if (!seen.add(e.reason())) {
                    return;
                }
                findings.add(new Finding(Severity.ERROR, e.reason().code(), Mending.shown(parameters, e.reason())));
                Mending.mend(parameters, e.reason(), relyingParty);
            }
        }
    }

    private static void advise(Map<String, List<String>> parameters, List<Finding> findings) {
        for (String name : List.of("state", "nonce")) {
            if (!parameters.containsKey(name)) {
                findings.add(new Finding(Severity.HINT, name + "_advised", null));
            }
        }
        IGNORED.forEach((name, code) -> {
            if (parameters.containsKey(name)) {
                findings.add(new Finding(Severity.HINT, code, null));
            }
        });
    }

    static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
