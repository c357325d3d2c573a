// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider.web;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.pidprovider.CredentialFlaw;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.pidprovider.StatusListName;

/** What software gets from the PID providers: status lists, certificates, and PIDs for wallets of others. */
@RestController
public class PidProviderController {

    private static final MediaType STATUS_LIST = MediaType.parseMediaType("application/statuslist+jwt");
    private static final MediaType CREDENTIAL = MediaType.parseMediaType("application/dc+sd-jwt");
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final PidProviders providers;

    PidProviderController(PidProviders providers) {
        this.providers = providers;
    }

    @GetMapping("/pid-provider/{provider}/status-lists/{list}")
    ResponseEntity<byte[]> statusList(@PathVariable String provider, @PathVariable String list) {
        StatusListName name = StatusListName.of(list).orElseThrow(PidProviderController::notFound);
        return provider(provider)
                .statusList(name)
                .map(token -> ResponseEntity.ok()
                        .contentType(STATUS_LIST)
                        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)))
                        .body(token.getBytes(StandardCharsets.US_ASCII)))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }

    /** Not OpenID4VCI: whoever knows a name gets a PID, bound to the key they send. The people are made up. */
    @PostMapping(path = "/pid-provider/{provider}/credentials", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> issue(@PathVariable String provider, @RequestBody String body) {
        try {
            Map<String, Object> request = JSONObjectUtils.parse(body);
            Person person =
                    People.find(String.valueOf(request.get("person"))).orElseThrow(PidProviderController::notFound);
            Map<String, Object> jwk = JSONObjectUtils.getJSONObject(request, "jwk");
            if (jwk == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            ECKey key = ECKey.parse(jwk);
            Object flaw = request.getOrDefault("flaw", "none");
            CredentialFlaw wanted = CredentialFlaw.valueOf(String.valueOf(flaw).toUpperCase(Locale.ROOT));
            String credential = provider(provider).issue(person, key, wanted);
            return ResponseEntity.ok()
                    .contentType(CREDENTIAL)
                    .cacheControl(CacheControl.noStore())
                    .body(credential.getBytes(StandardCharsets.US_ASCII));
        } catch (ParseException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    @GetMapping("/pid-provider/{provider}/authority.pem")
    ResponseEntity<String> authority(@PathVariable String provider) {
        return pem(provider, PidProvider::authority);
    }

    @GetMapping("/pid-provider/{provider}/status-authority.pem")
    ResponseEntity<String> statusAuthority(@PathVariable String provider) {
        return pem(provider, PidProvider::statusAuthority);
    }

    @GetMapping("/pid-provider/{provider}/signer.pem")
    ResponseEntity<String> signer(@PathVariable String provider) {
        return pem(provider, PidProvider::signer);
    }

    private ResponseEntity<String> pem(String provider, Function<PidProvider, X509Certificate> certificate) {
        return ResponseEntity.ok().contentType(PEM).body(Pem.ofCertificate(certificate.apply(provider(provider))));
    }

    private PidProvider provider(String id) {
        return providers.find(id).orElseThrow(PidProviderController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
