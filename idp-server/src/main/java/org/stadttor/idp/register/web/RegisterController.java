// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadttor.idp.register.ReadRegister;
import org.stadttor.idp.register.RegisterQuery;

/**
 * The register for everybody. A parameter that is not known, comes twice or is too long is an error: a filter that is
 * silently ignored would answer another question. Without the certificate of a registrar it does not exist.
 */
@Controller
@ConditionalOnProperty("stadttor.registrar.certificate")
public final class RegisterController {

    private static final MediaType JWT = MediaType.parseMediaType("application/jwt");
    private static final int DEFAULT_LIMIT = 50;
    private static final String FORMAT = "dc+sd-jwt";
    private static final Set<String> LIST = Set.of(
            "identifier",
            "legalname",
            "tradename",
            "policy",
            "entitlement",
            "usesintermediary",
            "isintermediary",
            "intendeduseidentifier",
            "credentialformat",
            "claimpath",
            "limit",
            "cursor");
    private static final Set<String> CHECK =
            Set.of("rpidentifier", "intendeduseidentifier", "credentialformat", "claimpath", "policyurl");

    private final ReadRegister register;
    private final RegisterFacts facts;

    public RegisterController(ReadRegister register, RegisterFacts facts) {
        this.register = register;
        this.facts = facts;
    }

    /** A page of the register. */
    @GetMapping("/wrp")
    public ResponseEntity<byte[]> list(HttpServletRequest request) {
        Optional<Map<String, String>> parameters = Parameters.read(request, LIST);
        if (parameters.isEmpty()) {
            return badRequest();
        }
        Map<String, String> given = parameters.get();
        Optional<Integer> limit = Parameters.limit(given.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT)));
        if (limit.isEmpty()) {
            return badRequest();
        }
        RegisterQuery query = new RegisterQuery(
                given.getOrDefault("identifier", ""),
                given.getOrDefault("legalname", ""),
                given.getOrDefault("tradename", ""),
                given.getOrDefault("policy", ""),
                given.getOrDefault("intendeduseidentifier", ""),
                given.getOrDefault("claimpath", ""),
                given.getOrDefault("cursor", ""),
                limit.get());
        return jwt(facts.fit(given) ? register.list(query) : register.list(nothing()));
    }

    /** One relying party. */
    @GetMapping("/wrp/{identifier}")
    public ResponseEntity<byte[]> find(@PathVariable String identifier) {
        if (identifier.length() > RegisterQuery.TEXT_LIMIT || identifier.indexOf('\u0000') >= 0) {
            return badRequest();
        }
        return register.find(identifier)
                .map(RegisterController::jwt)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whether a relying party is registered for this. */
    @GetMapping("/wrp/check-intended-use")
    public ResponseEntity<byte[]> check(HttpServletRequest request) {
        Optional<Map<String, String>> parameters = Parameters.read(request, CHECK);
        if (parameters.isEmpty()
                || parameters.get().getOrDefault("rpidentifier", "").isEmpty()) {
            return badRequest();
        }
        Map<String, String> given = parameters.get();
        boolean format = given.getOrDefault("credentialformat", FORMAT).equals(FORMAT);
        RegisterQuery query = new RegisterQuery(
                given.getOrDefault("rpidentifier", ""),
                "",
                "",
                given.getOrDefault("policyurl", ""),
                given.getOrDefault("intendeduseidentifier", ""),
                given.getOrDefault("claimpath", ""),
                "",
                1);
        return jwt(register.check(format ? query : nothing()));
    }

    /** A query that no service fits: client ids have no space. */
    private static RegisterQuery nothing() {
        return RegisterQuery.of(" ");
    }

    private static ResponseEntity<byte[]> jwt(String signed) {
        return ResponseEntity.ok()
                .contentType(JWT)
                .cacheControl(CacheControl.noCache())
                .body(signed.getBytes(StandardCharsets.US_ASCII));
    }

    private static ResponseEntity<byte[]> badRequest() {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.US_ASCII));
    }
}
